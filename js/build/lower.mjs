// Lowers a module to WebAssembly's first version, for browsers that lack the later features that Go's compiler uses.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { root } from "./go.mjs";

/** Each feature that Go's compiler uses beyond the first version, and the pass that removes it. js/src/engine.ts tests them. */
const features = {
  "bulk-memory-opt": "llvm-memory-copy-fill-lowering",
  "sign-ext": "signext-lowering",
  "nontrapping-float-to-int": "llvm-nontrapping-fptoint-lowering",
};

/** wasmOpt runs binaryen on a module that uses these features and no others. */
export const wasmOpt = (...args) =>
  promisify(execFile)(join(root, "js/node_modules/.bin/wasm-opt"), [
    "--mvp-features",
    ...Object.keys(features).map((name) => `--enable-${name}`),
    ...args,
  ]);

/**
 * lower writes the lowered form of a module. It fails if the module uses a feature other than these three, which happens
 * when a new Go emits one, and if the result is not valid in the first version.
 */
export async function lower(module, output) {
  const passes = Object.values(features).map((name) => `--${name}`);
  const without = Object.keys(features).map((name) => `--disable-${name}`);
  await wasmOpt(...passes, module, "-o", output);
  await wasmOpt(...without, "--quiet", output);
}
