// Hashes of files, for Subresource Integrity and for names that may be cached forever.
import { createHash } from "node:crypto";

const hash = (bytes, encoding, algorithm = "sha384") => createHash(algorithm).update(bytes).digest(encoding);

/** integrityOf is the value of the attribute `integrity` and of fetch's option of that name. */
export const integrityOf = (bytes) => `sha384-${hash(bytes, "base64")}`;

/** shortIntegrityOf is a shorter one, for hashes inside the script. */
export const shortIntegrityOf = (bytes) => `sha256-${hash(bytes, "base64", "sha256")}`;

/** hashedName puts the start of the hash of a file's content before its extension: index.mjs, index.0123456789abcdef.mjs. */
export const hashedName = (name, bytes) => name.replace(/(\.[mc]?js)?\.\w+$/, (ending) => `.${hash(bytes, "hex").slice(0, 16)}${ending}`);
