// The hashes of a release's files, in the form of sha256sum, and their signature.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

import { integrityOf } from "../../js/build/integrity.mjs";

export const sums = "SHA256SUMS";
export const signature = "SHA256SUMS.sig";

/** signingKey is the Ed25519 key in PEM from RELEASE_KEY, or from the file RELEASE_KEY_FILE; undefined without both. */
export async function signingKey({ RELEASE_KEY, RELEASE_KEY_FILE }) {
  const pem = RELEASE_KEY || (RELEASE_KEY_FILE && (await readFile(RELEASE_KEY_FILE, "utf8")));
  return pem ? ed25519(createPrivateKey(pem)) : undefined;
}

export const publicKey = (pem) => ed25519(createPublicKey(pem));

function ed25519(key) {
  if (key.asymmetricKeyType !== "ed25519") {
    throw new Error(
      `the key is of the type ${key.asymmetricKeyType}: releases are signed with Ed25519 (openssl genpkey -algorithm ed25519)`,
    );
  }
  return key;
}

/** fingerprint identifies a key by the start of its public half's hash. */
export const fingerprint = (key) =>
  sha256((key.type === "private" ? createPublicKey(key) : key).export({ type: "spki", format: "der" })).slice(0, 32);

/** Writes the hash of every file in the folder and, with a key, the signature of that list. */
export async function writeHashes(folder, key) {
  const lines = [];
  for (const name of await filesIn(folder)) {
    lines.push(`${sha256(await readFile(join(folder, name)))}  ${name}\n`);
  }
  await writeFile(join(folder, sums), lines.join(""));
  if (key) {
    await writeFile(join(folder, signature), sign(null, Buffer.from(lines.join("")), key));
  }
}

/** Throws unless the list is signed by the key, and every file in the folder is in the list with its hash. */
export async function verifyHashes(folder, key) {
  const list = await readFile(join(folder, sums));
  const signed = await readFile(join(folder, signature)).catch(() => undefined);
  if (!signed) {
    throw new Error(`${signature} is missing: this release is not signed`);
  }
  if (!verify(null, list, key, signed)) {
    throw new Error(`${signature} is not this key's signature of ${sums}`);
  }
  const hashes = new Map(
    list
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  for (const name of await filesIn(folder)) {
    if (sha256(await readFile(join(folder, name))) !== hashes.get(name)) {
      throw new Error(`${name} is not the file that was signed`);
    }
    hashes.delete(name);
  }
  if (hashes.size > 0) {
    throw new Error(`${[...hashes.keys()].join(", ")}: signed, and not in ${folder}`);
  }
}

/** Throws unless the manifest in the folder has the hash of every file that it names. */
export async function checkManifest(folder) {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  for (const [name, { integrity }] of Object.entries(manifest.files)) {
    if (integrityOf(await readFile(join(folder, name))) !== integrity) {
      throw new Error(`${name} is not the file that manifest.json has`);
    }
  }
  return manifest;
}

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
  return names
    .map((name) => name.replaceAll(sep, "/"))
    .filter((name) => name !== sums && name !== signature)
    .sort();
}
