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
  url: string,
  imports: WebAssembly.Imports,
  warn: (message: string) => void,
): Promise<WebAssembly.Instance> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new LoadError("missing", "network");
  }
  if (!response.ok) {
    throw new LoadError("missing", `HTTP ${response.status}`);
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
    throw new LoadError("missing", error instanceof Error ? error.name : "");
  }
}
