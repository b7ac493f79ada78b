package sandbox

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// maxWrapUp is the longest wrap-up time, a day, in seconds.
const maxWrapUp = 86400

func (e *engine) getState(a *agent, _ request) (any, error) {
	return newStateData(a), nil
}

func (e *engine) logIn(a *agent, r request) (any, error) {
	if !a.may(agentLogsIn) {
		return nil, refuse(spec.ServerBadAgentState, "agent %s is %s already; use SetState", a.id, a.state)
	}
	status, err := e.chosenStatus(r)
	if err != nil {
		return nil, err
	}
	if status.state == spec.AgentOffline {
		return nil, refuse(spec.ServerParameterError, "State offline is no state to log in with")
	}
	e.moveAgent(a, agentLogsIn, status)
	return nil, nil
}

func (e *engine) logOut(a *agent, _ request) (any, error) {
	if a.state == spec.AgentOffline {
		return nil, nil
	}
	if !a.may(agentLogsOut) {
		return nil, refuse(spec.ServerBadAgentState, "agent %s is %s; hang up first", a.id, a.state)
	}
	e.moveAgent(a, agentLogsOut, agentStatus{})
	return nil, nil
}

func (e *engine) setState(a *agent, r request) (any, error) {
	status, err := e.chosenStatus(r)
	if err != nil {
		return nil, err
	}
	if status.state == spec.AgentOffline {
		return e.logOut(a, r)
	}
	if !a.may(agentChooses) {
		return nil, refuse(spec.ServerBadAgentState, "agent %s is %s; log in first, or hang up", a.id, a.state)
	}
	e.moveAgent(a, agentChooses, status)
	return nil, nil
}

// chosenStatus reads State and SubState.
func (e *engine) chosenStatus(r request) (agentStatus, error) {
	status := agentStatus{state: spec.AgentState(r.params["State"])}
	if !status.state.Settable() {
		return status, refuse(spec.ServerParameterError, "State is none of idle, busy, onBreak, offline")
	}
	sub := r.params["SubState"]
	if sub == "" || sub == "0" {
		return status, nil
	}
	known := slices.ContainsFunc(e.directory.reasons, func(reason breakReason) bool {
		return reason.Owner == status.state && strconv.Itoa(reason.Code) == sub
	})
	if !known {
		return status, refuse(spec.ServerParameterError, "SubState is no sub-state of %s; see GetAgentStatusOptions", status.state)
	}
	status.sub = sub
	return status, nil
}

func (e *engine) getAgentStates(*agent, request) (any, error) {
	return struct {
		State   []spec.AgentState
		Reasons []breakReason
	}{
		[]spec.AgentState{spec.AgentIdle, spec.AgentBusy, spec.AgentOnBreak, spec.AgentOffline},
		e.directory.reasons,
	}, nil
}

func (e *engine) setCallMode(a *agent, r request) (any, error) {
	mode := spec.PhoneMode(r.params["Contact"])
	if !mode.Known() {
		return nil, refuse(spec.ServerParameterError, "Contact is none of voip, cellphone, webrtc")
	}
	if a.leg != nil {
		return nil, refuse(spec.ServerBadAgentState, "agent %s is %s; hang up before changing the phone", a.id, a.state)
	}
	e.setMode(a, mode)
	return nil, nil
}

func (e *engine) getCallModes(*agent, request) (any, error) {
	return struct{ CallMode []spec.PhoneMode }{
		[]spec.PhoneMode{spec.ModeCellphone, spec.ModeVoIP, spec.ModeWebRTC},
	}, nil
}

func (e *engine) getTerminal(a *agent, r request) (any, error) {
	t, err := a.terminal(spec.PhoneMode(r.params["TerminalType"]))
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(t.SipServer, "/") {
		t.SipServer = a.connection.origin + t.SipServer
	}
	return t, nil
}

// getWrapUpTime and setWrapUpTime are about incoming calls (documented), in
// seconds (inferred).
func (e *engine) getWrapUpTime(a *agent, _ request) (any, error) {
	return struct{ WrapUpTime int }{a.wrapUp.in}, nil
}

func (e *engine) setWrapUpTime(a *agent, r request) (any, error) {
	seconds, err := parseWrapUp("WrapUpTime", r.params["WrapUpTime"])
	if err != nil {
		return nil, err
	}
	a.wrapUp.in = seconds
	return nil, nil
}

func parseWrapUp(name, text string) (int, error) {
	seconds, err := strconv.Atoi(text)
	if err != nil || seconds < 0 || seconds > maxWrapUp {
		return 0, refuse(spec.ServerParameterError, "%s is no whole number of seconds from 0 to %d", name, maxWrapUp)
	}
	return seconds, nil
}

func (e *engine) complete(a *agent, _ request) (any, error) {
	if !a.may(wrapUpEnds) {
		return nil, refuse(spec.ServerBadAgentState, "agent %s is %s, not in wrap-up", a.id, a.state)
	}
	e.moveAgent(a, wrapUpEnds, agentStatus{})
	return nil, nil
}

func (e *engine) dialOut(a *agent, r request) (any, error) {
	_, err := e.dial(a, r.params["DestNumber"], spec.FlowOutCallback, r.params["BizId"])
	return nil, err
}
