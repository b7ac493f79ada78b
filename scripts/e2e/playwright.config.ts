// The browser is the machine's own Chromium (CHROMIUM names another); nothing is downloaded.
import { defineConfig } from "@playwright/test";

const runsAsRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests",
  globalSetup: "./build_server.ts",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // A machine that others use as well starves a browser now and then. scripts/test lists what needed the second attempt.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"], ["./field_table.ts"]],
  use: {
    // Playwright's own choice would be chromium's "headless shell", which Debian does not ship.
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: [
        // Chromium's sandbox does not start for root.
        ...(runsAsRoot ? ["--no-sandbox"] : []),
        // Only the page under test may use the network.
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
