/**
 * The built-ins that the SDK uses, taken while its script is evaluated. The build substitutes these for the globals of
 * the same names in every other file (`inject` in build/scripts.mjs), so that what a page replaces later does not affect
 * the SDK. What a page may have replaced before is either not used (Array.from, Map), or taken from behind the wrapper
 * (zone.js).
 */
type World = typeof globalThis;

// A page cannot replace `window`. It can replace `self`, and often does by mistake. Chromium before 71 has no globalThis.
const world = typeof window === "object" ? window : (globalThis as unknown as Window & World);
const taken = world as unknown as Record<string, any>;

/** The original of what zone.js replaced. Timers made with it are in no zone of the page. */
function unzoned(name: string): any {
  return taken["__zone_symbol__" + name] || taken[name];
}

/** A copy of the object's own functions, because a page may replace the object's members. */
function members(object: any, names: string[]): any {
  const copy: any = {};
  for (let i = 0; i < names.length; i++) {
    copy[names[i]!] = object[names[i]!];
  }
  return copy;
}

const realFetch = unzoned("fetch");
const clock = taken.performance;

const _Object = members(taken.Object, ["keys", "assign", "defineProperty"]);
const _Array = taken.Array;
const _JSON = members(taken.JSON, ["parse", "stringify"]);
const _Reflect = members(taken.Reflect || {}, ["get", "set", "apply", "construct"]);
const _performance = clock && { now: clock.now.bind(clock) };
const _fetch = realFetch && ((url: unknown, options?: unknown) => realFetch.call(undefined, url, options));
const {
  AbortController: _AbortController,
  Date: _Date,
  Error: _Error,
  Float64Array: _Float64Array,
  Int32Array: _Int32Array,
  Math: _Math,
  Number: _Number,
  Promise: _Promise,
  String: _String,
  Symbol: _Symbol,
  TextDecoder: _TextDecoder,
  TextEncoder: _TextEncoder,
  TypeError: _TypeError,
  Uint8Array: _Uint8Array,
  WebAssembly: _WebAssembly,
  WebSocket: _WebSocket,
  console: _console,
  crypto: _crypto,
  isFinite: _isFinite,
} = taken;
const _setTimeout = unzoned("setTimeout");
const _clearTimeout = unzoned("clearTimeout");

export {
  _AbortController as AbortController,
  _Array as Array,
  _Date as Date,
  _Error as Error,
  _Float64Array as Float64Array,
  _Int32Array as Int32Array,
  _JSON as JSON,
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
  _WebAssembly as WebAssembly,
  _WebSocket as WebSocket,
  _clearTimeout as clearTimeout,
  _console as console,
  _crypto as crypto,
  _fetch as fetch,
  _isFinite as isFinite,
  _performance as performance,
  _setTimeout as setTimeout,
  world as self,
  world as window,
};
