// The console in its main states: for assistive technology, in both languages, light and dark, wide and as narrow as a
// telephone. The pictures are in test-results, or in the folder that PICTURES names.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import type { Page } from "@playwright/test";

import { findings, goIdle, talk } from "../console.ts";
import { expect, test } from "../origins.ts";

const wide = { width: 1440, height: 900 };
const narrow = { width: 360, height: 740 };
/** The widest screen, and the wide page at a zoom of 200 %. */
const others = { wide: { width: 2560, height: 1440 }, zoomed: { width: wide.width / 2, height: wide.height / 2 } };
const longNumber = "+8613800138000*12345678901234567890";

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

for (const lang of ["en-US", "zh-CN"]) {
  test(`axe finds nothing in ${lang}, and every state fits a telephone`, async ({ page, context, sdkOrigin }, info) => {
    // Ten states, each checked in four forms.
    test.setTimeout(150_000);
    const picture = (name: string) => (process.env.PICTURES ? `${process.env.PICTURES}/${lang}-${name}.png` : info.outputPath(`${name}.png`));
    const check = async (looked: Page, state: string) => {
      await looked.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      expect(await findings(looked), state).toEqual([]);
      await looked.screenshot({ path: picture(`${state}-light`) });
      // In dark mode only the colours differ.
      await looked.emulateMedia({ colorScheme: "dark" });
      expect(await findings(looked, "color-contrast"), `${state} in the dark`).toEqual([]);
      await looked.screenshot({ path: picture(`${state}-dark`) });
      for (const [name, size] of Object.entries(others)) {
        await looked.setViewportSize(size);
        expect(await looked.evaluate(() => document.documentElement.scrollWidth), `${state}, ${name}`).toBe(size.width);
        await looked.screenshot({ path: picture(`${state}-${name}`) });
      }
      await looked.setViewportSize(narrow);
      expect(await looked.evaluate(() => document.documentElement.scrollWidth), state).toBe(narrow.width);
      await looked.screenshot({ path: picture(`${state}-narrow`), fullPage: true });
      await looked.setViewportSize(wide);
    };
    const part = (id: string) => page.getByTestId(id);
    await page.setViewportSize(wide);
    await page.goto(`${sdkOrigin}/?lang=${lang}&tools=open`);
    await expect(part("fault-Code")).toBeVisible();
    await check(page, "disconnected");

    await goIdle(page, sdkOrigin, "1001", lang);
    await check(page, "idle");

    await part("customer-number").fill(longNumber);
    await part("customer-call").click();
    await expect(part("incoming")).toBeVisible();
    await expect(part("platform-call")).toBeVisible();
    await check(page, "incoming");

    await part("incoming-answer").click();
    await expect(part("action-hold")).toBeEnabled();
    await check(page, "talking");
    await part("action-transfer").click();
    await expect(part("target-1002")).toBeVisible();
    await check(page, "transfer");
    await part("target-kind-ivr").click();
    await expect(part("target-25-1")).toBeVisible();
    await check(page, "transfer-ivr");
    await part("targets-close").click();

    await part("action-consult").click();
    await part("target-kind-external").click();
    await part("target-number").fill(longNumber);
    await check(page, "consult-external");
    await part("target-call").click();
    await expect(part("action-handOver")).toBeVisible();
    await part("event-name").first().click();
    await expect(part("event-frame")).toBeVisible();
    await check(page, "consulting");
    await part("action-endConsultation").click();
    await expect(part("other")).toBeHidden();

    await part("fault-kind").selectOption("refuse");
    await part("fault-Method").selectOption("Hold");
    await part("fault-place").click();
    await expect(part("fault")).toBeVisible();
    await part("fault-place").click();
    await part("action-hold").click();
    await expect(part("toast")).toBeVisible();
    await check(page, "refused");

    const judy = await goIdle(await context.newPage(), sdkOrigin, "1010", lang);
    await judy.setViewportSize(wide);
    await judy.getByTestId("monitor-1001").click();
    await expect(judy.getByTestId("action-hangup")).toBeVisible();
    await check(judy, "supervisor");
  });
}

/** Takes a small picture of a page: the press, an empty page, turns it into WebP. */
async function take(page: Page, press: Page, path: string): Promise<void> {
  const png = (await page.screenshot()).toString("base64");
  const webp = await press.evaluate(async (png) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${png}` });
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    canvas.getContext("2d")!.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.7).split(",")[1]!;
  }, png);
  const picture = Buffer.from(webp, "base64");
  expect(picture.length, path).toBeLessThan(60_000);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, picture);
}

/** Leaves only the softphone on the page, with the pointer on nothing. */
async function putAwayTools(page: Page): Promise<void> {
  await page.getByTestId("tools-toggle").click();
  await expect(page.getByTestId("tools")).toBeHidden();
  await page.mouse.move(0, 0);
  await page.evaluate(() => scrollTo(0, 0));
}

test("the README's pictures", async ({ browser, page, sdkOrigin }, info) => {
  // make screenshots keeps them in the repository.
  const path = (name: string) => (process.env.SCREENSHOTS ? `${process.env.SCREENSHOTS}/${name}.webp` : info.outputPath(`${name}.webp`));
  const open = async (agent: string, lang: string, options: object) =>
    goIdle(await (await browser.newContext({ reducedMotion: "reduce", ...options })).newPage(), sdkOrigin, agent, lang);
  const desk = { viewport: { width: 1366, height: 800 } };
  const bob = await open("1002", "en-US", desk);
  const alice = await open("1001", "en-US", desk);
  const judy = await open("1010", "en-US", { ...desk, colorScheme: "dark" });
  await talk(alice);
  await alice.getByTestId("action-transfer").click();
  await expect(alice.getByTestId("target-1002")).toBeEnabled();
  await putAwayTools(alice);
  await take(alice, page, path("call"));

  await judy.getByTestId("whisper-1001").click();
  await expect(judy.getByTestId("action-hangup")).toBeVisible();
  await putAwayTools(judy);
  await take(judy, page, path("supervisor"));

  const carol = await open("1003", "en-US", { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 });
  await carol.getByTestId("customer-call").click();
  await expect(carol.getByTestId("incoming")).toBeVisible();
  await carol.evaluate(() => scrollTo(0, 0));
  await take(carol, page, path("phone"));
  for (const each of [alice, bob, judy, carol]) {
    await each.context().close();
  }
});
