package main

import (
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// course is the agent's state and calls as reported on the connection. The order
// of events is inferred; replies may come before their events or after.
type course struct {
	agent spec.AgentState // "" until it is reported
	calls map[string]*callCourse
}

// callCourse is what a call's events have reported: which occurred, and whether
// the agent's own part has ended. Of a call that existed before the connection
// nothing else is known.
type callCourse struct {
	came  []string
	whole bool // whether all its events came on this connection
	ended bool
}

// statesBefore are the states from which a call leads to the one named.
var statesBefore = map[spec.AgentState][]spec.AgentState{
	spec.AgentRinging: {spec.AgentIdle, spec.AgentBusy, spec.AgentOnBreak},
	spec.AgentTalking: {spec.AgentRinging},
	spec.AgentWrapUp:  {spec.AgentTalking},
}

// eventsBefore are the events of which a call must have had one before the one
// named.
var eventsBefore = map[string][]string{
	"Established":       {"Delivered", "Originated", "ServiceInitiated"},
	"Held":              {"Established"},
	"Retrieved":         {"Held"},
	"Conferenced":       {"Established"},
	"Transferred":       {"Established"},
	"ConnectionCleared": {"Delivered", "Originated", "ServiceInitiated"},
	"CallFailed":        {"Originated", "ServiceInitiated"},
}

// inRinging are the events that a ringing agent gets; a talking agent gets the
// others.
var inRinging = []string{"Delivered", "Originated", "ServiceInitiated", "ConnectionCleared", "CallFailed"}

// learn applies the contents of a GetState reply.
func (c *course) learn(e *entry, state spec.AgentState, callID string) {
	if c.agent != "" && state != c.agent {
		e.contradict(spec.Inferred, "the agent's state is %s, the events before led to %s", known(state), known(c.agent))
	}
	c.agent = state
	if callID != "" && c.calls[callID] == nil {
		c.calls[callID] = &callCourse{}
	}
}

// flat applies an event about agent or phone.
func (c *course) flat(e *entry, row *spec.Event, data wire.Raw) {
	switch state := textOf(data, "CurState"); row.Name {
	case "AgentStateChanged":
		old, next := spec.AgentState(textOf(data, "OldState")), spec.AgentState(state)
		if c.agent != "" && old != c.agent {
			e.contradict(spec.Inferred, "OldState is %s, before it was %s", known(old), known(c.agent))
		}
		if before := statesBefore[next]; before != nil && old != next && !slices.Contains(before, old) {
			e.contradict(spec.Inferred, "from %s no call leads to %s", known(old), next)
		}
		c.agent = next
	case "PhoneStateChanged":
		if inCall := c.agent == spec.AgentRinging || c.agent == spec.AgentTalking; c.agent != "" &&
			(spec.PhoneState(state) == spec.PhoneBusy && !inCall && c.agent != spec.AgentWrapUp ||
				spec.PhoneState(state) == spec.PhoneIdle && inCall) {
			e.contradict(spec.Inferred, "the phone becomes %s while the agent is %s", state, known(c.agent))
		}
	}
}

// callEvent applies an event of a call.
func (c *course) callEvent(e *entry, event, callID, kind string) {
	inCall := c.agent == spec.AgentTalking || c.agent == spec.AgentRinging && slices.Contains(inRinging, event)
	if c.agent != "" && !inCall {
		e.contradict(spec.Inferred, "it comes while the agent is %s", known(c.agent))
	}
	begins := event == "Delivered" || event == "Originated" || event == "ServiceInitiated"
	call := c.calls[callID]
	if call == nil || call.ended && begins {
		call = &callCourse{whole: true}
		c.calls[callID] = call
	}
	before := eventsBefore[event]
	switch {
	case call.ended:
		e.contradict(spec.Inferred, "it comes after the call's ConnectionCleared")
	case call.whole && before != nil && !slices.ContainsFunc(before, func(name string) bool { return slices.Contains(call.came, name) }):
		e.contradict(spec.Inferred, "the call had no %s before", strings.Join(before, " or "))
	}
	call.came = append(call.came, event)
	// Consult and Conference may be a party's connection rather than the agent's.
	party := spec.CallType(kind) == spec.TypeConsult || spec.CallType(kind) == spec.TypeConference
	call.ended = call.ended || event == "ConnectionCleared" && !party
}

// known is a state in printable form.
func known(state spec.AgentState) string {
	if state.Known() {
		return string(state)
	}
	return "(unknown)"
}
