package sdk

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// stateInCall is a GetState reply's Data while the agent talks to number.
func stateInCall(callID, event, number string) string {
	return `{"CurState":"talking","CurSubStateId":"","CurMode":"voip","CurContact":"9001","CurExtState":"busy","CallID":"` + callID +
		`","CallDirection":"out_callback","DestNumber":"` + number + `","Payload":{"CallEvent":"` + event + `","CallDirection":"Outbound",` +
		`"CallType":"OtherIn","CallerInfo":{"TelNumber":"9001"},"CalledInfo":{"TelNumber":"` + number + `"},"CallAuthority":{"AllowHangup":true}}}`
}

// gap loses the connection and lets it come back to a state.
func (s *script) gap(state string) {
	s.hang(closeAbnormal)
	s.let(func() { s.state = state })
	after(time.Second)
}

// The new connection brings notifications before the state that was requested.
func TestACallThatEndedInTheGapIsToldAfterWhatCameBeforeTheState(t *testing.T) {
	for _, tc := range []struct {
		name, frame   string
		before, after []string
		state         string
	}{
		{"the wrap-up ended", `{"Method":"AgentStateChange","MsgType":"NTF","MsgId":"n","OldState":"wrapup","CurState":"idle"}`,
			[]string{"AgentStateChanged"}, []string{"AdvancedCallStatusChanged+ConnectionCleared", "PhoneStateChanged"}, idleState},
		{"another call rang", `{"Method":"Delivered","MsgType":"NTF","MsgId":"n","CallID":"d","Payload":{"CallDirection":"Inbound"}}`,
			[]string{"AdvancedCallStatusChanged+ConnectionCleared", "AdvancedCallStatusChanged+Delivered"},
			[]string{"AdvancedCallStatusChanged+Established"}, stateInCall("d", "Established", "139")},
		{"the call ended just now", `{"Method":"ConnectionCleared","MsgType":"NTF","MsgId":"n","CallID":"c","Payload":{}}`,
			[]string{"AdvancedCallStatusChanged+ConnectionCleared"}, []string{"AgentStateChanged", "PhoneStateChanged"}, idleState},
	} {
		t.Run(tc.name, func(t *testing.T) {
			inScript(t, nil, func(s *script, c *Client) {
				s.state = stateInCall("c", "Established", "138")
				s.connect()
				s.let(func() { s.mute = true })
				s.hang(closeAbnormal)
				after(2 * time.Second)
				s.say(tc.frame)
				assert.Equal(t, append([]string{"Disconnected", "Connecting"}, tc.before...), s.happened())
				s.let(func() { s.mute, s.state = false, tc.state })
				after(ReplyTimeout + 5*time.Second)
				// The request that was not answered ended that connection, too.
				want := append([]string{"Disconnected", "Connecting", "Connected"}, tc.after...)
				assert.Equal(t, append(want, "GetState"), s.happened())
			})
		})
	}
}

func TestTheGapIsTold(t *testing.T) {
	for _, tc := range []struct {
		name, before, after string
		events              []string
	}{
		{"nothing happened", idleState, idleState, nil},
		{"a call began", idleState, stateInCall("c", "Established", "138"),
			[]string{"AgentStateChanged", "PhoneStateChanged", "AdvancedCallStatusChanged+Established"}},
		{"a call ended", stateInCall("c", "Established", "138"), idleState,
			[]string{"AdvancedCallStatusChanged+ConnectionCleared", "AgentStateChanged", "PhoneStateChanged"}},
		{"a call ended and another began", stateInCall("c", "Established", "138"), stateInCall("d", "Held", "139"),
			[]string{"AdvancedCallStatusChanged+ConnectionCleared", "AdvancedCallStatusChanged+Held"}},
		{"the call was held", stateInCall("c", "Established", "138"), stateInCall("c", "Held", "138"),
			[]string{"AdvancedCallStatusChanged+Held"}},
		{"the mode changed", idleState, `{"CurState":"busy","CurMode":"cellphone","CurContact":"138","CurExtState":"idle","CallID":"","Payload":null}`,
			[]string{"AgentStateChanged", "PhoneModeChanged"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			inScript(t, nil, func(s *script, c *Client) {
				s.state = tc.before
				s.connect()
				s.data = nil
				s.gap(tc.after)
				want := append([]string{"Disconnected", "Connecting", "Connected"}, tc.events...)
				assert.Equal(t, append(want, "GetState"), s.happened())
				for i, data := range s.data {
					recovered := i >= 3 && i < len(want)
					assert.Equal(t, recovered, data.Get("Recovered").Kind() == wire.True, "%s", data)
				}
				s.gap(tc.after)
				assert.Equal(t, []string{"Disconnected", "Connecting", "Connected", "GetState"}, s.happened(), "told exactly once")
			})
		})
	}
}

func TestARecoveredEndShowsWhoItWasAndAllowsNothing(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		s.say(`{"Method":"AgentStateChange","MsgType":"NTF","OldState":"idle","CurState":"talking"}`)
		s.say(`{"Method":"Established","MsgType":"NTF","CallID":"c","Payload":{"CallDirection":"Outbound","CallerInfo":{"TelNumber":"9001"},
			"CalledInfo":{"TelNumber":"138"},"CallAuthority":{"AllowHold":true}}}`)
		var got wire.Raw
		c.On("ConnectionCleared", func(e Event) { got = e.Data })
		s.gap(idleState)
		assert.JSONEq(t, `{"AdvancedCallStatus":"ConnectionCleared","CallEvent":"ConnectionCleared","CallDirection":"Outbound","CallID":"c",
			"CallerInfo":{"TelNumber":"9001"},"CalledInfo":{"TelNumber":"138"},"AgentInfo":{"TelNumber":"9001"},"CustomerInfo":{"TelNumber":"138"},
			"CallAuthority":{"AllowHold":false},"Recovered":true}`, string(got))
	})
}

func TestACallThatFailedBeforeTheGapIsNotEndedAgain(t *testing.T) {
	for _, tc := range []struct {
		name, before string
		events       []string
	}{
		{"it was never answered", "ringing", []string{"AgentStateChanged", "PhoneStateChanged"}},
		{"an addition to it failed", "talking", []string{"AdvancedCallStatusChanged+ConnectionCleared", "AgentStateChanged", "PhoneStateChanged"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			inScript(t, nil, func(s *script, c *Client) {
				s.state = strings.Replace(stateInCall("c", "Originated", "138"), "talking", tc.before, 1)
				s.connect()
				s.say(`{"Method":"CallFailed","MsgType":"NTF","CallID":"c","Payload":{},"Desc":"busy"}`)
				s.happened()
				s.gap(idleState)
				want := append([]string{"Disconnected", "Connecting", "Connected"}, tc.events...)
				assert.Equal(t, append(want, "GetState"), s.happened())
			})
		})
	}
}

func TestAStateThatTheServerAgreedToBeforeTheGapIsTold(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		end := s.begin("SetAgentStateAsync", `["busy"]`)
		s.answer(s.took(), "000000", "")
		_, err := end()
		require.Nil(t, err)
		assert.Equal(t, spec.AgentBusy, c.Snapshot().AgentState)
		s.happened()
		s.gap(strings.Replace(idleState, "idle", "busy", 1))
		assert.Equal(t, []string{"Disconnected", "Connecting", "Connected", "AgentStateChanged", "GetState"}, s.happened())
	})
}

func TestAModeThatTheServerAgreedToBeforeTheGapIsTold(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		end := s.begin("SetPhoneModeAsync", `["cellphone"]`)
		s.answer(s.took(), "000000", "")
		_, err := end()
		require.Nil(t, err)
		assert.Equal(t, spec.ModeCellphone, c.Snapshot().PhoneMode)
		s.happened()
		s.gap(strings.Replace(idleState, "voip", "cellphone", 1))
		assert.Equal(t, []string{"Disconnected", "Connecting", "Connected", "PhoneModeChanged", "GetState"}, s.happened())
	})
}

func TestACallThatEndedBeforeTheGapIsNotEndedAgain(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.state = stateInCall("c", "Established", "138")
		s.connect()
		s.say(`{"Method":"ConnectionCleared","MsgType":"NTF","CallID":"c","Payload":{}}`)
		s.happened()
		s.gap(idleState)
		assert.Equal(t, []string{"Disconnected", "Connecting", "Connected", "AgentStateChanged", "PhoneStateChanged", "GetState"}, s.happened())
	})
}

func TestMakeCallWaitsForTheTruth(t *testing.T) {
	for _, tc := range []struct {
		name, state string
		exists      bool
	}{
		{"the call exists", stateInCall("c", "Established", "13800138000"), true},
		{"there is none", idleState, false},
		{"there is another", stateInCall("c", "Established", "139"), false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			inScript(t, nil, func(s *script, c *Client) {
				s.connect()
				call := s.begin("MakeCallAsync", `["13800138000"]`)
				s.took()
				s.gap(tc.state)
				assert.Empty(t, s.sent, "it is never sent twice")
				data, err := call()
				if tc.exists {
					assert.Nil(t, err)
					assert.Equal(t, wire.Raw("null"), data)
					return
				}
				require.NotNil(t, err)
				assert.Equal(t, CodeMakeCallFailed, err.Code)
				assert.Equal(t, wire.Raw(`{"Outcome":"unknown"}`), err.Data)
			})
		})
	}
}

func TestMakeCallDoesNotWaitForEver(t *testing.T) {
	for name, end := range map[string]func(c *Client){
		"the connection stays away": func(*Client) { after(WaitLimit) },
		"the user disconnects":      (*Client).Disconnect,
		"the instance is destroyed": (*Client).Close,
	} {
		t.Run(name, func(t *testing.T) {
			inScript(t, nil, func(s *script, c *Client) {
				s.connect()
				s.let(func() { s.refuse = errors.New("gone") })
				call := s.begin("MakeCallAsync", `["13800138000"]`)
				s.took()
				s.hang(closeAbnormal)
				end(c)
				err := s.refused(call, CodeMakeCallFailed, spec.ClosedBefore)
				assert.Equal(t, wire.Raw(`{"Outcome":"unknown"}`), err.Data)
			})
		})
	}
}

func TestAReadIsRepeatedAnActIsNot(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		read, act := s.begin("GetPhoneModesAsync", "[]"), s.begin("HoldAsync", `[{"CallId":"c"}]`)
		s.took()
		s.took()
		s.gap(idleState)
		s.refused(act, CodeSocketClosed, spec.ClosedBefore)
		again := s.took()
		assert.Equal(t, "GetCallModeOptions", again.Method)
		assert.Empty(t, s.sent)
		s.answer(again, "000000", `,"Data":{"CallMode":["voip"]}`)
		_, err := read()
		assert.Nil(t, err)
	})
}

func TestAReadThatIsLostAgainAndAgainEnds(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		read := s.begin("GetPhoneModesAsync", "[]")
		for range 10 {
			s.hang(closeAbnormal)
			after(3 * time.Second)
		}
		s.refused(read, CodeSocketClosed, spec.WaitEnded)
	})
}

func TestWakingPutsTheConnectionToTheTest(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		c.Wake()
		assert.Equal(t, []string{"GetState"}, s.happened())
		s.let(func() { s.mute = true })
		c.Wake()
		after(WakeTimeout - time.Millisecond)
		assert.Equal(t, spec.ConnectConnected, c.Snapshot().ConnectState)
		s.let(func() { s.mute = false })
		after(2 * time.Millisecond)
		assert.Equal(t, []string{"Disconnected", "Connecting", "Connected", "GetState"}, s.happened(), "back within 2 s of waking")
	})
}

func TestWakingEndsTheWaitForTheNextAttempt(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.refuse = errors.New("gone")
		s.begin("ConnectAsync", "[]")
		after(10 * time.Minute)
		tried := s.count().dials
		s.let(func() { s.refuse = nil })
		c.Wake()
		after(0)
		assert.Equal(t, tried+1, s.count().dials)
		assert.Equal(t, spec.ConnectConnected, c.Snapshot().ConnectState)
		c.Disconnect()
		c.Wake()
		after(time.Hour)
		assert.Equal(t, tried+1, s.count().dials, "after Disconnect nothing connects")
	})
}
