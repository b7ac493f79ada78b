package sandbox_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// recorder is a Voice that records what it is told. The engine tells it
// under its lock, so it needs none of its own.
type recorder struct {
	sandbox.Voice
	changes            []string
	suffered, forgiven []string
}

func (r *recorder) Open(*sandbox.Platform) {}
func (r *recorder) Close()                 {}

func (r *recorder) Suffer(agentID string, fault sandbox.Fault) error {
	r.suffered = append(r.suffered, fmt.Sprint(agentID, " ", fault.Kind, " ", fault.Ms))
	return nil
}

func (r *recorder) Forgive(agentID string) { r.forgiven = append(r.forgiven, agentID) }

func (r *recorder) Heard(callID string) []sandbox.Heard {
	return []sandbox.Heard{{Number: customer, Level: 0.5, Frequency: 300, Digits: "5"}}
}

func (r *recorder) LegChanged(c sandbox.LegChange) {
	change := fmt.Sprintf("%s %s %s", c.AgentID, c.CallType, c.State)
	if c.Busy {
		change += " busy"
	}
	r.changes = append(r.changes, change)
}

// webPhone logs an agent in with a web phone that is registered.
func webPhone(w *world, agentID string) *page {
	w.Helper()
	a := w.idle(agentID)
	a.request("SetCallMode", members{"Contact": "webrtc", "Number": nil})
	a.expect("SetCallMode 000000", "AgentCallModeChange webrtc", "ExtensionStateChange offline")
	require.NoError(w, w.PhoneRegisters(agentID, true))
	a.expect("ExtensionStateChange idle")
	return a
}

func TestVoiceHearsOfWebPhones(t *testing.T) {
	voice := &recorder{}
	play(t, sandbox.Config{Voice: voice}, func(t *testing.T, w *world) {
		a, b := webPhone(w, "1001"), w.idle("1002")
		callID, err := w.PhoneDials("1001", customer, "")
		require.NoError(t, err)
		established := a.expect(lines(offHook, []string{"Originated OtherIn", "AgentStateChange ringing→talking", "Established OtherIn"})...)
		assert.Equal(t, "out_direct", established["Payload"].(members)["WorkFlow"])
		a.request("Hold", members{"CallID": callID})
		a.expect("Hold 000000", "Held OtherIn")
		a.request("Unhold", members{"CallID": callID})
		a.expect("Unhold 000000", "Retrieved OtherIn")
		a.request("Consultation", members{"CallID": callID, "AgentID": "1002"})
		a.expect("Consultation 000000", "Held OtherIn", "Originated Consult")
		b.expect(lines(offHook, []string{"Delivered Consult"})...)
		require.NoError(t, w.PhoneAnswers("1002"))
		b.expect("AgentStateChange ringing→talking", "Established Consult")
		a.expect("Established Consult")

		// The request Hangup is not allowed now, but a receiver can be put down.
		require.NoError(t, w.PhoneHangsUp("1001"))
		a.expect(lines([]string{"ConnectionCleared OtherIn"}, onHook)...)
		b.expect(lines([]string{"ConnectionCleared Consult"}, onHook)...)
		assert.Equal(t, []string{
			"1001 OtherIn dialling", "1001 OtherIn established", "1001 OtherIn held", "1001 OtherIn established",
			"1001 OtherIn consultRinging", "1001 OtherIn consulting", "1001 OtherIn cleared",
		}, voice.changes, "agent 1002 has a desk phone")
	})
}

func TestAWebPhoneThatIsNotRegistered(t *testing.T) {
	play(t, sandbox.Config{Voice: &recorder{}}, func(t *testing.T, w *world) {
		a := webPhone(w, "1001")
		require.NoError(t, w.PhoneRegisters("1001", false))
		a.expect("ExtensionStateChange offline")
		_, err := w.CustomerCalls("1001", customer)
		require.ErrorContains(t, err, "the phone of agent 1001 is offline")
		a.request("Dialout", members{"DestNumber": customer})
		a.expect("Dialout 100021")

		// A mobile phone is never offline, as far as the platform knows.
		a.request("SetCallMode", members{"Contact": "cellphone"})
		a.expect("SetCallMode 000000", "AgentCallModeChange cellphone", "ExtensionStateChange idle")
		require.NoError(t, w.PhoneRegisters("1001", false))
		_, err = w.CustomerCalls("1001", customer)
		require.NoError(t, err)
		a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		a.request("SetCallMode", members{"Contact": "webrtc"})
		a.expect("SetCallMode 100021")
	})
}

func TestAWebPhoneThatVanishesInACall(t *testing.T) {
	play(t, sandbox.Config{Voice: &recorder{}}, func(t *testing.T, w *world) {
		a := webPhone(w, "1001")
		_, err := w.PhoneDials("1001", silent, "")
		require.NoError(t, err)
		a.expect(lines(offHook, []string{"Originated OtherIn"})...)
		require.NoError(t, w.PhoneRegisters("1001", false))
		require.NoError(t, w.PhoneHangsUp("1001"))
		a.expect("ExtensionStateChange offline", "ConnectionCleared OtherIn", "AgentStateChange ringing→idle")
	})
}

func TestPhonesWithoutACall(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		var refusal *sandbox.Refusal
		require.ErrorAs(t, w.PhoneHangsUp("1001"), &refusal)
		assert.EqualValues(t, "100018", refusal.Code)
		require.ErrorAs(t, w.PhoneAnswers("1001"), &refusal)
		assert.EqualValues(t, "100018", refusal.Code)
		_, err := w.PhoneDials("1001", customer, "")
		require.ErrorAs(t, err, &refusal)
		assert.EqualValues(t, "100021", refusal.Code)
		require.ErrorAs(t, w.PhoneRegisters("9999", true), &refusal)
		assert.EqualValues(t, "100018", refusal.Code)
	})
}

func TestAWebPhoneThatComesBackInACallIsBusy(t *testing.T) {
	play(t, sandbox.Config{Voice: &recorder{}}, func(t *testing.T, w *world) {
		a := webPhone(w, "1001")
		a.request("SetWrapUpTime", members{"WrapUpTime": "5"})
		a.expect("SetWrapUpTime 000000")
		_, err := w.CustomerCalls("1001", customer)
		require.NoError(t, err)
		a.expect(lines(offHook, []string{"Delivered OtherIn"})...)
		require.NoError(t, w.PhoneAnswers("1001"))
		a.expect("AgentStateChange ringing→talking", "Established OtherIn")
		require.NoError(t, w.PhoneRegisters("1001", false))
		require.NoError(t, w.PhoneRegisters("1001", true))
		a.expect("ExtensionStateChange offline", "ExtensionStateChange busy")

		// In the rest after the call the phone is free already.
		require.NoError(t, w.PhoneHangsUp("1001"))
		a.expect("ConnectionCleared OtherIn", "AgentStateChange talking→wrapup")
		require.NoError(t, w.PhoneRegisters("1001", false))
		require.NoError(t, w.PhoneRegisters("1001", true))
		a.expect("ExtensionStateChange offline", "ExtensionStateChange idle")
		a.request("Complete", nil)
		a.expect("Complete 000000", "AgentStateChange wrapup→idle")
	})
}

func TestTheVoiceIsAPartOfThePlatform(t *testing.T) {
	voice := &recorder{}
	play(t, sandbox.Config{Voice: voice}, func(t *testing.T, w *world) {
		a := webPhone(w, "1001")
		a.request("GetAgentTerminalInfo", members{"TerminalType": "webrtc"})
		info := a.expect("GetAgentTerminalInfo 000000")["Data"].(members)
		assert.Equal(t, "ws://sandbox.localhost/sip", info["SipServer"], "where the page has connected to")
		a.request("GetAgentTerminalInfo", members{"TerminalType": "voip"})
		info = a.expect("GetAgentTerminalInfo 000000")["Data"].(members)
		assert.Equal(t, "sip.sandbox.invalid", info["SipServer"])

		_, err := w.PhoneDials("1001", customer, "order 7")
		require.NoError(t, err)
		a.expect(lines(offHook, []string{"Originated OtherIn", "AgentStateChange ringing→talking", "Established OtherIn"})...)
		assert.Equal(t, voice.Heard(""), w.State().Calls[0].Heard)
		assert.Equal(t, "order 7", w.State().Calls[0].BizID)

		require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPDrop, Ms: 300}))
		require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPDrop}))
		lasting := []sandbox.FaultKind{sandbox.FaultSIPSilent, sandbox.FaultMediaSilent, sandbox.FaultICEFail}
		for _, kind := range lasting {
			require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: kind, Ms: 5}))
			assert.ErrorContains(t, w.Fault("1001", sandbox.Fault{Kind: kind}), "member Ms is missing")
		}
		require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultAnswerAfter}))
		assert.Equal(t, []string{"1001 sip-drop 300", "1001 sip-drop 0", "1001 sip-silent 5", "1001 media-silent 5",
			"1001 ice-fail 5", "1001 answer-after 0"}, voice.suffered)
		assert.Empty(t, w.Faults())
		for _, kind := range append(lasting, sandbox.FaultSIPDrop, sandbox.FaultAnswerAfter) {
			assert.ErrorContains(t, w.Fault("1001", sandbox.Fault{Kind: kind, Count: 2}), "Count")
		}
		voice.forgiven = nil
		require.NoError(t, w.ClearFaults("1001"))
		require.NoError(t, w.ClearFaults(""))
		assert.Equal(t, []string{"1001", ""}, voice.forgiven)
	})
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		assert.ErrorContains(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPDrop}), "Config.Voice")
		assert.ErrorContains(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPRefuse, Status: 503}), "Config.Voice")
	})
}

func TestAFaultRefusesSIPRequests(t *testing.T) {
	play(t, sandbox.Config{Voice: &recorder{}}, func(t *testing.T, w *world) {
		assert.ErrorContains(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPRefuse, Status: 200}), "member Status must be")
		assert.ErrorContains(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPRefuse, Status: 603, SIPMethod: "BYE"}), "member SipMethod must be")
		require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPRefuse, Status: 503}))
		require.NoError(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPRefuse, Status: 603, SIPMethod: "INVITE", Count: 2}))
		refuses := func(agentID, method string) int {
			status, refuses := w.RefusesPhone(agentID, method)
			assert.Equal(t, status != 0, refuses)
			return status
		}
		assert.Equal(t, 0, refuses("1002", "REGISTER"))
		assert.Equal(t, 0, refuses("nobody", "REGISTER"))
		assert.Equal(t, 0, refuses("1001", "BYE"))
		assert.Equal(t, []int{603, 603, 0}, []int{refuses("1001", "INVITE"), refuses("1001", "INVITE"), refuses("1001", "INVITE")})
		assert.Equal(t, []int{503, 0}, []int{refuses("1001", "REGISTER"), refuses("1001", "REGISTER")})
		assert.Empty(t, w.Faults())
	})
}

func TestTheVoiceHearsWhyALegHasEnded(t *testing.T) {
	voice := &recorder{}
	play(t, sandbox.Config{Voice: voice}, func(t *testing.T, w *world) {
		a := webPhone(w, "1001")
		_, err := w.PhoneDials("1001", busy, "")
		require.NoError(t, err)
		a.expect(lines(offHook, []string{"Originated OtherIn", "CallFailed OtherIn: The number is busy",
			"AgentStateChange ringing→idle", "ExtensionStateChange idle"})...)
		assert.Equal(t, []string{"1001 OtherIn dialling", "1001 OtherIn cleared busy"}, voice.changes)
	})
}
