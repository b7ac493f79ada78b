// The console page as a telephone.
import { forCalls } from "../calls.ts";
import { findings, goIdle, offered } from "../console.ts";
import { expect, test } from "../origins.ts";

test.use({ launchOptions: forCalls(1000) });

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("in phone mode webrtc there are devices, mute, touch tones and charts of the quality", async ({ page, request, sdkOrigin }, info) => {
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
  await expect(page.getByTestId("quality-Mos")).toHaveText(/^[34]\.\d$/);
  await expect(page.getByTestId("quality-RoundTripTime")).toHaveText(/^\d+ ms$/);
  await expect(page.getByTestId("quality-PacketLoss")).toHaveText("0.0 %");
  await expect(page.getByTestId("chart-Jitter").getByRole("img")).toHaveAttribute(
    "aria-label",
    /^Jitter: \d+ ms now; from \d+ ms to \d+ ms in the last minute; poor beyond 30 ms$/,
  );
  const points = () => page.locator(".chart-line").first().evaluate((line) => line.getAttribute("d")!.split("L").length);
  await expect.poll(points, { timeout: 10_000 }).toBeGreaterThan(3);
  await expect.poll(() => page.getByTestId("input-level").evaluate((meter) => (meter as HTMLMeterElement).value)).toBeGreaterThan(0);
  await expect(page.locator('[data-event="CallQuality"]')).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.screenshot({ path: info.outputPath("web-phone.png") });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.screenshot({ path: info.outputPath("web-phone-narrow.png"), fullPage: true });

  await request.post(`${sdkOrigin}/sandbox/faults`, { data: { AgentId: "1001", Fault: "media-silent", Ms: 60_000 } });
  await expect(page.getByTestId("quality-Mos")).toHaveText("no sound arrives", { timeout: 10_000 });
  await expect(page.getByTestId("chart-Mos")).toHaveAttribute("data-state", "poor");
  await request.delete(`${sdkOrigin}/sandbox/faults`);
  await expect(page.getByTestId("quality-Mos")).toHaveText(/^[34]\.\d$/, { timeout: 10_000 });

  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("web-phone-call")).toBeHidden();
  await expect(page.getByTestId("charts")).toBeHidden();
  await page.getByTestId("phone-mode").selectOption("voip");
  await expect(card).toBeHidden();
});

test("the phone check says what is in the way, and measures an echo", async ({ page, request, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  const run = page.getByTestId("phone-check-run");
  await request.post(`${sdkOrigin}/sandbox/faults`, { data: { AgentId: "1001", Fault: "sip-refuse", Status: 403 } });
  await run.click();
  await expect(page.getByTestId("phone-check-state")).toHaveText("A problem prevents calls.");
  await expect(page.getByTestId("check-registration")).toHaveText(/^Failed\s*SIP registration.*\(403\)\. Tell an administrator\.$/);
  await expect(page.getByTestId("check-microphone")).toHaveAttribute("data-outcome", "pass");
  expect(await findings(page)).toEqual([]);

  await page.getByTestId("phone-mode").selectOption("webrtc");
  await expect(page.getByTestId("web-phone")).toBeVisible();
  await run.click();
  await expect(page.getByTestId("phone-check-state")).toHaveText("You can talk.", { timeout: 15_000 });
  await expect(page.getByTestId("check-echo")).toContainText(/after \d+ ms/);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
