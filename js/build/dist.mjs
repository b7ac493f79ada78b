// Builds js/dist: the module in its two forms, the shim as a classic script and as an ES module, its types and licences; a
// second copy of what pages load in hashed/, under names that change with the content; and manifest.json, which lists it all.
import { rmSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { brotlied, gzipped } from "./compress.mjs";
import { compile, root } from "./go.mjs";
import { checkLoader } from "./go_loader.mjs";
import { identity } from "./identity.mjs";
import { hashedName, shortIntegrityOf } from "./integrity.mjs";
import { initialise } from "./initialise.mjs";
import { lower } from "./lower.mjs";
import { manifest } from "./manifest.mjs";
import { noticesOf, shippedWorks } from "./notices.mjs";
import { optimise } from "./optimise.mjs";
import { sbomOf } from "./sbom.mjs";
import { bundle, entries, fakes, phone, phoneModule, tabs, tabsModule } from "./scripts.mjs";

const js = join(root, "js");
const dist = join(js, "dist");
const unfinished = join(root, ".build", `dist-${process.pid}`);

const id = await identity();

// A failed build leaves the last good one in place, and two simultaneous builds do not mix.
await mkdir(unfinished, { recursive: true });
process.on("exit", () => rmSync(unfinished, { recursive: true, force: true }));

const compiled = join(unfinished, "udesk-ccpaas.wasm");
const lowered = join(unfinished, "udesk-ccpaas-mvp.wasm");
await compile("./wasm", compiled, { build: id.build });
await checkLoader(await readFile(compiled));
// START=page leaves the program's start to the page, to measure its cost.
const aside = process.env.START === "page" ? null : await initialise(compiled, compiled);
await optimise(compiled);
await lower(compiled, lowered);
const modules = await Promise.all([compiled, lowered].map(readModule));

const { inputs } = await put("", (name) => name);
const { names } = await put("hashed", hashedName);
const works = await shippedWorks({ inputs });
await Promise.all([
  ...["index.d.ts", "index.d.cts"].map((name) => copyFile(join(js, "src/index.d.ts"), join(unfinished, name))),
  copyFile(join(js, "src/fake/index.d.ts"), join(unfinished, "fake.d.ts")),
  readFile(join(js, "src/fake/index.d.ts"), "utf8").then((types) =>
    writeFile(join(unfinished, "fake.d.cts"), types.replaceAll("./index.js", "./index.cjs")),
  ),
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
 * put writes what pages load into a folder of js/dist. `named` returns a file's name there for its name and content.
 * A script contains the names and hashes of what it loads, so those files come first. Returns the files' paths by
 * their names, and the sources of the scripts.
 */
async function put(folder, named) {
  const names = {};
  const write = async (name, content, file = named(name, content)) => {
    names[name] = join(folder, file);
    await writeFile(join(unfinished, folder, file), content);
    return file;
  };
  await mkdir(join(unfinished, folder), { recursive: true });

  const constants = { VERSION: id.version, BUILD_ID: id.build, ASIDE: aside };
  for (const [at, constant] of ["MODULE", "LOWERED"].entries()) {
    const { name, content, gz, br } = modules[at];
    const file = await write(name, content);
    await write(`${name}.gz`, gz, `${file}.gz`);
    await write(`${name}.br`, br, `${file}.br`);
    Object.assign(constants, { [`${constant}_FILE`]: file, [`${constant}_INTEGRITY`]: shortIntegrityOf(content) });
  }
  const inputs = {};
  const writeScripts = async (forms) => {
    const written = [];
    for (const { name, code, map, metafile } of await bundle(forms, folder, constants)) {
      const content = `${code}//# sourceMappingURL=${await write(`${name}.map`, map)}\n`;
      written.push({ content, file: await write(name, content) });
      Object.assign(inputs, metafile.inputs);
    }
    return written;
  };
  const [chunk] = await writeScripts(phone);
  const [importedPhone] = await writeScripts(phoneModule);
  const [tabsChunk] = await writeScripts(tabs);
  const [importedTabs] = await writeScripts(tabsModule);
  const inlined = await write("udesk-ccpaas-inlined.mjs", `export default "${modules[0].gz.toString("base64")}";\n`);
  Object.assign(constants, {
    PHONE_FILE: chunk.file,
    PHONE_INTEGRITY: shortIntegrityOf(chunk.content),
    PHONE_MODULE_FILE: `./${importedPhone.file}`,
    TABS_FILE: tabsChunk.file,
    TABS_INTEGRITY: shortIntegrityOf(tabsChunk.content),
    TABS_MODULE_FILE: `./${importedTabs.file}`,
    INLINED_FILE: `./${inlined}`,
  });
  await writeScripts(entries);
  if (!folder) {
    await writeScripts(fakes);
  }
  return { names, inputs };
}
