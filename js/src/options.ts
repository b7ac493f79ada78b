import { optionRows } from "./options.gen";
import type { Check, Options } from "./options.gen";

export type { Options } from "./options.gen";

/** Returns a given value in the script's form, or undefined if it is of another type. */
type Checker = (value: any) => unknown;

const isArray = Array.isArray;

const isText: Checker = (value) => (typeof value === "string" ? value : undefined);

const checks: { [check in Check]: [wants: string, check: Checker] } = {
  text: ["a string", isText],
  url: ["a whole URL", (value) => (/^\s*(\w+:\/)?\//.test(value) ? value : undefined)],
  id: ["a string", (value) => (typeof value === "number" && isFinite(value) ? String(value) : isText(value))],
  // Pages pass 1 and 0 too.
  flag: ["a boolean", (value) => !!value],
  callable: ["a function", (value) => (typeof value === "function" ? value : undefined)],
  provider: ["an object with a function GetToken", (value) => (typeof value.GetToken === "function" ? value : undefined)],
  object: ["an object", (value) => (typeof value === "object" ? value : undefined)],
  numbers: ["an array of numbers", (value) => listOf(value, (one) => typeof one === "number")],
  element: ["an audio element, or a jQuery object of one", (value) => audioOf(value) || (value.length === 1 && audioOf(value[0])) || undefined],
  transport: ['"all" or "relay"', (value) => (value === "all" || value === "relay" ? value : undefined)],
  servers: ["an array of RTCIceServer", (value) => listOf(value, isServer)],
};

/** Checks the options; throws an Error that names the first one missing or of a wrong type, never its value. */
export function readOptions(given: unknown): Options {
  const options = (typeof given === "object" && given !== null ? given : {}) as { [name: string]: unknown };
  const read: { [name: string]: unknown } = {};
  for (const [name, kind, required, initial] of optionRows) {
    const [wants, check] = checks[kind];
    const value = options[name];
    const missing = value === undefined || value === null;
    const taken = missing ? undefined : check(value);
    const blank = typeof taken === "string" && !taken.trim();
    if (missing ? required : taken === undefined || (required && blank)) {
      const words = required && wants === "a string" ? `${wants} that is not blank` : wants;
      throw new Error(`UdeskCCPaasApiClass: the option ${name} must be ${words}; pass it to the constructor`);
    }
    read[name] = missing ? initial : taken;
  }
  return read as unknown as Options;
}

/** The options that the core reads, in the form of the first message. */
export function coreOptions(options: Options): { [name: string]: unknown } {
  const read = options as unknown as { [name: string]: unknown };
  const core: { [name: string]: unknown } = {};
  for (const [name, , , , crosses] of optionRows) {
    if (crosses) {
      core[name] = read[name];
    }
  }
  return core;
}

/** A copy of the array; undefined if the value is not an array or an element does not fit. */
function listOf(value: any, fits: (one: any) => boolean): unknown {
  const list: unknown[] = [];
  for (const one of isArray(value) ? value : [undefined]) {
    if (!fits(one)) {
      return undefined;
    }
    list[list.length] = one;
  }
  return list;
}

/** The element itself; undefined for anything that cannot play. */
function audioOf(value: any): unknown {
  return value && typeof value === "object" && "srcObject" in value && typeof value.play === "function" ? value : undefined;
}

/** Whether RTCPeerConnection accepts the server: it would refuse others only at the first call. */
function isServer(server: any): boolean {
  const urls = server && server.urls;
  const isURL = (url: unknown): boolean =>
    typeof url === "string" &&
    /^(stun|turn)s?:[^/\s]/i.test(url) &&
    (/^s/i.test(url) || (typeof server.username === "string" && typeof server.credential === "string"));
  return isArray(urls) ? urls.length > 0 && !!listOf(urls, isURL) : isURL(urls);
}
