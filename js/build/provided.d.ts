// What the build gives to src: constants and Go's own loader.

/** The version in package.json. */
declare const VERSION: string;

/** The hash of the sources. The module carries the same one; a shim and a module that differ refuse each other. */
declare const BUILD_ID: string;

/** The name of the module's file, which lies beside the script. */
declare const MODULE_FILE: string;

/** The module's hash, as Subresource Integrity writes it. */
declare const MODULE_INTEGRITY: string;

/** The name of the file with the module's form in WebAssembly's first version, which lies beside the script too. */
declare const LOWERED_FILE: string;

/** Its hash. */
declare const LOWERED_INTEGRITY: string;

/** The name of the web phone's script, which lies beside the script. */
declare const PHONE_FILE: string;

/** The web phone's hash, as Subresource Integrity writes it. */
declare const PHONE_INTEGRITY: string;

/** Whether a bundler may have moved this script without the files beside it: it has them as chunks too. */
declare const HAS_CHUNKS: boolean;

/** The path from the ES module to the script that has the module inside. */
declare const INLINED_FILE: string;

/** The path from the ES module to the web phone as an ES module. */
declare const PHONE_MODULE_FILE: string;

declare module "wasm_exec" {
  /** One run of a Go program. */
  export interface Go {
    argv: string[];
    env: Record<string, string>;
    /** Called with the exit code when the program ends. */
    exit: (code: number) => void;
    readonly exited?: boolean;
    readonly importObject: WebAssembly.Imports;
    /** Starts the program; resolves when it has ended. */
    run(instance: WebAssembly.Instance): Promise<void>;
  }

  /**
   * Evaluates Go's wasm_exec.js and returns its class. It throws an Error in a browser that lacks what
   * Go needs (crypto, performance, TextEncoder, TextDecoder), so call it when the module is to start,
   * not when the script loads. It leaves no global behind.
   */
  export function loadGo(world: Record<string, unknown>): new () => Go;
}
