// Pages as they exist in the field, one in ../field/ for each case: what the page does to the SDK, and the result.
import { launch } from "puppeteer-core";

import { expect, test } from "../field.ts";

const cases = [
  ["A1", "proxy"],
  ["A1", "vue"],
  ["A1", "alpine"],
  ["A1", "mobx"],
  ["A1", "pinia"],
  ["A1", "valtio"],
  ["A2", "self_before"],
  ["A2", "self_after"],
  ["A3", "array_from"],
  ["A4", "to_json"],
  ["A5", "map_before"],
  ["A5", "map_after"],
  ["A2-A5", "all_after"],
  ["A9", "es5"],
  ["A11", "zone_before"],
  ["A11", "zone_after"],
  ["A12", "prerendered"],
  ["A14", "getters"],
  ["A17", "jquery"],
] as const;

for (const [id, name] of cases) {
  test(`${id} ${name}`, async ({ page, run }) => {
    // An exception at its start prevents a page from reporting.
    const thrown = new Promise<string>((resolve) => page.on("pageerror", (error) => resolve(error.message)));
    expect(await Promise.race([run(`${name}.html`), thrown])).toBe("passed");
  });
}

// Playwright's handling of pages prevents Chromium from prerendering, and so does this switch of the other tests.
const without = "--disable-background-networking";
test("A12 speculated: prerendered by the browser itself", async ({ launchOptions, customer, request, sdkOrigin }) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const { executablePath, args = [] } = launchOptions;
  const browser = await launch({ executablePath, args: args.filter((arg) => arg !== without) });
  try {
    const page = await browser.newPage();
    const shown = customer.expect("speculated.html");
    const unseen = customer.expect(`speculated.html?shown=${encodeURIComponent(shown.url)}`);
    await page.goto(`${customer.origin}/speculates.html?url=${encodeURIComponent(unseen.url)}`);
    expect(await unseen.report).toBe(true);
    // The page itself does it, later: the browser replaces the page that Puppeteer controls.
    await page.evaluate("setTimeout(() => document.querySelector('a').click())");
    expect(await shown.report).toEqual({ prerendered: true, unseen: 0 });
  } finally {
    await browser.close();
  }
});
