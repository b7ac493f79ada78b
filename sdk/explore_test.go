package sdk

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// explorer is a client whose steps a test takes one by one: tokens and sockets
// come when it says so.
type explorer struct {
	*script
	tokens chan error
	dials  chan error
}

func (x *explorer) provide(ctx context.Context) (Credentials, error) {
	select {
	case err := <-x.tokens:
		return Credentials{Timestamp: "1", Token: "secret-token"}, err
	case <-ctx.Done():
		return Credentials{}, ctx.Err()
	}
}

func (x *explorer) dial(ctx context.Context, url string, on socketEvents) (socket, error) {
	select {
	case err := <-x.dials:
		if err != nil {
			return nil, err
		}
		return x.script.dial(ctx, url, on)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// offer hands over what a step waits for, if one does.
func offer(to chan error, err error) {
	after(0)
	select {
	case to <- err:
	default:
	}
	after(0)
}

// lead brings a new client to a state.
func lead(x *explorer, to connState) {
	switch to {
	case asking:
		x.begin("ConnectAsync", "[]")
		after(0)
	case opening:
		lead(x, asking)
		offer(x.tokens, nil)
	case syncing:
		lead(x, opening)
		x.let(func() { x.mute = true })
		offer(x.dials, nil)
	case online:
		lead(x, opening)
		offer(x.dials, nil)
	case waiting:
		lead(x, asking)
		offer(x.tokens, errors.New("no"))
	case stopped:
		lead(x, online)
		x.hang(4409)
	case destroyed:
		lead(x, online)
		x.client.Close()
	}
	require.Equal(x, to, x.client.core.conn.state)
}

// strokes is all that can happen to a client.
var strokes = map[string]func(x *explorer){
	"ConnectAsync":        func(x *explorer) { x.begin("ConnectAsync", "[]") },
	"Disconnect":          func(x *explorer) { x.client.Disconnect() },
	"Close":               func(x *explorer) { x.client.Close() },
	"Wake":                func(x *explorer) { x.client.Wake() },
	"a token":             func(x *explorer) { offer(x.tokens, nil) },
	"a refused token":     func(x *explorer) { offer(x.tokens, errors.New("no")) },
	"a socket":            func(x *explorer) { offer(x.dials, nil) },
	"no socket":           func(x *explorer) { offer(x.dials, errors.New("no")) },
	"a refused upgrade":   func(x *explorer) { offer(x.dials, refusedUpgrade{errors.New("401")}) },
	"the connection lost": func(x *explorer) { x.stroke(func() { x.hang(closeAbnormal) }) },
	"a close frame":       func(x *explorer) { x.stroke(func() { x.hang(1008) }) },
	"kicked":              func(x *explorer) { x.stroke(func() { x.hang(4409) }) },
	"an error frame":      func(x *explorer) { x.stroke(func() { x.say(`{"rcode":"000036","rdesc":"Hold error"}`) }) },
	"garbage":             func(x *explorer) { x.stroke(func() { x.say("garbage") }) },
	"a notification": func(x *explorer) {
		x.stroke(func() { x.say(`{"Method":"AgentStateChange","OldState":"idle","CurState":"busy"}`) })
	},
	"a minute": func(x *explorer) { after(time.Minute) },
	"silence":  func(x *explorer) { x.let(func() { x.mute = true }); after(2 * time.Minute) },
}

// stroke does what needs a socket, if there was one.
func (x *explorer) stroke(f func()) {
	if x.on.message != nil {
		f()
	}
}

// Every state with every stroke, and a second stroke after it: the state is
// one that the table allows, every promise settles once, in bounded time, and
// the events of the connection come in an order that can be.
func TestEveryStateWithEveryStroke(t *testing.T) {
	for state := idle; state <= destroyed; state++ {
		for first, strike := range strokes {
			t.Run(fmt.Sprintf("%s, %s", state, first), func(t *testing.T) {
				for second, again := range strokes {
					explore(t, state, func(x *explorer) { strike(x); after(0); again(x) }, second)
				}
			})
		}
	}
}

func explore(t *testing.T, state connState, strike func(x *explorer), name string) {
	x := &explorer{}
	inScript(t, func(c *Config) { c.Token = x.provide }, func(s *script, c *Client) {
		// Channels made outside of the bubble would stop its clock.
		x.script, x.tokens, x.dials = s, make(chan error), make(chan error)
		c.core.transport = x
		lead(x, state)
		var settled []func() (wire.Raw, *Error)
		for _, call := range [][2]string{{"GetPhoneModesAsync", "[]"}, {"HoldAsync", `[{"CallId":"c"}]`}, {"MakeCallAsync", `["10086"]`},
			{"GetQueuesAgentsAsync", "[]"}, {"SetAgentStateAsync", `["busy"]`}, {"ConnectAsync", "[]"}} {
			settled = append(settled, x.begin(call[0], call[1]))
		}
		after(0)
		strike(x)
		// Token, dial, GetState and reply take 10 s each at most, a wait 20 s.
		after(2 * time.Minute)
		for _, end := range settled {
			_, err := end()
			if err != nil {
				require.NotEmpty(t, err.Code, name)
				require.NotEqual(t, spec.Broken, err.Reason, name)
			}
		}
		var told []string
		for _, event := range s.happened() {
			switch event {
			case "Connecting", "Connected", "Disconnected", "NeedManualConnect":
				told = append(told, event)
			}
		}
		assert.Empty(t, misorder(told, c.core.conn.state), "%s: %v", name, told)
	})
}

// misorder reports where the events of the connection, in sequence, are not
// those that its states allow, or where they lead to another state than
// reported; "" if they are right.
//
//	down ── Connecting ──> trying ── Connected ──> up
//	 ^ └─ NeedManualConnect   │                    │
//	 └───── Disconnected ─────┴────────────────────┘
func misorder(told []string, end connState) string {
	shown := spec.ConnectDisconnect
	for i, event := range told {
		from, to := spec.ConnectDisconnect, spec.ConnectDisconnect
		switch event {
		case "Connecting":
			to = spec.ConnectConnecting
		case "Connected":
			from, to = spec.ConnectConnecting, spec.ConnectConnected
		case "Disconnected":
			if from = shown; from == spec.ConnectDisconnect {
				return "Disconnected twice"
			}
		case "NeedManualConnect":
			if i == 0 || told[i-1] != "Disconnected" {
				return "NeedManualConnect without Disconnected"
			}
		}
		if shown != from {
			return event + " while " + string(shown)
		}
		shown = to
	}
	// After Close nothing more is reported.
	if end != destroyed && shown != end.shown() {
		return "told " + string(shown) + ", in fact " + end.String()
	}
	return ""
}
