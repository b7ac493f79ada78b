// Packs @ccpaas/sandbox and, for each platform, the package with its program, as tarballs in .build/packages.
//
//   node js/sandbox/build/pack.mjs [here | linux-x64 ...]
//
// With names of platforms ("here" is this machine's), only their programs, the only ones that @ccpaas/sandbox then requires.
import { execFile } from "node:child_process";
import { chmod, copyFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { root } from "../../build/go.mjs";
import { identity } from "../../build/identity.mjs";
import { goItself, linkedModules, noticesOf } from "../../build/notices.mjs";
import { sbomOf } from "../../build/sbom.mjs";
import { commonJS } from "./commonjs.mjs";

const run = promisify(execFile);
const here = join(root, "js/sandbox");
const packages = join(root, ".build/packages");
const program = "./sdk/sandbox/cmd/ccpaas-sandbox";

await run(join(here, "node_modules/.bin/tsc"), ["-p", here]).catch(({ stdout }) => {
  throw new Error(stdout);
});
await commonJS(here);
const { packageOf, platforms, programIn } = await import("../dist/platforms.js");
const asked = process.argv.slice(2).map((name) => (name === "here" ? `${process.platform}-${process.arch}` : name));
const chosen = platforms.filter(({ os, cpu }) => asked.length === 0 || asked.includes(`${os}-${cpu}`));
if (chosen.length < asked.length) {
  throw new Error(`no such platform among ${asked.join(" ")}; there are ${platforms.map(({ os, cpu }) => `${os}-${cpu}`).join(", ")} and here`);
}
const { version, build } = await identity();
const { private: _, devDependencies: __, ...manifest } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
const shared = { version, license: manifest.license };

await mkdir(packages, { recursive: true });
await pack(
  { ...manifest, ...shared, optionalDependencies: Object.fromEntries(chosen.map(({ os, cpu }) => [packageOf(os, cpu), version])) },
  async (folder) => {
    await cp(join(here, "dist"), join(folder, "dist"), { recursive: true });
    await copyFile(join(here, "README.md"), join(folder, "README.md"));
  },
);
for (const { os, cpu } of chosen) {
  const name = packageOf(os, cpu);
  const description = `The program of @ccpaas/sandbox for ${os} on ${cpu}`;
  await pack({ name, ...shared, description, os: [os], cpu: [cpu], files: ["bin", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"], preferUnplugged: true }, async (folder) => {
    const file = join(folder, programIn(os));
    await compile(os, cpu, file);
    const works = [await goItself("runtime and standard library"), ...(await linkedModules((...args) => go(os, cpu, ...args), program))];
    await writeFile(join(folder, "THIRD-PARTY-NOTICES.txt"), await noticesOf(works));
    await writeFile(join(folder, "sbom.cdx.json"), await sbomOf({ name, version, build }, works));
  });
}

/** Fills a folder with a package's files and packs it. */
async function pack(manifest, fill) {
  const folder = join(packages, manifest.name.replace("@ccpaas/", ""));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest, null, 2) + "\n");
  await copyFile(join(root, "LICENSE"), join(folder, "LICENSE"));
  await fill(folder);
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", packages], { cwd: folder });
  const [{ filename, size, unpackedSize }] = JSON.parse(stdout);
  await rm(folder, { recursive: true });
  console.log(`${filename.padEnd(40)} ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} unpacked`);
}

/** The go command for a platform. Without cgo one machine builds for all, and the program needs no C library. */
async function go(os, cpu, ...args) {
  const environment = { ...process.env, GOOS: os === "win32" ? "windows" : os, GOARCH: cpu === "x64" ? "amd64" : cpu, CGO_ENABLED: "0" };
  return (await run("go", args, { cwd: root, env: environment, maxBuffer: 64 << 20 })).stdout.trim();
}

async function compile(os, cpu, file) {
  await mkdir(dirname(file));
  await go(os, cpu, "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid=", "-o", file, program);
  await chmod(file, 0o755);
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0).padStart(6)} kB`;
}
