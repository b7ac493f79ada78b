// Collects the licences of everything that is inside the shipped files.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { go, goenv, root } from "./go.mjs";

/**
 * notices returns the text of THIRD-PARTY-NOTICES.txt: Go itself (its runtime and standard
 * library), the modules that the page's program links, and the npm packages among the inputs
 * of esbuild's metafile.
 */
/** shippedWorks are the works inside the shipped files: `{name, folder, purl}`; the folder has the licence. */
export async function shippedWorks(metafile) {
  return [
    await goItself("runtime and standard library, and what the loader was written after, wasm_exec.js"),
    ...(await linkedModules()),
    ...(await bundledPackages(metafile)),
  ];
}

/** goItself is Go as a work; `parts` names what of it is shipped. */
export async function goItself(parts) {
  const version = (await goenv("GOVERSION")).slice(2);
  return { name: `Go ${version} (${parts})`, folder: await goenv("GOROOT"), purl: `pkg:golang/std@${version}` };
}

/** noticesOf returns such a text for works: `{name, folder}`; the folder has the licence. */
export async function noticesOf(works) {
  const parts = await Promise.all(works.map(async (work) => `${work.name}\n\n${await licence(work)}`));
  return ["The files beside this one contain the following works, each under the licence that follows its name.\n", ...parts].join(
    `\n${"=".repeat(80)}\n\n`,
  );
}

/** linkedModules are the works that a Go program links; `list` runs the go command for the program's platform. */
export async function linkedModules(list = go, program = "./wasm") {
  const format = "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}";
  const lines = new Set((await list("list", "-deps", "-f", format, program)).split("\n").filter(Boolean));
  return [...lines].sort().map((line) => {
    const [path, version, folder] = line.split("\t");
    return { name: `${path} ${version}`, folder, purl: `pkg:golang/${path.toLowerCase()}@${version}` };
  });
}

async function bundledPackages(metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const folder = input.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/);
    if (folder) folders.add(folder[0]);
  }
  return Promise.all(
    [...folders].sort().map(async (relative) => {
      const folder = join(root, "js", relative);
      const { name, version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
      return { name: `${name} ${version}`, folder, purl: `pkg:npm/${name.replace("@", "%40")}@${version}` };
    }),
  );
}

/** licence is the text of a work's licence. */
export async function licence({ name, folder }) {
  // REUSE has a folder LICENSES beside the file, with the licences of a project's other parts.
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map(({ name: file }) => file)
    .sort();
  if (files.length === 0) {
    throw new Error(`${name} has no licence file: find out its licence before it is shipped`);
  }
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return texts.map((text) => text.replace(/\r\n/g, "\n").trim() + "\n").join("\n");
}
