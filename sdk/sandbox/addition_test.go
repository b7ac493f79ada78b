package sandbox_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// consulting puts agent A into a consultation with agent B.
func consulting(w *world) (a, b *page, callID string) {
	w.Helper()
	a, callID = w.talking("1001")
	b = w.idle("1002")
	a.request("Consultation", members{"CallID": callID, "AgentID": "1002"})
	a.expect("Consultation 000000", "Held OtherIn", "Originated Consult")
	b.expect(lines(offHook, []string{"Delivered Consult"})...)
	b.request("Answer", nil)
	b.expect("Answer 000000", "AgentStateChange ringing→talking", "Established Consult")
	a.expect("Established Consult")
	return a, b, callID
}

// three puts agents A and B and the customer into a three-way call.
func three(w *world) (a, b *page, callID string) {
	w.Helper()
	a, callID = w.talking("1001")
	b = w.idle("1002")
	a.request("ThreeWay", members{"CallID": callID, "AgentID": "1002"})
	a.expect("ThreeWay 000000", "Originated Conference")
	b.expect(lines(offHook, []string{"Delivered Conference"})...)
	b.request("Answer", nil)
	b.expect("Answer 000000", "AgentStateChange ringing→talking", "Established Conference", "Conferenced Conference")
	a.expect("Conferenced Conference")
	return a, b, callID
}

func TestConsultationEnds(t *testing.T) {
	cleared := lines([]string{"ConnectionCleared Consult"}, onHook)
	t.Run("by EndConsultation", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, b, callID := consulting(w)
			a.request("EndConsultation", members{"CallID": callID})
			a.expect("EndConsultation 000000", "ConnectionCleared Consult", "Retrieved OtherIn")
			b.expect(cleared...)
		})
	})
	t.Run("by the consulted agent", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, b, callID := consulting(w)
			b.request("Hangup", members{"CallID": callID})
			b.expect(lines([]string{"Hangup 000000"}, cleared)...)
			a.expect("ConnectionCleared Consult", "Retrieved OtherIn")
		})
	})
	t.Run("by the customer, for everybody", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, b, callID := consulting(w)
			require.NoError(t, w.CustomerHangsUp(callID))
			a.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
			b.expect(cleared...)
		})
	})
	t.Run("before the consulted agent answers", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			b := w.idle("1002")
			a.request("Consultation", members{"CallID": callID, "AgentID": "1002"})
			a.expect("Consultation 000000", "Held OtherIn", "Originated Consult")
			a.request("EndConsultation", members{"CallID": callID})
			a.expect("EndConsultation 000000", "ConnectionCleared Consult", "Retrieved OtherIn")
			b.expect(lines(offHook, []string{"Delivered Consult", "ConnectionCleared Consult",
				"AgentStateChange ringing→idle", "ExtensionStateChange idle"})...)
			time.Sleep(time.Minute)
		})
	})
}

func TestConsultationToThreeWay(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, b, callID := consulting(w)
		a.request("ConsultationToThreeWay", members{"CallID": callID})
		a.expect("ConsultationToThreeWay 000000", "Conferenced Conference")
		b.expect("Conferenced Conference")
		a.request("EndThreeWay", members{"CallID": callID})
		a.expect("EndThreeWay 000000", "ConnectionCleared Conference")
		b.expect(lines([]string{"ConnectionCleared Conference"}, onHook)...)
		assert.Equal(t, "Established", a.state()["Payload"].(members)["CallEvent"])
	})
}

func TestConsultationToTransfer(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, b, callID := consulting(w)
		a.request("ConsultationToTransfer", members{"CallID": callID})
		a.expect(lines([]string{"ConsultationToTransfer 000000", "Transferred OtherIn", "ConnectionCleared OtherIn"}, onHook)...)
		transferred := b.expect("Transferred OtherIn")
		assert.Equal(t, customer, transferred["Payload"].(members)["CallerInfo"].(members)["TelNumber"])
		b.request("Hold", members{"CallID": callID})
		b.expect("Hold 000000", "Held OtherIn")
		b.request("Hangup", members{"CallID": callID})
		b.expect(lines([]string{"Hangup 000000", "ConnectionCleared OtherIn"}, onHook)...)
		assert.Empty(t, w.State().Calls)
	})
}

func TestConsultationFails(t *testing.T) {
	for name, test := range map[string]struct {
		target members
		refuse bool // whether the consulted agent refuses
		desc   string
		after  time.Duration
	}{
		"the line is busy":            {members{"AgentPhone": busy}, false, "The number is busy", 200 * time.Millisecond},
		"nobody answers the line":     {members{"AgentPhone": silent}, false, "Nobody answers", time.Minute},
		"the agent does not answer":   {members{"AgentID": "1002"}, false, "The agent does not answer", 20 * time.Second},
		"the agent refuses the offer": {members{"AgentID": "1002"}, true, "The agent refuses the call", 0},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a, callID := w.talking("1001")
				b := w.idle("1002")
				began := time.Now()
				test.target["CallID"] = callID
				a.request("Consultation", test.target)
				a.expect("Consultation 000000", "Held OtherIn", "Originated Consult")
				cleared := []string{"ConnectionCleared Consult", "AgentStateChange ringing→idle", "ExtensionStateChange idle"}
				if test.refuse {
					b.request("Hangup", members{"CallID": callID})
					b.expect(lines(offHook, []string{"Delivered Consult", "Hangup 000000"}, cleared)...)
				} else if test.target["AgentID"] != nil {
					b.expect(lines(offHook, []string{"Delivered Consult"}, cleared)...)
				}
				a.expect("CallFailed Consult: " + test.desc)
				assert.Equal(t, test.after, time.Since(began))
				a.expect("ConnectionCleared Consult", "Retrieved OtherIn")
				assert.Equal(t, test.after+2*time.Second, time.Since(began))
			})
		})
	}
}

func TestFailedConsultationEndedByHand(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, callID := w.talking("1001")
		a.request("Consultation", members{"CallID": callID, "AgentPhone": busy})
		a.expect("Consultation 000000", "Held OtherIn", "Originated Consult", "CallFailed Consult: The number is busy")
		a.request("EndConsultation", members{"CallID": callID})
		a.expect("EndConsultation 000000", "ConnectionCleared Consult", "Retrieved OtherIn")
		time.Sleep(time.Minute)
	})
}

func TestConsultationWithAnOutsideLine(t *testing.T) {
	consultingLine := func(w *world, number string) (a *page, callID string) {
		a, callID = w.talking("1001")
		a.request("Consultation", members{"CallID": callID, "AgentPhone": number})
		a.expect("Consultation 000000", "Held OtherIn", "Originated Consult", "Established Consult")
		return a, callID
	}
	t.Run("that hangs up", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, _ := consultingLine(w, shortTalk)
			a.expect("ConnectionCleared Consult", "Retrieved OtherIn")
		})
	})
	t.Run("to three-way", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := consultingLine(w, "15700000009")
			a.request("ConsultationToThreeWay", members{"CallID": callID})
			a.expect("ConsultationToThreeWay 000000", "Conferenced Conference")
			assert.Equal(t, "15700000009", w.State().Calls[0].ExternalNumber)
		})
	})
	t.Run("to transfer", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := consultingLine(w, "15700000009")
			a.request("ConsultationToTransfer", members{"CallID": callID})
			a.expect(lines([]string{"ConsultationToTransfer 000000", "Transferred OtherIn", "ConnectionCleared OtherIn"}, onHook)...)
			require.Len(t, w.State().Calls, 1)
			call := w.State().Calls[0]
			assert.Equal(t, sandbox.CallEstablished, call.Status)
			assert.Equal(t, "15700000009", call.ExternalNumber)
			require.NoError(t, w.CustomerHangsUp(callID))
			assert.Empty(t, w.State().Calls)
		})
	})
	t.Run("that the test lets answer", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			a.request("Consultation", members{"CallID": callID, "AgentPhone": silent})
			a.expect("Consultation 000000", "Held OtherIn", "Originated Consult")
			require.NoError(t, w.CustomerAnswers(callID))
			a.expect("Established Consult")
		})
	})
}

func TestThreeWayEnds(t *testing.T) {
	cleared := lines([]string{"ConnectionCleared Conference"}, onHook)
	t.Run("by EndThreeWay", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, b, callID := three(w)
			a.request("EndThreeWay", members{"CallID": callID})
			a.expect("EndThreeWay 000000", "ConnectionCleared Conference")
			b.expect(cleared...)
		})
	})
	t.Run("by the third party", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, b, callID := three(w)
			b.request("Hangup", members{"CallID": callID})
			b.expect(lines([]string{"Hangup 000000"}, cleared)...)
			a.expect("ConnectionCleared Conference")
		})
	})
	t.Run("by ThreeWayToTransfer", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, b, callID := three(w)
			a.request("ThreeWayToTransfer", members{"CallID": callID})
			a.expect(lines([]string{"ThreeWayToTransfer 000000", "Transferred OtherIn", "ConnectionCleared OtherIn"}, onHook)...)
			b.expect("Transferred OtherIn")
			require.NoError(t, w.CustomerHangsUp(callID))
			b.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
		})
	})
	t.Run("by the agent who serves the customer, for everybody", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, b, callID := three(w)
			a.request("Hangup", members{"CallID": callID})
			a.expect(lines([]string{"Hangup 000000", "ConnectionCleared OtherIn"}, onHook)...)
			b.expect(cleared...)
			assert.Empty(t, w.State().Calls)
		})
	})
	t.Run("before the third party answers", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			a.request("ThreeWay", members{"CallID": callID, "AgentPhone": silent})
			a.expect("ThreeWay 000000", "Originated Conference")
			a.request("EndThreeWay", members{"CallID": callID})
			a.expect("EndThreeWay 000000", "ConnectionCleared Conference")
			time.Sleep(2 * time.Minute)
		})
	})
	t.Run("because the third party is busy", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			a.request("ThreeWay", members{"CallID": callID, "AgentPhone": busy})
			a.expect("ThreeWay 000000", "Originated Conference",
				"CallFailed Conference: The number is busy", "ConnectionCleared Conference")
		})
	})
	t.Run("because the third party leaves", func(t *testing.T) {
		play(t, sandbox.Config{}, func(t *testing.T, w *world) {
			a, callID := w.talking("1001")
			a.request("ThreeWay", members{"CallID": callID, "AgentPhone": shortTalk})
			a.expect("ThreeWay 000000", "Originated Conference", "Conferenced Conference", "ConnectionCleared Conference")
		})
	})
}

func TestAPartyMustBeNamedProperly(t *testing.T) {
	for name, test := range map[string]struct {
		params  members
		errCode string
	}{
		"nobody":          {members{}, "000001"},
		"both":            {members{"AgentID": "1002", "AgentPhone": customer}, "000001"},
		"no agent":        {members{"AgentID": "9999"}, "100018"},
		"himself":         {members{"AgentID": "1001"}, "100021"},
		"an absent agent": {members{"AgentID": "1003"}, "100021"},
		"no number":       {members{"AgentPhone": "x"}, "000001"},
		"a barred number": {members{"AgentPhone": refused}, "100005"},
	} {
		t.Run(name, func(t *testing.T) {
			play(t, sandbox.Config{}, func(t *testing.T, w *world) {
				a, callID := w.talking("1001")
				before := w.State()
				test.params["CallID"] = callID
				for _, method := range []string{"Consultation", "ThreeWay", "Transfer"} {
					a.request(method, test.params)
					a.expect(method + " " + test.errCode)
				}
				assert.Equal(t, before, w.State())
			})
		})
	}
}
