// The fixture of the pages in field/: each represents a real page, network or number. A test's title begins with the
// case's id. FIELD_DIST=path runs them with another build's js/dist, an absolute path, to verify that they fail there.
import { join } from "node:path";

import { Customer } from "./customer.ts";
import { test as base } from "./origins.ts";

export { expect } from "./origins.ts";

const modules = new URL("node_modules/", import.meta.url).pathname;

export const test = base.extend<{ libraries: void }>({
  customer: [
    async ({ sdkOrigin }, use) => {
      const customer = new Customer(sdkOrigin, new URL("field/", import.meta.url));
      await use(await customer.listen());
      customer.close();
    },
    { scope: "worker" },
  ],
  /** Serves the pages' third-party libraries, such as Vue, under /lib/. */
  libraries: [
    async ({ page }, use) => {
      await page.route("**/lib/**", async (route) => {
        const path = new URL(route.request().url()).pathname.slice("/lib/".length);
        await route.fulfill({ path: join(modules, path), contentType: "text/javascript" });
      });
      await use();
    },
    { auto: true },
  ],
});
