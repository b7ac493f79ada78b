// How Chromium is started for calls: its fake microphone plays a tone.
import type { LaunchOptions } from "@playwright/test";

import config from "./playwright.config.ts";
import { toneFile } from "./tone.ts";

/** The launch options of a browser whose microphone plays a tone; `more` are further flags. */
export function forCalls(hertz: number, ...more: string[]): LaunchOptions {
  const { args = [], ...others } = config.use?.launchOptions ?? {};
  return {
    ...others,
    args: [
      ...args,
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      `--use-file-for-fake-audio-capture=${toneFile(hertz)}`,
      "--autoplay-policy=no-user-gesture-required",
      // Media on 127.0.0.1, and candidates that the far end can read.
      "--allow-loopback-in-peer-connection",
      "--disable-features=WebRtcHideLocalIpsWithMdns",
      ...more,
    ],
  };
}
