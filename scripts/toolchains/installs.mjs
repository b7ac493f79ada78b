// Installs both packages from their tarballs with each package manager, as the kit's README says, and uses them.
//
//	node installs.mjs [manager...]
import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { run } from "./processes.mjs";
import { prepare, root, tarball, versions } from "./project.mjs";

const program = `sandbox-${process.platform}-${process.arch}`;
const tested = ["--test", "installed.test.mjs"];
const plugAndPlay = { YARN_NODE_LINKER: "pnp", YARN_ENABLE_IMMUTABLE_INSTALLS: "false", YARN_ENABLE_TELEMETRY: "0" };

// Each installation has its own caches, as a changed tarball keeps its version.
const managers = [
  { name: "npm", install: ["npm", "install", "--no-audit", "--no-fund", "--cache", "cache"], use: ["node", ...tested] },
  { name: "yarn-classic", overrides: "resolutions", install: ["yarn-classic/bin/yarn.js", "install", "--cache-folder", "cache"], use: ["node", ...tested] },
  {
    name: "@yarnpkg/cli-dist",
    overrides: "resolutions",
    environment: plugAndPlay,
    install: ["@yarnpkg/cli-dist/bin/yarn.js", "install"],
    use: ["@yarnpkg/cli-dist/bin/yarn.js", "node", ...tested],
  },
  { name: "pnpm", overrides: "pnpm", install: ["pnpm/bin/pnpm.cjs", "install", "--no-frozen-lockfile", "--store-dir", "cache"], use: ["node", ...tested] },
];

const asked = process.argv.slice(2);
const chosen = managers.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (chosen.length === 0) {
  console.error(`no such package manager; there are ${managers.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const home = await prepare({ name: "managers", packages: [] });
let failed = 0;
for (const { name, overrides, environment = {}, install, use } of chosen) {
  const began = Date.now();
  // Outside this repository, so that nothing in it is found by accident.
  const folder = await mkdtemp(join(tmpdir(), "ccpaas-install-"));
  let result = "ok";
  try {
    await layOut(folder, overrides);
    const env = { YARN_GLOBAL_FOLDER: join(folder, "cache"), ...environment };
    for (const command of [install, use]) await run(folder, [...command.map(located), env]);
  } catch (error) {
    failed++;
    result = String(error.message);
  }
  await rm(folder, { recursive: true });
  const [version] = name === "npm" ? ["npm"] : await versions(home, [name]);
  console.log(`${version}: ${result} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Writes a project with the tarballs in vendor/. */
async function layOut(folder, overrides) {
  const at = {};
  await mkdir(join(folder, "vendor"));
  for (const name of ["browser-sdk", "sandbox", program]) {
    const file = await tarball(name);
    await copyFile(file, join(folder, "vendor", basename(file)));
    at[`@ccpaas/${name}`] = `file:./vendor/${basename(file)}`;
  }
  const { [`@ccpaas/${program}`]: own, ...devDependencies } = at;
  const programAt = { [`@ccpaas/${program}`]: own };
  const how = { resolutions: { resolutions: programAt }, pnpm: { pnpm: { overrides: programAt } } }[overrides];
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "user", private: true, devDependencies, ...(how ?? { optionalDependencies: programAt }) }));
  await cp(join(root, "scripts/toolchains/projects/managers/installed.test.mjs"), join(folder, "installed.test.mjs"));
}

/** Runs a script of a manager's package with node. */
function located(word, index) {
  return index === 0 && word.includes("/") ? join(home, "node_modules", word) : word;
}
