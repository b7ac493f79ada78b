// The phone alone in Firefox ESR.
import type { Browser } from "puppeteer-core";

import { firefox } from "./firefox.ts";
import { callsWithSound } from "./sound.ts";
import { test as base } from "./test.ts";

const test = base.extend<object, { firefox: Browser }>({
  firefox,
  tab: async ({ firefox }, use) => {
    const tab = await firefox.newPage();
    await use(tab);
    await tab.close();
  },
});

test.describe("Firefox ESR", () => callsWithSound(test));
