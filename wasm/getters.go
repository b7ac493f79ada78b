//go:build js

package main

import (
	"cmp"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// getters returns the snapshot as the page's getters read it, with the values
// that SDK 2.1.0 has before the first GetState and without a call (observed).
func getters(s sdk.Snapshot, role spec.TabRole) wire.Raw {
	b := new(wire.Builder)
	b.Text("connectState", string(s.ConnectState)).
		Text("agentState", cmp.Or(string(s.AgentState), string(spec.AgentOffline)))
	if s.AgentSubState == "" {
		b.Int("agentSubState", 0)
	} else {
		b.Text("agentSubState", s.AgentSubState)
	}
	b.Text("phoneMode", cmp.Or(string(s.PhoneMode), string(spec.ModeVoIP))).
		Text("phoneState", cmp.Or(string(s.PhoneState), string(spec.PhoneOffline)))
	if s.AgentStartTime == "" {
		b.Raw("currentAgentStartTime", "null")
	} else {
		b.Text("currentAgentStartTime", s.AgentStartTime)
	}
	b.Bool("microphoneOn", s.MicrophoneOn).Text("tabRole", string(role))
	if s.Call == (sdk.SnapshotCall{}) {
		return b.Raw("callStatus", "null").Object()
	}
	call := new(wire.Builder).Text("CallID", s.Call.CallID).Text("DestNumber", s.Call.DestNumber).
		Text("SpNumber", s.Call.SpNumber).Text("CallDirection", s.Call.CallDirection)
	return b.Raw("callStatus", call.Object()).Object()
}

// withoutCallEvent leaves out what changes with each event of a call and no
// getter shows.
func withoutCallEvent(s sdk.Snapshot) sdk.Snapshot {
	s.CallStatus, s.CallID = "", ""
	return s
}
