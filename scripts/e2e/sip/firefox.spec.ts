// The phone alone in Firefox ESR.
import type { Browser } from "puppeteer-core";

import { launchFirefox } from "./firefox.ts";
import { callsWithSound } from "./sound.ts";
import { test as base } from "./test.ts";

const test = base.extend<object, { firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const firefox = await launchFirefox();
      await use(firefox);
      await firefox.close();
    },
    { scope: "worker" },
  ],
  tab: async ({ firefox }, use) => {
    const tab = await firefox.newPage();
    await use(tab);
    await tab.close();
  },
});

test.describe("Firefox ESR", () => callsWithSound(test));
