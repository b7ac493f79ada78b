package voice

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

func TestAgentsConsultTalkInThreeAndPassOn(t *testing.T) {
	t.Parallel()
	w := start(t)
	page, alice := w.registered("1001")
	_, bob := w.registered("1002")
	asking := alice.dials(melodious)
	asking.hearsTune(Melody)

	page.onCall("Consultation", members{"AgentID": "1002"})
	asking.hearsAll(450) // it rings
	w.hears(0, 300)
	asked := bob.answers(bob.rung())
	w.becomes("1001", sandbox.LegConsulting)
	asking.hearsAll(1100)
	asked.hearsAll(1000)
	w.hears(0, 400)

	page.onCall("ConsultationToThreeWay", nil)
	asking.hearsAll(1100, 500)
	asked.hearsAll(1000, 600)
	w.eventually(func() bool { return w.customerHears(1000, 1100) }, "the customer does not hear both")

	page.onCall("ThreeWayToTransfer", nil)
	alice.ended(1)
	w.becomes("1002", sandbox.LegEstablished)
	asked.hearsTune(Melody)
	w.hears(0, 1100)
	asked.hangsUp()
	w.becomes("1002", sandbox.LegCleared)
}

func TestAnOutsideLineIsConsulted(t *testing.T) {
	t.Parallel()
	w := start(t)
	page, phone := w.registered("1001")
	talk := phone.dials(melodious)
	page.onCall("Consultation", members{"AgentPhone": echoes})
	w.becomes("1001", sandbox.LegConsulting)
	talk.hearsAll(1000) // the echo
	w.hears(1, 1000)
	w.hears(0, 300)
	page.onCall("EndConsultation", nil)
	talk.hearsTune(Melody)
	w.hears(0, 1000)
	assert.Len(t, w.call().Heard, 1)
}

func TestSupervisors(t *testing.T) {
	for _, test := range []struct {
		method        string
		agent, others bool // who hears the supervisor
	}{
		{"Eavesdrop", false, false},
		{"Whisper", true, false},
		{"BargeIn", true, true},
	} {
		t.Run(test.method, func(t *testing.T) {
			t.Parallel()
			w := start(t)
			_, phone := w.registered("1001")
			supervisor, earpiece := w.registered("1010")
			talk := phone.dials(melodious)
			w.becomes("1001", sandbox.LegEstablished)
			supervisor.request(test.method, members{"CallID": w.call().CallID, "AgentID": "1001"})
			ringing := earpiece.rung()
			require.NotNil(t, ringing.invite.GetHeader("Call-Info"), "the supervisor has asked for the call")
			listening := earpiece.answers(ringing)
			listening.hearsAll(1000, 500)
			// Who is not to hear the supervisor has had the time to.
			w.speaks("1010")
			talk.hearsTune(Melody)
			w.eventually(func() bool { return w.customerHears(1000) }, "the customer does not hear the agent")
			if test.agent {
				talk.hearsAll(1900)
			} else {
				assert.Less(t, amplitude(talk.meter.samples(), 1900), loudness/10)
			}
			if test.others {
				w.eventually(func() bool { return w.customerHears(1000, 1900) }, "the customer does not hear the supervisor")
			} else {
				assert.False(t, w.customerHears(1900))
			}
			listening.hangsUp()
			w.becomes("1010", sandbox.LegCleared)
			talk.hearsTune(Melody)
		})
	}
}

// speaks waits until the agent's sound arrives.
func (w *world) speaks(agentID string) {
	w.Helper()
	w.eventually(func() bool {
		w.voice.mu.Lock()
		defer w.voice.mu.Unlock()
		for _, c := range w.voice.sessions {
			if c.phone.agentID == agentID {
				c.media.in.mu.Lock()
				defer c.media.in.mu.Unlock()
				return c.media.in.flowing
			}
		}
		return false
	}, "agent "+agentID+" is not heard by the server")
}

// customerHears reports whether the customer of the only call hears all of the
// frequencies, which is more than Heard tells.
func (w *world) customerHears(frequencies ...int) bool {
	r := w.voice.rooms.find(w.call().CallID)
	r.mu.Lock()
	samples := r.lines[customer].meter.samples()
	r.mu.Unlock()
	for _, f := range frequencies {
		if amplitude(samples, f) < loudness/2 {
			return false
		}
	}
	return true
}
