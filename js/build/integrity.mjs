// Hashes for the two uses that files have of them: Subresource Integrity, and names that may be cached without end.
import { createHash } from "node:crypto";

const hash = (bytes, encoding) => createHash("sha384").update(bytes).digest(encoding);

/** integrityOf is what the attribute `integrity` and fetch's option of that name take. */
export const integrityOf = (bytes) => `sha384-${hash(bytes, "base64")}`;

/** hashedName puts the start of the hash of a file's content before its ending: index.mjs, index.0123456789abcdef.mjs. */
export const hashedName = (name, bytes) => name.replace(/(\.[mc]?js)?\.\w+$/, (ending) => `.${hash(bytes, "hex").slice(0, 16)}${ending}`);
