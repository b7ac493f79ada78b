import type { PhoneOptions } from "./phone/host";
import type { AppDataProvider } from "./provider";

/** The constructor's options, as far as the script itself reads them. */
export interface Options extends PhoneOptions {
  AppId: string;
  AgentId: string;
  Domain: string;
  HttpDomain: string;
  AppDataProvider: AppDataProvider;
  AutoConnect: boolean;
  LanguageCode: string;
  Log?: (message: { message: string }, type: string) => void;
  WasmUrl: string;
  PhoneUrl: string;
  Reconnect?: object;
  KickCodes?: number[];
  RecordNumbers: boolean;
}

const isArray = Array.isArray;

/** Checks the options; throws an Error that names the first one missing or of a wrong type, never its value. */
export function readOptions(given: unknown): Options {
  const options = (typeof given === "object" && given !== null ? given : {}) as Record<string, unknown>;
  const text = (name: string): string => {
    const value = options[name];
    if (typeof value === "string" && value.trim()) {
      return value;
    }
    return fail(name, "a string that is not blank");
  };
  const agentId = options.AgentId;
  const provider = options.AppDataProvider as AppDataProvider | null | undefined;
  return {
    AppId: text("AppId"),
    AgentId: typeof agentId === "number" && isFinite(agentId) ? String(agentId) : text("AgentId"),
    AppDataProvider:
      provider && typeof provider.GetToken === "function"
        ? provider
        : fail("AppDataProvider", "an object with a function GetToken"),
    Domain: text("Domain"),
    HttpDomain: text("HttpDomain"),
    AutoConnect: options.AutoConnect !== false,
    LanguageCode: optional(options, "LanguageCode", "string", ""),
    Log: optional(options, "Log", "function", undefined),
    WasmUrl: optional(options, "WasmUrl", "string", ""),
    Reconnect: optional(options, "Reconnect", "object", undefined),
    KickCodes: optional(options, "KickCodes", "object", undefined),
    RecordNumbers: options.RecordNumbers === true,
    PhoneUrl: optional(options, "PhoneUrl", "string", ""),
    AudioElement: audioElement(options),
    RingTone: options.RingTone === true,
    RingBack: options.RingBack === true,
    IceServers: iceServers(options),
  };
}

/** The element itself, or the first one of a list of elements, as jQuery's are. */
function audioElement(options: Record<string, unknown>): HTMLAudioElement | null {
  const given = optional<any>(options, "AudioElement", "object", null);
  const element = given && typeof given.play !== "function" && given.length === 1 ? given[0] : given;
  return !element || ("srcObject" in element && typeof element.play === "function")
    ? element
    : fail("AudioElement", "an audio element, or a jQuery object of one");
}

/** As RTCPeerConnection takes them: it would refuse others when the first call comes. */
function iceServers(options: Record<string, unknown>): RTCIceServer[] {
  const given = optional<RTCIceServer[]>(options, "IceServers", "object", []);
  const servers: RTCIceServer[] = [];
  let good = isArray(given);
  for (let i = 0; good && i < given.length; i++) {
    const server = given[i]!;
    const urls: unknown = server && server.urls;
    const list: unknown[] = isArray(urls) ? urls : [urls];
    good = list.length > 0;
    for (let k = 0; k < list.length; k++) {
      const url = list[k];
      const turn = typeof url === "string" && /^turns?:./i.test(url);
      good =
        good &&
        typeof url === "string" &&
        /^(stun|turn)s?:[^/\s]/i.test(url) &&
        (!turn || (typeof server.username === "string" && typeof server.credential === "string"));
    }
    servers[i] = server;
  }
  return good
    ? servers
    : fail("IceServers", "an array of { urls }, each a stun: or turn: URL, with username and credential for turn:");
}

function optional<T>(options: Record<string, unknown>, name: string, type: string, otherwise: T): T {
  const value = options[name];
  if (value === undefined || value === null) {
    return otherwise;
  }
  return typeof value === type ? (value as T) : fail(name, `of type ${type}`);
}

function fail(name: string, type: string): never {
  throw new Error(`UdeskCCPaasApiClass: the option ${name} must be ${type}; pass it to the constructor`);
}
