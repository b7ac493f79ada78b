package sandbox_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// The tests of this file are rows of the protocol's order of events: all frames
// of every participant.

func TestConnectingAloneLogsNobodyIn(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		assert.Equal(t, "offline", a.state()["CurState"])
		assert.True(t, w.State().Agents[0].Connected)
	})
}

func TestLogInAndOut(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		a.request("Login", members{"AppId": sandbox.DefaultAppID, "AgentId": "1001", "State": "onBreak", "SubState": 101})
		a.expect("Login 000000", "AgentStateChange offline→onBreak/101")
		assert.Equal(t, "101", a.state()["CurSubStateId"])
		a.request("Login", members{"State": "idle"})
		a.expect("Login 100021")
		a.request("Logout", nil)
		a.expect("Logout 000000", "AgentStateChange onBreak→offline")
		a.request("Logout", nil)
		a.expect("Logout 000000")
	})
}

func TestAgentState(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		a.request("SetState", members{"State": "busy"})
		a.expect("SetState 100021")
		a.request("Login", members{"State": "idle"})
		a.expect("Login 000000", "AgentStateChange offline→idle")
		a.request("SetState", members{"State": "onBreak", "SubState": "102"})
		a.expect("SetState 000000", "AgentStateChange idle→onBreak/102")
		a.request("SetState", members{"State": "onBreak"})
		a.expect("SetState 000000", "AgentStateChange onBreak→onBreak")
		a.request("SetState", members{"State": "busy"})
		change := func() members { return a.expect("SetState 000000", "AgentStateChange onBreak→busy") }()
		assert.Equal(t, time.Now().UTC().Format(time.DateTime), change["StartTime"])
		a.request("SetState", members{"State": "offline"})
		a.expect("SetState 000000", "AgentStateChange busy→offline")
	})
}

func TestPhoneMode(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		a.request("SetCallMode", members{"Contact": "cellphone", "Number": nil})
		change := a.expect("SetCallMode 000000", "AgentCallModeChange cellphone")
		assert.Equal(t, "13900001001", change["CurNumber"])
		assert.Equal(t, "idle", change["CurExtState"])
		a.request("SetCallMode", members{"Contact": "cellphone"})
		a.expect("SetCallMode 000000")
		assert.Equal(t, "13900001001", a.state()["CurContact"])
	})
}

func TestOutboundCall(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		began := time.Now()
		a.request("Dialout", members{"DestNumber": customer, "BizId": "order 7"})
		a.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn"})...)
		assert.Zero(t, time.Since(began))
		established := a.expect("AgentStateChange ringing→talking", "Established OtherIn")
		assert.Equal(t, 200*time.Millisecond, time.Since(began))
		require.NoError(t, w.CustomerHangsUp(established["CallID"].(string)))
		a.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
		assert.Empty(t, w.State().Calls)
	})
}

func TestOutboundCallFromABreakReturnsToTheBreak(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		a.request("Login", members{"State": "onBreak", "SubState": 103})
		a.expect("Login 000000", "AgentStateChange offline→onBreak/103")
		a.request("Dialout", members{"DestNumber": customer})
		established := a.expect("Dialout 000000", "AgentStateChange onBreak→ringing", "ExtensionStateChange busy",
			"Originated OtherIn", "AgentStateChange ringing→talking", "Established OtherIn")
		a.request("Hangup", members{"CallID": established["CallID"]})
		a.expect("Hangup 000000", "ConnectionCleared OtherIn",
			"AgentStateChange talking→onBreak/103", "ExtensionStateChange idle")
	})
}

func TestOutboundCallHungUpWhileRinging(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		a.request("Dialout", members{"DestNumber": customer})
		originated := a.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn"})...)
		a.request("Hangup", members{"CallID": originated["CallID"]})
		a.expect("Hangup 000000", "ConnectionCleared OtherIn", "AgentStateChange ringing→idle", "ExtensionStateChange idle")
		time.Sleep(time.Minute) // the customer would have answered by now
	})
}

func TestDialledNumbers(t *testing.T) {
	dial := func(w *world, number string) *page {
		a := w.idle("1001")
		a.request("Dialout", members{"DestNumber": number})
		return a
	}
	ringing := lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn"})
	back := []string{"AgentStateChange ringing→idle", "ExtensionStateChange idle"}
	for name, test := range map[string]struct {
		number string
		frames []string
		takes  time.Duration
	}{
		"ends in 0001: busy": {
			busy, lines(ringing, []string{"CallFailed OtherIn: The number is busy"}, back), 200 * time.Millisecond},
		"ends in 0002: never answers": {
			silent, lines(ringing, []string{"CallFailed OtherIn: Nobody answers"}, back), time.Minute},
		"ends in 0003: hangs up after two seconds": {
			shortTalk, lines(ringing, []string{"AgentStateChange ringing→talking", "Established OtherIn",
				"ConnectionCleared OtherIn"}, onHook), 2200 * time.Millisecond},
		"ends in 0004: refused": {refused, []string{"Dialout 100005"}, 0},
		"too short":             {"123", []string{"Dialout 000001"}, 0},
		"no number":             {"+86-138", []string{"Dialout 000001"}, 0},
		"missing":               {"", []string{"Dialout 000001"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				began := time.Now()
				dial(w, test.number).expect(test.frames...)
				assert.Equal(t, test.takes, time.Since(began))
				assert.Empty(t, w.State().Calls)
			})
		})
	}
}

func TestInboundCall(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		callID, err := w.CustomerCalls("1001", customer)
		require.NoError(t, err)
		delivered := a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		assert.Equal(t, callID, delivered["CallID"])
		a.request("Answer", nil)
		a.expect("Answer 000000", "AgentStateChange ringing→talking", "Established OtherIn")
		a.request("Hangup", members{"CallID": callID})
		a.expect(lines([]string{"Hangup 000000", "ConnectionCleared OtherIn"}, onHook)...)
	})
}

func TestInboundCallNotAnswered(t *testing.T) {
	back := []string{"ConnectionCleared OtherIn", "AgentStateChange ringing→idle", "ExtensionStateChange idle"}
	for name, test := range map[string]struct {
		end   func(w *world, a *page, callID string)
		reply []string
	}{
		"the agent refuses": {func(_ *world, a *page, callID string) {
			a.request("Hangup", members{"CallID": callID})
		}, []string{"Hangup 000000"}},
		"the customer gives up": {func(w *world, _ *page, callID string) {
			require.NoError(w, w.CustomerHangsUp(callID))
		}, nil},
		"nobody does anything for a minute": {func(*world, *page, string) {
			time.Sleep(time.Minute)
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a := w.idle("1001")
				callID, err := w.CustomerCalls("1001", customer)
				require.NoError(t, err)
				a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
				test.end(w, a, callID)
				a.expect(lines(test.reply, back)...)
				assert.Empty(t, w.State().Calls)
			})
		})
	}
}

func TestHoldAndRecovery(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, callID := w.talking("1001")
		a.request("Hold", members{"CallID": callID})
		a.expect("Hold 000000", "Held OtherIn")
		a.request("Unhold", members{"CallID": callID})
		a.expect("Unhold 000000", "Retrieved OtherIn")
		a.request("Hold", members{"CallID": callID})
		a.expect("Hold 000000", "Held OtherIn")
		require.NoError(t, w.CustomerHangsUp(callID))
		a.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
	})
}

func TestWrapUp(t *testing.T) {
	for name, test := range map[string]struct {
		end   func(a *page)
		reply []string
		next  string
		takes time.Duration
	}{
		"ends by time": {func(*page) {}, nil, "idle", 30 * time.Second},
		"ends by Complete": {func(a *page) { a.request("Complete", nil) },
			[]string{"Complete 000000"}, "idle", 0},
		"ends by choosing a state": {func(a *page) { a.request("SetState", members{"State": "busy"}) },
			[]string{"SetState 000000"}, "busy", 0},
		"ends by logging out": {func(a *page) { a.request("Logout", nil) },
			[]string{"Logout 000000"}, "offline", 0},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a, callID := w.talking("1001")
				a.request("SetWrapUpTime", members{"WrapUpTime": 30})
				a.expect("SetWrapUpTime 000000")
				a.request("Hangup", members{"CallID": callID})
				a.expect("Hangup 000000", "ConnectionCleared OtherIn", "AgentStateChange talking→wrapup")
				assert.Nil(t, a.state()["Payload"])
				a.request("Dialout", members{"DestNumber": customer})
				a.expect("Dialout 100021")
				began := time.Now()
				test.end(a)
				a.expect(lines(test.reply, []string{"AgentStateChange wrapup→" + test.next, "ExtensionStateChange idle"})...)
				assert.Equal(t, test.takes, time.Since(began))
				time.Sleep(time.Minute) // the time-out must not come on top
			})
		})
	}
}

func TestNoWrapUp(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		a.request("Complete", nil)
		a.expect("Complete 100021")
		a.request("SetWrapUpTime", members{"WrapUpTime": 30})
		a.expect("SetWrapUpTime 000000")

		// A call that nobody answered needs no rest.
		callID, err := w.CustomerCalls("1001", customer)
		require.NoError(t, err)
		a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		a.request("Hangup", members{"CallID": callID})
		a.expect("Hangup 000000", "ConnectionCleared OtherIn", "AgentStateChange ringing→idle", "ExtensionStateChange idle")

		// The time is that of incoming calls.
		a.request("Dialout", members{"DestNumber": shortTalk})
		a.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn",
			"AgentStateChange ringing→talking", "Established OtherIn", "ConnectionCleared OtherIn"}, onHook)...)
	})
}
