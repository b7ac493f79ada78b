// A WebSocket that the page itself implements, before the SDK's script, so that events arrive as fast as the SDK handles them.
let memory;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...args) => {
  const instance = await instantiate.apply(WebAssembly, args);
  memory = instance.exports.mem;
  return instance;
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
