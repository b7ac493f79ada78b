// Adds the CommonJS form of @ccpaas/sandbox to its dist, for Jest without configuration and for programs that require().
import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build } from "esbuild";

/** commonJS writes dist/cjs: the two entries as CommonJS, and the types, which there mean CommonJS too. */
export async function commonJS(folder) {
  const cjs = join(folder, "dist/cjs");
  await mkdir(cjs, { recursive: true });
  await writeFile(join(cjs, "package.json"), `{ "type": "commonjs" }\n`);
  await build({
    absWorkingDir: folder,
    entryPoints: ["src/index.ts", "src/playwright.ts"],
    outdir: cjs,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "cjs",
    target: "node20",
    // createRequire takes a path too.
    define: { "import.meta.url": "__filename" },
    plugins: [oneSandbox],
    logLevel: "warning",
  });
  const types = (await readdir(join(folder, "dist"))).filter((name) => name.endsWith(".d.ts"));
  await Promise.all(types.map((name) => copyFile(join(folder, "dist", name), join(cjs, name))));
}

/** The second entry requires the first one, so that both have the same classes. */
const oneSandbox = {
  name: "one sandbox",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/index\.ts$/ }, ({ kind }) => (kind === "entry-point" ? undefined : { path: "./index.js", external: true }));
  },
};
