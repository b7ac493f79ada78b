import { optionRows } from "./options.gen";
import type { Check, Options } from "./options.gen";

export type { Options } from "./options.gen";

/** Takes a value that is given, returns it in the script's form, or undefined where it is of another type. */
type Checker = (value: any) => unknown;

const isArray = Array.isArray;

const isText: Checker = (value) => (typeof value === "string" ? value : undefined);

const checks: { [check in Check]: [wants: string, check: Checker] } = {
  text: ["a string", isText],
  id: ["a string", (value) => (typeof value === "number" && isFinite(value) ? String(value) : isText(value))],
  // Pages pass 1 and 0 too.
  flag: ["a boolean", (value) => !!value],
  callable: ["a function", (value) => (typeof value === "function" ? value : undefined)],
  provider: ["an object with a function GetToken", (value) => (typeof value.GetToken === "function" ? value : undefined)],
  object: ["an object", (value) => (typeof value === "object" ? value : undefined)],
  numbers: ["an array of numbers", (value) => listOf(value, (one) => typeof one === "number")],
  element: ["an audio element, or a jQuery object of one", (value) => audioOf(value) || (value.length === 1 && audioOf(value[0])) || undefined],
  servers: ["an array of { urls }, each a stun: or turn: URL, with username and credential for turn:", (value) => listOf(value, isServer)],
};

/** Checks the options; throws an Error that names the first one missing or of a wrong type, never its value. */
export function readOptions(given: unknown): Options {
  const options = (typeof given === "object" && given !== null ? given : {}) as { [name: string]: unknown };
  const read: { [name: string]: unknown } = {};
  for (let at = 0; at < optionRows.length; at++) {
    const row = optionRows[at]!;
    const name = row[0];
    const wants = checks[row[1]][0];
    const check = checks[row[1]][1];
    const required = row[2];
    const value = options[name];
    const missing = value === undefined || value === null;
    const taken = missing ? undefined : check(value);
    const blank = typeof taken === "string" && !taken.trim();
    if (missing ? required : taken === undefined || (required && blank)) {
      const words = required && row[1] !== "provider" ? `${wants} that is not blank` : wants;
      throw new Error(`UdeskCCPaasApiClass: the option ${name} must be ${words}; pass it to the constructor`);
    }
    read[name] = missing ? row[3] : taken;
  }
  return read as unknown as Options;
}

/** The options that the core reads, as the first message takes them. */
export function coreOptions(options: Options): { [name: string]: unknown } {
  const read = options as unknown as { [name: string]: unknown };
  const core: { [name: string]: unknown } = {};
  for (let at = 0; at < optionRows.length; at++) {
    const row = optionRows[at]!;
    if (row[4]) {
      core[row[0]] = read[row[0]];
    }
  }
  return core;
}

/** A copy of the array, undefined where the value is none or an element does not fit. */
function listOf(value: any, fits: (one: any) => boolean): unknown {
  if (!isArray(value)) {
    return undefined;
  }
  const list: unknown[] = [];
  for (let at = 0; at < value.length; at++) {
    if (!fits(value[at])) {
      return undefined;
    }
    list[at] = value[at];
  }
  return list;
}

/** The element itself; undefined for anything that cannot play. */
function audioOf(value: any): unknown {
  return value && "srcObject" in Object(value) && typeof value.play === "function" ? value : undefined;
}

/** As RTCPeerConnection takes them: it would refuse others when the first call comes. */
function isServer(server: any): boolean {
  const urls = server && server.urls;
  const list: unknown[] = isArray(urls) ? urls : [urls];
  let good = list.length > 0;
  for (let at = 0; at < list.length; at++) {
    const url = list[at];
    const turn = typeof url === "string" && /^turns?:./i.test(url);
    good =
      good &&
      typeof url === "string" &&
      /^(stun|turn)s?:[^/\s]/i.test(url) &&
      (!turn || (typeof server.username === "string" && typeof server.credential === "string"));
  }
  return good;
}
