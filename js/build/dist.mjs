// Builds js/dist: the module, the shim as a classic script and as an ES module, its types and licences.
import { rmSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build } from "esbuild";

import { brotlied, gzipped } from "./compress.mjs";
import { compile, root } from "./go.mjs";
import { identity } from "./identity.mjs";
import { notices } from "./notices.mjs";
import { wasmExec } from "./wasm_exec.mjs";

const js = join(root, "js");
const dist = join(js, "dist");
const unfinished = join(root, ".build", `dist-${process.pid}`);
const module = join(unfinished, "udesk-ccpaas.wasm");

const id = await identity();

// A build that fails leaves the last good one in place, and two at a time do not mix.
await mkdir(unfinished, { recursive: true });
process.on("exit", () => rmSync(unfinished, { recursive: true, force: true }));

const shim = (source, output, options) =>
  build({
    absWorkingDir: js,
    entryPoints: [source],
    outfile: join(unfinished, output),
    bundle: true,
    minify: true,
    metafile: true,
    // Labels are Chinese, and a classic script is read in the page's encoding: escapes survive any.
    charset: "ascii",
    define: { VERSION: JSON.stringify(id.version), BUILD_ID: JSON.stringify(id.build) },
    banner: { js: `/*! ccpaas-go ${id.version}, Apache-2.0; contains works listed in THIRD-PARTY-NOTICES.txt */` },
    plugins: [wasmExec],
    logLevel: "warning",
    ...options,
  });

const [classic, esm] = await Promise.all([
  shim("src/classic.ts", "call-center-class.es6.js", { format: "iife", target: "es2015" }),
  shim("src/index.ts", "index.mjs", { format: "esm", target: "es2020" }),
  compile("./wasm", module, id),
  copyFile(join(js, "src/index.d.ts"), join(unfinished, "index.d.ts")),
  copyFile(join(root, "LICENSE"), join(unfinished, "LICENSE")),
]);

const wasm = await readFile(module);
const inputs = { ...classic.metafile.inputs, ...esm.metafile.inputs };
await Promise.all([
  writeFile(`${module}.gz`, await gzipped(wasm)),
  writeFile(`${module}.br`, await brotlied(wasm)),
  writeFile(join(unfinished, "THIRD-PARTY-NOTICES.txt"), await notices({ inputs })),
]);

await rm(dist, { recursive: true, force: true });
await rename(unfinished, dist);
console.log(`js/dist: version ${id.version}, build ${id.build}`);
