// An agent's page with the whole SDK in Firefox ESR, against the sandbox and its sound.
import type { Page } from "@playwright/test";
import type { Browser } from "puppeteer-core";

import { expect, test as base } from "../origins.ts";
import { Phone } from "../phone.ts";
import { callsInAPage } from "../phone_calls.ts";
import { firefox } from "./firefox.ts";

const test = base.extend<{ phone: Phone }, { firefox: Browser }>({
  firefox,
  phone: async ({ firefox, customer, request, sdkOrigin }, use) => {
    await request.post(`${sdkOrigin}/sandbox/reset`);
    const tab = await firefox.newPage();
    // Phone uses only a page's goto and evaluate, which are the same here.
    const phone = await new Phone(tab as unknown as Page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
    await phone.does("SetPhoneModeAsync", "webrtc");
    await use(phone);
    await phone.logsNoSecret();
    await tab.close();
  },
});

test.describe("an agent's page in Firefox ESR", () => {
  callsInAPage(test);

  test("a sound that finds no way is told within five seconds", async ({ phone, customer }) => {
    await phone.open(`${customer.origin}/phone.html?ways=relay`);
    await phone.does("SetPhoneModeAsync", "webrtc");
    await phone.calls("13800138000");
    const from = Date.now();
    expect(await phone.isInTrouble({ Trouble: "NoMedia", Over: false })).toContain("TURN");
    expect(Date.now() - from).toBeLessThan(5_000);
    await phone.hangsUp();
    await phone.leavesNothing(1);
  });
});
