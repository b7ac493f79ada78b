// Opens a page of every toolchain, with the SDK from its packed tarball, and prints each result.
//
//	node run.mjs [toolchain...]
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { launch, startSandbox, visit } from "./browser.mjs";
import { freePort } from "../free_port.mjs";
import { run, serve, serveFiles } from "./processes.mjs";
import { prepare, root, versions } from "./project.mjs";
import { toolchains } from "./toolchains.mjs";

const asked = process.argv.slice(2);
const chosen = toolchains.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (chosen.length === 0) {
  console.error(`no such toolchain; there are ${toolchains.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const everything = ["connect", "idle", "dial", "event", "hang up", "web phone"];
const rows = [];
const sandbox = await startSandbox();
const browser = await launch();

for (const toolchain of chosen) {
  const began = Date.now();
  try {
    const folder = await prepare(toolchain);
    const named = (await versions(folder, toolchain.versions)).join(", ");
    note({ name: named, mode: "install", page: "", result: "ok", module: "", began });
    for (const way of toolchain.ways) await tryWay(folder, named, way);
  } catch (error) {
    note({ name: toolchain.name, mode: "install", page: "", result: String(error.message), module: "", began });
  }
}
await browser.close();
sandbox.close();

const table = [
  "| toolchain | mode | page | result | module | s |",
  "|---|---|---|---|---|---|",
  ...rows
    .filter(({ mode, result }) => mode !== "install" || result !== "ok")
    .map(({ name, mode, page, result, module, seconds }) => `| ${[name, mode, page, result.split("\n")[0], module, seconds].join(" | ")} |`),
].join("\n");
await writeFile(join(root, ".build/toolchains/table.md"), `${table}\n`);
console.log(`\n${table}\n`);
const failed = rows.filter(({ result }) => result !== "ok").length;
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Builds and serves a project one way, and opens its pages. */
async function tryWay(folder, name, { mode, pages, build = [], copied = [], files, server }) {
  let began = Date.now();
  let served;
  try {
    for (const command of build) await run(folder, command);
    for (const pair of copied) {
      const [from, to = from] = pair.split(":");
      await mkdir(join(folder, files), { recursive: true });
      await cp(join(folder, from), join(folder, files, to), { recursive: true });
    }
    const port = await freePort();
    served = files ? await serveFiles(join(folder, files)) : await serve(folder, server(port), port);
    for (const [page, path] of Object.entries(pages)) {
      const { steps, failed, module } = await visit(browser, served.url + path, sandbox.origin);
      const done = steps.join() === everything.join();
      note({ name, mode, page, result: done && !failed ? "ok" : `after ${steps.at(-1) ?? "nothing"}: ${failed}`, module, began });
      began = Date.now();
    }
  } catch (error) {
    note({ name, mode, page: "", result: String(error.message), module: "", began });
  } finally {
    await served?.close();
  }
}

function note({ began, ...row }) {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  rows.push({ ...row, seconds });
  console.log(`${[row.name, row.mode, row.page].filter(Boolean).join(", ")}: ${row.result} (${seconds} s)`);
}
