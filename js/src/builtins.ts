/**
 * The built-ins that the SDK uses, taken while its script is evaluated. The build puts these in the place of the
 * globals of the same names in every other file, the copy of Go's wasm_exec.js included (`inject` in
 * build/scripts.mjs), so that nothing which a page replaces later reaches the SDK. What a page may have replaced before
 * is either not used (Array.from), or tried here first (Map), or asked for behind the wrapper (zone.js).
 */
type World = typeof globalThis;

// A page cannot replace `window`; `self` it can, and often does by mistake. Chromium before 71 has no globalThis.
const world = typeof window === "object" ? window : (globalThis as unknown as Window & World);
const taken = world as unknown as Record<string, any>;

/** What zone.js put its own in the place of; timers made with that are in no zone of the page. */
function unzoned(name: string): any {
  return taken["__zone_symbol__" + name] || taken[name];
}

/** The object's own functions, apart from the object, whose members a page may replace. */
function members(object: any, names: string[]): any {
  const copy: any = {};
  for (let i = 0; i < names.length; i++) {
    copy[names[i]!] = object[names[i]!];
  }
  return copy;
}

/** A Map as far as wasm_exec.js uses it, for pages that have another thing of that name. */
class Pairs {
  constructor(private readonly pairs: unknown[][] = []) {}
  private at(key: unknown): number {
    let i = this.pairs.length;
    while (--i >= 0 && this.pairs[i]![0] !== key) {}
    return i;
  }
  get(key: unknown): unknown {
    const i = this.at(key);
    return i < 0 ? undefined : this.pairs[i]![1];
  }
  has(key: unknown): boolean {
    return this.at(key) >= 0;
  }
  set(key: unknown, value: unknown): void {
    const i = this.at(key);
    this.pairs[i < 0 ? this.pairs.length : i] = [key, value];
  }
  delete(key: unknown): void {
    const i = this.at(key);
    if (i >= 0) {
      // The last pair takes the place: order is of no use here.
      const last = this.pairs.pop()!;
      if (i < this.pairs.length) {
        this.pairs[i] = last;
      }
    }
  }
}

/** Whether it is the browser's own; what a page has written in the place of Map is not to be relied on. */
function isNative(given: unknown): boolean {
  return typeof given === "function" && /\[native code]/.test((() => 0).toString.call(given));
}

const realFetch = unzoned("fetch");
const clock = taken.performance;

const _Object = members(taken.Object, ["keys", "assign", "defineProperty"]);
const _Array = taken.Array;
const _Map = isNative(taken.Map) ? taken.Map : Pairs;
const _JSON = members(taken.JSON, ["parse", "stringify"]);
const _Reflect = members(taken.Reflect || {}, ["get", "set", "apply", "construct"]);
const _performance = clock && { now: clock.now.bind(clock) };
const _fetch = realFetch && ((url: unknown, options?: unknown) => realFetch.call(undefined, url, options));
const {
  AbortController: _AbortController,
  DataView: _DataView,
  Date: _Date,
  Error: _Error,
  Math: _Math,
  Number: _Number,
  Promise: _Promise,
  String: _String,
  Symbol: _Symbol,
  TextDecoder: _TextDecoder,
  TextEncoder: _TextEncoder,
  TypeError: _TypeError,
  Uint8Array: _Uint8Array,
  Uint8ClampedArray: _Uint8ClampedArray,
  WebAssembly: _WebAssembly,
  WebSocket: _WebSocket,
  console: _console,
  crypto: _crypto,
  isFinite: _isFinite,
  isNaN: _isNaN,
  parseInt: _parseInt,
} = taken;
const _setTimeout = unzoned("setTimeout");
const _clearTimeout = unzoned("clearTimeout");

export {
  _AbortController as AbortController,
  _Array as Array,
  _DataView as DataView,
  _Date as Date,
  _Error as Error,
  _JSON as JSON,
  _Map as Map,
  _Math as Math,
  _Number as Number,
  _Object as Object,
  _Promise as Promise,
  _Reflect as Reflect,
  _String as String,
  _Symbol as Symbol,
  _TextDecoder as TextDecoder,
  _TextEncoder as TextEncoder,
  _TypeError as TypeError,
  _Uint8Array as Uint8Array,
  _Uint8ClampedArray as Uint8ClampedArray,
  _WebAssembly as WebAssembly,
  _WebSocket as WebSocket,
  _clearTimeout as clearTimeout,
  _console as console,
  _crypto as crypto,
  _fetch as fetch,
  _isFinite as isFinite,
  _isNaN as isNaN,
  _parseInt as parseInt,
  _performance as performance,
  _setTimeout as setTimeout,
  world as self,
  world as window,
};
