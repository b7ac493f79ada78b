/**
 * JSON of what a page passes, as JSON.stringify writes it if no script gave the built-in classes a toJSON (Prototype 1.6
 * does): such hooks are ignored, those of the page's own classes are called. Returns undefined if the value has no JSON.
 * Throws on a cycle, on a bigint, and when a getter or a toJSON throws.
 */
export function toJSON(value: unknown): string | undefined {
  return write(value, "", []);
}

/** What the core wrote, without members named __proto__, which would become an object's prototype if a page copied it. */
export function fromJSON(json: string): any {
  return JSON.parse(json, json.includes("__proto__") || json.includes("\\u") ? harmless : undefined);
}

function harmless(name: string, value: unknown): unknown {
  return name === "__proto__" ? undefined : value;
}

const isArray = Array.isArray;
const { toISOString } = Date.prototype;
// A toJSON of these classes comes from a script; its output differs from what servers understand.
const builtin: { toJSON?: unknown }[] = [{}, [], "", 0, false].map((value) => (value as object).constructor.prototype);

function write(given: unknown, key: string, above: unknown[]): string | undefined {
  const value = plain(given, key);
  if (typeof value !== "object" || value === null) {
    // For these JSON.stringify calls no hook except a bigint's. On a bigint it throws.
    return typeof value === "function" ? undefined : JSON.stringify(value);
  }
  for (const one of above) {
    if (one === value) {
      throw new TypeError("a cycle");
    }
  }
  const keys = isArray(value) ? undefined : Object.keys(value);
  const members = value as { [key: string]: unknown; length: number };
  const within = above.concat([value]);
  let text = "";
  for (let i = 0; i < (keys || members).length; i++) {
    const key = keys ? keys[i]! : String(i);
    const json = write(members[key], key, within);
    if (!keys || json !== undefined) {
      text += (text && ",") + (keys ? JSON.stringify(key) + ":" : "") + (json || "null");
    }
  }
  return keys ? `{${text}}` : `[${text}]`;
}

/** What is written in place of a value: the result of its own toJSON, a Date's text, a wrapped primitive's value. */
function plain(value: any, key: string): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (value instanceof Date) {
    return isFinite(+value) ? toISOString.call(value) : null;
  }
  const hook = value.toJSON;
  if (typeof hook === "function") {
    let foreign = false;
    for (const prototype of builtin) {
      foreign = foreign || prototype.toJSON === hook;
    }
    value = foreign ? value : hook.call(value, key);
  }
  return value instanceof Number || value instanceof String || value instanceof Boolean ? value.valueOf() : value;
}
