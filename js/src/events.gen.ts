// Generated from sdk/spec by make gen. Do not edit.

/**
 * How Data gets its documented form: the events' names, whether it is an array of one element, whether they are
 * among the eight events of a call, and which keys are there even where the server sent nothing.
 */
export type Shape = [names: string, element: boolean, call: boolean, undefined: string];

export const shapes: Shape[] = [
  ["AgentStateChanged PhoneModeChanged PhoneStateChanged", true, false, ""],
  ["Ready", true, false, "AdvancedCallStatus AgentInfo CallType CustomerInfo"],
  ["AdvancedCallStatusChanged ServiceInitiated CallFailed", false, false, "DisplayNum"],
  ["GetState", false, false, "AdvancedCallStatus AgentInfo CallType CustomerInfo"],
  ["Delivered Originated Established ConnectionCleared Held Retrieved Conferenced Transferred", false, true, "DisplayNum"],
];

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
  /** register over the socket there is, if it is open */
  Again = "register again",
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

/** What failed, by the code, in Chinese and English. */
export const openings = {
  "0902": ["没有连接：", "There is no connection: "],
  "9000": ["操作失败：", "The operation failed: "],
};

/** Why, where no core can speak: the code, Chinese and English; {} is a detail. */
export const messages = {
  destroyed: ["0902", "实例已销毁。请创建新的实例。", "the instance was destroyed. Make a new one."],
  notJSON: ["9000", "参数无法转换为 JSON。请传入普通值。", "the arguments cannot be written as JSON. Pass plain values."],
  missing: ["9000", "无法加载 udesk-ccpaas.wasm（{}）。请把它放在脚本旁边，或设置 WasmUrl，并检查 CORS 和 CSP 的 connect-src。", "udesk-ccpaas.wasm could not be loaded ({}). Serve it beside the script or set WasmUrl, and check CORS and the CSP's connect-src."],
  forbidden: ["9000", "页面的 CSP 禁止 WebAssembly。请在 script-src 中加入 'wasm-unsafe-eval'。", "the page's CSP forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src."],
  unsupported: ["9000", "此浏览器版本过旧，或已停用 WebAssembly（缺少 {}）。请使用 Chromium 64 或更新内核的浏览器，或当前版本的 Firefox、Safari。", "this browser is too old, or has WebAssembly switched off (it lacks {}). Use one with Chromium 64 or newer inside, or a current Firefox or Safari."],
  mismatch: ["9000", "脚本与 udesk-ccpaas.wasm 版本不一致（{}）。请从同一版本部署两者，并清除缓存。", "script and udesk-ccpaas.wasm are of different builds ({}). Deploy both from one build and clear caches."],
  altered: ["9000", "udesk-ccpaas.wasm 在传输途中被更改。请原样提供该文件，并检查代理和缓存。", "udesk-ccpaas.wasm was changed on its way. Serve the file as it was built, and check proxies and caches."],
  ended: ["9000", "SDK 模块已终止。请重新加载页面，并把日志告知开发者。", "the SDK's module has ended. Reload the page and send the log to the developers."],
  unplaced: ["9000", "无法得知脚本的地址，页面旁边也没有 udesk-ccpaas.wasm（{}）。请设置 WasmUrl 和 PhoneUrl。", "nothing tells where the script came from (element, stack, resource timing), and udesk-ccpaas.wasm is not beside the page ({}). Pass the options WasmUrl and PhoneUrl."],
} as const;
