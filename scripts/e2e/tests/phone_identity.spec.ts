// One contact for a page, however often it is reloaded.
import type { Page } from "@playwright/test";

import { forCalls } from "../calls.ts";
import { expect, test } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";

test.use({ launchOptions: forCalls(microphone) });
test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`).then(() => undefined));

/** Keeps what the pages of a context send to the registrar, also while they are being left. */
function keepRegisters(page: Page): Promise<unknown> {
  return page.context().addInitScript(() => {
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (message) {
      if (String(message).startsWith("REGISTER")) {
        localStorage.setItem("registers", JSON.stringify([...JSON.parse(localStorage.getItem("registers") ?? "[]"), message]));
      }
      return send.call(this, message);
    };
  });
}

const registersOf = (page: Page): Promise<string[]> => page.evaluate("JSON.parse(localStorage.getItem('registers'))");
const contactsIn = (registers: string[]): Set<string> =>
  new Set(
    registers.map((message) =>
      message
        .match(/^Contact: <([^>]+)>.*(\+sip\.instance="[^"]+")/im)!
        .slice(1)
        .join(" "),
    ),
  );
const registered = "instance.phoneState === 'idle'";

test("five reloads: one contact, and each page says good-bye with credentials", async ({ page, customer, request, sdkOrigin }) => {
  await keepRegisters(page);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  for (let reloads = 0; reloads < 5; reloads++) {
    await page.reload();
    await page.waitForFunction(registered);
  }
  const sent = await registersOf(page);
  expect(contactsIn(sent).size).toBe(1);
  const farewells = sent.filter((message) => /^Expires: 0/im.test(message));
  expect(farewells).toHaveLength(5);
  expect(farewells.filter((message) => /^Authorization: Digest .*nc=00000002/im.test(message))).toHaveLength(5);
  await phone.calls("13800138000");
  await phone.hears(...melody);
});

test("a tab that is duplicated, with its storage, has a contact of its own", async ({ page, customer, request, sdkOrigin }) => {
  await keepRegisters(page);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  const opened = page.waitForEvent("popup");
  await page.evaluate("void open('/blank.html')");
  const other = await opened;
  await other.goto(`${customer.origin}/phone.html`);
  await expect.poll(async () => contactsIn(await registersOf(other)).size, { timeout: 10_000 }).toBe(2);
  await other.close();
});

test("storage that throws costs nothing but the name", async ({ page, customer, request, sdkOrigin }) => {
  await page.addInitScript(`Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("no", "SecurityError"); } })`);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
});
