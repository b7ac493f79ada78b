import type { ModuleFile } from "./engine";
import { LoadError, LONGEST } from "./loading";
import type { Watch } from "./loading";
import { besideScript } from "./script";

// What the page may replace later.
const { fetch, crypto, Response } = window;
const { subtle } = crypto || ({} as Partial<Crypto>);

/** What came: its bytes, and the browser's own response with them, from which it compiles and caches best. */
interface Download {
  bytes: ArrayBuffer;
  type: string;
  response: Response | undefined;
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
  return download(file, watch, watch.number > 1 ? "reload" : undefined)
    // A cache that has the module of an earlier build is passed by.
    .catch(() => download(file, watch, "reload"))
    .then((came) => {
      watch.within(LONGEST);
      return instantiate(came, imports, warn);
    })
    .catch((error) => {
      const { reason, detail } = error instanceof LoadError ? error : new LoadError("missing", nameOf(error));
      if (reason !== "missing") {
        watch.at = "";
      }
      throw new LoadError(reason === "missing" && file.beside && !besideScript().known ? "unplaced" : reason, detail);
    });
}

/** Fetches the bytes and verifies their hash. */
function download({ url, integrity }: ModuleFile, watch: Watch, cache?: RequestCache): Promise<Download> {
  const { signal } = watch;
  if (!subtle) {
    // On an http page only the browser itself can verify, and it hands over nothing before all has come.
    watch.within(LONGEST);
  }
  return fetch(url, { integrity: subtle ? "" : integrity, cache, signal })
    .catch(() => {
      if (subtle || (signal && signal.aborted)) {
        throw new LoadError("missing", "network");
      }
      return whyRefused(url, signal);
    })
    .then((response) => {
      watch.moved();
      if (response.ok === false) {
        throw new LoadError("missing", `HTTP ${response.status}`);
      }
      // A page's own fetch may resolve to something that has no more than arrayBuffer.
      const real = typeof Response === "function" && response instanceof Response;
      const came = (bytes: ArrayBuffer): Download => ({
        bytes,
        type: (real && response.headers.get("Content-Type")) || "",
        response: real ? response : undefined,
      });
      return (real && response.body ? bytesOf(response, watch) : response.arrayBuffer()).then((bytes) =>
        subtle
          ? subtle.digest("SHA-384", bytes).then((digest) => {
              if (hashOf(digest) !== integrity) {
                throw whyDifferent(bytes);
              }
              return came(bytes);
            })
          : came(bytes),
      );
    });
}

/** A response's bytes. The try may go on as long as some come. */
function bytesOf(response: Response, watch: Watch): Promise<ArrayBuffer> {
  const reader = (response.clone().body as ReadableStream<Uint8Array>).getReader();
  const next = (): Promise<void> => reader.read().then(({ done }) => (done ? undefined : (watch.moved(), next())));
  next().catch(() => undefined);
  return response
    .clone()
    .arrayBuffer()
    .catch(() => {
      throw new LoadError("missing", "network");
    });
}

/** Compiles what came, and makes an instance of it. */
export function instantiate(
  { bytes, type, response }: Download,
  imports: WebAssembly.Imports,
  warn: (message: string) => void,
): Promise<WebAssembly.Instance> {
  // Streaming takes exactly this type, without parameters.
  const streams = response && /^application\/wasm$/i.test(type) && WebAssembly.instantiateStreaming;
  if (response && !streams) {
    warn("udesk-ccpaas.wasm came with the wrong content type; serve it as application/wasm, it loads faster then");
  }
  return (streams ? WebAssembly.instantiateStreaming(response, imports) : WebAssembly.instantiate(bytes, imports)).then(
    ({ instance }) => instance,
    (error) => {
      throw /content security policy|unsafe-eval/i.test(String(error)) ? new LoadError("forbidden", "") : error;
    },
  );
}

/** Looks at what the browser refused, without running it, as it does not say why; always rejects. */
function whyRefused(url: string, signal: AbortSignal | undefined): Promise<never> {
  return fetch(url, { signal })
    .then((response) =>
      response.ok ? response.arrayBuffer().then(whyDifferent) : new LoadError("missing", `HTTP ${response.status}`),
    )
    .catch(() => new LoadError("missing", "network"))
    .then((error) => {
      throw error;
    });
}

/** Why bytes are not those of the module that the script was built with. */
function whyDifferent(bytes: ArrayBuffer): LoadError {
  const text = new TextDecoder("latin1").decode(bytes);
  if (text.slice(0, 4) !== "\0asm") {
    return new LoadError("missing", "not WebAssembly");
  }
  // A module carries the id of its build.
  return text.includes(BUILD_ID) ? new LoadError("altered", "") : new LoadError("mismatch", BUILD_ID);
}

export function hashOf(digest: ArrayBuffer): string {
  return "sha384-" + btoa(String.fromCharCode(...new Uint8Array(digest)));
}

export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
