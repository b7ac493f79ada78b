import { test as base } from "@playwright/test";

import { type Sandbox, type SandboxSettings, startSandbox } from "./index.ts";

export { expect } from "@playwright/test";

/** What the fixture adds to a test. */
export interface SandboxFixtures {
  /** What this test's sandbox is like: `test.use({ sandboxSettings: { seed: 7 } })`. */
  sandboxSettings: SandboxSettings;
  /** A sandbox of the test's own. A test that fails has its state, frames and log attached as sandbox.json. */
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
        const body = JSON.stringify({ state: await box.state(), frames: await box.frames(), log }, null, 2);
        await testInfo.attach("sandbox.json", { body, contentType: "application/json" });
      }
    } finally {
      await box.close();
    }
  },
});
