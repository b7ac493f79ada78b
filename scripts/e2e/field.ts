// The fixture of the pages of the field (field/): each stands for a page, a network or a number as people have it. A
// test's title begins with the case's id. FIELD_DIST=path plays them with another build's js/dist, an absolute path, to
// see that they fail there.
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
  /** Serves what the pages have of others, such as Vue, under /lib/. */
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
