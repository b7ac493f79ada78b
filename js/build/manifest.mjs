// Lists the contents of js/dist, for pages and deployments that pin what they load.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

import { integrityOf } from "./integrity.mjs";

/**
 * manifest returns the text of manifest.json: name, version and build, and for each file in the folder its size and
 * hash, and the path of its copy in hashed/ if there is one; `copies` maps the file's name to it.
 */
export async function manifest(folder, identity, copies) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, "/"));
  const files = {};
  for (const name of names.sort()) {
    const bytes = await readFile(join(folder, name));
    files[name] = { bytes: bytes.length, integrity: integrityOf(bytes), hashed: copies[name] };
  }
  return JSON.stringify({ ...identity, files }, null, 2) + "\n";
}
