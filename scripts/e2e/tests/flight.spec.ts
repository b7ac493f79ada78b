// The flight recording as a diagram.
import { findings, goIdle } from "../console.ts";
import { expect, test } from "../origins.ts";

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

const rows = "flight-row";

test("a recording shows as a diagram with the frame behind each arrow", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("fault-kind").selectOption("refuse");
  await page.getByTestId("fault-place").click();
  await page.getByTestId("number-answers").click();
  await expect(page.getByTestId("toast-code")).toHaveText("0300");
  await page.getByTestId("events-picture").click();
  await page.getByTestId("flight-later").click();
  await expect(page.getByTestId("flight-detail")).toContainText(`"Method": "Dialout"`);
  await page.getByTestId("flight-diagram").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("flight-detail")).toContainText("MakeCallAsync 0300");
  await expect(page.getByRole("link", { name: "What 0300 means" })).toHaveAttribute("href", "/docs/codes.html#code-0300");
  expect(await findings(page)).toEqual([]);

  await page.getByTestId("flight-search").fill("Dialout");
  await expect(page.getByTestId(rows)).toHaveCount(2);
  await page.getByTestId("flight-faults").check();
  await expect(page.getByTestId(rows)).toHaveCount(1);
  await page.getByTestId("flight-frames").uncheck();
  await expect(page.getByTestId(rows)).toHaveCount(0);
  await page.getByTestId("picture-close").click();
  await expect(page.getByTestId("picture")).toHaveCount(0);
});

/** Opens an empty page with a place for the diagram and its options. */
async function open(page: import("@playwright/test").Page, sdkOrigin: string, recording: string) {
  await page.goto(sdkOrigin);
  await page.evaluate(async (recording) => {
    const module = "/flight/flight.js";
    const { showFlight } = await import(module);
    document.body.replaceChildren(document.createElement("div"));
    showFlight(document.body.firstElementChild, { recording });
  }, recording);
}

test("a thousand entries of any kind stay few elements, and are all reached", async ({ page, sdkOrigin }) => {
  const lines: object[] = [{ Kind: "recording", AgentId: "1001" }];
  for (let i = 0; i < 1000; i++) {
    lines.push(
      i % 2
        ? { T: i * 10_000, Kind: "in", Frame: { Method: `frame ${i}`, ErrCode: "000000" } }
        : { T: i * 10_000, Kind: "brand new", Text: "<b>x</b>" },
    );
  }
  await open(page, sdkOrigin, lines.map((line) => JSON.stringify(line)).join("\n"));
  await expect(page.getByTestId("flight-status")).toContainText("1000 of 1000");
  expect(await page.getByTestId(rows).count()).toBeLessThan(100);
  const took = await page.evaluate(async () => {
    const scroll = document.querySelector('[data-testid="flight-diagram"]')!;
    const frames: number[] = [];
    for (let top = 0; top < scroll.scrollHeight; top += 500) {
      const began = performance.now();
      scroll.scrollTop = top;
      scroll.dispatchEvent(new Event("scroll"));
      frames.push(performance.now() - began);
    }
    return frames.sort((a, b) => a - b)[Math.floor(frames.length / 2)]!;
  });
  // Half of a frame at 60 Hz.
  expect(took).toBeLessThan(8);
  await page.getByTestId("flight-diagram").focus();
  await page.keyboard.press("End");
  await expect(page.getByTestId("flight-detail")).toContainText("frame 999");
  await expect(page.locator("b")).toHaveCount(0);
});

test("what is no recording is refused, and samples of the sound are charts", async ({ page, sdkOrigin }) => {
  await open(page, sdkOrigin, "");
  await page.getByTestId("flight-file").setInputFiles({ name: "x.jsonl", mimeType: "text/plain", buffer: Buffer.from("not JSON") });
  await expect(page.getByTestId("flight-bad")).toContainText("no flight recording");
  const recording = [
    { Kind: "recording" },
    { T: 1000, Kind: "state", Text: "idle connect asking" },
    { T: 2000, Kind: "quality", Frame: { Mos: 4.2, PacketLoss: 0, RoundTripTime: 20, Jitter: 2 } },
    { T: 3000, Kind: "quality", Frame: { Mos: 2.1, PacketLoss: 9, RoundTripTime: 420, Jitter: 40 } },
  ];
  await page.getByTestId("flight-file").setInputFiles({
    name: "x.jsonl",
    mimeType: "text/plain",
    buffer: Buffer.from(recording.map((line) => JSON.stringify(line)).join("\n")),
  });
  await expect(page.getByTestId("flight-charts").getByRole("img", { name: "MOS: 2.1 – 4.2" })).toBeVisible();
  await expect(page.getByTestId(rows)).toHaveCount(3);
});
