// Firefox ESR, which puppeteer drives over WebDriver BiDi: Playwright does not speak it.
import type { WorkerFixture } from "@playwright/test";
import { launch } from "puppeteer-core";
import type { Browser } from "puppeteer-core";

import { microphone } from "../phone.ts";

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
    extraPrefsFirefox: {
      // A microphone that hears a tone, and is not asked for.
      "media.navigator.streams.fake": true,
      "media.navigator.audio.fake_frequency": microphone,
      "media.navigator.permission.disabled": true,
      "media.autoplay.default": 0,
      "media.autoplay.blocking_policy": 0,
      // Candidates that the far end can read.
      "media.peerconnection.ice.obfuscate_host_addresses": false,
    },
  });
}
