// Makes Go's wasm_exec.js importable as the module "wasm_exec", without its globals.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { goenv } from "./go.mjs";

// The script puts its class and three stand-ins for Node's modules on the global object, where a page,
// or another Go program in it, would meet them. Here the four are local variables instead. The script's
// own free name `fs` then means the local one. Go reads the other side of it, js.Global().Get("fs"),
// "process" and "path" once while package syscall starts; the Reflect below answers these three. The
// global object that Go sees is the real one, because fetch or setTimeout refuse any other `this`.
//
// The page's own `process` or `fs` is never handed to Go. wasm_exec.js would take it, but what a
// bundler or a file system library puts there often lacks fs.constants, and then Go does not start.
const before = `
export function loadGo() {
  // Chromium before 71 has no globalThis; other scripts may replace self, and nobody window.
  const globalThis = typeof window === "object" ? window : self;
  let Go, fs, process, path;
  const Reflect = Object.assign(Object.create(globalThis.Reflect), {
    get(target, name) {
      if (target === globalThis) {
        switch (name) {
          case "fs": return fs;
          case "process": return process;
          case "path": return path;
        }
      }
      return globalThis.Reflect.get(target, name);
    },
  });
`;
const after = `
  return Go;
}
`;

/** withoutGlobals turns the text of wasm_exec.js into that of a module which exports loadGo. */
export function withoutGlobals(source) {
  const body = source.replace(/\bglobalThis\.(Go|fs|process|path)\b/g, "$1");
  for (const name of ["Go", "fs", "process", "path"]) {
    if (!body.includes(`\t${name} = `)) {
      throw new Error(`wasm_exec.js no longer sets globalThis.${name}: compare js/build/wasm_exec.mjs with this Go version's file`);
    }
  }
  const stray = body.match(/\bglobalThis\.\w+ = /);
  if (stray) {
    throw new Error(`wasm_exec.js sets a new global (${stray[0]}…): make it local in js/build/wasm_exec.mjs`);
  }
  return before + body + after;
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
