// Prints the size of each shipped file and fails if one exceeds its budget (scripts/size-budget.json, after
// brotli: in bytes, as a multiple of an empty Go program built in the same way, or of another file).
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { brotlied, gzipped } from "../../js/build/compress.mjs";
import { compile, root } from "../../js/build/go.mjs";

const dist = join(root, "js", "dist");
const budgets = JSON.parse(await readFile(join(root, "scripts", "size-budget.json"), "utf8"));

const floorFile = join(root, ".build", "floor.wasm");
await compile("./scripts/size/floor", floorFile);
const floor = await weigh("(empty Go program)", floorFile);

// Excludes second copies (hashed/, compressed forms) and files that only tools use.
const shipped = (await readdir(dist, { withFileTypes: true }))
  .filter((entry) => entry.isFile() && !/\.(gz|br|map|json)$/.test(entry.name))
  .map((entry) => entry.name)
  .sort();
const files = await Promise.all(shipped.map((name) => weigh(name, join(dist, name))));

console.log(row("file", "raw", "gzip -9", "brotli -q 11", "x floor", "budget"));
for (const file of [floor, ...files]) {
  const limit = limitOf(file.name);
  const times = file.name.endsWith(".wasm") ? (file.brotli / floor.brotli).toFixed(2) : "";
  console.log(row(file.name, file.raw, file.gzip, file.brotli, times, limit ?? ""));
}

const complaints = Object.keys(budgets).flatMap((name) => {
  const file = files.find((candidate) => candidate.name === name);
  if (!file) return [`${name} has a budget and is not in js/dist`];
  if (file.brotli <= limitOf(name)) return [];
  return [
    `${name} is ${file.brotli} bytes after brotli, ${file.brotli - limitOf(name)} over its budget: find out what came in, or raise the budget with a reason`,
  ];
});
for (const complaint of complaints) console.error(complaint);
console.log(complaints.length === 0 ? "every file is within its budget" : "over budget");
process.exitCode = complaints.length === 0 ? 0 : 1;

async function weigh(name, path) {
  const bytes = await readFile(path);
  const [gzip, brotli] = await Promise.all([gzipped(bytes), brotlied(bytes)]);
  return { name, raw: bytes.length, gzip: gzip.length, brotli: brotli.length };
}

/** limitOf returns a file's budget in bytes after brotli, or undefined. */
function limitOf(name) {
  const budget = budgets[name];
  if (budget?.of) {
    return Math.floor(budget.times * files.find((other) => other.name === budget.of).brotli);
  }
  return budget && (budget.bytes ?? Math.floor(budget.timesFloor * floor.brotli));
}

function row(name, ...columns) {
  return name.padEnd(26) + columns.map((column) => String(column).padStart(13)).join("");
}
