package sandbox_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// legStates leads an agent into every state that a leg can be in, with the
// flags of CallAuthority that the protocol lists for it. The protocol has no
// row for adding (ours: an established call whose third party rings) and for
// the legs of agents who are in a colleague's call (ours: Hangup).
var legStates = map[sandbox.LegState]struct {
	enter func(w *world) (p *page, callID string)
	flags []string
}{
	sandbox.LegRinging: {func(w *world) (*page, string) {
		a := w.idle("1001")
		callID, err := w.CustomerCalls("1001", customer)
		require.NoError(w, err)
		a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		return a, callID
	}, []string{"AllowAnswer", "AllowHangup"}},

	sandbox.LegDialling: {func(w *world) (*page, string) {
		a := w.idle("1001")
		a.request("Dialout", members{"DestNumber": silent})
		originated := a.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn"})...)
		return a, originated["CallID"].(string)
	}, []string{"AllowHangup"}},

	sandbox.LegEstablished: {func(w *world) (*page, string) {
		return w.talking("1001")
	}, []string{"AllowConsultation", "AllowHangup", "AllowHold", "AllowThreeWay", "AllowTransfer"}},

	sandbox.LegHeld: {func(w *world) (*page, string) {
		a, callID := w.talking("1001")
		a.request("Hold", members{"CallID": callID})
		a.expect("Hold 000000", "Held OtherIn")
		return a, callID
	}, []string{"AllowHangup", "AllowUnHold"}},

	sandbox.LegConsultRings: {func(w *world) (*page, string) {
		a, callID := w.talking("1001")
		a.request("Consultation", members{"CallID": callID, "AgentPhone": silent})
		a.expect("Consultation 000000", "Held OtherIn", "Originated Consult")
		return a, callID
	}, []string{"AllowEndConsultation"}},

	sandbox.LegConsulting: {func(w *world) (*page, string) {
		a, _, callID := consulting(w)
		return a, callID
	}, []string{"AllowEndConsultation", "AllowThreeWayAfterConsultation", "AllowTransferAfterConsultation"}},

	sandbox.LegConsultFailed: {func(w *world) (*page, string) {
		a, callID := w.talking("1001")
		a.request("Consultation", members{"CallID": callID, "AgentPhone": busy})
		a.expect("Consultation 000000", "Held OtherIn", "Originated Consult", "CallFailed Consult: The number is busy")
		return a, callID
	}, []string{"AllowEndConsultation"}},

	sandbox.LegAdding: {func(w *world) (*page, string) {
		a, callID := w.talking("1001")
		a.request("ThreeWay", members{"CallID": callID, "AgentPhone": silent})
		a.expect("ThreeWay 000000", "Originated Conference")
		return a, callID
	}, []string{"AllowCancel", "AllowHangup", "OnBarButtonSwitch"}},

	sandbox.LegThreeWay: {func(w *world) (*page, string) {
		a, _, callID := three(w)
		return a, callID
	}, []string{"AllowCancel", "AllowHangup", "AllowTransferAfterThreeWay", "OnBarButtonSwitch"}},

	sandbox.LegInvited: {func(w *world) (*page, string) {
		a, callID := w.talking("1001")
		b := w.idle("1002")
		a.request("Consultation", members{"CallID": callID, "AgentID": "1002"})
		a.expect("Consultation 000000", "Held OtherIn", "Originated Consult")
		b.expect(lines(offHook, []string{"Delivered Consult"})...)
		return b, callID
	}, []string{"AllowAnswer", "AllowHangup"}},

	sandbox.LegJoined: {func(w *world) (*page, string) {
		_, b, callID := three(w)
		return b, callID
	}, []string{"AllowHangup"}},
}

// operations are the operations that CallAuthority lists, with the flag and
// parameters that are right in every state.
var operations = []struct {
	method, flag string
	params       members
}{
	{"Answer", "AllowAnswer", nil},
	{"Hangup", "AllowHangup", nil},
	{"Hold", "AllowHold", nil},
	{"Unhold", "AllowUnHold", nil},
	{"Transfer", "AllowTransfer", members{"AgentID": "1003"}},
	{"Transfer", "AllowTransfer", members{"AgentPhone": customer}},
	{"TransferQueue", "AllowTransfer", members{"QueueID": "2"}},
	{"Consultation", "AllowConsultation", members{"AgentID": "1003"}},
	{"ThreeWay", "AllowThreeWay", members{"AgentID": "1003"}},
	{"EndConsultation", "AllowEndConsultation", nil},
	{"ConsultationToThreeWay", "AllowThreeWayAfterConsultation", nil},
	{"ConsultationToTransfer", "AllowTransferAfterConsultation", nil},
	{"EndThreeWay", "AllowCancel", nil},
	{"ThreeWayToTransfer", "AllowTransferAfterThreeWay", nil},
}

// inState runs a script with a free agent 1003 and an agent in the given state.
func inState(t *testing.T, state sandbox.LegState, script func(t *testing.T, w *world, p *page, callID string)) {
	t.Helper()
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		w.idle("1003")
		p, callID := legStates[state].enter(w)
		require.Equal(t, state, legOf(w, p.agentID))
		script(t, w, p, callID)
		w.pages = nil // what becomes of the call is other tests' business
	})
}

func legOf(w *world, agentID string) sandbox.LegState {
	for _, call := range w.State().Calls {
		for _, leg := range call.Legs {
			if leg.AgentID == agentID {
				return leg.State
			}
		}
	}
	return sandbox.LegCleared
}

// authority is the CallAuthority that the agent was shown last.
func authority(p *page) members {
	return p.state()["Payload"].(members)["CallAuthority"].(members)
}

// allowed are the flags that are set, sorted.
func allowed(authority members) []string {
	var set []string
	for name, value := range authority {
		if value.(bool) {
			set = append(set, name)
		}
	}
	slices.Sort(set)
	return set
}

func TestCallAuthorityIsTheProtocolsTable(t *testing.T) {
	for state, row := range legStates {
		t.Run(string(state), func(t *testing.T) {
			inState(t, state, func(t *testing.T, _ *world, p *page, _ string) {
				assert.Len(t, authority(p), 14)
				assert.Equal(t, row.flags, allowed(authority(p)))
			})
		})
	}
}

func TestOperationsAreAcceptedAsTheirFlagsSay(t *testing.T) {
	for state := range legStates {
		for _, op := range operations {
			t.Run(string(state)+"/"+op.method, func(t *testing.T) {
				inState(t, state, func(t *testing.T, w *world, p *page, callID string) {
					allowed := authority(p)[op.flag].(bool)
					params := members{"CallID": callID}
					for name, value := range op.params {
						params[name] = value
					}
					before := w.State()
					p.request(op.method, params)
					if allowed {
						p.expect(op.method + " 000000")
						return
					}
					refusal := p.expect(op.method + " 100021")
					assert.Contains(t, refusal["ErrDesc"], string(state))
					assert.Equal(t, before, w.State())
					p.silent()
				})
			})
		}
		t.Run(string(state)+"/transfer_ivr", func(t *testing.T) {
			inState(t, state, func(t *testing.T, w *world, p *page, callID string) {
				// The backend call names no agent: it works if anybody's leg can
				// be transferred, which here is the agent's or nobody's.
				allowed := authority(p)["AllowTransfer"].(bool)
				answer := w.backend(http.MethodPost, "/transfer_ivr", nil,
					members{"call_id": callID, "ivr_id": "25", "node_id": 1, "transfer_mode": ""})
				assert.Equal(t, allowed, answer.body["ErrCode"] == "000000", "%v", answer.body)
			})
		})
		for _, verb := range []string{"Eavesdrop", "Whisper", "BargeIn", "Substitute"} {
			t.Run(string(state)+"/"+verb, func(t *testing.T) {
				inState(t, state, func(t *testing.T, w *world, p *page, callID string) {
					s := w.idle("1010")
					before := w.State()
					s.request(verb, members{"CallID": callID, "AgentID": p.agentID})
					if state == sandbox.LegEstablished {
						s.expect(verb + " 000000")
						return
					}
					s.expect(verb + " 100021")
					assert.Equal(t, before, w.State())
				})
			})
		}
	}
}

func TestOperationsNameTheCall(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, b := w.idle("1001"), w.idle("1002")
		a.request("Answer", nil)
		a.expect("Answer 100018")
		callID, err := w.CustomerCalls("1001", customer)
		require.NoError(t, err)
		a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		for _, op := range operations {
			if op.method == "Answer" {
				continue
			}
			a.request(op.method, op.params)
			a.expect(op.method + " 000001")
		}
		a.request("Hangup", members{"CallID": "none"})
		a.expect("Hangup 100018")
		b.request("Hangup", members{"CallID": callID})
		b.expect("Hangup 100018")
	})
}
