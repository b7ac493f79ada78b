// An instance on a WebSocket that the page itself plays, so that events come as fast as the SDK takes them.
let memory;
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = async (...args) => {
  const { instance } = await instantiateStreaming.apply(WebAssembly, args);
  memory = instance.exports.mem;
  return { instance };
};

let gateway;
window.WebSocket = class {
  constructor() {
    gateway = this;
    setTimeout(() => this.onopen({ type: "open" }));
  }

  send(frame) {
    const { Method, MsgId } = frame === "ping" ? {} : JSON.parse(frame);
    if (Method === "GetState") {
      const Data = { CurState: "talking", CurMode: "voip", CurExtState: "busy", CallID: "call", Payload: null };
      setTimeout(() => this.say({ MsgType: "REP", Method, MsgId, ErrCode: "000000", Data }));
    }
  }

  say(frame) {
    this.onmessage({ type: "message", data: JSON.stringify({ Ver: "1.0", SeqId: 1, Timestamp: 1, ...frame }) });
  }

  close() {}
};

let heard = 0;
let atHeard = () => {};
const instance = new UdeskCCPaasApiClass(optionsFor("1001"));
for (const name of ["Held", "Retrieved"]) {
  instance.on(name, ({ Data }) => {
    heard += Data.CallAuthority.AllowHold ? 1 : 0;
    atHeard();
  });
}

let sent = 0;

/** Sends so many events, as many at once as a busy second brings, and waits until the page's handlers had them. */
async function stream(count) {
  const Payload = { CallDirection: "Inbound", CallerInfo: { TelNumber: "13800138000" }, CallAuthority: { AllowHold: true } };
  for (const end = sent + count; sent < end; ) {
    const all = new Promise((resolve) => (atHeard = () => heard === sent && resolve()));
    for (const batch = sent + 500; sent < batch; ) {
      const Method = ++sent % 2 ? "Held" : "Retrieved";
      gateway.say({ MsgType: "NTF", Method, MsgId: String(sent), CallID: "call", Payload });
    }
    await all;
  }
}
