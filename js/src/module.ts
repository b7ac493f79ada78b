import type { ModuleFile } from "./engine";
import type { Reason } from "./failure";

/** Why the module does not run. */
export class LoadError {
  constructor(
    readonly reason: Reason,
    readonly detail: string,
  ) {}
}

/** Fetches, compiles and instantiates the module; rejects with a LoadError that says what to change. */
export async function loadModule(
  { url, integrity }: ModuleFile,
  imports: WebAssembly.Imports,
  warn: (message: string) => void,
): Promise<WebAssembly.Instance> {
  // The browser hashes the bytes as they come and hands over none that differ.
  const verified = (cache?: RequestCache): Promise<Response> => fetch(url, { integrity, cache });
  let response: Response;
  try {
    // A cache that has the module of an earlier build is passed by.
    response = await verified().catch(() => verified("reload"));
  } catch (error) {
    throw await whyRefused(url);
  }
  try {
    const type = response.headers.get("Content-Type") || "";
    if (/^application\/wasm\s*(;|$)/i.test(type) && WebAssembly.instantiateStreaming) {
      return (await WebAssembly.instantiateStreaming(response, imports)).instance;
    }
    if (!/^application\/wasm/i.test(type)) {
      warn("udesk-ccpaas.wasm came with the wrong content type; serve it as application/wasm, it loads faster then");
    }
    return (await WebAssembly.instantiate(await response.arrayBuffer(), imports)).instance;
  } catch (error) {
    const text = String(error);
    if (/content security policy|unsafe-eval/i.test(text)) {
      throw new LoadError("forbidden", "");
    }
    throw new LoadError("missing", `${error instanceof Error ? error.name : String(error)}, at ${url}`);
  }
}

/** Looks at what the browser refused, without running it, as it does not say why. */
async function whyRefused(url: string): Promise<LoadError> {
  let text: string;
  try {
    const response = await fetch(url);
    if (!response.ok) {
      return new LoadError("missing", `HTTP ${response.status} at ${url}`);
    }
    text = new TextDecoder("latin1").decode(await response.arrayBuffer());
  } catch (error) {
    return new LoadError("missing", `network, at ${url}`);
  }
  if (!text.startsWith("\0asm")) {
    return new LoadError("missing", `not WebAssembly, at ${url}`);
  }
  // A module carries the id of its build.
  return text.includes(BUILD_ID) ? new LoadError("altered", "") : new LoadError("mismatch", BUILD_ID);
}
