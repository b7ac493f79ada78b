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

// What the SDK's program never calls: files, processes, the stand-ins for missing classes (js/src/engine.ts looks for
// those before anything is loaded), and functions that no module of this build imports. `run` needs no async function,
// which would bring a helper with it where esbuild lowers it.
const cuts = [
  [/^\t\t\t\w+\(.*\) \{ callback\(.*\); \},\n/gm, ""],
  [/^\t\t\t\w+\(\) \{ (return -1|throw enosys\(\)); \},\n/gm, ""],
  [/^\tif \(!globalThis\.path\) \{\n[\s\S]*?\n\t\}\n/m, ""],
  [/^\tif \(!globalThis\.(crypto|performance|TextEncoder|TextDecoder)\) \{\n\t\tthrow .*\n\t\}\n/gm, ""],
  [/^\t\t\tconst testCallExport = [\s\S]*?\n\t\t\t\}\n/m, ""],
  [/^\t\t\t\t_gotest: \{\n[\s\S]*?\n\t\t\t\t\},\n/m, ""],
  [/^\t\t\tif \(.*\) \{\n\t\t\t\tthrow .*\n\t\t\t\}\n/gm, ""],
  [/^\t\t\tconst keys = Object.keys\(this.env\)[\s\S]*?\n\t\t\t\}\);\n/m, ""],
  [/^\t\tasync run\(/m, "\t\trun("],
  [/\bawait (this\._exitPromise;)/, "return $1"],
];

/**
 * withoutGlobals turns the text of wasm_exec.js into that of a module which exports loadGo. With `imported`, the names
 * of what a program imports of "gojs", nothing else is in it.
 */
export function withoutGlobals(source, imported) {
  const expect = (found, what) => {
    if (!found) {
      throw new Error(`wasm_exec.js no longer has ${what}: compare js/build/wasm_exec.mjs with this Go version's file`);
    }
  };
  for (const expected of ["globalThis.Go = ", "globalThis.fs = ", `\t${free}`]) {
    expect(source.includes(expected), expected.trim());
  }
  let text = source.replace(free, `globalThis.${free}`);
  if (imported) {
    for (const [cut, left] of cuts) {
      expect(text.search(cut) >= 0, cut);
      text = text.replace(cut, left);
    }
    text = text.replace(/^\t\t\t\t\t"([\w./]+)": \(\w+\) => \{\n[\s\S]*?\n\t\t\t\t\t\},\n/gm, (entry, name) =>
      imported.includes(name) ? entry : "",
    );
  }
  return `export function loadGo(globalThis) {\n${text}\nreturn globalThis.Go;\n}\n`;
}

/** importedBy returns the names of what a compiled Go program imports of "gojs". */
export async function importedBy(bytes) {
  return WebAssembly.Module.imports(await WebAssembly.compile(bytes)).map(({ name }) => name);
}

/** wasmExecModule returns the text of the module. It is made from the file of the Go that compiles the page's program, as the two must match. */
export async function wasmExecModule(imported) {
  return withoutGlobals(await readFile(join(await goenv("GOROOT"), "lib", "wasm", "wasm_exec.js"), "utf8"), imported);
}

/** wasmExec is the esbuild plugin that resolves "wasm_exec". */
export const wasmExec = (imported) => ({
  name: "wasm_exec",
  setup(build) {
    build.onResolve({ filter: /^wasm_exec$/ }, () => ({ path: "wasm_exec.js", namespace: "goroot" }));
    build.onLoad({ filter: /.*/, namespace: "goroot" }, async () => ({ contents: await wasmExecModule(imported) }));
  },
});
