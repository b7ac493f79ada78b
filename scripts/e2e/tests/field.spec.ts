// Pages as they exist in the field, one in ../field/ for each case: what the page does to the SDK, and what comes of it.
// FIELD_DIST=path plays them with the scripts of another build, which must be of the folder js/dist of its checkout.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { Customer } from "../customer.ts";
import { expect, test } from "../origins.ts";

const modules = new URL("../node_modules/", import.meta.url).pathname;
const cases = [
  ["A1", "proxy"], ["A1", "vue"], ["A1", "alpine"], ["A1", "mobx"], ["A1", "pinia"], ["A1", "valtio"],
  ["A2", "self_before"], ["A2", "self_after"],
  ["A3", "array_from"],
  ["A4", "to_json"],
  ["A5", "map_before"], ["A5", "map_after"], ["A2-A5", "all_after"],
  ["A9", "es5"],
  ["A11", "zone_before"], ["A11", "zone_after"],
  ["A12", "prerendered"],
  ["A14", "getters"],
  ["A17", "jquery"],
] as const;

for (const [id, name] of cases) {
  test(`${id} ${name}`, async ({ page, sdkOrigin, request }) => {
    await request.post(`${sdkOrigin}/sandbox/reset`);
    await page.route("**/lib/**", async (route) => {
      const path = new URL(route.request().url()).pathname.slice("/lib/".length);
      await route.fulfill({ path: join(modules, path), contentType: "text/javascript" });
    });
    const dist = process.env.FIELD_DIST;
    if (dist) {
      await page.route("**/sdk/*", async (route) => {
        const file = new URL(route.request().url()).pathname.slice("/sdk/".length);
        await route.fulfill({
          body: await readFile(join(dist, file)),
          contentType: file.endsWith(".wasm") ? "application/wasm" : "text/javascript",
          headers: { "Access-Control-Allow-Origin": "*" },
        });
      });
    }
    const customer = await new Customer(sdkOrigin, new URL("../field/", import.meta.url)).listen();
    try {
      const thrown = new Promise<string>((resolve) => page.on("pageerror", (error) => resolve(error.message)));
      const { url, report } = customer.expect(`${name}.html`);
      await page.goto(url);
      const late = new Promise((resolve) => setTimeout(resolve, 20_000, "pending for 20 s"));
      const outcome = await Promise.race([report, thrown, late]);
      console.log(`| ${id} | ${name} | ${outcome === "passed" ? "pass" : `FAIL: ${JSON.stringify(outcome)}`} |`);
      expect(outcome).toBe("passed");
    } finally {
      customer.close();
    }
  });
}
