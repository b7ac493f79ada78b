// Tests of the packages as they are shipped: globalSetup packs them and installs the tarballs into a folder.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "test",
  globalSetup: "./test/install.ts",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  reporter: "list",
});
