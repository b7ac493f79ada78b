import type { ModuleFile } from "./engine";
import { LoadError, LONGEST } from "./loading";
import type { Watch } from "./loading";
import { hashOf, instantiate, loadModule, nameOf } from "./module";
import type { MakePhone } from "./phone/host";
import { besideScript } from "./script";

// What the page may replace later.
const { atob, Blob, DecompressionStream, Response, crypto, process } = window as typeof window & { process?: Process };
const { subtle } = crypto || ({} as Partial<Crypto>);

/** What Node has, and jsdom and happy-dom with it. Electron's pages may have it too. */
interface Process {
  versions?: { node?: string; electron?: string };
}

/** What a server answers for a missing file: one of these statuses, or the page's own HTML. */
const notThere = /^(HTTP 4(0[34]|10)|not WebAssembly)$/;
// A bundler that did not ship the module did not ship the web phone's file either.
let unshipped = false;

/** Whether this is Node.js and not a page. */
export function isNode(): boolean {
  const { node, electron } = (process && process.versions) || {};
  return !!node && !electron;
}

/** Throws if this is Node.js and not a page. */
export function refuseNode(): void {
  if (isNode()) {
    throw new LoadError("noBrowser", "");
  }
}

/**
 * Loads the module. If a bundler did not ship its file beside the script, this imports the copy inside a script of the
 * bundle. A page that names the file with WasmUrl gets no other.
 */
export async function findModule(
  file: ModuleFile,
  imports: WebAssembly.Imports,
  warn: (message: string) => void,
  watch: Watch,
): Promise<WebAssembly.Instance> {
  let refused = new LoadError("missing", "its address is not known");
  if (file.url) {
    try {
      return await loadModule(file, imports, warn, watch);
    } catch (error) {
      refused = error as LoadError;
    }
  }
  const missing = !file.url || (refused.reason === "missing" && notThere.test(refused.detail));
  if (!file.beside || !missing || file.integrity !== MODULE_INTEGRITY || typeof DecompressionStream !== "function") {
    throw refused;
  }
  // The progress of an import cannot be observed.
  watch.within(LONGEST);
  let bytes: ArrayBuffer;
  try {
    const chunk = (await import(INLINED_FILE)) as { default: string };
    bytes = await unpacked(chunk.default);
  } catch (error) {
    throw refused;
  }
  // An http page cannot verify hashes. There, too, the build's id is compared when the module starts.
  if (subtle && hashOf(await subtle.digest("SHA-256", bytes)) !== MODULE_INTEGRITY) {
    throw new LoadError("missing", "the copy in the bundle was changed");
  }
  unshipped = true;
  warn(
    `udesk-ccpaas.wasm could not be loaded (${refused.detail}${watch.at && `, ${watch.at}`}), so the copy inside the bundle is used; ` +
      "it loads faster as a file of its own, see WasmUrl",
  );
  try {
    return await instantiate({ bytes, compiled: undefined }, imports);
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError("missing", nameOf(error));
  }
}

/** The web phone: from its script, or from the bundle if that did not ship the script. */
export async function findPhone(url: string, watch: Watch, byScript: (url: string, watch: Watch) => Promise<MakePhone>): Promise<MakePhone> {
  const named = url !== besideScript().phone;
  let refused: unknown = new LoadError("missing", "its address is not known");
  // An answer in HTML would be an error of the page.
  if (named || (url && !unshipped)) {
    try {
      return await byScript(url, watch);
    } catch (error) {
      refused = error;
    }
  }
  if (named) {
    throw refused;
  }
  watch.within(LONGEST);
  let chunk: { WebPhone: MakePhone; build: string };
  try {
    chunk = (await import(PHONE_MODULE_FILE)) as typeof chunk;
  } catch (error) {
    throw refused;
  }
  if (chunk.build !== BUILD_ID) {
    throw new LoadError("missing", "of another build");
  }
  return chunk.WebPhone;
}

/** The bytes of gzipped data in base64. */
function unpacked(base64: string): Promise<ArrayBuffer> {
  const text = atob(base64);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    packed[i] = text.charCodeAt(i);
  }
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
