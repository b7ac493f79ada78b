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
  private readonly keys: unknown[] = [];
  private readonly values: unknown[] = [];
  constructor(pairs: [unknown, unknown][] = []) {
    for (let i = 0; i < pairs.length; i++) {
      this.set(pairs[i]![0], pairs[i]![1]);
    }
  }
  private at(key: unknown): number {
    let i = this.keys.length;
    while (--i >= 0 && this.keys[i] !== key) {}
    return i;
  }
  get(key: unknown): unknown {
    return this.values[this.at(key)];
  }
  has(key: unknown): boolean {
    return this.at(key) >= 0;
  }
  set(key: unknown, value: unknown): void {
    const i = this.at(key);
    const at = i < 0 ? this.keys.length : i;
    this.keys[at] = key;
    this.values[at] = value;
  }
  delete(key: unknown): void {
    const i = this.at(key);
    if (i >= 0) {
      // The last pair takes the place: order is of no use here.
      const last = this.keys.pop();
      const value = this.values.pop();
      if (i < this.keys.length) {
        this.keys[i] = last;
        this.values[i] = value;
      }
    }
  }
}

/** Whether what the page calls Map is one. */
function isMap(given: any): boolean {
  try {
    const key = {};
    const map = new given([[key, 1], ["k", 2]]);
    map.set(null, 3);
    map.delete("k");
    return map.get(key) === 1 && map.get({}) === undefined && map.get(null) === 3 && !map.has("k");
  } catch (error) {
    return false;
  }
}

const realFetch = unzoned("fetch");
const clock = taken.performance;

const _Object = members(taken.Object, [
  "keys",
  "assign",
  "create",
  "prototype",
  "defineProperty",
  // esbuild's own functions for what ES2015 lacks use these.
  "defineProperties",
  "getOwnPropertyDescriptor",
  "getOwnPropertyDescriptors",
  "getOwnPropertyNames",
  "getOwnPropertySymbols",
  "getPrototypeOf",
]);
const _Array = taken.Array;
const _Map = isMap(taken.Map) ? taken.Map : Pairs;
const _JSON = members(taken.JSON, ["parse", "stringify"]);
const _Reflect = members(taken.Reflect || {}, ["get", "set", "deleteProperty", "apply", "construct"]);
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
