// Makes a release and publishes nothing: version and changelog in the work tree, packages, hashes and their signature in
// .build/release/VERSION. It prints the remaining steps.
//
//   node scripts/release/release.mjs VERSION [PLATFORM …]
//
// With platforms, such as "here", it makes the sandbox's programs only for those: an incomplete release.
import { execFile } from "node:child_process";
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { root } from "../../js/build/go.mjs";
import { released } from "./changelog.mjs";
import { checkManifest, fingerprint, signature, signingKey, sums, writeHashes } from "./hashes.mjs";

const run = promisify(execFile);
const [version = "", ...platforms] = process.argv.slice(2);
const js = join(root, "js");
const packages = join(root, ".build/packages");
const folder = join(root, ".build/release", version);
const archive = `ccpaas-browser-sdk-dist-${version}.tar.gz`;
const changed = ["CHANGELOG.md", "js/package.json", "js/package-lock.json"];

try {
  await check();
  const key = await signingKey(process.env);
  const section = await setVersion();
  try {
    await build(key);
  } catch (error) {
    await git("checkout", "--", ...changed);
    throw error;
  }
  report(key, section, await tarballs(folder));
} catch (error) {
  console.error(`no release: ${error.message}${error.stdout ?? ""}`);
  process.exit(1);
}

async function check() {
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) {
    throw new Error(`"${version}" is no version: make release VERSION=1.2.3`);
  }
  const open = await git("status", "--porcelain");
  if (open) {
    throw new Error(`the work tree is not clean, and what is released has to be in the history:\n${open}`);
  }
  if (await git("tag", "--list", `v${version}`)) {
    throw new Error(`the tag v${version} exists`);
  }
}

/** Writes the version to the files that contain it, and returns its section of the changelog. */
async function setVersion() {
  const date = new Date().toISOString().slice(0, 10);
  const { text, section } = released(await readFile(join(root, "CHANGELOG.md"), "utf8"), version, date);
  await writeFile(join(root, "CHANGELOG.md"), text);
  for (const name of ["package.json", "package-lock.json"]) {
    const content = JSON.parse(await readFile(join(js, name), "utf8"));
    content.version = version;
    if (content.packages) {
      content.packages[""].version = version;
    }
    await writeFile(join(js, name), `${JSON.stringify(content, null, 2)}\n`);
  }
  return section;
}

async function build(key) {
  await node("js/build/dist.mjs");
  await rm(packages, { recursive: true, force: true });
  await node("js/sandbox/build/pack.mjs", ...platforms);
  await packSdk();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of await tarballs(packages)) {
    await rename(join(packages, name), join(folder, name));
  }
  await cp(join(js, "dist"), join(folder, "dist"), { recursive: true });
  const manifest = await checkManifest(join(folder, "dist"));
  if (manifest.version !== version) {
    throw new Error(`js/dist says that it is version ${manifest.version}`);
  }
  // For pages without a bundler: npm's package has neither the compressed copies nor those under hashed names.
  await run("tar", ["-czf", join(folder, archive), "-C", folder, `--transform=s,^dist,ccpaas-browser-sdk-${version},`, "dist"]);
  await writeHashes(folder, key);
}

/** Packs the SDK as it is published: npm refuses a private package, and users do not need its build dependencies. */
async function packSdk() {
  const staged = join(packages, "browser-sdk");
  const { private: _, devDependencies: __, ...manifest } = JSON.parse(await readFile(join(js, "package.json"), "utf8"));
  await mkdir(staged);
  await writeFile(join(staged, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of ["README.md", "API.md"]) {
    await copyFile(join(js, name), join(staged, name));
  }
  await copyFile(join(root, "LICENSE"), join(staged, "LICENSE"));
  for (const name of ["dist", "fake"]) {
    await cp(join(js, name), join(staged, name), { recursive: true });
  }
  await run("npm", ["pack", "--pack-destination", packages], { cwd: staged });
  await rm(staged, { recursive: true });
}

function report(key, section, names) {
  const place = `.build/release/${version}`;
  const files = [...names, archive, sums, ...(key ? [signature] : [])].map((name) => `${place}/${name}`);
  // A package follows those that it depends on.
  const order = [...names].sort((one, other) => other.length - one.length);
  console.log(`
${section}

Version ${version} is in ${place}. ${key ? `${sums} is signed by the key ${fingerprint(key)}.` : ""}
${key ? "" : `NOT SIGNED: neither RELEASE_KEY nor RELEASE_KEY_FILE is set, so ${sums} proves nothing about who made it.\n`}
Nothing was published. ${platforms.length > 0 ? `This is no whole release: it has the sandbox's program for ${platforms.join(" and ")} only.` : "What is left to do:"}

  git commit -m "Version ${version}" ${changed.join(" ")}
  git tag v${version}
  git push origin main v${version}
${order.map((name) => `  npm publish --access public ${place}/${name}`).join("\n")}
  gh release create v${version} ${files.join(" ")}
`);
}

async function tarballs(folder) {
  return (await readdir(folder)).filter((name) => name.endsWith(".tgz")).sort();
}

async function git(...args) {
  return (await run("git", args, { cwd: root })).stdout.trim();
}

async function node(...args) {
  const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 64 << 20 });
  process.stdout.write(stdout);
}
