// The same in Firefox ESR: puppeteer drives it over WebDriver BiDi, which Playwright does not speak.
import { launch } from "puppeteer-core";
import type { Browser } from "puppeteer-core";

import { microphone } from "../phone.ts";
import { callsWithSound } from "./sound.ts";
import { test as base } from "./test.ts";

const test = base.extend<object, { firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const firefox = await launch({
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
