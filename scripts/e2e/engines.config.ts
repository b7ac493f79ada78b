// The main job in the engines of scripts/engines and Debian: scripts/engines/run unpacks them and starts this.
import { defineConfig } from "@playwright/test";

import config from "./playwright.config.ts";

export default defineConfig({
  ...config,
  testDir: "engines",
  outputDir: "../../.build/engines-results",
  globalSetup: undefined,
  // The table counts the checks.
  reporter: [["dot"], ["./engines/table.ts"]],
});
