package sandbox_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox/sandboxtest"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// patience is how long an agent's page waits for the next frame. Time is fake,
// so it only has to be longer than anything the platform waits for.
const patience = 10 * time.Minute

// members are the JSON members of a frame, or of a part of one.
type members = map[string]any

// world is a platform in memory under fake time.
type world struct {
	*testing.T
	*sandbox.Server
	pages []*page
}

// play runs a script in a new world. In the end every frame that reached a page
// must have been expected.
func play(t *testing.T, config sandbox.Config, script func(t *testing.T, w *world)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		config.InMemory = true
		w := &world{T: t, Server: sandboxtest.Start(t, config).Server}
		script(t, w)
		synctest.Wait()
		for _, p := range w.pages {
			p.silent()
		}
	})
}

// page is an agent's end of a WebSocket.
type page struct {
	w       *world
	agentID string
	socket  *websocket.Conn
	frames  chan members
	closed  chan error
	sent    int
}

// dial connects an agent's page with credentials of its own.
func (w *world) dial(agentID string, c token.Credentials) (*page, error) {
	query := url.Values{"AppId": {c.AppID}, "AgentId": {agentID}, "Token": {c.Token}, "Timestamp": {c.Timestamp}}
	socket, response, err := websocket.Dial(w.Context(), w.WebSocketURL+"?"+query.Encode(),
		&websocket.DialOptions{HTTPClient: w.Client()})
	if err != nil {
		if response != nil {
			return nil, fmt.Errorf("HTTP %d", response.StatusCode)
		}
		return nil, err
	}
	socket.SetReadLimit(-1)
	p := &page{w: w, agentID: agentID, socket: socket, frames: make(chan members, 1000), closed: make(chan error, 1)}
	go p.read()
	w.Cleanup(func() { _ = socket.CloseNow() })
	w.pages = append(w.pages, p)
	return p, nil
}

func (p *page) read() {
	for {
		_, text, err := p.socket.Read(context.Background())
		if err != nil {
			p.closed <- err
			return
		}
		frame := members{}
		if json.Unmarshal(text, &frame) != nil {
			frame["text"] = string(text)
		}
		p.frames <- frame
	}
}

// connect connects an agent and asks for their state, as every client does first.
func (w *world) connect(agentID string) *page {
	w.Helper()
	p, err := w.dial(agentID, w.Credentials(agentID))
	require.NoError(w, err)
	p.state()
	return p
}

// idle connects an agent and logs them in as idle.
func (w *world) idle(agentID string) *page {
	w.Helper()
	p := w.connect(agentID)
	p.request("Login", members{"State": "idle"})
	p.expect("Login 000000", "AgentStateChange offline→idle")
	return p
}

// talking connects an agent and puts them into a call with a customer.
func (w *world) talking(agentID string) (p *page, callID string) {
	w.Helper()
	p = w.idle(agentID)
	callID, err := w.CustomerCalls(agentID, customer)
	require.NoError(w, err)
	p.request("Answer", nil)
	p.expect("AgentStateChange idle→ringing", "ExtensionStateChange busy", "Delivered OtherIn",
		"Answer 000000", "AgentStateChange ringing→talking", "Established OtherIn")
	return p, callID
}

// send sends a text unchanged.
func (p *page) send(text string) {
	p.w.Helper()
	require.NoError(p.w, p.socket.Write(p.w.Context(), websocket.MessageText, []byte(text)))
}

// request sends a request as SDK 2.1.0 would.
func (p *page) request(method string, params members) {
	p.w.Helper()
	p.sent++
	frame := members{
		"Ver": "1.0", "Ua": "test;2.1.0", "SeqId": p.sent, "MsgType": "REQ", "Method": method,
		"MsgId": fmt.Sprint(method, "-", p.sent), "Timestamp": fmt.Sprint(time.Now().UnixMilli()),
	}
	for name, value := range params {
		frame[name] = value
	}
	text, err := json.Marshal(frame)
	require.NoError(p.w, err)
	p.send(string(text))
}

// next waits for the next frame.
func (p *page) next() members {
	p.w.Helper()
	select {
	case frame := <-p.frames:
		return frame
	case <-time.After(patience):
		require.FailNow(p.w, "no further frame came", "agent %s", p.agentID)
		return nil
	}
}

// expect waits for frames and compares them, in order, with lines as describe
// writes them. It returns the last frame.
func (p *page) expect(lines ...string) (last members) {
	p.w.Helper()
	var got []string
	for range lines {
		last = p.next()
		got = append(got, describe(last))
	}
	require.Equal(p.w, lines, got, "frames to agent %s", p.agentID)
	return last
}

// closeCode waits for the end of the connection. It is -1 if no close frame came.
func (p *page) closeCode() websocket.StatusCode { return websocket.CloseStatus(<-p.closed) }

// silent checks that nothing more has come.
func (p *page) silent() {
	p.w.Helper()
	for len(p.frames) > 0 {
		require.Fail(p.w, "unexpected frame", "agent %s: %s", p.agentID, describe(<-p.frames))
	}
}

// state is the Data of a GetState request.
func (p *page) state() members {
	p.w.Helper()
	p.request("GetState", nil)
	return p.expect("GetState 000000")["Data"].(members)
}

// describe is a frame in one line: a reply's Method and ErrCode, an agent's
// change of state, a phone's state or mode, a call event's CallType.
func describe(frame members) string {
	text := func(name string) string { return fmt.Sprint(frame[name]) }
	switch {
	case frame["MsgType"] == "REP":
		return text("Method") + " " + text("ErrCode")
	case frame["Method"] == "AgentStateChange":
		line := "AgentStateChange " + text("OldState") + "→" + text("CurState")
		if sub := text("CurStateSubId"); sub != "0" {
			line += "/" + sub
		}
		return line
	case frame["Method"] == "ExtensionStateChange":
		return "ExtensionStateChange " + text("CurState")
	case frame["Method"] == "AgentCallModeChange":
		return "AgentCallModeChange " + text("CurContact")
	case frame["Payload"] != nil:
		line := text("Method") + " " + fmt.Sprint(frame["Payload"].(members)["CallType"])
		if frame["Desc"] != nil {
			line += ": " + text("Desc")
		}
		return line
	case frame["rcode"] != nil:
		return "rcode " + text("rcode")
	}
	return strings.TrimSpace(text("text"))
}

// Numbers of the tests' customers and outside lines.
const (
	customer  = "13800138000"
	busy      = "13800130001"
	silent    = "13800130002"
	shortTalk = "13800130003"
	refused   = "13800130004"
)

// offHook and onHook are what surrounds every call in an agent's frames.
var (
	offHook = []string{"AgentStateChange idle→ringing", "ExtensionStateChange busy"}
	onHook  = []string{"AgentStateChange talking→idle", "ExtensionStateChange idle"}
)

// lines joins lists of expected lines.
func lines(parts ...[]string) []string {
	var all []string
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}
