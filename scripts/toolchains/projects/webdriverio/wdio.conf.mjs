import { chromium } from "./site.cjs";

export const config = {
  runner: "local",
  specs: ["./agent.e2e.mjs"],
  maxInstances: 1,
  logLevel: "error",
  framework: "mocha",
  reporters: ["spec"],
  waitforTimeout: 20_000,
  mochaOpts: { timeout: 60_000 },
  capabilities: [
    {
      browserName: "chrome",
      "goog:chromeOptions": { binary: chromium.path, args: chromium.args },
      "wdio:chromedriverOptions": { binary: chromium.driver },
    },
  ],
};
