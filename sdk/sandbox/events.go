package sandbox

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// eventName is the Method of a notification.
type eventName string

const (
	eventAgentStateChange     eventName = "AgentStateChange"
	eventAgentCallModeChange  eventName = "AgentCallModeChange"
	eventExtensionStateChange eventName = "ExtensionStateChange"

	eventOriginated        eventName = "Originated"
	eventDelivered         eventName = "Delivered"
	eventEstablished       eventName = "Established"
	eventConnectionCleared eventName = "ConnectionCleared"
	eventHeld              eventName = "Held"
	eventRetrieved         eventName = "Retrieved"
	eventConferenced       eventName = "Conferenced"
	eventTransferred       eventName = "Transferred"
	eventCallFailed        eventName = "CallFailed"
)

// notification is an event as a frame, complete except for the header members
// that the connection fills in.
type notification interface{ head() *header }

// agentStateChange and the two below are flat (observed).
type agentStateChange struct {
	header
	OldState      spec.AgentState
	CurState      spec.AgentState
	CurStateSubId string // "0" for none, as in the document's sample
	StartTime     string
}

func newAgentStateChange(old, current agentStatus, since time.Time) *agentStateChange {
	sub := current.sub
	if sub == "" {
		sub = "0"
	}
	return &agentStateChange{
		header:        header{Method: string(eventAgentStateChange)},
		OldState:      old.state,
		CurState:      current.state,
		CurStateSubId: sub,
		StartTime:     startTime(since),
	}
}

type agentCallModeChange struct {
	header
	CurContact  spec.PhoneMode
	CurNumber   string
	CurExtState spec.PhoneState
}

func newAgentCallModeChange(a *agent) *agentCallModeChange {
	return &agentCallModeChange{
		header:      header{Method: string(eventAgentCallModeChange)},
		CurContact:  a.mode,
		CurNumber:   a.contact(),
		CurExtState: a.phone,
	}
}

type extensionStateChange struct {
	header
	CallID   string
	CurState spec.PhoneState
}

func newExtensionStateChange(a *agent) *extensionStateChange {
	n := &extensionStateChange{header: header{Method: string(eventExtensionStateChange)}, CurState: a.phone}
	if a.leg != nil {
		n.CallID = a.leg.call.id
	}
	return n
}

// callEvent carries what happened in a Payload (observed).
type callEvent struct {
	header
	CallID  string
	Payload payload
	Desc    string `json:",omitempty"` // why a call failed
}

// notice is one call event about to be sent.
type notice struct {
	event eventName
	desc  string
}

// tell sends the leg's agent a call event in the given view of the call. The
// event carries the authority of the state that the leg is in afterwards, so
// the leg moves first.
func (e *engine) tell(l *leg, n notice, v view) {
	l.shown = shown{n.event, v}
	e.notify(l.agent, &callEvent{
		header:  header{Method: string(n.event)},
		CallID:  l.call.id,
		Payload: l.payload(),
		Desc:    n.desc,
	})
}

// startTime formats a time as the protocol does, in UTC (its zone is unknown).
func startTime(t time.Time) string { return t.UTC().Format(time.DateTime) }
