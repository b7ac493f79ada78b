package sandbox_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

func TestSupervisorJoins(t *testing.T) {
	for method, kind := range map[string]string{
		"Eavesdrop": "SupervisorMonitor",
		"Whisper":   "SupervisorWhisper",
		"BargeIn":   "SupervisorBargeIn",
	} {
		t.Run(method, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a, callID := w.talking("1001")
				s := w.idle("1010")
				s.request(method, members{"CallID": callID, "AgentID": "1001", "AgentPhone": "90310468001"})
				s.expect(lines([]string{method + " 000000"}, offHook,
					[]string{"Delivered " + kind, "AgentStateChange ringing→talking", "Established " + kind})...)
				assert.Equal(t, "in_eavesdrop", s.state()["CallDirection"])
				a.silent()

				s.request("Hangup", members{"CallID": callID})
				s.expect(lines([]string{"Hangup 000000", "ConnectionCleared " + kind}, onHook)...)
				a.silent()

				// A supervisor who is still there goes with the agent they listen to.
				s.request(method, members{"CallID": callID, "AgentID": "1001"})
				s.expect(lines([]string{method + " 000000"}, offHook,
					[]string{"Delivered " + kind, "AgentStateChange ringing→talking", "Established " + kind})...)
				a.request("Hangup", members{"CallID": callID})
				a.expect(lines([]string{"Hangup 000000", "ConnectionCleared OtherIn"}, onHook)...)
				s.expect(lines([]string{"ConnectionCleared " + kind}, onHook)...)
			})
		})
	}
}

func TestSupervisorOnAnOutboundCall(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, s := w.idle("1001"), w.idle("1010")
		a.request("Dialout", members{"DestNumber": customer})
		established := a.expect(lines([]string{"Dialout 000000"}, offHook,
			[]string{"Originated OtherIn", "AgentStateChange ringing→talking", "Established OtherIn"})...)
		s.request("Eavesdrop", members{"CallID": established["CallID"], "AgentID": "1001"})
		s.expect(lines([]string{"Eavesdrop 000000"}, offHook,
			[]string{"Delivered SupervisorMonitor", "AgentStateChange ringing→talking", "Established SupervisorMonitor"})...)
		assert.Equal(t, "out_eavesdrop", s.state()["CallDirection"])
		assert.Equal(t, "out_callback", s.state()["Payload"].(members)["WorkFlow"])
	})
}

func TestSubstituteTakesTheCallOver(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, callID := w.talking("1001")
		s := w.idle("1010")
		s.request("Substitute", members{"CallID": callID, "AgentID": "1001"})
		s.expect(lines([]string{"Substitute 000000"}, offHook, []string{
			"Delivered SupervisorIntercept", "AgentStateChange ringing→talking", "Established SupervisorIntercept"})...)
		a.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
		s.request("Hold", members{"CallID": callID})
		s.expect("Hold 000000", "Held SupervisorIntercept")
		require.NoError(t, w.CustomerHangsUp(callID))
		s.expect(lines([]string{"ConnectionCleared SupervisorIntercept"}, onHook)...)
	})
}

func TestSupervisionIsRefused(t *testing.T) {
	for name, test := range map[string]struct {
		supervisor string
		prepare    func(w *world, s *page, params members)
		errCode    string
	}{
		"to an ordinary agent": {"1002", func(*world, *page, members) {}, "100021"},
		"to a supervisor who is offline": {"1010", func(_ *world, s *page, _ members) {
			s.request("Logout", nil)
			s.expect("Logout 000000", "AgentStateChange idle→offline")
		}, "100021"},
		"to a supervisor with a call of their own": {"1010", func(w *world, s *page, _ members) {
			_, err := w.CustomerCalls("1010", customer)
			require.NoError(w, err)
			s.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		}, "100021"},
		"on an unknown agent":      {"1010", func(_ *world, _ *page, p members) { p["AgentID"] = "9999" }, "100018"},
		"on an agent without call": {"1010", func(_ *world, _ *page, p members) { p["AgentID"] = "1003" }, "100018"},
		"on another call":          {"1010", func(_ *world, _ *page, p members) { p["CallID"] = "other" }, "100018"},
		"without an agent":         {"1010", func(_ *world, _ *page, p members) { delete(p, "AgentID") }, "000001"},
		"without a call":           {"1010", func(_ *world, _ *page, p members) { delete(p, "CallID") }, "000001"},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				_, callID := w.talking("1001")
				s := w.idle(test.supervisor)
				params := members{"CallID": callID, "AgentID": "1001"}
				test.prepare(w, s, params)
				before := w.State()
				for _, method := range []string{"Eavesdrop", "Whisper", "BargeIn", "Substitute"} {
					s.request(method, params)
					s.expect(method + " " + test.errCode)
				}
				assert.Equal(t, before, w.State())
			})
		})
	}
}
