// What the browser denies: the microphone, and sound before the user has interacted with the page.
import type { LaunchOptions } from "@playwright/test";

import { forCalls } from "../calls.ts";
import { expect, test } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";

const { args = [], ...others } = forCalls(microphone);
const strict: LaunchOptions = {
  ...others,
  args: args.filter((arg) => !arg.startsWith("--use-fake-ui") && !arg.startsWith("--autoplay")),
};
test.use({ launchOptions: strict });

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("a microphone that is denied: refused, and the old mode stands", async ({ browser, customer, request, sdkOrigin }) => {
  const context = await browser.newContext({ permissions: [] });
  const page = await context.newPage();
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  const resp = await phone.tries("SetPhoneModeAsync", "webrtc");
  expect(resp).toMatchObject({ Code: "0100", Message: expect.stringContaining("refused the microphone") });
  expect(await page.evaluate("instance.phoneMode")).toBe("voip");
  await phone.leavesNothing(0);
  await context.grantPermissions(["microphone"]);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await context.close();
});

test("a check tells of a microphone that is denied, and leaves nothing behind", async ({ browser, customer, request, sdkOrigin }) => {
  const context = await browser.newContext({ permissions: [] });
  const page = await context.newPage();
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  const { Outcome, Checks } = await phone.does("CheckPhoneAsync");
  expect(Outcome).toBe("fail");
  const denied = {
    Outcome: "fail",
    Reason: "the user or the browser refused the microphone.",
    Advice: "Change the browser's permission for this page, then try again.",
  };
  expect(Checks).toContainEqual({ Name: "permission", ...denied });
  expect(Checks).toContainEqual({ Name: "microphone", ...denied });
  expect(Checks).toContainEqual({ Name: "registration", Outcome: "pass", Reason: "", Advice: "" });
  await phone.leavesNothing(1);
  await context.close();
});

test("sound that the browser blocks is told, and comes with the next gesture", async ({ browser, customer, request, sdkOrigin }) => {
  const context = await browser.newContext({ permissions: ["microphone"] });
  const page = await context.newPage();
  // Chromium itself lets a page with an open microphone play sound, so its refusal is simulated.
  await page.addInitScript(`{
    let gesture = false;
    addEventListener("pointerup", () => (gesture = true), true);
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      return gesture ? play.call(this) : Promise.reject(new DOMException("no gesture yet", "NotAllowedError"));
    };
  }`);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await expect.poll(() => page.evaluate<string[]>("log")).toContainEqual(expect.stringContaining("the browser does not play sound yet"));
  expect(await page.evaluate("far.paused")).toBe(true);
  await page.mouse.click(5, 5);
  await expect.poll(() => page.evaluate("far.paused")).toBe(false);
  await page.evaluate("context.resume()");
  await phone.hears(...melody);
  await context.close();
});
