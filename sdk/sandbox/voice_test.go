package sandbox_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// recorder is a Voice that records what it is told. The engine tells it
// under its lock, so it needs none of its own.
type recorder struct {
	sandbox.Voice
	changes []string
	dropped []string
}

func (r *recorder) Open(*sandbox.Platform) {}
func (r *recorder) Close()                 {}

func (r *recorder) DropPhone(agentID string, refusing time.Duration) {
	r.dropped = append(r.dropped, fmt.Sprint(agentID, " ", refusing))
}

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
		assert.Equal(t, []string{"1001 300ms", "1001 0s"}, voice.dropped)
		assert.Empty(t, w.Faults())
		assert.ErrorContains(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPDrop, Count: 2}), "Count")
	})
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		assert.ErrorContains(t, w.Fault("1001", sandbox.Fault{Kind: sandbox.FaultSIPDrop}), "Config.Voice")
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
