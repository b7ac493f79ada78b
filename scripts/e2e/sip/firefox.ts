// Firefox ESR, which puppeteer drives over WebDriver BiDi: Playwright does not support it.
import type { WorkerFixture } from "@playwright/test";
import { launch } from "puppeteer-core";
import type { Browser } from "puppeteer-core";

import { preferences } from "../firefox_preferences.ts";

/** The fixture of a Firefox for each worker, with further preferences. */
export const firefoxWith = (further: Record<string, unknown>): [WorkerFixture<Browser, object>, { scope: "worker" }] => [
  async ({}, use) => {
    const browser = await launch({
      browser: "firefox",
      executablePath: "/usr/bin/firefox-esr",
      extraPrefsFirefox: { ...preferences, ...further },
    });
    await use(browser);
    await browser.close();
  },
  { scope: "worker" },
];

/** The fixture of a Firefox for each worker. */
export const firefox = firefoxWith({});
