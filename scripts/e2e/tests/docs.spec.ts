// The built documentation site, under the policy with which the dev server sends it.
import { existsSync, readdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { findings } from "../console.ts";
import { expect, test } from "../origins.ts";

const built = fileURLToPath(new URL("../../../.build/docs/", import.meta.url));
const snippets = fileURLToPath(new URL("../../../web/docs/snippets/", import.meta.url));

/** The paths of all pages, none before make docs. */
function pages(): string[] {
  const files = existsSync(built) ? readdirSync(built, { recursive: true, encoding: "utf8" }) : [];
  return files.filter((file) => file.endsWith(".html") && file !== "404.html").sort();
}

test("every page is there in both languages", async () => {
  const all = pages();
  expect(all.length).toBeGreaterThan(40);
  const chinese = all.filter((page) => page.startsWith("zh/")).map((page) => page.slice("zh/".length));
  expect(chinese).toEqual(all.filter((page) => !page.startsWith("zh/")));
});

test("every link leads to a page, and every anchor to a place in it", async () => {
  const html = new Map<string, string>();
  for (const page of pages()) {
    html.set(page, await readFile(built + page, "utf8"));
  }
  const broken: string[] = [];
  for (const [page, text] of html) {
    for (const [, href] of text.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const url = new URL(href!, `http://site/docs/${page}`);
      if (url.host !== "site" || !url.pathname.startsWith("/docs/")) {
        continue;
      }
      const target = html.get(url.pathname.slice("/docs/".length).replace(/(^|\/)$/, "$1index.html"));
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!target || (anchor && !target.includes(`id="${anchor}"`))) {
        broken.push(`${page}: ${href}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test("the search finds Chinese words, without evaluating text", async ({ page, sdkOrigin }) => {
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  await page.goto(`${sdkOrigin}/docs/zh/start.html`);
  await page.getByRole("button", { name: "搜索" }).first().click();
  await page.getByRole("searchbox").fill("保持客户");
  await page.getByRole("option").filter({ hasText: "HoldAsync" }).first().click();
  await expect(page).toHaveURL(/zh\/reference\/calls\.html#holdasync/);
  await expect(page.getByRole("heading", { name: "HoldAsync" })).toBeInViewport();
  expect(failures).toEqual([]);
});

// Checking several pages in one browser page is fast; every eighth page is in the same test.
const parts = [0, 1, 2, 3, 4, 5, 6, 7];
for (const part of parts) {
  const paths = pages().filter((_, i) => i % parts.length === part);
  test(`axe finds nothing on the pages of the site, light and dark, and none is wider than a telephone: part ${part + 1} of ${parts.length}`, async ({
    page,
    sdkOrigin,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const wrong: string[] = [];
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(`${sdkOrigin}/docs/${path}`);
      await expect(page.locator("h1").first()).toBeVisible();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        // The second check covers what the scheme changes.
        const rules = colorScheme === "light" ? [] : ["color-contrast"];
        wrong.push(...(await findings(page, ...rules)).map((finding) => `${path}, ${colorScheme}: ${finding}`));
      }
      await page.setViewportSize({ width: 360, height: 740 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 360) {
        wrong.push(`${path} is ${width} pixels wide on a telephone`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

test("the page of recordings shows one that is chosen", async ({ page, sdkOrigin }) => {
  await page.goto(`${sdkOrigin}/docs/zh/flight.html`);
  const recording = [
    { Kind: "recording", AgentId: "1001" },
    { T: 1000, Kind: "settled", Method: "HoldAsync", Text: "0908" },
  ];
  await page.getByTestId("flight-file").setInputFiles({
    name: "x.jsonl",
    mimeType: "text/plain",
    buffer: Buffer.from(recording.map((line) => JSON.stringify(line)).join("\n")),
  });
  await page.getByTestId("flight-row").click();
  const link = page.getByRole("link", { name: "0908 的含义" });
  await expect(link).toHaveAttribute("href", "/docs/zh/codes.html#code-0908");
});

test("the code of the guides runs, in the order of the guides", async ({ page, request, sdkOrigin }) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const place = `${sdkOrigin}/snippets/`;
  await page.route(`${place}*`, async (route) => {
    await route.fulfill({
      contentType: "text/javascript",
      body: await readFile(snippets + route.request().url().slice(place.length), "utf8"),
    });
  });
  // The console loads the SDK, and connects nobody until a user asks for it.
  await page.goto(sdkOrigin);
  const all = (await readdir(snippets)).sort();
  const order = ["connect.js", "dial.js", "answer.js", "tabs.js", "consult.js", "errors.js", "recording.js", "states.js", "share.js"];
  expect(all).toEqual([...order].sort());
  await page.exposeFunction("customerCalls", async () => {
    await expect(async () =>
      expect((await request.post(`${sdkOrigin}/sandbox/calls`, { data: { AgentId: "1001", From: "13800138000" } })).ok()).toBe(true),
    ).toPass();
  });
  await page.exposeFunction("colleague", async () => {
    expect((await request.put(`${sdkOrigin}/sandbox/colleagues/1002`)).ok()).toBe(true);
    return "1002";
  });
  const ran = await page.evaluate(async (order) => {
    const { customerCalls, colleague } = window as unknown as Record<string, () => Promise<string>>;
    let instance: any;
    const ran = [];
    for (const name of order) {
      const module = `/snippets/${name}`;
      instance = (await (await import(module)).default(instance, customerCalls, colleague)) ?? instance;
      instance.off();
      ran.push(name);
    }
    return ran;
  }, order);
  expect(ran).toEqual(order);
});
