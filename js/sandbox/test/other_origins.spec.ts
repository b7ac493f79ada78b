// A page from an address space other than loopback, with and without the README's configuration, in the machine's Chromium.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@playwright/test";

import { install } from "./install.ts";

const here = fileURLToPath(new URL("../", import.meta.url));

const config = `
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  export default { use: { launchOptions: { args, executablePath: process.env.CHROMIUM || "/usr/bin/chromium" } } };
`;

/** The page is the SDK's script in a document that page.route made; its result is the test's annotation. */
const spec = `
  import { readFile } from "node:fs/promises";

  import { expect, test } from "@ccpaas/sandbox/playwright";

  test.use({ sandboxSettings: { origins: ["https://agent.example.com"] } });

  test("connects", async ({ page, box }) => {
    await page.route("https://agent.example.com/**", async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const contentType = name.endsWith(".wasm") ? "application/wasm" : name ? "text/javascript" : "text/html";
      await route.fulfill({ contentType, body: name ? await readFile(process.env.SDK + name) : "<title>Agent</title>" });
    });
    await page.goto("https://agent.example.com/");
    await page.addScriptTag({ url: "https://agent.example.com/call-center-class.es6.js" });
    const options = { ...box.options("1001"), LanguageCode: "en-US" };
    // The token is there, so that the gateway's socket is what is tried.
    const outcome = await page.evaluate(async ([options, token]) => {
      const instance = new window.UdeskCCPaasApiClass({ ...options, AppDataProvider: { GetToken: () => token }, Reconnect: { Attempts: 1 } });
      return instance.ConnectAsync().then(() => "connected", ({ Message }) => Message);
    }, [options, await box.token("1001")]);
    expect(outcome).toBe("connected");
  });
`;

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ccpaas-origins-"));
  const readme = readFileSync(join(here, "README.md"), "utf8");
  const [, block = ""] = readme.match(/```ts\n(\/\/ public\.config\.ts\n.*?)```/s) ?? [];
  expect(block).toContain('permissions: ["local-network-access"]');
  install(folder, "npm install @ccpaas/sandbox @playwright/test");
  writeFileSync(join(folder, "public.config.ts"), block);
  writeFileSync(join(folder, "playwright.config.ts"), config);
  writeFileSync(join(folder, "origins.spec.ts"), spec);
});
test.afterAll(() => rmSync(folder, { recursive: true }));

const run = (file: string): string => {
  const env = { ...process.env, SDK: join(here, "../dist/") };
  return spawnSync("npx", ["playwright", "test", "--config", file, "--reporter", "line"], { cwd: folder, encoding: "utf8", env }).stdout;
};

test("the README's permission lets a page that page.route fulfilled reach the sandbox", () => {
  expect(run("public.config.ts")).toContain("1 passed");
});

test("without it Chromium refuses, and the instance says that there is no connection", () => {
  const output = run("playwright.config.ts");
  expect(output).toContain("1 failed");
  expect(output).toContain("Connecting failed");
});
