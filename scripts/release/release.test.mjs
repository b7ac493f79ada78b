// Tests a release of a copy of this repository, with a temporary key.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { access, appendFile, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { root } from "../../js/build/go.mjs";

const run = promisify(execFile);
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const pem = privateKey.export({ type: "pkcs8", format: "pem" });
let work;
let clone;

const sh = (command, cwd = clone) => run("bash", ["-euo", "pipefail", "-c", command], { cwd, maxBuffer: 64 << 20 });
const commit = (message) => sh(`git add -A && git -c user.name=test -c user.email=test@example.com commit -qm '${message}'`);

/** Runs make release. No registry can be reached, so that any attempt to publish fails. */
async function release(version, environment = {}) {
  // The packages count as installed, whatever git or the last release wrote later.
  for (const folder of ["js", "js/sandbox"]) {
    await utimes(join(clone, folder, "node_modules/.package-lock.json"), new Date(), new Date());
  }
  const { RELEASE_KEY: _, RELEASE_KEY_FILE: __, MAKEFLAGS: ___, MAKELEVEL: ____, ...outer } = process.env;
  const env = { ...outer, npm_config_registry: "http://127.0.0.1:1/", ...environment };
  const args = ["--no-print-directory", "release", `VERSION=${version}`, "PLATFORMS=here"];
  return run("make", args, { cwd: clone, env, maxBuffer: 64 << 20 });
}

const verify = (folder) => run(process.execPath, [join(clone, "scripts/release/verify.mjs"), folder, join(work, "key.pub")]);

before(async () => {
  work = await mkdtemp(join(tmpdir(), "ccpaas-release-"));
  clone = join(work, "clone");
  await run("git", ["clone", "-q", root, clone]);
  // The current work tree, uncommitted changes included.
  await sh(
    `git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    [[ ! -f $file ]] || printf '%s\\0' "$file"; done | xargs -0 cp --parents -t '${clone}'`,
    root,
  );
  for (const folder of ["js", "js/sandbox"]) {
    await sh(`cp -a ${folder}/node_modules '${clone}/${folder}/'`, root);
  }
  await writeFile(join(work, "key.pub"), publicKey.export({ type: "spki", format: "pem" }));
  await writeFile(join(clone, "a file of the test.txt"), "so that there is something to commit\n");
  await commit("as it stands");
});

after(() => rm(work, { recursive: true, force: true }));

test("what cannot be released is refused before anything is written", async () => {
  await rejects(release("1.2"), /"1\.2" is no version/);
  await rejects(release(""), /make release VERSION=1\.2\.3/);
  await rejects(
    release("9.8.7", { RELEASE_KEY: generateKeyPairSync("x25519").privateKey.export({ type: "pkcs8", format: "pem" }) }),
    /Ed25519/,
  );
  await sh("git tag v9.8.6");
  await rejects(release("9.8.6"), /the tag v9\.8\.6 exists/);
  equal((await sh("git status --porcelain")).stdout, "");
  await appendFile(join(clone, "README.md"), "\n");
  await rejects(release("9.8.7"), /work tree is not clean[\s\S]*README\.md/);
  await sh("git checkout README.md");
});

test("a release is packed, hashed and signed, and nothing is published", async () => {
  const { stdout } = await release("9.8.7", { RELEASE_KEY: pem });
  match(stdout, /Nothing was published/);
  match(stdout, /is signed by the key [0-9a-f]{32}/);
  equal(stdout.includes("NOT SIGNED"), false);
  match(stdout, /npm publish --access public \.build\/release\/9\.8\.7\/ccpaas-browser-sdk-9\.8\.7\.tgz/);

  const folder = join(clone, ".build/release/9.8.7");
  match((await verify(folder)).stdout, /^version 9\.8\.7, build [0-9a-f]{16}: signed by the key/);
  await sh("openssl pkeyutl -verify -pubin -inkey ../../../../key.pub -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig", folder);
  await run("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: folder });
  const tarballs = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
  deepEqual(
    tarballs.sort(),
    ["ccpaas-browser-sdk-9.8.7.tgz", "ccpaas-sandbox-9.8.7.tgz", `ccpaas-sandbox-${process.platform}-${process.arch}-9.8.7.tgz`].sort(),
  );
  for (const name of tarballs) {
    const { stdout: text } = await run("tar", ["-xOf", join(folder, name), "package/package.json"]);
    const { version, private: secret, devDependencies } = JSON.parse(text);
    deepEqual({ version, secret, devDependencies }, { version: "9.8.7", secret: undefined, devDependencies: undefined }, name);
  }
  const { stdout: packed } = await run("tar", [
    "-xOf",
    join(
      folder,
      tarballs.find((name) => name.includes("browser-sdk")),
    ),
    "package/dist/manifest.json",
  ]);
  equal(packed, await readFile(join(folder, "dist/manifest.json"), "utf8"));
  const archive = join(folder, "ccpaas-browser-sdk-dist-9.8.7.tar.gz");
  const { stdout: archived } = await run("tar", ["-xOf", archive, "ccpaas-browser-sdk-9.8.7/manifest.json"]);
  equal(archived, packed);
  match((await run("tar", ["-tf", archive])).stdout, /\/hashed\/udesk-ccpaas\.[0-9a-f]{16}\.wasm\.br$/m);

  match(await readFile(join(clone, "CHANGELOG.md"), "utf8"), /^## \[9\.8\.7\] - \d{4}-\d\d-\d\d$/m);
  deepEqual((await sh("git status --porcelain")).stdout.trimEnd().split("\n"), [
    " M CHANGELOG.md",
    " M js/package-lock.json",
    " M js/package.json",
  ]);
  equal((await sh("git tag --list v9.8.7")).stdout, "");
});

test("an altered, an added and a missing file are found", async () => {
  const folder = join(clone, ".build/release/9.8.7");
  const changes = [
    ["printf x >> ccpaas-browser-sdk-9.8.7.tgz", /ccpaas-browser-sdk-9\.8\.7\.tgz is not the file that was signed/],
    ["printf x >> dist/index.mjs", /dist\/index\.mjs is not the file that was signed/],
    ["printf x > dist/more.js", /dist\/more\.js is not the file that was signed/],
    ["rm dist/index.d.ts", /dist\/index\.d\.ts: signed, and not in/],
    ["sed -i '1s/^./x/' SHA256SUMS", /not this key's signature/],
    ["rm SHA256SUMS.sig", /is not signed/],
  ];
  for (const [change, refusal] of changes) {
    const altered = join(work, "altered");
    await sh(`rm -rf '${altered}' && cp -a '${folder}' '${altered}'`);
    await sh(change, altered);
    await rejects(verify(altered), refusal, change);
  }
});

test("without a key it says so", async () => {
  await commit("Version 9.8.7");
  await rejects(release("9.9.0"), /0 sections that are not released yet/);
  await sh("sed -i '0,/^## /s//## [Unreleased]\\n\\n- More.\\n\\n## /' CHANGELOG.md");
  await commit("more");
  const { stdout } = await release("9.9.0");
  match(stdout, /- More\./);
  match(stdout, /NOT SIGNED/);
  const folder = join(clone, ".build/release/9.9.0");
  await run("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: folder });
  await rejects(access(join(folder, "SHA256SUMS.sig")));
  await rejects(verify(folder), /is not signed/);
});
