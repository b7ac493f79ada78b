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
 * MessageKind says what a message between page and core is for. A message has a
 * kind, the number of an instance, the number of what it is about ("id", 0 for
 * nothing), a name and a text, most often JSON.
 */
export const enum Kind {
  /** page to core: make a client; json: its options, and where tabs share it Tab, Told and, for a page of the client of another instance, Of */
  Create = 1,
  /** page to core: call method name with the arguments json; id: the promise, 0 for none */
  Invoke = 2,
  /** page to core: what GetToken came to, for the ask id; name: "resolved" or "rejected"; json: the value, or the error's name */
  Answer = 3,
  /** page to core: computer, page or network may have just come back */
  Wake = 4,
  /** both ways: an order to the web phone, its news; id: the order's number, name: which, json: its object */
  Phone = 5,
  /** page to core: settle id with the flight recording */
  Export = 6,
  /** page to core: end the client */
  Destroy = 7,
  /** both ways: the frame in json, from or to the socket id */
  Frame = 8,
  /** page to core: on the socket id came a frame that is larger than MaxFrame */
  Large = 9,
  /** core to page: the socket id is of no interest any more */
  Release = 10,
  /** both ways: the first of all; from the core, name: the module's build */
  Hello = 11,
  /** core to page: promise id is settled; json: its Data, "" for null, or with the name "rejected" its envelope */
  Settle = 12,
  /** core to page: an event, under the names in name, with commas between; json: its Data, with id 1 its envelope */
  Emit = 13,
  /** core to page: the getters' values */
  State = 14,
  /** core to page: call GetToken and answer with the same id */
  Ask = 15,
  /** core to page: a log line; name: its level, json: its text */
  Log = 16,
  /** page to core: settle call id of method name, which was under way when another page's core ended; json: Args, Told */
  Resume = 17,
  /** page to core: end the client, but log nobody out: another page's takes up what was told */
  Leave = 18,
  /** core to page: what the page is told with the event that follows, for the core after this one */
  Told = 19,
  /** page to core: timers may be due */
  Tick = 20,
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
  /** What: try one thing that calls take, as spec.PhoneTrial says */
  Check = "check",
  /** Leg: send a tone; done says Delay in milliseconds, -1 where it did not come back, or Blocked */
  Echo = "echo",
  /** Url, Uri, User, Password: register, and stay registered */
  Register = "register",
  /** register over the socket there is, if it is open */
  Again = "register again",
  /** open a new SIP socket and register over it */
  Renew = "renew",
  /** Leg, Number, Headers: make a SIP call */
  Invite = "invite",
  /** Leg: take the call that rings; unanswered where that came to nothing */
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
  /** Leg: the person is asked for the microphone, which may take a while */
  Asking = "asking",
  /** Leg, Fault, Detail: the order answer came to nothing; the call rings on */
  Unanswered = "unanswered",
  /** Leg, Status: it is over, by either side; Status 0 where no answer said why, Fault where the phone gave up */
  Ended = "ended",
  /** Leg, Rtt, Jitter, Received, Lost, Input, Output: once a second */
  Quality = "quality",
  /** Leg: a way is looked for, for the sound */
  MediaSought = "media sought",
  /** Leg: the sound has a way */
  MediaFound = "media found",
  /** Leg: the way of the sound broke, or none was found */
  MediaLost = "media lost",
  /** the network is another one */
  Network = "network",
  /** the browser plays no sound before the person does something */
  Blocked = "blocked",
  /** Kind: a device disappeared or failed, the default took its place; Fault where that failed too */
  Replaced = "replaced",
}

/** PhoneFault is why the web phone could not do something. */
export const enum Fault {
  /** no RTCPeerConnection */
  Unsupported = "unsupported",
  /** the page has no secure context */
  Insecure = "insecure",
  /** the phone's script did not load */
  Missing = "missing",
  /** the person, or the browser, refused the microphone */
  Denied = "denied",
  /** the policy of the page itself keeps it from using the microphone */
  Policy = "policy",
  /** the page is in an iframe that may not use the microphone */
  Frame = "frame",
  /** the operating system does not let the browser use the microphone */
  System = "system",
  /** another program uses the microphone */
  Busy = "busy",
  /** there is none */
  NoMicrophone = "no microphone",
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

type Message = readonly [code: keyof typeof openings, chinese: string, english: string];

/** Why, where no core can speak; {} is a detail. */
export const messages = {
  destroyed: ["0902", "实例已销毁。请创建新的实例。", "the instance was destroyed. Create a new one."],
  notJSON: ["9000", "参数无法转换为 JSON。请传入普通值。", "the arguments cannot be written as JSON. Pass plain values."],
  missing: ["9000", "无法加载 udesk-ccpaas.wasm（{}）。请原样放在脚本旁边或设置 WasmUrl，并检查 CORS、代理和 CSP connect-src。", "udesk-ccpaas.wasm could not be loaded ({}). Serve it unchanged beside the script or set WasmUrl, and check CORS, proxies and the CSP's connect-src."],
  forbidden: ["9000", "页面的 CSP 禁止 WebAssembly。请在 script-src 中加入 'wasm-unsafe-eval'。", "the page's CSP forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src."],
  unsupported: ["9000", "浏览器过旧或已停用 WebAssembly（缺少 {}）。请使用 Chromium 64 及以上内核，或当前的 Firefox、Safari。", "this browser is too old, or WebAssembly is switched off (it lacks {}). Use Chromium 64 or newer, or a current Firefox or Safari."],
  mismatch: ["9000", "脚本与 udesk-ccpaas.wasm 版本不一致（{}）。请部署同一版本，并清除缓存。", "script and udesk-ccpaas.wasm are of different builds ({}). Deploy both from one build and clear caches."],
  ended: ["9000", "SDK 模块已终止。请刷新页面，并把日志交给开发者。", "the SDK's module has ended. Reload the page and send the log to the developers."],
  unplaced: ["9000", "无法得知脚本的地址（{}）。请设置 WasmUrl 和 PhoneUrl。", "the address of the script is unknown ({}). Pass WasmUrl and PhoneUrl."],
  // Only the forms for bundlers run in Node.js.
  noBrowser: (HAS_CHUNKS && ["9000", "当前环境不是浏览器，而是 Node.js（jsdom、happy-dom 也在其中运行）。测试请使用 @ccpaas/browser-sdk/fake，或在真实浏览器中配合 @ccpaas/sandbox 运行。", "this is not a browser but Node.js, in which jsdom and happy-dom run too. In a test, use @ccpaas/browser-sdk/fake, or a real browser with @ccpaas/sandbox."]) as Message,
} as const;

/** What follows Domain in the gateway's address; the digits are AppId, AgentId, token and timestamp. */
export const socketQuery = "?AppId=0&AgentId=1&Token=2&Timestamp=3";

/** What a tab is told that shares a connection with one of another version. */
export const tabDiffers: Message = ["9000", "操作失败：另一个标签页运行着不同版本。请刷新该标签页。", "The operation failed: another tab runs another version. Reload it."];
