// Follows the README exactly in an empty folder: writes its files and runs its commands.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@playwright/test";

import { install } from "./install.ts";

const here = fileURLToPath(new URL("../", import.meta.url));

interface Block {
  language: string;
  text: string;
  /** The text of its first line, a comment. */
  file?: string;
}

const readme = readFileSync(join(here, "README.md"), "utf8");
const blocks: Block[] = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => {
  const file = text.match(/^(?:\/\/|#|<!--) (\S+\.\w+)/)?.[1];
  return { language, text, ...(file ? { file } : {}) };
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The page's server: it serves the folder, and the SDK under /sdk/. */
const server = (port: number) => `
  import { readFile } from "node:fs/promises";
  import { createServer } from "node:http";
  const types = { html: "text/html; charset=utf-8", js: "text/javascript", wasm: "application/wasm" };
  createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://page");
    const file = await readFile("." + pathname).catch(() => undefined);
    response.writeHead(file ? 200 : 404, { "Content-Type": types[pathname.split(".").pop()] ?? "text/plain" }).end(file);
  }).listen(${port}, "127.0.0.1");
`;

/** The machine's own browser, as no test of this repository downloads one. */
const config = `
  import config from "./playwright.config.ts";
  export default { ...config, workers: 8, reporter: "line", use: { ...config.use, launchOptions: {
    ...config.use.launchOptions, executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  } } };
`;

/** How often each of its tests runs, with 8 workers. */
const repetitions = Number(process.env.REPEAT ?? 1);

// Outside this repository, so that nothing in it is found by accident.
let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ccpaas-readme-"));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

test("every block of the README works as it stands there", async () => {
  test.setTimeout(60_000 + repetitions * 10_000);
  const port = await freePort();
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

  const languages = blocks.map(({ language, file }) => `${language} ${file ?? ""}`.trim());
  expect(languages).toEqual([
    "sh", "html agent.html", "ts tests/agent.spec.ts", "ts tests/phone.spec.ts", "ts playwright.config.ts", "ts public.config.ts", "yaml .github/workflows/test.yml", "json", "js token.test.mjs", "sh", "ts tests/recorded.spec.ts",
  ]);
  for (const { file, text } of blocks) {
    if (file) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text.replaceAll("4173", String(port)));
    }
  }
  writeFileSync(join(folder, "server.mjs"), server(port));
  writeFileSync(join(folder, "machine.config.ts"), config);
  cpSync(join(here, "../../scripts/wirecheck/testdata/call.scenario.json"), join(folder, "call.scenario.json"));
  cpSync(join(here, "../dist"), join(folder, "sdk"), { recursive: true });
  install(folder, blocks[0]!.text.trim());

  const steps = [...blocks.find(({ language }) => language === "yaml")!.text.matchAll(/- run: (.+)/g)].map((match) => match[1]);
  expect(steps).toEqual(["npm ci", "npx playwright install --with-deps chromium", "npx playwright test"]);
  // The first two are already done: from tarballs, and in the machine's setup.
  expect(run("npx", "playwright", "test", "--config", "machine.config.ts", "--repeat-each", String(repetitions))).toContain(`${6 * repetitions} passed`);

  expect(run(process.execPath, "--test", "token.test.mjs")).toContain("# pass 1");

  const strict = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--lib", "es2022,dom", "--typeRoots", join(here, "node_modules/@types")];
  run(join(here, "node_modules/.bin/tsc"), ...strict, "--allowImportingTsExtensions", "tests/agent.spec.ts", "tests/phone.spec.ts", "tests/recorded.spec.ts", "playwright.config.ts", "public.config.ts");
});
