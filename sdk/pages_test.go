package sdk

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// tab is a page that records what it is told.
type tab struct {
	*Page
	mu     sync.Mutex
	events []string
	data   []wire.Raw
	told   Raw
	state  Snapshot
}

func (t *tab) hear(e Event) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.events = append(t.events, strings.Join(e.Names, "+"))
	t.data = append(t.data, e.Data)
	t.told, t.state = e.Told(), e.State
}

func (t *tab) happened() []string {
	after(0)
	t.mu.Lock()
	defer t.mu.Unlock()
	events := t.events
	t.events = nil
	return events
}

// joins attaches a tab, with what it was last told, to a client.
func joins(c *Client, id string, told Raw) *tab {
	t := &tab{told: told}
	t.Page = c.Attach(PageConfig{ID: id, Event: t.hear, Told: told})
	return t
}

const talking = `{"Method":"AgentStateChange","MsgType":"NTF","OldState":"idle","CurState":"talking","StartTime":"2"}`

func TestPagesHearTheSameOnceAndInOrder(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		c.Share("a", "")
		early := joins(c, "b", "")
		assert.Equal(t, []string{"TabRoleChanged"}, s.happened())
		assert.JSONEq(t, `{"Role":"leader"}`, string(s.data[0]))
		s.connect()
		assert.Equal(t, []string{"TabRoleChanged", "Connecting", "Connected", "Ready+GetState"}, early.happened())
		assert.JSONEq(t, `{"Role":"follower"}`, string(early.data[0]))

		s.say(talking)
		assert.Equal(t, []string{"AgentStateChanged"}, s.happened())
		polls := s.count().polls
		late := joins(c, "c", "")
		assert.Equal(t, []string{"TabRoleChanged", "Connected", "Ready+GetState"}, late.happened())
		assert.Equal(t, polls, s.count().polls, "the gateway is not asked")
		assert.Equal(t, "talking", late.data[2].Get("CurState").TextOrDigits())
		assert.Equal(t, "9001", late.data[2].Get("CurContact").TextOrDigits())
		assert.EqualValues(t, "talking", late.state.AgentState)
		assert.Equal(t, []string{"AgentStateChanged"}, early.happened(), "and nothing of the other's welcome")
		assert.Empty(t, s.happened())

		early.Detach()
		early.Detach()
		s.say(strings.NewReplacer("talking", "idle", "idle", "talking").Replace(talking))
		assert.Empty(t, early.happened())
		assert.Equal(t, []string{"AgentStateChanged"}, late.happened())
	})
}

func TestAPageThatJoinsInAnOutageIsReadyWhenItEnds(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		c.Share("a", "")
		s.connect()
		old := joins(c, "b", "")
		old.happened()
		s.hang(1011)
		fresh := joins(c, "c", "")
		s.let(func() { s.state = strings.Replace(idleState, `"idle"`, `"busy"`, 1) })
		after(2 * time.Second)
		assert.Equal(t, []string{"TabRoleChanged", "Connecting", "Connected", "Ready+GetState"}, fresh.happened())
		assert.Equal(t, []string{"Disconnected", "Connecting", "Connected", "AgentStateChanged", "GetState"}, old.happened())
		assert.Equal(t, []string{"Disconnected", "Connecting", "Connected", "AgentStateChanged", "GetState"}, s.happened())
	})
}

// afterPages keeps a client from connecting until the test waits, so that pages
// which attach before that attach to a client that is not connected.
func afterPages(config *Config) {
	token := config.Token
	config.Token = func(ctx context.Context) (Credentials, error) {
		time.Sleep(time.Millisecond)
		return token(ctx)
	}
}

func TestAClientTakesUpWhatAnotherWasTold(t *testing.T) {
	var told, stale Raw
	inScript(t, nil, func(s *script, c *Client) {
		c.Share("a", "")
		s.connect()
		b := joins(c, "b", "")
		b.happened()
		stale = b.told
		s.say(talking)
		b.happened()
		told = b.told
		c.Leave()
		after(time.Second)
		assert.Empty(t, b.happened(), "an end without words")
		assert.NotContains(t, strings.Join(s.sent, ""), "Logout")
		assert.Equal(t, []int{wire.CloseNormal}, s.closed)
	})
	inScript(t, afterPages, func(s *script, c *Client) {
		s.state = strings.Replace(idleState, `"CurState":"idle"`, `"CurState":"wrapup"`, 1)
		c.Share("b", told)
		same, behind, gap, fresh := joins(c, "c", told), joins(c, "d", stale), joins(c, "e", told), joins(c, "f", "")
		gap.Detach()
		after(time.Second)
		resynced := []string{"Disconnected", "Connecting", "Connected", "AgentStateChanged", "GetState"}
		assert.Equal(t, append([]string{"TabRoleChanged"}, resynced...), s.happened())
		assert.Equal(t, append([]string{"TabRoleChanged"}, resynced...), same.happened())
		assert.Equal(t, append([]string{"TabRoleChanged"}, resynced...), behind.happened())
		assert.Equal(t, []string{"TabRoleChanged", "Connecting", "Connected", "Ready+GetState"}, fresh.happened())
		change := func(of *tab) wire.Raw { return of.data[4] }
		assert.Equal(t, "talking", change(same).Get("OldState").TextOrDigits())
		assert.Equal(t, "idle", change(behind).Get("OldState").TextOrDigits(), "each against what it was told itself")
		assert.Equal(t, wire.True, change(behind).Get("Recovered").Kind())

		late := joins(c, "g", stale)
		assert.Equal(t, []string{"TabRoleChanged", "AgentStateChanged", "GetState"}, late.happened())
		again := joins(c, "h", late.told)
		again.happened()
		s.let(func() { s.state = idleState })
	})
}

func TestAClientThatWasDisconnectedStaysSo(t *testing.T) {
	var told Raw
	inScript(t, nil, func(s *script, c *Client) {
		c.Share("a", "")
		s.connect()
		b := joins(c, "b", "")
		c.Disconnect()
		b.happened()
		told = b.told
	})
	inScript(t, nil, func(s *script, c *Client) {
		c.Share("b", told)
		after(time.Minute)
		assert.Equal(t, []string{"TabRoleChanged"}, s.happened())
		assert.Zero(t, s.count().dials)
		s.connect()
		assert.Equal(t, 1, s.count().dials)
	})
}

func TestCallsUnderWayAtASuccession(t *testing.T) {
	var told Raw
	inScript(t, nil, func(s *script, c *Client) {
		c.Share("a", "")
		s.connect()
		b := joins(c, "b", "")
		b.happened()
		told = b.told
	})
	for _, late := range []bool{false, true} {
		inScript(t, nil, func(s *script, c *Client) {
			s.state = strings.NewReplacer(`"CallID":""`, `"CallID":"c9"`, `"DestNumber":""`, `"DestNumber":"13800138000"`).Replace(idleState)
			c.Share("b", told)
			p := joins(c, "c", told)
			if late {
				after(time.Second)
			}
			codes, mu := map[string]string{}, sync.Mutex{}
			note := func(what string) func(Raw, *Error) {
				return func(_ Raw, err *Error) {
					mu.Lock()
					defer mu.Unlock()
					codes[what] += "0000"
					if err != nil {
						codes[what] = string(err.Code) + string(err.Data)
					}
				}
			}
			p.ResumeFunc("MakeCallAsync", `["13800138000"]`, told, note("made"))
			p.ResumeFunc("MakeCallAsync", `["13900139000"]`, told, note("not made"))
			c.ResumeFunc("HangupAsync", `["c9"]`, told, note("acts"))
			p.ResumeFunc("GetAgentStatesAsync", `[]`, told, note("read"))
			p.ResumeFunc("ConnectAsync", `[]`, told, note("connects"))
			p.ResumeFunc("NoSuchThing", `[]`, told, note("unknown"))
			after(time.Second)
			s.answer(s.took(), "000000", `,"Data":["1"]`)
			after(time.Second)
			mu.Lock()
			defer mu.Unlock()
			read := codes["read"]
			delete(codes, "read")
			assert.NotEmpty(t, read)
			assert.Equal(t, map[string]string{"made": "0000", "not made": `0300{"Outcome":"unknown"}`, "acts": "0904null",
				"connects": "0000", "unknown": "9000null"}, codes)
			assert.Empty(t, s.sent, "nothing that acts was sent again")
		})
	}
}

func TestTokensComeFromThePagesInTurn(t *testing.T) {
	var asked []string
	var mu sync.Mutex
	provider := func(name string, answer func(context.Context) error) TokenProvider {
		return func(ctx context.Context) (Credentials, error) {
			mu.Lock()
			asked = append(asked, name)
			mu.Unlock()
			return Credentials{Timestamp: "1", Token: "secret-token"}, answer(ctx)
		}
	}
	well := func(context.Context) error { return nil }
	fails := func(context.Context) error { return errors.New("no") }
	hangs := func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }
	for _, c := range []struct {
		own, first, second func(context.Context) error
		asked              string
		within             time.Duration
		why                spec.Reason
	}{
		{well, fails, fails, "own", 0, spec.NoReason},
		{fails, well, fails, "own first", 0, spec.NoReason},
		{hangs, fails, well, "own first second", PagePatience, spec.NoReason},
		{hangs, hangs, well, "own first second", 2 * PagePatience, spec.NoReason},
		{fails, fails, fails, "own first second", 0, spec.TokenFailed},
		{hangs, hangs, hangs, "own first second", TokenTimeout, spec.TokenSilent},
	} {
		asked = nil
		inScript(t, func(cfg *Config) { cfg.Token, cfg.Reconnect.Off = provider("own", c.own), true }, func(s *script, client *Client) {
			client.Share("a", "")
			client.Attach(PageConfig{ID: "b", Event: func(Event) {}, Token: provider("first", c.first)})
			client.Attach(PageConfig{ID: "c", Event: func(Event) {}, Token: provider("second", c.second)})
			began := time.Now()
			err := client.Connect(context.Background())
			assert.LessOrEqual(t, time.Since(began), c.within+time.Millisecond, c.asked)
			mu.Lock()
			assert.Equal(t, c.asked, strings.Join(asked, " "))
			mu.Unlock()
			if c.why == spec.NoReason {
				require.NoError(t, err)
			} else {
				var failure *Error
				require.ErrorAs(t, err, &failure)
				assert.Equal(t, c.why, failure.Reason)
			}
		})
	}
}
