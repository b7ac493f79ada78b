//go:build js

package sdk_test

import (
	"syscall/js"
	"testing"

	"github.com/ccpaas/ccpaas-go/sdk"
)

// benchGateway takes the place of the browser's WebSocket. What it sends comes
// in tasks of its own, as from a network.
type benchGateway struct{ class js.Value }

// benchSocket makes the class.
const benchSocket = `
const { port1: net, port2: page } = new MessageChannel();
let socket, sent = 0;
class BenchSocket extends EventTarget {
  static send(count) {
    for (let i = 0; i < count; i++) {
      net.postMessage(["message", head + String(++sent).padStart(digits, "0") + tail]);
    }
  }
  static close() {
    net.close();
  }
  constructor() {
    super();
    socket = this;
    this.readyState = 0;
    net.postMessage(["open", ""]);
  }
  send(text) {
    if (text !== "ping") {
      const { Method, MsgId } = JSON.parse(text);
      const Data = Method === "GetState" ? JSON.parse(state) : {};
      const reply = { Ver: "1.0", SeqId: 1, MsgId, MsgType: "REP", Timestamp: 1700000000000, ErrCode: "000000", ErrDesc: "OK", Method, Data };
      net.postMessage(["message", JSON.stringify(reply)]);
    }
  }
  close() {
    this.readyState = 3;
  }
}
page.onmessage = ({ data: [type, data] }) => {
  if (socket.readyState !== 3) {
    socket.readyState = 1;
    const event = new MessageEvent(type, { data });
    const handler = socket["on" + type];
    if (handler) {
      handler.call(socket, event);
    }
    socket.dispatchEvent(event);
  }
};
return BenchSocket;
`

func newBenchGateway(tb testing.TB) *benchGateway {
	makeClass := js.Global().Get("Function").New("head", "digits", "tail", "state", benchSocket)
	g := &benchGateway{makeClass.Invoke(benchEventHead, len(benchEventID), benchEventTail, benchState)}
	before := js.Global().Get("WebSocket")
	js.Global().Set("WebSocket", g.class)
	tb.Cleanup(func() {
		js.Global().Set("WebSocket", before)
		g.class.Call("close")
	})
	return g
}

func (g *benchGateway) native() sdk.Native { return sdk.Native{} }

// send sends events.
func (g *benchGateway) send(count int) { g.class.Call("send", count) }
