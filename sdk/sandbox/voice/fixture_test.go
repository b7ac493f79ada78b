package voice

import (
	"context"
	"encoding/json"
	"net/url"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// patience bounds every wait of the tests.
const patience = 10 * time.Second

// Numbers of customers; their habits are package sandbox's.
const (
	melodious = "13800138000"
	echoes    = "13800130005"
	isBusy    = "13800130001"
	isSilent  = "13800130002"
	isRefused = "13800130004"
)

// world is a sandbox with sound.
type world struct {
	*testing.T
	*sandbox.Server
	voice *Server
}

func start(t *testing.T) *world {
	t.Helper()
	voice := New(Config{})
	server, err := sandbox.Start(sandbox.Config{Voice: voice})
	require.NoError(t, err)
	t.Cleanup(server.Close)
	return &world{t, server, voice}
}

// eventually waits until the condition holds.
func (w *world) eventually(holds func() bool, what string) {
	w.Helper()
	require.Eventually(w, holds, patience, 20*time.Millisecond, what)
}

// call is the only call there is, as the platform sees it.
func (w *world) call() sandbox.CallInfo {
	if calls := w.State().Calls; len(calls) == 1 {
		return calls[0]
	}
	return sandbox.CallInfo{}
}

// becomes waits until the agent's leg of the only call is in the state.
func (w *world) becomes(agentID string, state sandbox.LegState) {
	w.Helper()
	w.eventually(func() bool {
		for _, l := range w.call().Legs {
			if l.AgentID == agentID {
				return l.State == state
			}
		}
		return state == sandbox.LegCleared
	}, agentID+" "+string(state))
}

// hears waits until the telephone outside, 0 for the customer's, hears the
// frequency, or silence for 0.
func (w *world) hears(line, frequency int) {
	w.Helper()
	var heard sandbox.Heard
	w.eventually(func() bool {
		lines := w.call().Heard
		if len(lines) <= line {
			return false
		}
		heard = lines[line]
		return heard.Frequency == frequency && (heard.Level > 0) == (frequency > 0)
	}, "the telephone does not hear it")
}

// page is an agent's connection to the gateway.
type page struct {
	*world
	agentID string
	socket  *websocket.Conn
}

// members are those of a JSON object.
type members map[string]any

// page logs the agent in, idle and in webrtc mode.
func (w *world) page(agentID string) *page {
	w.Helper()
	c := w.Credentials(agentID)
	query := url.Values{"AppId": {c.AppID}, "Timestamp": {c.Timestamp}, "Token": {c.Token}, "AgentId": {agentID}}
	socket, _, err := websocket.Dial(context.Background(), w.WebSocketURL+"?"+query.Encode(), nil)
	require.NoError(w, err)
	p := &page{w, agentID, socket}
	w.Cleanup(func() { _ = socket.CloseNow() })
	p.request("Login", members{"State": "idle"})
	p.request("SetCallMode", members{"Contact": "webrtc"})
	return p
}

// request sends a request and returns its reply's Data.
func (p *page) request(method string, params members) members {
	p.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	frame := members{"Method": method, "MsgType": "REQ", "MsgId": method}
	for name, value := range params {
		frame[name] = value
	}
	text, err := json.Marshal(frame)
	require.NoError(p, err)
	require.NoError(p, p.socket.Write(ctx, websocket.MessageText, text))
	for {
		_, text, err := p.socket.Read(ctx)
		require.NoError(p, err)
		var reply struct {
			MsgType, Method, ErrCode string
			Data                     members
		}
		require.NoError(p, json.Unmarshal(text, &reply))
		if reply.MsgType == "REP" && reply.Method == method {
			require.Equal(p, "000000", reply.ErrCode, method)
			return reply.Data
		}
	}
}

// onCall sends a request about the agent's call.
func (p *page) onCall(method string, params members) {
	p.Helper()
	if params == nil {
		params = members{}
	}
	params["CallID"] = p.call().CallID
	p.request(method, params)
}
