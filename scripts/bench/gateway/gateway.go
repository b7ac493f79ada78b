package main

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"sync"

	"github.com/coder/websocket"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// gateway keeps the sockets of the agents that are connected.
type gateway struct {
	mu     sync.Mutex
	agents map[string]*agent
}

// agent is one page's connection.
type agent struct {
	conn *websocket.Conn

	mu   sync.Mutex
	sent int // events, over all bursts
}

func newGateway() *gateway { return &gateway{agents: map[string]*agent{}} }

// state is the Data of a GetState reply: idle, without a call.
const state = `{"CurState":"idle","CurSubStateId":"","CurMode":"voip","CurContact":"9001","CurExtState":"idle",` +
	`"CallID":"","CallDirection":"","DestNumber":"","DestNumberLoc":"","SpNumber":"","StartTime":"","UserData":"",` +
	`"AgentNumber":"9001","Payload":null}`

// socket is the gateway's end of a WebSocket: it answers each request at once.
func (g *gateway) socket(w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{InsecureSkipVerify: true})
	if err != nil {
		return
	}
	defer conn.CloseNow()
	name := r.URL.Query().Get("AgentId")
	a := &agent{conn: conn}
	g.mu.Lock()
	g.agents[name] = a
	g.mu.Unlock()
	defer func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		if g.agents[name] == a {
			delete(g.agents, name)
		}
	}()
	for {
		_, text, err := conn.Read(r.Context())
		if err != nil {
			return
		}
		if string(text) == wire.Ping {
			continue
		}
		in, err := wire.Read(string(text))
		if err != nil {
			return
		}
		if err := conn.Write(r.Context(), websocket.MessageText, reply(in)); err != nil {
			return
		}
	}
}

// reply reports success for a request.
func reply(in wire.Incoming) []byte {
	var b wire.Builder
	b.Text("Ver", "1.0").Raw("SeqId", "1").Text("MsgId", in.MsgID).Text("MsgType", "REP").Raw("Timestamp", "1700000000000").
		Text("Method", in.Method).Text("ErrCode", "000000").Text("ErrDesc", "OK")
	if in.Method == "GetState" {
		b.Raw("Data", state)
	} else {
		b.Raw("Data", "{}")
	}
	return []byte(b.Object())
}

var errNotConnected = errors.New("no such agent is connected")

// burst sends events to an agent as fast as the connection takes them.
func (g *gateway) burst(ctx context.Context, name string, count int) error {
	g.mu.Lock()
	a := g.agents[name]
	g.mu.Unlock()
	if a == nil {
		return errNotConnected
	}
	// All are made before the first is sent, so that making them costs no time.
	frames := a.events(count)
	for _, frame := range frames {
		if err := a.conn.Write(ctx, websocket.MessageText, frame); err != nil {
			return err
		}
	}
	return nil
}

// events are the next ones, each with its own MsgId.
func (a *agent) events(count int) [][]byte {
	a.mu.Lock()
	defer a.mu.Unlock()
	frames := make([][]byte, count)
	for i := range frames {
		a.sent++
		frames[i] = event(a.sent)
	}
	return frames
}

// event is a call event as a platform sends it, Held and Retrieved in turn.
func event(number int) []byte {
	name := "Held"
	if number%2 == 0 {
		name = "Retrieved"
	}
	n := strconv.Itoa(number)
	return []byte(`{"Ver":"1.0","SeqId":` + n + `,"MsgId":"5f0e8c3a-0000-4000-8000-` + n + `","MsgType":"NTF",` +
		`"Timestamp":1700000000000,"Method":"` + name + `","CallID":"0a6b1c5e-8f8d-4b1e-9d57-3f1f6f5f7a11",` +
		`"Payload":{"CallEvent":"` + name + `","CallDirection":"Inbound","CallType":"OtherIn","WorkFlow":"in",` +
		`"ChannelUUID":"7e2f7f3a-2c44-4c6e-8a52-1d2f7c1b9e04","CallerInfo":{"TelNumber":"13800138000","City":"北京"},` +
		`"CalledInfo":{"TelNumber":"9001"},"DisplayInfo":{"TelNumber":"01012345678","City":"北京"},"FromQueue":"2",` +
		`"CallAuthority":{"OnBarButtonSwitch":false,"AllowTransferAfterThreeWay":false,"AllowHold":false,` +
		`"AllowConsultation":false,"AllowThreeWayAfterConsultation":false,"AllowTransferAfterConsultation":false,` +
		`"AllowHangup":true,"AllowAnswer":false,"AllowTransfer":false,"AllowEndConsultation":false,"AllowCancel":false,` +
		`"AllowUnHold":true,"AllowThreeWay":false,"AdvancedCallStatus":false}}}`)
}
