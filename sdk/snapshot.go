package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Snapshot is what the server last said of the agent, and how the connection
// is. While that is down it is what was true before.
type Snapshot struct {
	ConnectState  spec.ConnectState
	AgentState    spec.AgentState // "" before the first GetState
	AgentSubState string          // the break reason's number, "" for none
	PhoneMode     spec.PhoneMode
	PhoneState    spec.PhoneState
	CallStatus    string // the last event of the call, "" without a call
	CallID        string // the call's id, "" without a call
	// MicrophoneOn tells whether a call of the web phone has the microphone.
	MicrophoneOn bool
	// AgentStartTime is since when the agent is in that state, as the server
	// writes it, "" where it did not.
	AgentStartTime string
	// Call is what the last GetState in the call said of it, zero without a call.
	Call SnapshotCall
}

// SnapshotCall is a call as a GetState tells of it.
type SnapshotCall struct {
	CallID        string
	DestNumber    string
	SpNumber      string
	CallDirection string
}

// recorded is the snapshot as a recording has it.
func (s Snapshot) recorded() wire.Raw {
	b := new(wire.Builder)
	return b.Text("connectState", string(s.ConnectState)).Text("agentState", string(s.AgentState)).
		Text("agentSubState", s.AgentSubState).Text("phoneMode", string(s.PhoneMode)).
		Text("phoneState", string(s.PhoneState)).Text("callStatus", s.CallStatus).Text("callId", s.CallID).Object()
}

// sync takes a GetState's data.
func (s *Snapshot) sync(data wire.Value) {
	keep(&s.AgentState, data.Get("CurState").TextOrDigits())
	keep(&s.AgentSubState, subState(data.Get("CurSubStateId")))
	keep(&s.PhoneMode, data.Get("CurMode").TextOrDigits())
	keep(&s.PhoneState, data.Get("CurExtState").TextOrDigits())
	keep(&s.CallID, data.Get("CallID").TextOrDigits())
	status := ""
	if s.CallID != "" {
		status = data.Get("AdvancedCallStatus").TextOrDigits()
	}
	keep(&s.CallStatus, status)
	keep(&s.AgentStartTime, data.Get("StartTime").TextOrDigits())
	if s.CallID == "" {
		s.Call = SnapshotCall{}
		return
	}
	s.Call.CallID = s.CallID
	keep(&s.Call.DestNumber, data.Get("DestNumber").TextOrDigits())
	keep(&s.Call.SpNumber, data.Get("SpNumber").TextOrDigits())
	keep(&s.Call.CallDirection, data.Get("CallDirection").TextOrDigits())
}

// keep sets a member to a part of a frame: a copy where it is another text, so
// that the frame does not stay in memory.
func keep[T ~string](member *T, text string) {
	if string(*member) != text {
		*member = T(strings.Clone(text))
	}
}

// apply takes a flat notification, false where it holds wrong types.
func (s *Snapshot) apply(event string, data wire.Value) bool {
	name := "CurState"
	if event == "PhoneModeChanged" {
		name = "CurContact"
	}
	value, ok := data.Get(name).Text()
	if !ok {
		return false
	}
	switch event {
	case "AgentStateChanged":
		keep(&s.AgentState, value)
		keep(&s.AgentSubState, subState(data.Get("CurStateSubId")))
		keep(&s.AgentStartTime, data.Get("StartTime").TextOrDigits())
		if !s.inCall() {
			s.CallStatus, s.CallID, s.Call = "", "", SnapshotCall{}
		}
	case "PhoneModeChanged":
		keep(&s.PhoneMode, value)
		if state, ok := data.Get("CurExtState").Text(); ok {
			keep(&s.PhoneState, state)
		}
	case "PhoneStateChanged":
		keep(&s.PhoneState, value)
	}
	return true
}

// inCall tells whether the agent's state is one of a call.
func (s *Snapshot) inCall() bool {
	return s.AgentState == spec.AgentRinging || s.AgentState == spec.AgentTalking
}

// ended tells whether the end of the agent's call was told. CallFailed is that
// of a call that was never answered; in one that was, an addition came to
// nothing and the call goes on.
func (s *Snapshot) ended() bool {
	return s.CallStatus == "ConnectionCleared" || s.CallStatus == "CallFailed" && s.AgentState != spec.AgentTalking
}

// call takes a call's event.
func (s *Snapshot) call(event string, callID wire.Value) {
	s.CallStatus = event
	id, _ := callID.Text()
	keep(&s.CallID, id)
	if s.ended() || s.Call.CallID != s.CallID {
		s.Call = SnapshotCall{}
	}
}

// subState is the break reason's number; "0" is none (documented).
func subState(value wire.Value) string {
	if sub := value.TextOrDigits(); sub != "0" {
		return sub
	}
	return ""
}
