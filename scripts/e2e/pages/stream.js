// An instance on the page's own WebSocket (stream_gateway.js).
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

/** Sends so many events, in batches of a busy second, and waits until the page's handlers have received them. */
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
