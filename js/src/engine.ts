import { LoadError } from "./loading";
import { besideScript } from "./script";

/** A module's address and its hash. */
export interface ModuleFile {
  url: string;
  integrity: string;
  /** Whether it is expected beside the script, as no option names it. */
  beside: boolean;
}

/** What the script and the module require. */
const needed: { [name: string]: unknown } = { WebAssembly, WebSocket, fetch, TextEncoder, TextDecoder, crypto, performance };

/**
 * A module with a function for each feature that Go's compiler uses beyond WebAssembly's first version:
 * memory.fill, i32.extend8_s and i32.trunc_sat_f32_s. js/build/lower.mjs has the same three.
 */
const features = ([] as number[]).concat(
  [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // version 1
  [0x01, 0x04, 0x01, 0x60, 0x00, 0x00], // one type: a function without parameters and results
  [0x03, 0x04, 0x03, 0x00, 0x00, 0x00], // three functions of it
  [0x05, 0x03, 0x01, 0x00, 0x01], // a memory of one page
  [0x0a, 0x1f, 0x03], // their code
  [0x0b, 0x00, 0x41, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x0b, 0x00, 0x0b], // memory.fill
  [0x06, 0x00, 0x41, 0x00, 0xc0, 0x1a, 0x0b], // i32.extend8_s
  [0x0a, 0x00, 0x43, 0x00, 0x00, 0x00, 0x00, 0xfc, 0x00, 0x1a, 0x0b], // i32.trunc_sat_f32_s
);

/**
 * The module for this browser: the one that Go compiled, or its form in WebAssembly's first version. It tests the browser
 * for the features that the first one uses, and downloads nothing. `url` is the option WasmUrl, "" for the files beside
 * the script. Throws a LoadError if the browser can run neither.
 */
export function chosenModule(url: string): ModuleFile {
  for (const name of Object.keys(needed)) {
    if (!needed[name]) {
      throw new LoadError("unsupported", name);
    }
  }
  const beside = besideScript();
  return WebAssembly.validate(new Uint8Array(features))
    ? { url: url || beside.current, integrity: MODULE_INTEGRITY, beside: !url }
    : { url: url ? loweredName(url) : beside.lowered, integrity: LOWERED_INTEGRITY, beside: !url };
}

/** The URL of the lowered module for the URL of the other one: beside it, with "-mvp" after its name. */
function loweredName(url: string): string {
  const other = url.replace(MODULE_FILE, LOWERED_FILE);
  return other === url ? url.replace(/(\.\w+)?([?#].*)?$/, "-mvp$1$2") : other;
}
