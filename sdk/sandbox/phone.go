package sandbox

import (
	"fmt"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// Inputs of a telephone, beside callStarts and callEnds.
const (
	phoneRegisters   agentInput = "registers"
	phoneUnregisters agentInput = "unregisters"
)

// phoneTransition is a transition of a telephone's state, spec.PhoneState.
//
//	          registers            callStarts
//	offline ─────────────▶ idle ────────────────▶ busy
//	   ▲ ▲                  │ ▲      callEnds      │ │
//	   │ └── unregisters ───┘ └────────────────────┘ │
//	   └─────────────── unregisters ─────────────────┘
//
// A phone stays busy during wrap-up (inferred from the order of events). A mobile
// phone is never offline, because the platform cannot know.
type phoneTransition struct {
	from  spec.PhoneState
	input agentInput
}

var phoneTransitions = map[phoneTransition]spec.PhoneState{
	{spec.PhoneOffline, phoneRegisters}:   spec.PhoneIdle,
	{spec.PhoneOffline, phoneUnregisters}: spec.PhoneOffline,
	{spec.PhoneOffline, callEnds}:         spec.PhoneOffline,

	{spec.PhoneIdle, phoneRegisters}:   spec.PhoneIdle,
	{spec.PhoneIdle, phoneUnregisters}: spec.PhoneOffline,
	{spec.PhoneIdle, callStarts}:       spec.PhoneBusy,
	{spec.PhoneIdle, callEnds}:         spec.PhoneIdle, // changed during wrap-up

	{spec.PhoneBusy, phoneRegisters}:   spec.PhoneBusy,
	{spec.PhoneBusy, phoneUnregisters}: spec.PhoneOffline,
	{spec.PhoneBusy, callEnds}:         spec.PhoneIdle,
}

// turnPhone performs a transition without telling the agent, and returns
// whether the state is another now.
func (e *engine) turnPhone(a *agent, input agentInput) bool {
	next, ok := phoneTransitions[phoneTransition{a.phone, input}]
	if !ok {
		panic(fmt.Sprintf("sandbox: phone of %s in state %s has no transition %s", a.id, a.phone, input))
	}
	changed := next != a.phone
	a.phone = next
	e.available(a)
	return changed
}

// movePhone performs a transition and tells the agent.
func (e *engine) movePhone(a *agent, input agentInput) {
	if e.turnPhone(a, input) {
		e.notify(a, newExtensionStateChange(a))
	}
}

// registerPhone brings the phone's state in line with its registration. A phone
// that comes back in a call is busy at once.
func (e *engine) registerPhone(a *agent) {
	before := a.phone
	e.turnPhone(a, a.registration())
	if a.phone == spec.PhoneIdle && a.leg != nil {
		e.turnPhone(a, callStarts)
	}
	if a.phone != before {
		e.notify(a, newExtensionStateChange(a))
	}
}

// setMode changes the agent's kind of telephone and tells them.
func (e *engine) setMode(a *agent, mode spec.PhoneMode) {
	if mode == a.mode {
		return
	}
	a.mode = mode
	changed := e.turnPhone(a, a.registration())
	e.notify(a, newAgentCallModeChange(a))
	if changed {
		e.notify(a, newExtensionStateChange(a))
	}
}

// registration is the state of the current phone's registration as an input. A
// web phone without a Voice to register at counts as registered.
func (a *agent) registration() agentInput {
	if a.mode == spec.ModeWebRTC && !a.registered {
		return phoneUnregisters
	}
	return phoneRegisters
}
