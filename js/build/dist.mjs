// Builds js/dist: the module in its two forms, the shim as a classic script and as an ES module, its types and licences; what pages
// load a second time in hashed/, under names that change with the content; and manifest.json, which lists it all.
import { rmSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { brotlied, gzipped } from "./compress.mjs";
import { compile, root } from "./go.mjs";
import { identity } from "./identity.mjs";
import { hashedName, integrityOf } from "./integrity.mjs";
import { lower } from "./lower.mjs";
import { manifest } from "./manifest.mjs";
import { noticesOf, shippedWorks } from "./notices.mjs";
import { sbomOf } from "./sbom.mjs";
import { bundle, entries, phone, phoneModule } from "./scripts.mjs";
import { importedBy } from "./wasm_exec.mjs";

const js = join(root, "js");
const dist = join(js, "dist");
const unfinished = join(root, ".build", `dist-${process.pid}`);

const id = await identity();

// A build that fails leaves the last good one in place, and two at a time do not mix.
await mkdir(unfinished, { recursive: true });
process.on("exit", () => rmSync(unfinished, { recursive: true, force: true }));

const compiled = join(unfinished, "udesk-ccpaas.wasm");
const lowered = join(unfinished, "udesk-ccpaas-mvp.wasm");
await compile("./wasm", compiled, { build: id.build });
await lower(compiled, lowered);
const modules = await Promise.all([compiled, lowered].map(readModule));
const imported = await importedBy(modules[0].content);

const { inputs } = await put("", (name) => name);
const { names } = await put("hashed", hashedName);
const works = await shippedWorks({ inputs });
await Promise.all([
  ...["index.d.ts", "index.d.cts"].map((name) => copyFile(join(js, "src/index.d.ts"), join(unfinished, name))),
  copyFile(join(root, "LICENSE"), join(unfinished, "LICENSE")),
  writeFile(join(unfinished, "THIRD-PARTY-NOTICES.txt"), await noticesOf(works)),
  writeFile(join(unfinished, "sbom.cdx.json"), await sbomOf(id, works)),
]);
await writeFile(join(unfinished, "manifest.json"), await manifest(unfinished, id, names));

await rm(dist, { recursive: true, force: true });
await rename(unfinished, dist);
console.log(`js/dist: version ${id.version}, build ${id.build}`);

async function readModule(path) {
  const content = await readFile(path);
  const [gz, br] = await Promise.all([gzipped(content), brotlied(content)]);
  return { name: basename(path), content, gz, br };
}

/**
 * put writes what pages load into a folder of js/dist. `named` gives a file its name there, by its name and content;
 * a script has the names and hashes of what it loads inside, so that comes first. Returns the files' paths by their
 * names, and the sources that are inside the scripts.
 */
async function put(folder, named) {
  const names = {};
  const write = async (name, content, file = named(name, content)) => {
    names[name] = join(folder, file);
    await writeFile(join(unfinished, folder, file), content);
    return file;
  };
  await mkdir(join(unfinished, folder), { recursive: true });

  const constants = { VERSION: id.version, BUILD_ID: id.build };
  for (const [at, constant] of ["MODULE", "LOWERED"].entries()) {
    const { name, content, gz, br } = modules[at];
    const file = await write(name, content);
    await write(`${name}.gz`, gz, `${file}.gz`);
    await write(`${name}.br`, br, `${file}.br`);
    Object.assign(constants, { [`${constant}_FILE`]: file, [`${constant}_INTEGRITY`]: integrityOf(content) });
  }
  const inputs = {};
  const writeScripts = async (forms) => {
    const written = [];
    for (const { name, code, map, metafile } of await bundle(forms, folder, constants, imported)) {
      const content = `${code}//# sourceMappingURL=${await write(`${name}.map`, map)}\n`;
      written.push({ content, file: await write(name, content) });
      Object.assign(inputs, metafile.inputs);
    }
    return written;
  };
  const [chunk] = await writeScripts(phone);
  const [importedPhone] = await writeScripts(phoneModule);
  const inlined = await write("udesk-ccpaas-inlined.mjs", `export default "${modules[0].gz.toString("base64")}";\n`);
  Object.assign(constants, {
    PHONE_FILE: chunk.file,
    PHONE_INTEGRITY: integrityOf(chunk.content),
    PHONE_MODULE_FILE: `./${importedPhone.file}`,
    INLINED_FILE: `./${inlined}`,
  });
  await writeScripts(entries);
  return { names, inputs };
}
