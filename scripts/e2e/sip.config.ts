// The web phone against Kamailio, rtpengine, baresip and sipp: scripts/sip/run starts them and this.
import { defineConfig } from "@playwright/test";

import { forCalls } from "./calls.ts";
import config from "./playwright.config.ts";
import { microphone } from "./phone.ts";

export default defineConfig({
  ...config,
  testDir: "sip",
  outputDir: "../../.build/sip/results",
  globalSetup: undefined,
  // There is only one of each server, and one account.
  fullyParallel: false,
  workers: 1,
  use: { ...config.use, launchOptions: forCalls(microphone) },
});
