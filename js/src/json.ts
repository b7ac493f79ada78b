/**
 * JSON of what a page passes, as JSON.stringify writes it where no script gave the built-in classes a toJSON (Prototype
 * 1.6 does): such hooks are passed over, those of the page's own classes are called. Undefined where the value has no
 * JSON. It throws on a cycle, on a bigint, and where a getter or a toJSON throws.
 */
export function toJSON(value: unknown): string | undefined {
  return write(value, "", []);
}

const isArray = Array.isArray;
const { toISOString } = Date.prototype;
// Of these classes a toJSON is a script's; what it makes of an object differs from what servers understand.
const builtin: { toJSON?: unknown }[] = [{}, [], "", 0, false].map((value) => (value as object).constructor.prototype);

function write(given: unknown, key: string, above: unknown[]): string | undefined {
  const value = plain(given, key);
  switch (typeof value) {
    case "number":
      return isFinite(value) ? "" + value : "null";
    case "boolean":
      return "" + value;
    case "string":
    case "bigint":
      // Of neither does JSON.stringify look up a hook of a class above; it throws on a bigint.
      return JSON.stringify(value);
    case "object":
      return value === null ? "null" : writeMembers(value, above);
  }
  return undefined;
}

function writeMembers(value: object, above: unknown[]): string {
  for (let i = 0; i < above.length; i++) {
    if (above[i] === value) {
      throw new TypeError("a cycle");
    }
  }
  above.push(value);
  let text = "";
  if (isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      text += (i ? "," : "") + (write(value[i], "" + i, above) || "null");
    }
    text = `[${text}]`;
  } else {
    const keys = Object.keys(value);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      const json = write((value as Record<string, unknown>)[key], key, above);
      if (json !== undefined) {
        text += (text && ",") + JSON.stringify(key) + ":" + json;
      }
    }
    text = `{${text}}`;
  }
  above.pop();
  return text;
}

/** What is written in a value's place: what its own toJSON returns, a Date's text, a wrapped primitive's value. */
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
    for (let i = 0; i < builtin.length; i++) {
      foreign = foreign || builtin[i]!.toJSON === hook;
    }
    value = foreign ? value : hook.call(value, key);
  }
  return value instanceof Number || value instanceof String || value instanceof Boolean ? value.valueOf() : value;
}
