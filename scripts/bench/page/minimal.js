// The best that a client can reach: the least JavaScript that connects, makes calls and delivers events.
class MinimalClient {
  constructor({ AppId, AgentId, Domain, AppDataProvider }) {
    Object.assign(this, { calls: new Map(), handlers: {}, last: 0 });
    AppDataProvider.GetToken().then(({ token, timestamp }) => {
      this.socket = new WebSocket(`${Domain}?AppId=${AppId}&AgentId=${AgentId}&Token=${token}&Timestamp=${timestamp}`);
      this.socket.onmessage = (message) => this.take(JSON.parse(message.data));
      this.socket.onopen = () => this.call("GetState").then((reply) => this.emit("Ready", [reply.Data]));
    });
  }
  on = (name, handler) => (this.handlers[name] = this.handlers[name] || []).push(handler);
  emit = (name, Data) => (this.handlers[name] || []).forEach((handler) => handler({ Code: "0000", Data, Message: "", Visible: false }));
  call = (Method, members) =>
    new Promise((resolve, reject) => {
      this.calls.set(String(++this.last), { resolve, reject });
      const header = { Ver: "1.0", SeqId: this.last, MsgId: String(this.last), MsgType: "REQ", Timestamp: String(Date.now()), Method };
      this.socket.send(JSON.stringify({ ...header, ...members }));
    });
  take({ MsgType, MsgId, Method, CallID, Payload, ...reply }) {
    if (MsgType === "NTF")
      return this.emit(Method, {
        AdvancedCallStatus: Method,
        CallID,
        AgentInfo: Payload.CalledInfo,
        CustomerInfo: Payload.CallerInfo,
        ...Payload,
      });
    this.calls.get(MsgId)[reply.ErrCode === "000000" ? "resolve" : "reject"](reply);
    this.calls.delete(MsgId);
  }
}
