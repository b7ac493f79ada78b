// Checks a release against its maker's public key.
//
//   node scripts/release/verify.mjs FOLDER KEY.pub
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { checkManifest, fingerprint, publicKey, verifyHashes } from "./hashes.mjs";

const [folder, file] = process.argv.slice(2);
if (!folder || !file) {
  console.error("usage: node scripts/release/verify.mjs FOLDER KEY.pub");
  process.exit(2);
}
try {
  const key = publicKey(await readFile(file, "utf8"));
  await verifyHashes(folder, key);
  const { version, build } = await checkManifest(join(folder, "dist"));
  console.log(`version ${version}, build ${build}: signed by the key ${fingerprint(key)}, and all files are those that were signed`);
} catch (error) {
  console.error(`NOT VERIFIED: ${error.message}`);
  process.exit(1);
}
