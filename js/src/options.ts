import { optionRows } from "./options.gen";
import type { Check, Options } from "./options.gen";

export type { Options } from "./options.gen";

/** Takes a value that is given, returns it in the script's form, or undefined where it is of another type. */
type Checker = (value: any) => unknown;

const text: Checker = (value) => (typeof value === "string" ? value : undefined);

const checks: { [check in Check]: [wants: string, check: Checker] } = {
  text: ["a string", text],
  id: ["a string", (value) => (typeof value === "number" && isFinite(value) ? String(value) : text(value))],
  // Pages pass 1 and 0 too.
  flag: ["a boolean", (value) => !!value],
  callable: ["a function", (value) => (typeof value === "function" ? value : undefined)],
  provider: ["an object with a function GetToken", (value) => (typeof value.GetToken === "function" ? value : undefined)],
  object: ["an object", (value) => (typeof value === "object" ? value : undefined)],
  numbers: ["an array of numbers", (value) => (isList(value, (one) => typeof one === "number") ? value : undefined)],
  element: ["an audio element", (value) => audioOf(value) || audioOf(value[0])],
  servers: ["an array of RTCIceServer objects", (value) => (isList(value, isServer) ? value : undefined)],
};

/** Checks the options; throws an Error that names the first one missing or of a wrong type, never its value. */
export function readOptions(given: unknown): Options {
  const options = (typeof given === "object" && given !== null ? given : {}) as { [name: string]: unknown };
  const read: { [name: string]: unknown } = {};
  for (const [name, check, required, otherwise] of optionRows) {
    const [wants, checked] = checks[check];
    const value = options[name];
    const missing = value === undefined || value === null;
    const taken = missing ? undefined : checked(value);
    if (missing ? required : taken === undefined || (required && typeof taken === "string" && !taken.trim())) {
      throw new Error(
        `UdeskCCPaasApiClass: the option ${name} must be ${wants}${required && check !== "provider" ? " that is not blank" : ""}; pass it to the constructor`,
      );
    }
    read[name] = missing ? otherwise : taken;
  }
  return read as unknown as Options;
}

/** The options that the core reads, as the first message takes them. */
export function coreOptions(options: Options): { [name: string]: unknown } {
  const read = options as unknown as { [name: string]: unknown };
  const core: { [name: string]: unknown } = {};
  for (const [name, , , , isCore] of optionRows) {
    if (isCore) {
      core[name] = read[name];
    }
  }
  return core;
}

function isList(value: any, fits: (one: any) => boolean): boolean {
  if (typeof value !== "object" || typeof value.length !== "number") {
    return false;
  }
  for (let at = 0; at < value.length; at++) {
    if (!fits(value[at])) {
      return false;
    }
  }
  return true;
}

/** The element itself; undefined for anything that cannot play. */
function audioOf(value: any): unknown {
  return value && typeof value.play === "function" ? value : undefined;
}

/** As RTCPeerConnection demands it: urls is a string, or an array of strings. */
function isServer(value: any): boolean {
  const urls = value && (value.urls || value.url);
  return typeof urls === "string" || (typeof urls === "object" && urls.length > 0 && isList(urls, (url) => typeof url === "string"));
}
