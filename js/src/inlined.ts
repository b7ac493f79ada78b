import type { ModuleFile } from "./engine";
import { LoadError, loadModule } from "./module";
import { importableChunks } from "./script";

/**
 * Loads the module. Where its file is not found beside the script, as with a bundler that did not ship it, the copy
 * inside a script of the bundle is imported instead. A page that says where the file is, with WasmUrl, gets no other.
 */
export async function findModule(
  file: ModuleFile,
  imports: WebAssembly.Imports,
  warn: (message: string) => void,
): Promise<WebAssembly.Instance> {
  const chunks = importableChunks();
  const mayImport = chunks && !file.named && file.integrity === MODULE_INTEGRITY && typeof DecompressionStream === "function";
  let refused = new LoadError("missing", "its address is not known");
  if (file.url) {
    try {
      return await loadModule(file, imports, warn);
    } catch (error) {
      if (!mayImport || !(error instanceof LoadError) || error.reason !== "missing") {
        throw error;
      }
      refused = error;
    }
  }
  if (!mayImport) {
    throw refused;
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await unpacked((await chunks.module()).default);
  } catch (error) {
    throw refused;
  }
  if (!(await isOurs(bytes))) {
    throw new LoadError("altered", "");
  }
  warn(
    `udesk-ccpaas.wasm could not be loaded (${refused.detail}), so the copy inside the bundle is used; ` +
      "it loads faster as a file of its own, see WasmUrl",
  );
  try {
    return (await WebAssembly.instantiate(bytes, imports)).instance;
  } catch (error) {
    throw new LoadError(/content security policy|unsafe-eval/i.test(String(error)) ? "forbidden" : "missing", "inside the bundle");
  }
}

/** The bytes of a gzipped text of base64. */
function unpacked(base64: string): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** Whether the bytes have the hash that the file has. A page that is not secure has no way to tell; the build id is compared in any case. */
async function isOurs(bytes: ArrayBuffer): Promise<boolean> {
  if (!crypto.subtle) {
    return true;
  }
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  return `sha384-${btoa(String.fromCharCode(...Array.from(hash)))}` === MODULE_INTEGRITY;
}
