import { writeFile } from "node:fs/promises";

import { test as base } from "@playwright/test";

import { type Sandbox, type SandboxSettings, startSandbox } from "./index.ts";

export { expect } from "@playwright/test";

/** What the fixture adds to a test. */
export interface SandboxFixtures {
  /** The settings of this test's sandbox: `test.use({ sandboxSettings: { seed: 7 } })`. */
  sandboxSettings: SandboxSettings;
  /** The test's own sandbox. A failed test finds its state, frames and log as sandbox.json in its folder of test-results. */
  box: Sandbox;
}

/** Playwright's test with a sandbox. */
export const test = base.extend<SandboxFixtures>({
  sandboxSettings: [{}, { option: true }],

  box: async ({ sandboxSettings, baseURL }, use, testInfo) => {
    const log: string[] = [];
    const { origins = [], ...settings } = sandboxSettings;
    const page = baseURL ? [new URL(baseURL).origin] : [];
    const box = await startSandbox({ log: (line) => log.push(line), ...settings, origins: [...page, ...origins] });
    try {
      await use(box);
      if (testInfo.status !== testInfo.expectedStatus) {
        const path = testInfo.outputPath("sandbox.json");
        await writeFile(path, JSON.stringify({ state: await box.state(), frames: await box.frames(), log }, null, 2));
        await testInfo.attach("sandbox.json", { path, contentType: "application/json" });
      }
    } finally {
      await box.close();
    }
  },
});
