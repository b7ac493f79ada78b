package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Snapshot is what the server last reported about the agent, and the state of
// the connection. While the connection is down, it is what was true before.
type Snapshot struct {
	ConnectState  spec.ConnectState
	AgentState    spec.AgentState // "" before the first GetState
	AgentSubState string          // the break reason's number, "" for none
	PhoneMode     spec.PhoneMode
	PhoneState    spec.PhoneState
	CallStatus    string // the last event of the call, "" without a call
	CallID        string // the call's id, "" without a call
	// MicrophoneOn reports whether a call of the web phone has the microphone.
	MicrophoneOn bool
	// AgentStartTime is the time since when the agent has been in that state, as
	// the server writes it; "" if it sent none.
	AgentStartTime string
	// Call is what the last GetState in the call said, zero without a call.
	Call SnapshotCall
}

// SnapshotCall is a call as GetState describes it.
type SnapshotCall struct {
	CallID        string
	DestNumber    string
	SpNumber      string
	CallDirection string
}

// recorded returns the snapshot in the form of a recording.
func (s Snapshot) recorded() wire.Raw {
	b := new(wire.Builder)
	return b.Text("connectState", string(s.ConnectState)).Text("agentState", string(s.AgentState)).
		Text("agentSubState", s.AgentSubState).Text("phoneMode", string(s.PhoneMode)).
		Text("phoneState", string(s.PhoneState)).Text("callStatus", s.CallStatus).Text("callId", s.CallID).Object()
}

// sync updates the snapshot from a GetState's data.
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

// keep sets a member to a part of a frame: a copy if the text differs, so that
// the frame does not stay in memory.
func keep[T ~string](member *T, text string) {
	if string(*member) != text {
		*member = T(strings.Clone(text))
	}
}

// apply applies a flat notification, false if it holds wrong types.
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

// inCall reports whether the agent's state is one of a call.
func (s *Snapshot) inCall() bool {
	return s.AgentState == spec.AgentRinging || s.AgentState == spec.AgentTalking
}

// ended reports whether the end of the agent's call was reported. CallFailed
// ends a call that was never answered; in one that was, only an added party
// failed and the call goes on.
func (s *Snapshot) ended() bool {
	return s.CallStatus == "ConnectionCleared" || s.CallStatus == "CallFailed" && s.AgentState != spec.AgentTalking
}

// call applies a call's event.
func (s *Snapshot) call(event string, callID wire.Value) {
	s.CallStatus = event
	id, _ := callID.Text()
	keep(&s.CallID, id)
	if s.ended() || s.Call.CallID != s.CallID {
		s.Call = SnapshotCall{}
	}
}

// subState returns the break reason's number; "0" is none (documented).
func subState(value wire.Value) string {
	if sub := value.TextOrDigits(); sub != "0" {
		return sub
	}
	return ""
}
