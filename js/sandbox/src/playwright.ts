import { writeFile } from "node:fs/promises";

import { test as base } from "@playwright/test";

import { type Sandbox, type SandboxSettings, startSandbox } from "./index.ts";

export { expect } from "@playwright/test";

/** What the fixture adds to a test. */
export interface SandboxFixtures {
  /** What this test's sandbox is like: `test.use({ sandboxSettings: { seed: 7 } })`. */
  sandboxSettings: SandboxSettings;
  /** A sandbox of the test's own. A test that fails has its state, frames and log in its folder of test-results, as sandbox.json. */
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
