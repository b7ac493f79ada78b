// Firefox ESR, which puppeteer drives over WebDriver BiDi: Playwright does not support it.
import type { WorkerFixture } from "@playwright/test";
import { launch } from "puppeteer-core";
import type { Browser } from "puppeteer-core";

import { preferences } from "../firefox_preferences.ts";

/** The fixture of a Firefox for each worker. */
export const firefox: [WorkerFixture<Browser, object>, { scope: "worker" }] = [
  async ({}, use) => {
    const browser = await launchFirefox();
    await use(browser);
    await browser.close();
  },
  { scope: "worker" },
];

function launchFirefox(): Promise<Browser> {
  return launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    extraPrefsFirefox: preferences,
  });
}
