// Checks the types of both packages with TypeScript from 5.4 on, in strict mode, checking the libraries' own types too,
// with each way of module resolution.
import { execFile } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { prepare, root } from "./project.mjs";

const compilers = ["typescript-5.4", "typescript-5.6", "typescript-5.9", "typescript-6", "typescript-7"];
const strict = {
  strict: true,
  noImplicitOverride: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: ["node"],
};
const ways = {
  bundler: { module: "esnext", moduleResolution: "bundler", package: "module" },
  "node16, ESM": { module: "node16", moduleResolution: "node16", package: "module" },
  "node16, CommonJS": { module: "node16", moduleResolution: "node16", package: "commonjs" },
  node10: { module: "commonjs", moduleResolution: "node10", package: "commonjs" },
};

const folder = await prepare({ name: "types", packages: ["browser-sdk", "sandbox"] });
let passed = 0;
let failed = 0;
console.log(`| TypeScript | ${Object.keys(ways).join(" | ")} |\n|---|${"---|".repeat(Object.keys(ways).length)}`);
for (const compiler of compilers) {
  const results = [];
  for (const [way, { package: type, ...options }] of Object.entries(ways)) {
    // TypeScript 7 has no node10, and 6 requires an acknowledgement that it is deprecated.
    if (way === "node10" && compiler === "typescript-7") {
      results.push("–");
      continue;
    }
    const silenced = way === "node10" && compiler === "typescript-6" ? { ignoreDeprecations: "6.0" } : {};
    const project = join(folder, way.replace(/\W+/g, "-"));
    await mkdir(project, { recursive: true });
    for (const source of ["agent.ts", "kit.ts"]) await cp(join(folder, source), join(project, source));
    await cp(join(root, "scripts/e2e/consumers/types/fake.ts"), join(project, "fake.ts"));
    await writeFile(join(project, "package.json"), JSON.stringify({ type }));
    await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...strict, ...options, ...silenced }, files: ["agent.ts", "fake.ts", "kit.ts"] }));
    const tsc = join(folder, "node_modules", compiler, "bin/tsc");
    const errors = await promisify(execFile)(process.execPath, [tsc, "-p", project]).then(() => "", ({ stdout, stderr }) => stdout || stderr);
    results.push(errors ? "failed" : "ok");
    if (errors) console.error(`${compiler}, ${way}:\n${errors}`);
    errors ? failed++ : passed++;
  }
  console.log(`| ${compiler.replace("typescript-", "")} | ${results.join(" | ")} |`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
