// Lowers a module to WebAssembly's first version, for browsers that lack what Go's compiler uses besides.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { root } from "./go.mjs";

const wasmOpt = join(root, "js/node_modules/.bin/wasm-opt");

/** Each feature that Go's compiler uses beyond the first version, with the pass that does without it. js/src/engine.ts looks for them. */
const features = {
  "bulk-memory-opt": "llvm-memory-copy-fill-lowering",
  "sign-ext": "signext-lowering",
  "nontrapping-float-to-int": "llvm-nontrapping-fptoint-lowering",
};

/**
 * lower writes the lowered form of a module. It fails where the module uses another feature than the three, which
 * happens when a new Go emits one, and where the result is not what the first version allows.
 */
export async function lower(module, output) {
  const enabled = Object.keys(features).map((name) => `--enable-${name}`);
  const passes = Object.values(features).map((name) => `--${name}`);
  await promisify(execFile)(wasmOpt, ["--mvp-features", ...enabled, ...passes, module, "-o", output]);
  await promisify(execFile)(wasmOpt, ["--mvp-features", "--quiet", output]);
}
