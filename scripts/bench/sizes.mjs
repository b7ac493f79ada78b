// What a page downloads.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { brotlied } from "../../js/build/compress.mjs";
import { compile, root } from "../../js/build/go.mjs";

/** sizes returns the bytes of a client's script and, if there is one beside it, of its module; raw and after brotli. */
export async function sizes({ files, folder, kind }) {
  const scripts = await weigh(await Promise.all(files.map((file) => readFile(file))));
  const readings = { "script.raw": scripts.raw, "script.brotli": scripts.brotli };
  const modules = kind === "minimal" ? [] : (await readdir(folder)).filter((name) => name.endsWith(".wasm"));
  // The one for old engines has the longer name.
  modules.sort((a, b) => a.length - b.length);
  if (modules.length > 0) {
    const module = await weigh([await readFile(join(folder, modules[0]))]);
    Object.assign(readings, { "module.raw": module.raw, "module.brotli": module.brotli });
    readings["module.floor"] = module.brotli / (await floor()).brotli;
  }
  return readings;
}

/** floor is the size of an empty Go program. */
async function floor() {
  const file = join(root, ".build", "floor.wasm");
  await compile("./scripts/size/floor", file);
  return weigh([await readFile(file)]);
}

async function weigh(contents) {
  const all = await Promise.all(contents.map(async (bytes) => ({ raw: bytes.length, brotli: (await brotlied(bytes)).length })));
  const sum = (form) => all.reduce((total, weight) => total + weight[form], 0);
  return { raw: sum("raw"), brotli: sum("brotli") };
}
