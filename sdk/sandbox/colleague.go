package sandbox

import (
	"net/http"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// A colleague is an agent that the sandbox plays: idle until a call comes, which
// is answered after Config.RingTime. With one, consultation, transfer and
// three-way calls can be tried from a single page. While a page of the agent is
// connected, the page decides, and the sandbox does nothing for that agent.

// ColleagueComes makes the sandbox play the agent, idle at first. The error is a
// *Refusal: an unknown agent, one who is logged in already, or one whose page is
// connected.
func (p *Platform) ColleagueComes(agentID string) error {
	if err := p.live(); err != nil {
		return err
	}
	return p.engine.do(func() error {
		a, err := p.engine.agent(agentID)
		if err != nil {
			return err
		}
		if !a.may(agentLogsIn) {
			return refuse(spec.ServerBadAgentState, "agent %s is %s already; only one who is offline can be played", a.id, a.state)
		}
		if a.connection != nil {
			return refuse(spec.ServerBadAgentState, "a page of agent %s is connected, and takes the agent's calls", a.id)
		}
		a.played = true
		p.engine.moveAgent(a, agentLogsIn, agentStatus{state: spec.AgentIdle})
		return nil
	})
}

// ColleagueLeaves ends what ColleagueComes began: the agent's call ends, and the
// agent is offline. The error is a *Refusal: an unknown
// agent, or one who is not played.
func (p *Platform) ColleagueLeaves(agentID string) error {
	return p.engine.do(func() error {
		a, err := p.engine.agent(agentID)
		if err != nil {
			return err
		}
		if !a.played {
			return refuse(spec.ServerBadAgentState, "the sandbox does not play agent %s", a.id)
		}
		a.played = false
		if a.leg != nil {
			p.engine.leaveCall(a.leg)
		}
		if a.may(agentLogsOut) {
			p.engine.moveAgent(a, agentLogsOut, agentStatus{})
		}
		return nil
	})
}

// leaveCall takes a leg out of its call, whatever it is doing.
func (e *engine) leaveCall(l *leg) {
	if l.state.may(opHangup) {
		e.hangUp(l, opHangup)
		return
	}
	e.end(l.call)
}

// serveColleagues lets the agents that the sandbox plays answer what rings.
func (e *engine) serveColleagues() {
	for _, account := range e.directory.accounts {
		a := e.agents[account.id]
		l := a.leg
		if !a.answersByItself(l) {
			a.noticed = nil
			continue
		}
		if a.noticed == l {
			continue
		}
		a.noticed = l
		e.after(e.config.RingTime, func() {
			if a.answersByItself(l) {
				_ = e.answer(l, request{})
			}
		})
	}
}

// answersByItself reports whether the leg rings at the agent and the sandbox is
// to answer it.
func (a *agent) answersByItself(l *leg) bool {
	return a.played && a.connection == nil && l != nil && a.leg == l && l.state.may(opAnswer)
}

func (p *Platform) putColleague(w http.ResponseWriter, r *http.Request) {
	writeDone(w, p.ColleagueComes(r.PathValue("agent")))
}

func (p *Platform) deleteColleague(w http.ResponseWriter, r *http.Request) {
	writeDone(w, p.ColleagueLeaves(r.PathValue("agent")))
}
