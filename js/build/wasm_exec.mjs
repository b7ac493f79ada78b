// Makes Go's wasm_exec.js importable as the module "wasm_exec", without its globals.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { goenv } from "./go.mjs";

// The script puts its class and three stand-ins for Node's modules on the global object, where a page,
// or another Go program in it, would meet them; and Go takes from there what it uses: Object, WebSocket,
// fetch, and so on. Here that object is one of the SDK's own, which js/src/world.ts makes, so that neither
// side meets what the other has there. The script's free names (setTimeout, Map) are those of
// js/src/builtins.ts like in all other files of the SDK.
const free = "fs.writeSync(fd,";

/** withoutGlobals turns the text of wasm_exec.js into that of a module which exports loadGo. */
export function withoutGlobals(source) {
  for (const expected of ["globalThis.Go = ", "globalThis.fs = ", `\t${free}`]) {
    if (!source.includes(expected)) {
      throw new Error(`wasm_exec.js no longer has ${expected.trim()}: compare js/build/wasm_exec.mjs with this Go version's file`);
    }
  }
  return `export function loadGo(globalThis) {\n${source.replace(free, `globalThis.${free}`)}\nreturn globalThis.Go;\n}\n`;
}

/** wasmExecModule returns the text of the module. It is made from the file of the Go that compiles the page's program, as the two must match. */
export async function wasmExecModule() {
  return withoutGlobals(await readFile(join(await goenv("GOROOT"), "lib", "wasm", "wasm_exec.js"), "utf8"));
}

/** wasmExec is the esbuild plugin that resolves "wasm_exec". */
export const wasmExec = {
  name: "wasm_exec",
  setup(build) {
    build.onResolve({ filter: /^wasm_exec$/ }, () => ({ path: "wasm_exec.js", namespace: "goroot" }));
    build.onLoad({ filter: /.*/, namespace: "goroot" }, async () => ({ contents: await wasmExecModule() }));
  },
};
