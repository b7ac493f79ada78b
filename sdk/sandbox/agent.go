package sandbox

import (
	"fmt"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// agentInput is something that happens to an agent's state.
type agentInput string

const (
	agentLogsIn  agentInput = "logIn"
	agentChooses agentInput = "choose"
	agentLogsOut agentInput = "logOut"
	callStarts   agentInput = "callStarts"
	callConnects agentInput = "callConnects"
	callEnds     agentInput = "callEnds"
	callWrapsUp  agentInput = "callWrapsUp"
	wrapUpEnds   agentInput = "wrapUpEnds"
)

// Two targets of transitions are not fixed.
const (
	chosenState spec.AgentState = "(chosen)"
	stateBefore spec.AgentState = "(before)"
)

type agentTransition struct {
	from  spec.AgentState
	input agentInput
}

var agentTransitions = map[agentTransition]spec.AgentState{
	{spec.AgentOffline, agentLogsIn}: chosenState,

	{spec.AgentIdle, agentChooses}:    chosenState,
	{spec.AgentBusy, agentChooses}:    chosenState,
	{spec.AgentOnBreak, agentChooses}: chosenState,
	{spec.AgentWrapUp, agentChooses}:  chosenState,

	{spec.AgentIdle, agentLogsOut}:    spec.AgentOffline,
	{spec.AgentBusy, agentLogsOut}:    spec.AgentOffline,
	{spec.AgentOnBreak, agentLogsOut}: spec.AgentOffline,
	{spec.AgentWrapUp, agentLogsOut}:  spec.AgentOffline,

	{spec.AgentIdle, callStarts}:    spec.AgentRinging,
	{spec.AgentBusy, callStarts}:    spec.AgentRinging,
	{spec.AgentOnBreak, callStarts}: spec.AgentRinging,

	{spec.AgentRinging, callConnects}: spec.AgentTalking,
	{spec.AgentRinging, callEnds}:     stateBefore,
	{spec.AgentTalking, callEnds}:     stateBefore,
	{spec.AgentTalking, callWrapsUp}:  spec.AgentWrapUp,
	{spec.AgentWrapUp, wrapUpEnds}:    stateBefore,
}

// agentStatus is a state with the reason of a break, empty for none.
//
//	          logIn   ┌─────────┐  callStarts           callConnects
//	offline ────────▶ │ idle    │ ───────────▶ ringing ─────────────▶ talking
//	   ▲    ◀──────── │ busy    │                 │                    │   │
//	   │      logOut  │ onBreak │ ◀───────────────┴───── callEnds ─────┘   │
//	   │              └─────────┘                                          │
//	   │ logOut            ▲ wrapUpEnds, choose                            │
//	   └──────────────── wrapup ◀──────────────────────────────────────────┘
//	                                           callWrapsUp
//
// Inside the box an agent chooses freely. callEnds and wrapUpEnds lead to the
// status that they had before the call.
type agentStatus struct {
	state spec.AgentState
	sub   string
}

// agent is one agent of the tenant with their telephone. The account never
// changes, the rest belongs to the engine.
type agent struct {
	account
	agentStatus
	before agentStatus // the status to return to after a call
	since  time.Time   // when the status began
	turn   int         // the engine's turn at which they became idle
	queues []*queue    // whose member they are
	free   bool        // whether they are among the free members of those queues

	mode       spec.PhoneMode
	phone      spec.PhoneState
	registered bool // the web phone, as far as Config.Voice has said

	wrapUp   wrapUpTimes
	wrapping *timer
	selected selection
	leg      *leg // their part in a call, nil without one
	played   bool // by the sandbox, see ColleagueComes
	noticed  *leg // the leg that the sandbox was last about to answer
	log      []callRecord

	connection *connection // nil while their page is not connected
	notified   int64       // notifications sent to them, over all connections, so that no MsgId comes twice
}

// wrapUpTimes are the seconds of wrap-up after a call, 0 for none.
type wrapUpTimes struct{ in, out int }

// after returns the wrap-up time after a call in the given direction.
func (w wrapUpTimes) after(direction spec.CallDirection) time.Duration {
	if direction == spec.Outbound {
		return time.Duration(w.out) * time.Second
	}
	return time.Duration(w.in) * time.Second
}

func newAgent(account account) *agent {
	return &agent{
		account:     account,
		agentStatus: agentStatus{state: spec.AgentOffline},
		mode:        spec.ModeVoIP,
		phone:       spec.PhoneIdle,
	}
}

// contact returns the number under which the agent can be called now.
func (a *agent) contact() string { return a.number(a.mode) }

// agent looks an agent up. The set of agents is fixed, so no lock is needed.
func (e *engine) agent(id string) (*agent, error) {
	if a, ok := e.agents[id]; ok {
		return a, nil
	}
	return nil, refuse(spec.ServerNoRecord, "no agent %q; the sandbox has 1001 to %d", id, 1000+len(e.agents))
}

// may reports whether the table has a transition for the input.
func (a *agent) may(input agentInput) bool {
	_, ok := agentTransitions[agentTransition{a.state, input}]
	return ok
}

// takesCalls is nil if a call may be put through to the agent.
func (a *agent) takesCalls() error {
	if a.state != spec.AgentIdle {
		return refuse(spec.ServerBadAgentState, "agent %s is %s; only an idle agent takes calls", a.id, a.state)
	}
	return a.hasFreePhone()
}

// startsCalls is nil if the agent may dial, or join a colleague's call.
func (a *agent) startsCalls() error {
	if !a.may(callStarts) {
		return refuse(spec.ServerBadAgentState, "agent %s is %s; calls start from idle, busy or onBreak", a.id, a.state)
	}
	return a.hasFreePhone()
}

func (a *agent) hasFreePhone() error {
	if a.phone != spec.PhoneIdle {
		return refuse(spec.ServerBadAgentState, "the phone of agent %s is %s; it must be idle", a.id, a.phone)
	}
	return nil
}

// moveAgent performs a transition, which the caller has checked, and tells the
// agent. chosen is the target if the input does not fix it.
func (e *engine) moveAgent(a *agent, input agentInput, chosen agentStatus) {
	target, ok := agentTransitions[agentTransition{a.state, input}]
	if !ok {
		panic(fmt.Sprintf("sandbox: agent %s in state %s has no transition %s", a.id, a.state, input))
	}
	next := agentStatus{state: target}
	switch target {
	case chosenState:
		next = chosen
	case stateBefore:
		next = a.before
	}
	if input == callStarts {
		a.before = a.agentStatus
	}
	old := a.agentStatus
	if next == old {
		return // the agent has that status already
	}
	a.agentStatus, a.since = next, time.Now()
	if next.state == spec.AgentIdle {
		e.turns++
		a.turn = e.turns
	}
	e.available(a)
	e.notify(a, newAgentStateChange(old, next, a.since))
	if old.state == spec.AgentWrapUp {
		a.wrapping.stop()
		e.movePhone(a, callEnds)
	}
}

// release ends the agent's part in a call: at once, or after wrap-up.
func (e *engine) release(a *agent, rest time.Duration) {
	if rest > 0 {
		e.moveAgent(a, callWrapsUp, agentStatus{})
		a.wrapping = e.after(rest, func() { e.moveAgent(a, wrapUpEnds, agentStatus{}) })
		return
	}
	e.moveAgent(a, callEnds, agentStatus{})
	e.movePhone(a, callEnds)
}
