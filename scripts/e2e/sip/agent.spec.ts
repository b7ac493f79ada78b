// An agent's page with the whole SDK in Firefox ESR, against the sandbox and its sound.
import type { Page } from "@playwright/test";
import type { Browser } from "puppeteer-core";

import { expect, test as base } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";
import { launchFirefox } from "./firefox.ts";

const test = base.extend<{ phone: Phone }, { firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const firefox = await launchFirefox();
      await use(firefox);
      await firefox.close();
    },
    { scope: "worker" },
  ],
  phone: async ({ firefox, customer, request, sdkOrigin }, use) => {
    await request.post(`${sdkOrigin}/sandbox/reset`);
    const tab = await firefox.newPage();
    // Of a page, Phone uses goto and evaluate, which are the same here.
    const phone = await new Phone(tab as unknown as Page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
    await phone.does("SetPhoneModeAsync", "webrtc");
    await use(phone);
    await phone.logsNoSecret();
    await tab.close();
  },
});

test.describe("an agent's page in Firefox ESR", () => {
  test("an outbound call: melody heard, hung up by the agent", async ({ phone }) => {
    await phone.calls("13800138000");
    await phone.hears(...melody);
    await phone.farEndHears(microphone);
    await phone.hangsUp();
    await phone.leavesNothing(1);
  });

  test("an inbound call: melody heard, hung up by the customer", async ({ phone }) => {
    await phone.isCalled("13800138000");
    await phone.hears(...melody);
    await phone.farEndHears(microphone);
    await phone.sandbox(`calls/${await phone.page.evaluate("call")}/hangup`);
    await phone.comesTo("ConnectionCleared");
    await phone.leavesNothing(1);
  });

  test("the microphone comes back through the echo; muted, the echo is silent", async ({ phone }) => {
    await phone.calls("13800000005");
    await phone.hears(microphone);
    expect(await phone.does("MuteAsync", { CallId: "{call}" })).toEqual({});
    await phone.hearsNothing();
    expect(await phone.does("UnmuteAsync", { CallId: "{call}" })).toEqual({});
    await phone.hears(microphone);
    await phone.hangsUp();
  });
});
