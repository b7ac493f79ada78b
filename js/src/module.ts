import type { ModuleFile } from "./engine";
import { LoadError, LONGEST } from "./loading";
import type { Watch } from "./loading";
import { besideScript } from "./script";

// What the page may replace later.
const { fetch, crypto, Response } = window;
const { subtle } = crypto || ({} as Partial<Crypto>);

/** A download: its bytes, and the module if the browser compiled it during the download. */
interface Download {
  bytes: ArrayBuffer;
  compiled: Promise<WebAssembly.Module> | undefined;
}

/**
 * Fetches, compiles and instantiates the module; rejects with a LoadError that says what to change.
 */
export function loadModule(
  file: ModuleFile,
  imports: WebAssembly.Imports,
  warn: (message: string) => void,
  watch: Watch,
): Promise<WebAssembly.Instance> {
  watch.at = file.url;
  return download(file, warn, watch, watch.number > 1 ? "reload" : undefined)
    // Bypass a cache that has the module of an earlier build.
    .catch(() => download(file, warn, watch, "reload"))
    .then((came) => {
      watch.within(LONGEST);
      return instantiate(came, imports);
    })
    .catch((error) => {
      const { reason, detail } = error instanceof LoadError ? error : new LoadError("missing", nameOf(error));
      if (reason !== "missing") {
        watch.at = "";
      }
      throw new LoadError(reason === "missing" && file.beside && !besideScript().known ? "unplaced" : reason, detail);
    });
}

/** Fetches the bytes, compiles them meanwhile, and verifies their hash. */
function download({ url, integrity }: ModuleFile, warn: (message: string) => void, watch: Watch, cache?: RequestCache): Promise<Download> {
  const { signal } = watch;
  if (!subtle) {
    // On an http page only the browser itself can verify, and it returns nothing before everything has arrived.
    watch.within(LONGEST);
  }
  return fetch(url, { integrity: subtle ? "" : integrity, cache, signal })
    .catch(() => {
      // A browser that verified the hash does not report what it found.
      throw new LoadError("missing", subtle ? "network" : "network, or another build");
    })
    .then((response) => {
      watch.moved();
      if (response.ok === false) {
        throw new LoadError("missing", `HTTP ${response.status}`);
      }
      // A page's own fetch may resolve to something that has only arrayBuffer.
      const real = typeof Response === "function" && response instanceof Response;
      let compiled: Promise<WebAssembly.Module> | undefined;
      let whole: Promise<ArrayBuffer>;
      if (real && response.body) {
        // The browser caches the compiled code with the response itself, so the copy is read.
        const copy = response.clone();
        // Streaming requires exactly this type, without parameters.
        if (/^application\/wasm$/i.test(response.headers.get("Content-Type") || "") && WebAssembly.compileStreaming) {
          compiled = WebAssembly.compileStreaming(response);
          // The hash is checked first, and shows whether this is the module.
          compiled.catch(() => undefined);
        }
        whole = bytesOf(copy, watch);
      } else {
        whole = response.arrayBuffer();
      }
      return whole.then((bytes) => (subtle ? verified(bytes, integrity) : bytes)).then((bytes) => {
        if (real && !compiled) {
          warn("udesk-ccpaas.wasm loads faster as application/wasm");
        }
        return { bytes, compiled };
      });
    });
}

function verified(bytes: ArrayBuffer, integrity: string): Promise<ArrayBuffer> {
  return subtle.digest("SHA-256", bytes).then((digest) => {
    if (hashOf(digest) !== integrity) {
      throw whyDifferent(bytes);
    }
    return bytes;
  });
}

/** A response's bytes. The attempt may continue while bytes arrive. */
function bytesOf(response: Response, watch: Watch): Promise<ArrayBuffer> {
  const reader = response.body!.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  const next = (): Promise<ArrayBuffer> =>
    reader.read().then(({ done, value }) => {
      if (!done) {
        watch.moved();
        parts[parts.length] = value;
        size += value.length;
        return next();
      }
      const all = new Uint8Array(size);
      parts.reduceRight((end, part) => (all.set(part, end - part.length), end - part.length), size);
      return all.buffer;
    });
  return next().catch(() => {
    throw new LoadError("missing", "network");
  });
}

/** Compiles the download if that is not done yet, and makes an instance of it. */
export function instantiate({ bytes, compiled }: Download, imports: WebAssembly.Imports): Promise<WebAssembly.Instance> {
  return (compiled || WebAssembly.compile(bytes))
    .then((module) => WebAssembly.instantiate(module, imports))
    .catch((error) => {
      throw /content security policy|unsafe-eval/i.test(String(error)) ? new LoadError("forbidden", "") : error;
    });
}

/** Why the bytes are not those of the module that the script was built with. */
function whyDifferent(bytes: ArrayBuffer): LoadError {
  const text = new TextDecoder("latin1").decode(bytes);
  if (text.slice(0, 4) !== "\0asm") {
    return new LoadError("missing", "not WebAssembly");
  }
  // A module contains the id of its build.
  return text.includes(BUILD_ID) ? new LoadError("missing", "changed on its way") : new LoadError("mismatch", BUILD_ID);
}

export function hashOf(digest: ArrayBuffer): string {
  return "sha256-" + btoa(String.fromCharCode(...new Uint8Array(digest)));
}

export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
