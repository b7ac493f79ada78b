package sandbox

import "github.com/ccpaas/ccpaas-go/sdk/spec"

// supervision returns the handler of a supervisor's verb. kind says which:
// monitor, whisper and barge in join a colleague's call, intercept takes it
// over. The supervisor's phone answers by itself, since they asked for the call
// (inferred). AgentPhone, which BargeIn may bring, is not needed here.
func supervision(kind spec.CallType) func(*engine, *agent, request) (any, error) {
	return func(e *engine, a *agent, r request) (any, error) {
		watched, err := e.supervised(a, r)
		if err != nil {
			return nil, err
		}
		template, input := leg{kind: kind, far: watched.far, watched: watched}, legInvites
		if kind == spec.TypeSupervisorIntercept {
			template.watched, input = nil, legRings
		}
		l := e.ring(watched.call, a, template, input)
		e.moveLeg(l, opAnswer)
		e.connect(l)
		if kind == spec.TypeSupervisorIntercept {
			e.clear(watched, legEnds, notice{event: eventConnectionCleared})
		}
		return nil, nil
	}
}

// supervised returns the leg that the request names, if the agent may watch it.
func (e *engine) supervised(a *agent, r request) (*leg, error) {
	if a.role != RoleSupervisor {
		return nil, refuse(spec.ServerBadAgentState, "agent %s is no supervisor", a.id)
	}
	if err := a.startsCalls(); err != nil {
		return nil, err
	}
	watched, err := e.agent(r.params["AgentID"])
	if err != nil {
		return nil, err
	}
	l := watched.leg
	if l == nil || l.call.id != r.params["CallID"] {
		return nil, refuse(spec.ServerNoRecord, "agent %s has no such call", watched.id)
	}
	if l.state != LegEstablished {
		return nil, refuse(spec.ServerBadAgentState, "the call of agent %s is %s; it must be established", watched.id, l.state)
	}
	return l, nil
}
