//go:build !js

package sdk_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// audit checks what a client reports against what must always be true of it,
// and in the end against the sandbox.
type audit struct {
	t     *testing.T
	box   *sandbox.Server
	agent string

	mu       sync.Mutex
	client   *sdk.Client
	state    string          // the agent's, by the events
	phone    string          // the phone's
	call     string          // the call that goes on, "" for none
	ended    map[string]bool // calls of which the end was told
	dialled  map[string]int  // how often each number was asked for
	open     int             // calls of methods that have not settled
	events   int
	recovers int // events of gaps
}

func newAudit(t *testing.T, box *sandbox.Server, agent string, client *sdk.Client) *audit {
	a := &audit{t: t, box: box, agent: agent, client: client, ended: map[string]bool{}, dialled: map[string]int{}}
	client.OnAny(a.event)
	return a
}

// event checks that an event continues what was told before.
func (a *audit) event(e sdk.Event) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.events++
	member := func(name string) string { return e.Data.Get(name).TextOrDigits() }
	if e.Data.Get("Recovered").Kind() == wire.True {
		a.recovers++
	}
	switch name := e.Names[len(e.Names)-1]; name {
	case "GetState":
		// The first tells where all begins; later ones find what the events told.
		if a.state != "" {
			assert.Equal(a.t, a.state, member("CurState"), "GetState knows an agent state that no event told")
			assert.Equal(a.t, a.phone, member("CurExtState"), "GetState knows a phone state that no event told")
			assert.Equal(a.t, a.call, member("CallID"), "GetState knows a call that no event told")
		}
		a.state, a.phone, a.call = member("CurState"), member("CurExtState"), member("CallID")
	case "AgentStateChanged":
		assert.Equal(a.t, a.state, member("OldState"), "an agent state is missing or doubled before %s", e.Data)
		a.state = member("CurState")
	case "PhoneStateChanged":
		assert.NotEqual(a.t, a.phone, member("CurState"), "a phone state is missing or doubled")
		a.phone = member("CurState")
	case "ConnectionCleared", "CallFailed":
		call := member("CallID")
		assert.False(a.t, a.ended[call], "the end of a call was told twice")
		assert.Equal(a.t, a.call, call, "the end of another call than the one that goes on")
		a.ended[call] = true
		a.call = ""
	case "Originated", "Delivered", "Established", "Held", "Retrieved":
		call := member("CallID")
		assert.False(a.t, a.ended[call], "%s of a call that has ended", name)
		assert.True(a.t, a.call == "" || a.call == call, "%s of a second call", name)
		a.call = call
	}
}

// count is how many events there were, and how many of them were of gaps.
func (a *audit) count() (events, recovers int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.events, a.recovers
}

// does invokes a method and checks that it settles once, whatever the result:
// the network decides that.
func (a *audit) does(method, args string) {
	a.mu.Lock()
	a.open++
	a.mu.Unlock()
	settled := false
	a.client.InvokeFunc(method, wire.Raw(args), func(data wire.Raw, err *sdk.Error) {
		a.mu.Lock()
		defer a.mu.Unlock()
		assert.False(a.t, settled, "%s settled twice", method)
		settled = true
		a.open--
		if err != nil {
			assert.Regexp(a.t, `^\d{4}$`, string(err.Code))
			assert.NotEmpty(a.t, err.Message)
		}
	})
}

// dials invokes MakeCall with a number of its own and remembers it.
func (a *audit) dials(ending string) {
	a.mu.Lock()
	number := fmt.Sprintf("139%07d%s", len(a.dialled), ending)
	a.dialled[number] = 0
	a.mu.Unlock()
	a.does("MakeCallAsync", `["`+number+`"]`)
}

// placed counts the calls that the sandbox knows, each once.
func (a *audit) placed(seen map[string]bool) {
	for _, call := range a.box.State().Calls {
		a.mu.Lock()
		if n, mine := a.dialled[call.Number]; mine && !seen[call.CallID] {
			seen[call.CallID] = true
			a.dialled[call.Number] = n + 1
			assert.LessOrEqual(a.t, n+1, 1, "a call was placed twice")
		}
		a.mu.Unlock()
	}
}

// closes asserts that all has settled and that client and sandbox agree.
func (a *audit) closes() {
	a.mu.Lock()
	defer a.mu.Unlock()
	assert.Zero(a.t, a.open, "calls that have not settled")
	view := a.client.Snapshot()
	for _, agent := range a.box.State().Agents {
		if agent.AgentID == a.agent {
			assert.Equal(a.t, agent.State, view.AgentState)
			assert.Equal(a.t, agent.PhoneState, view.PhoneState)
			assert.Equal(a.t, agent.CallID, view.CallID)
			assert.Equal(a.t, string(agent.State), a.state)
		}
	}
}
