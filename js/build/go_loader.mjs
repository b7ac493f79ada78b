// Compares js/src/go.ts, which runs the Go program in the page, with the Go that compiles the program.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { goenv, root } from "./go.mjs";

/** The hash of the wasm_exec.js that js/src/go.ts was written for: Go 1.26's. */
const known = "0c949f4996f9a89698e4b5c586de32249c3b69b7baadb64d220073cc04acba14";

/** checkLoader throws if the loader does not fit the compiled program, whose bytes are `module`. */
export async function checkLoader(module) {
  const theirs = await readFile(join(await goenv("GOROOT"), "lib", "wasm", "wasm_exec.js"));
  const ours = await readFile(join(root, "js/src/go.ts"), "utf8");
  const wrong = misfits(createHash("sha256").update(theirs).digest("hex"), ours, await importsOf(module));
  if (wrong) {
    throw new Error(wrong);
  }
}

/** misfits returns why a loader's source does not fit a Go program, or "" if it does. */
export function misfits(hash, source, imports) {
  if (hash !== known) {
    return "this Go has another wasm_exec.js: compare js/src/go.ts with it, then put its SHA-256 into js/build/go_loader.mjs";
  }
  const missing = imports.filter((name) => !source.includes(`"${name}"`));
  return missing.length ? `the module imports what js/src/go.ts has not: ${missing.join(", ")}` : "";
}

async function importsOf(bytes) {
  const all = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
  // The others are the crossing's.
  return all.filter(({ module }) => module === "gojs").map(({ name }) => name);
}
