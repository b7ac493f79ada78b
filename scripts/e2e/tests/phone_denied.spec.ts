// What the browser denies: the microphone, and sound before the person has done something.
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
  expect(resp).toMatchObject({ Code: "0100", Message: expect.stringContaining("the microphone was refused") });
  expect(await page.evaluate("instance.phoneMode")).toBe("voip");
  await phone.leavesNothing(0);
  await context.grantPermissions(["microphone"]);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await context.close();
});

test("sound that the browser blocks is told, and comes with the next gesture", async ({ browser, customer, request, sdkOrigin }) => {
  const context = await browser.newContext({ permissions: ["microphone"] });
  const page = await context.newPage();
  // The page calls by itself and tells on its console: whatever a test evaluates in a page counts as a gesture.
  const told: string[] = [];
  page.on("console", (line) => told.push(line.text()));
  await page.addInitScript(`addEventListener("load", () => {
    log.push = (line) => console.log(line);
    far.addEventListener("playing", () => console.log("playing"));
    does("SetAgentStateAsync", "idle")
      .then(() => does("SetPhoneModeAsync", "webrtc"))
      .then(() => does("MakeCallAsync", "13800138000"));
  })`);
  await page.goto(`${customer.origin}/phone.html`);
  await expect.poll(() => told, { timeout: 10_000 }).toContainEqual(expect.stringContaining("the browser plays no sound yet"));
  expect(told).not.toContain("playing");
  await page.mouse.click(5, 5);
  await expect.poll(() => told).toContain("playing");
  await new Phone(page, request, sdkOrigin).hears(...melody);
  await context.close();
});
