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
export async function loadModule(
  file: ModuleFile,
  imports: WebAssembly.Imports,
  warn: (message: string) => void,
  watch: Watch,
): Promise<WebAssembly.Instance> {
  watch.at = file.url;
  try {
    let came: Download;
    try {
      came = await download(file, watch, watch.number > 1 ? "reload" : undefined);
    } catch (error) {
      // A cache that has the module of an earlier build is passed by.
      came = await download(file, watch, "reload");
    }
    watch.within(LONGEST);
    return await instantiate(came, imports, warn);
  } catch (error) {
    const { reason, detail } = error instanceof LoadError ? error : new LoadError("missing", nameOf(error));
    if (reason !== "missing") {
      watch.at = "";
    }
    throw new LoadError(reason === "missing" && file.beside && !besideScript().known ? "unplaced" : reason, detail);
  }
}

/** Fetches the bytes and verifies their hash. */
async function download({ url, integrity }: ModuleFile, watch: Watch, cache?: RequestCache): Promise<Download> {
  const { signal } = watch;
  let response: Response;
  if (!subtle) {
    // On an http page only the browser itself can verify, and it hands over nothing before all has come.
    watch.within(LONGEST);
  }
  try {
    response = await fetch(url, { integrity: subtle ? "" : integrity, cache, signal });
  } catch (error) {
    throw subtle || (signal && signal.aborted) ? new LoadError("missing", "network") : await whyRefused(url, signal);
  }
  watch.moved();
  if (response.ok === false) {
    throw new LoadError("missing", `HTTP ${response.status}`);
  }
  // A page's own fetch may resolve to something that has no more than arrayBuffer.
  const real = typeof Response === "function" && response instanceof Response;
  const type = (real && response.headers.get("Content-Type")) || "";
  const bytes = real && response.body ? await bytesOf(response, watch) : await response.arrayBuffer();
  if (subtle && hashOf(await subtle.digest("SHA-384", bytes)) !== integrity) {
    throw whyDifferent(bytes);
  }
  return { bytes, type, response: real ? response : undefined };
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
export async function instantiate(
  { bytes, type, response }: Download,
  imports: WebAssembly.Imports,
  warn: (message: string) => void,
): Promise<WebAssembly.Instance> {
  try {
    // Streaming takes exactly this type, without parameters.
    if (response && /^application\/wasm$/i.test(type) && WebAssembly.instantiateStreaming) {
      return (await WebAssembly.instantiateStreaming(response, imports)).instance;
    }
    if (response) {
      warn("udesk-ccpaas.wasm came with the wrong content type; serve it as application/wasm, it loads faster then");
    }
    return (await WebAssembly.instantiate(bytes, imports)).instance;
  } catch (error) {
    throw /content security policy|unsafe-eval/i.test(String(error)) ? new LoadError("forbidden", "") : error;
  }
}

/** Looks at what the browser refused, without running it, as it does not say why. */
async function whyRefused(url: string, signal: AbortSignal | undefined): Promise<LoadError> {
  try {
    const response = await fetch(url, { signal });
    return response.ok ? whyDifferent(await response.arrayBuffer()) : new LoadError("missing", `HTTP ${response.status}`);
  } catch (error) {
    return new LoadError("missing", "network");
  }
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
