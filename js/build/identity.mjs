// Identifies the build: name and version from package.json, the build id from the sources.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { goenv, root } from "./go.mjs";

/**
 * identity returns the package's name, its version and the id that shim and module compare first:
 * a hash of everything that determines the files: sources, dependencies and build scripts.
 */
export async function identity() {
  const { name, version } = JSON.parse(await readFile(join(root, "js/package.json"), "utf8"));
  const files = [
    "go.mod",
    "go.sum",
    "js/package.json",
    "js/package-lock.json", // JsSIP, and what bundles and lowers
    ...(await filesUnder("js/build", () => true)),
    ...(await filesUnder("sdk", (name) => name.endsWith(".go") && !name.endsWith("_test.go"))),
    ...(await filesUnder("wasm", (name) => !name.endsWith("_test.go"))),
    ...(await filesUnder("js/src", () => true)),
  ];
  // The version of Go affects the output.
  const hash = createHash("sha256").update(await goenv("GOVERSION"));
  for (const file of files.sort()) {
    const content = await readFile(join(root, file));
    hash.update(`\n${file} ${content.length}\n`).update(content);
  }
  return { name, version, build: hash.digest("hex").slice(0, 16) };
}

async function filesUnder(folder, wanted) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length));
}
