// Generated from sdk/spec by make gen. Do not edit.

/** How an event's Data gets its documented form. */
export interface Shape {
  /** An array of one element. */
  element?: true;
  /** One of the eight events of a call. */
  call?: true;
  /** Own keys that are there even where the server sent nothing. */
  undefined?: string[];
}

export const shapes: Record<string, Shape> = {
  AgentStateChanged: { element: true },
  PhoneModeChanged: { element: true },
  PhoneStateChanged: { element: true },
  Ready: { element: true, undefined: ["AdvancedCallStatus", "AgentInfo", "CallType", "CustomerInfo"] },
  AdvancedCallStatusChanged: { undefined: ["DisplayNum"] },
  GetState: { undefined: ["AdvancedCallStatus", "AgentInfo", "CallType", "CustomerInfo"] },
  Delivered: { call: true, undefined: ["DisplayNum"] },
  Originated: { call: true, undefined: ["DisplayNum"] },
  Established: { call: true, undefined: ["DisplayNum"] },
  ConnectionCleared: { call: true, undefined: ["DisplayNum"] },
  Held: { call: true, undefined: ["DisplayNum"] },
  Retrieved: { call: true, undefined: ["DisplayNum"] },
  Conferenced: { call: true, undefined: ["DisplayNum"] },
  Transferred: { call: true, undefined: ["DisplayNum"] },
  ServiceInitiated: { undefined: ["DisplayNum"] },
  CallFailed: { undefined: ["DisplayNum"] },
};

/**
 * MessageKind says what an envelope between page and core is for. An envelope
 * is five strings: instance, kind, id, name, json.
 */
export const enum Kind {
  /** page to core: make a client; json: its options */
  Create = "create",
  /** page to core: call method name with the arguments json; id: the promise, "" for none */
  Invoke = "invoke",
  /** page to core: what GetToken came to, for the ask id; name: "", "rejected" or "malformed" */
  Answer = "answer",
  /** page to core: computer, page or network may have just come back */
  Wake = "wake",
  /** both ways: an order to the web phone, its news; id: the order's number, name: which, json: its object */
  Phone = "phone",
  /** page to core: settle id with the flight recording */
  Export = "export",
  /** page to core: end the client */
  Destroy = "destroy",
  /** core to page: the first of all; name: the module's build */
  Hello = "hello",
  /** core to page: promise id is settled with json */
  Settle = "settle",
  /** core to page: an event, under the names in name, with commas between */
  Emit = "emit",
  /** core to page: the getters' values */
  State = "state",
  /** core to page: call GetToken and answer with the same id */
  Ask = "ask",
  /** core to page: a log line; name: its level, json: its text */
  Log = "log",
}

/**
 * PhoneOrder is what the core asks of the web phone. An order has a number, by
 * which done and failed answer it, and an object; Leg in it names a SIP call.
 */
export const enum Order {
  /** load what is needed and ask for the microphone */
  Open = "open",
  /** Leg, Muted; done says Muted, as the microphone's track has it */
  Mute = "mute",
  /** Leg, Digits; done when the last was sent */
  Dtmf = "dtmf",
  /** Leg: find new ways for the sound, with a re-INVITE */
  Restart = "restart",
  /** done lists Devices: Kind, DeviceId, Label, Selected */
  Devices = "devices",
  /** Kind, DeviceId: use this device, in a call at once */
  Device = "device",
  /** Url, Uri, User, Password: register, and stay registered */
  Register = "register",
  /** open a new SIP socket and register over it */
  Renew = "renew",
  /** Leg, Number, Headers: make a SIP call */
  Invite = "invite",
  /** Leg */
  Answer = "answer",
  /** Leg: reject, cancel or end it, whatever it takes */
  Hangup = "hangup",
  /** end what there is of calls, unregister, release microphone and socket */
  Close = "close",
}

/** PhoneNews is what the web phone tells the core. */
export const enum News {
  /** the order did what it says */
  Done = "done",
  /** the order came to nothing; Fault says why, Detail how */
  Failed = "failed",
  /** the SIP server knows the phone */
  Registered = "registered",
  /** no longer, or not at all; Status, 0 where no answer came */
  Unregistered = "unregistered",
  /** Leg, Answer: a SIP call rings; the phone names it; Answer where it asks to be answered at once */
  Incoming = "incoming",
  /** Leg: the far end answered provisionally */
  Progress = "progress",
  /** Leg: the SIP call is up */
  Accepted = "accepted",
  /** Leg, Status: it is over, by either side; Status 0 where no answer said why, Fault where the phone gave up */
  Ended = "ended",
  /** Leg, Rtt, Jitter, Received, Lost, Input, Output: once a second */
  Quality = "quality",
  /** Leg: the way of the sound broke */
  MediaLost = "media lost",
  /** the network is another one */
  Network = "network",
  /** the browser plays no sound before the person does something */
  Blocked = "blocked",
  /** Kind: a device disappeared, another took its place */
  Replaced = "replaced",
}

/** PhoneFault is why the web phone could not do something. */
export const enum Fault {
  /** no RTCPeerConnection, or no secure context */
  Unsupported = "unsupported",
  /** the phone's script did not load */
  Missing = "missing",
  /** the microphone was refused */
  Denied = "denied",
  /** there is no such microphone, speaker or ringer */
  NoDevice = "no device",
  /** there is no such SIP call, or it is not up */
  NoCall = "no call",
  /** anything else */
  Failed = "failed",
}

/** Messages for when no core can speak, in Chinese and English; {} is the method's name, {1} a detail. */
export const messages = {
  destroyed: ["0902", "没有连接：实例已销毁。请创建新的实例。 [{} 0902]", "There is no connection: the instance was destroyed. Make a new one. [{} 0902]"],
  notJSON: ["9000", "操作失败：参数无法转换为 JSON。请传入普通值。 [{} 9000]", "The operation failed: the arguments cannot be written as JSON. Pass plain values. [{} 9000]"],
  missing: ["9000", "操作失败：无法加载 udesk-ccpaas.wasm（{1}）。请把它放在脚本旁边，或设置 WasmUrl，并检查 CORS 和 CSP 的 connect-src。 [{} 9000]", "The operation failed: udesk-ccpaas.wasm could not be loaded ({1}). Serve it beside the script or set WasmUrl, and check CORS and the CSP's connect-src. [{} 9000]"],
  forbidden: ["9000", "操作失败：页面的 CSP 禁止 WebAssembly。请在 script-src 中加入 'wasm-unsafe-eval'。 [{} 9000]", "The operation failed: the page's CSP forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src. [{} 9000]"],
  unsupported: ["9000", "操作失败：此浏览器版本过旧，或已停用 WebAssembly（缺少 {1}）。请使用 Chromium 64 或更新内核的浏览器，或当前版本的 Firefox、Safari。 [{} 9000]", "The operation failed: this browser is too old, or has WebAssembly switched off (it lacks {1}). Use one with Chromium 64 or newer inside, or a current Firefox or Safari. [{} 9000]"],
  mismatch: ["9000", "操作失败：脚本与 udesk-ccpaas.wasm 版本不一致（{1}）。请从同一版本部署两者，并清除缓存。 [{} 9000]", "The operation failed: script and udesk-ccpaas.wasm are of different builds ({1}). Deploy both from one build and clear caches. [{} 9000]"],
  altered: ["9000", "操作失败：udesk-ccpaas.wasm 在传输途中被更改。请原样提供该文件，并检查代理和缓存。 [{} 9000]", "The operation failed: udesk-ccpaas.wasm was changed on its way. Serve the file as it was built, and check proxies and caches. [{} 9000]"],
  ended: ["9000", "操作失败：SDK 模块已终止。请重新加载页面，并把日志告知开发者。 [{} 9000]", "The operation failed: the SDK's module has ended. Reload the page and send the log to the developers. [{} 9000]"],
  unplaced: ["9000", "操作失败：无法得知脚本的地址，页面旁边也没有 udesk-ccpaas.wasm（{1}）。请设置 WasmUrl 和 PhoneUrl。 [{} 9000]", "The operation failed: nothing tells where the script came from (element, stack, resource timing), and udesk-ccpaas.wasm is not beside the page ({1}). Pass the options WasmUrl and PhoneUrl. [{} 9000]"],
} as const;
