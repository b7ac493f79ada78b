// Generated from sdk/spec by make gen. Do not edit.

import type { AppDataProvider } from "./provider";

/** How an option's value is checked: the functions of options.ts. */
export type Check =
  | "text"
  | "id"
  | "url"
  | "provider"
  | "flag"
  | "callable"
  | "element"
  | "servers"
  | "transport"
  | "object"
  | "numbers";

/** The constructor's options after the check. */
export interface Options {
  /** The tenant. */
  AppId: string;
  /** The agent. */
  AgentId: string;
  /** The gateway's WebSocket URL. */
  Domain: string;
  /** The HTTP backend's base URL. */
  HttpDomain: string;
  /**
   * An instance of a class that extends AppDataProvider, or
   * any object with GetToken.
   */
  AppDataProvider: AppDataProvider;
  /** Says whether the constructor connects; default true. */
  AutoConnect: boolean;
  /**
   * The language of messages and labels: zh-CN or en-US, in any
   * letter case; default "zh-CN".
   */
  LanguageCode: string;
  /** Takes log lines. They hold no token, no password and no number. */
  Log: ((message: { message: string }, type: string) => void) | undefined;
  /**
   * Where udesk-ccpaas.wasm is; beside the script where it is not
   * given. A browser that needs udesk-ccpaas-mvp.wasm looks beside that. The
   * classic script loads the module beside it while it is evaluated: with
   * WasmUrl, or on a page that may never construct the class, give its element
   * the attribute data-lazy.
   */
  WasmUrl: string;
  /**
   * Where udesk-phone.js is, which is loaded for phone mode webrtc;
   * beside the script where it is not given.
   */
  PhoneUrl: string;
  /**
   * Plays the far end in phone mode webrtc; an element that is not
   * in the page where it is not given.
   */
  AudioElement: HTMLAudioElement | null;
  /**
   * Says whether an incoming call rings in the page in phone mode
   * webrtc; default false.
   */
  RingTone: boolean;
  /**
   * Says whether an outgoing call rings in the page until it is
   * answered, in phone mode webrtc; default false.
   */
  RingBack: boolean;
  /** STUN and TURN servers for phone mode webrtc; default []. */
  IceServers: RTCIceServer[];
  /**
   * Says over which ways sound may go in phone mode webrtc:
   * relay takes those over the TURN servers of IceServers alone; default "all".
   */
  IceTransportPolicy: "all" | "relay";
  /**
   * Says whether the web phone answers a SIP call by itself where the
   * platform asks for that, as with a supervisor's, and the gateway has put the
   * agent into that call; default true.
   */
  AutoAnswer: boolean;
  /**
   * Says when to connect again after a lost connection: after a random
   * part of a ceiling that doubles.
   */
  Reconnect: object | undefined;
  /**
   * The close codes with which the gateway says that the agent
   * connected elsewhere; an empty array means none; default [4409].
   */
  KickCodes: number[] | undefined;
  /**
   * Admits a Domain of the scheme ws and a HttpDomain of http
   * outside this computer, over which tokens and numbers travel in the open; default false.
   */
  AllowInsecure: boolean;
  /**
   * Has all tabs of an origin with the same AppId, AgentId, Domain
   * and HttpDomain share one connection. It needs Web Locks and BroadcastChannel,
   * which a browser has in a secure context; without them each tab connects for
   * itself; default false.
   */
  ShareConnection: boolean;
  /**
   * Leaves telephone numbers readable in what ExportLog resolves
   * to; default false.
   */
  RecordNumbers: boolean;
}

/** The options: name, check, whether it must be given, what stands for a missing one, whether the core reads it. */
export const optionRows: [name: string, check: Check, required: boolean, otherwise: unknown, core: boolean][] = [
  ["AppId", "text", true, undefined, true],
  ["AgentId", "id", true, undefined, true],
  ["Domain", "url", true, undefined, true],
  ["HttpDomain", "url", true, undefined, true],
  ["AppDataProvider", "provider", true, undefined, false],
  ["AutoConnect", "flag", false, true, false],
  ["LanguageCode", "text", false, "", true],
  ["Log", "callable", false, undefined, false],
  ["WasmUrl", "text", false, "", false],
  ["PhoneUrl", "text", false, "", false],
  ["AudioElement", "element", false, null, false],
  ["RingTone", "flag", false, false, false],
  ["RingBack", "flag", false, false, false],
  ["IceServers", "servers", false, [], false],
  ["IceTransportPolicy", "transport", false, "all", false],
  ["AutoAnswer", "flag", false, true, true],
  ["Reconnect", "object", false, undefined, true],
  ["KickCodes", "numbers", false, undefined, true],
  ["AllowInsecure", "flag", false, false, true],
  ["ShareConnection", "flag", false, false, false],
  ["RecordNumbers", "flag", false, false, true],
];
