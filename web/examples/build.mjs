// Builds the examples into .build/examples, where the dev server finds them: node build.mjs
import { copyFile, cp, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "vite";

import { compile, goenv, root } from "../../js/build/go.mjs";

const source = fileURLToPath(new URL("./", import.meta.url));
const output = join(root, ".build", "examples");
const unfinished = join(root, ".build", `examples-${process.pid}`);
const from = (...names) => join(source, ...names);
const to = (...names) => join(unfinished, ...names);

await mkdir(to("go"), { recursive: true });
await Promise.all([
  copyFile(from("index.html"), to("index.html")),
  cp(from("plain"), to("plain"), { recursive: true }),
  copyFile(from("go", "index.html"), to("go", "index.html")),
  copyFile(join(await goenv("GOROOT"), "lib", "wasm", "wasm_exec.js"), to("go", "wasm_exec.js")),
  compile("./web/examples/go", to("go", "main.wasm")),
  ...["react", "vue"].map((name) => build({ root: from(name), build: { outDir: to(name), emptyOutDir: true }, logLevel: "error" })),
]);
await copyFile(from("node_modules/jquery/dist/jquery.min.js"), to("plain", "jquery.min.js"));

await rm(output, { recursive: true, force: true });
await rename(unfinished, output);
