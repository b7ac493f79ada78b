// Runs a user's tests in each test runner, with both packages from their tarballs, and prints each result.
//
//	node runners.mjs [runner...]
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { run } from "./processes.mjs";
import { prepare, root, versions } from "./project.mjs";

const program = `sandbox-${process.platform}-${process.arch}`;
const runners = [
  { name: "jest", versions: ["jest"], command: ["jest"] },
  { name: "vitest", versions: ["vitest", "jsdom", "happy-dom"], command: ["vitest", "run"] },
  { name: "puppeteer", versions: ["puppeteer-core"], command: ["node", "--test", "agent.test.mjs"] },
  { name: "selenium", versions: ["selenium-webdriver"], command: ["node", "--test", "agent.test.mjs"] },
  { name: "webdriverio", versions: ["webdriverio"], command: ["wdio", "run", "wdio.conf.mjs"] },
];

const asked = process.argv.slice(2);
const chosen = runners.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (chosen.length === 0) {
  console.error(`no such runner; there are ${runners.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
let failed = 0;
for (const runner of chosen) {
  const began = Date.now();
  let result = "ok";
  let named = runner.name;
  try {
    const folder = await prepare({ ...runner, sources: ["runner"], packages: ["browser-sdk", "sandbox", program] });
    if (runner.name === "vitest") await withTheGuide(folder);
    named = (await versions(folder, runner.versions)).join(", ");
    await run(folder, runner.command);
  } catch (error) {
    failed++;
    result = String(error.message);
  }
  console.log(`${named}: ${result} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** The guide's component and its test, for jsdom and for happy-dom. */
async function withTheGuide(folder) {
  const guide = join(root, "web/docs/testing");
  for (const name of ["agent_bar.js", "agent_bar.test.js"]) await cp(join(guide, name), join(folder, name));
  const test = await readFile(join(guide, "agent_bar.test.js"), "utf8");
  await writeFile(join(folder, "agent_bar.happy-dom.test.js"), test.replace("@vitest-environment jsdom", "@vitest-environment happy-dom"));
}
