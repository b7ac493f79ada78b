// The console page as a telephone.
import { forCalls } from "../calls.ts";
import { findings, goIdle, offered } from "../console.ts";
import { expect, test } from "../origins.ts";

test.use({ launchOptions: forCalls(1000) });

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("in phone mode webrtc there are devices, mute, touch tones and a line about the quality", async ({ page, request, sdkOrigin }, info) => {
  await goIdle(page, sdkOrigin);
  const card = page.getByTestId("web-phone");
  await expect(card).toBeHidden();
  await page.getByTestId("phone-mode").selectOption("webrtc");
  await expect(card).toBeVisible();
  await expect(page.getByTestId("web-phone-call")).toBeHidden();
  for (const kind of ["microphone", "speaker"]) {
    const choice = page.getByTestId(`device-${kind}`);
    const ids = await choice.locator("option").evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    await choice.selectOption(ids.at(-1)!);
    await expect(choice).toHaveValue(ids.at(-1)!);
  }
  await expect(page.getByTestId("toast")).toHaveCount(0);

  await page.getByTestId("number-answers").click();
  await expect(page.getByTestId("call-status")).toHaveText("In call");
  await expect(offered(page)).toHaveText(["Mute", "Hold", "Consult", "Three-way", "Transfer", "Hang up"]);
  const heard = async () => (await (await request.get(`${sdkOrigin}/sandbox/state`)).json()).Calls[0].Heard[0];
  await expect.poll(async () => (await heard()).Level).toBeGreaterThan(0);
  for (const key of ["1", "*", "#"]) {
    await page.getByTestId(`key-${key}`).click();
  }
  await expect.poll(async () => (await heard()).Digits).toBe("1*#");
  await expect(page.getByTestId("sent-tones")).toHaveText("1*#");

  await page.getByTestId("action-mute").click();
  await expect(page.getByTestId("action-mute")).toHaveText("Unmute");
  await expect.poll(async () => (await heard()).Level).toBe(0);
  await page.getByTestId("action-mute").click();
  await expect(page.getByTestId("action-mute")).toHaveText("Mute");
  await expect.poll(async () => (await heard()).Level).toBeGreaterThan(0);
  await expect(page.getByTestId("quality")).toContainText(/MOS [34]\.\d/);
  await expect.poll(() => page.getByTestId("input-level").evaluate((meter) => (meter as HTMLMeterElement).value)).toBeGreaterThan(0);
  await expect(page.locator('[data-event="CallQuality"]')).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.screenshot({ path: info.outputPath("web-phone.png") });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.screenshot({ path: info.outputPath("web-phone-narrow.png"), fullPage: true });

  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("web-phone-call")).toBeHidden();
  await page.getByTestId("phone-mode").selectOption("voip");
  await expect(card).toBeHidden();
});
