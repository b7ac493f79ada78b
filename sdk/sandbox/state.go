package sandbox

import (
	"cmp"
	"maps"
	"slices"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// State is the platform at one moment, as GET /sandbox/state shows it.
type State struct {
	Agents []AgentInfo // by AgentID
	Calls  []CallInfo  // in order of their beginning
}

// AgentInfo is an agent in a State.
type AgentInfo struct {
	AgentID       string `json:"AgentId"`
	Name          string
	Role          string // RoleAgent or RoleSupervisor
	State         spec.AgentState
	SubState      string // empty without a reason of a break
	PhoneMode     spec.PhoneMode
	PhoneState    spec.PhoneState
	WrapUpTime    int    // seconds after an incoming call
	OutWrapUpTime int    // seconds after an outgoing call
	Connected     bool   // whether a page is connected
	Played        bool   // whether the sandbox answers the agent's calls
	CallID        string // empty without a call
}

// CallStatus is what a call is doing.
type CallStatus string

// The statuses of a call.
const (
	CallRinging     CallStatus = "ringing"     // somebody is called and nobody talks yet
	CallQueued      CallStatus = "queued"      // the customer waits for an idle agent
	CallEstablished CallStatus = "established" // the customer has somebody to talk to
	CallInIvr       CallStatus = "ivr"         // the customer listens to an IVR flow
)

// CallInfo is a call in a State.
type CallInfo struct {
	CallID         string
	Status         CallStatus
	WorkFlow       spec.WorkFlow
	Number         string // the customer's
	DisplayNumber  string // the relay number in between
	BizID          string `json:"BizId,omitempty"` // the caller's own name for the call
	QueueID        string `json:"QueueId"`         // the queue it came through, or empty
	IvrID          int    `json:"IvrId,omitempty"`
	IvrNodeID      int    `json:"IvrNodeId,omitempty"`
	ExternalNumber string `json:",omitempty"` // an outside line that an agent brought in
	Legs           []LegInfo
	Heard          []Heard `json:",omitempty"` // what Voice.Heard tells
}

// LegInfo is an agent's part in a call.
type LegInfo struct {
	AgentID     string `json:"AgentId"`
	State       LegState
	CallType    spec.CallType
	ChannelUUID string
}

// State returns the platform as it is now.
func (p *Platform) State() State {
	s := p.engine.state()
	if voice := p.config.Voice; voice != nil {
		for i := range s.Calls {
			s.Calls[i].Heard = voice.Heard(s.Calls[i].CallID)
		}
	}
	return s
}

func (e *engine) state() State {
	e.mu.Lock()
	defer e.mu.Unlock()
	s := State{Agents: []AgentInfo{}, Calls: []CallInfo{}}
	for _, account := range e.directory.accounts {
		s.Agents = append(s.Agents, e.agents[account.id].info())
	}
	for _, c := range e.inOrder() {
		s.Calls = append(s.Calls, c.info())
	}
	return s
}

// inOrder returns the calls in order of their beginning.
func (e *engine) inOrder() []*call {
	return slices.SortedFunc(maps.Values(e.calls), func(a, b *call) int { return cmp.Compare(a.order, b.order) })
}

func (a *agent) info() AgentInfo {
	info := AgentInfo{
		AgentID: a.id, Name: a.name, Role: a.role,
		State: a.state, SubState: a.sub,
		PhoneMode: a.mode, PhoneState: a.phone,
		WrapUpTime: a.wrapUp.in, OutWrapUpTime: a.wrapUp.out,
		Connected: a.connection != nil, Played: a.played && a.connection == nil,
	}
	if a.leg != nil {
		info.CallID = a.leg.call.id
	}
	return info
}

func (c *call) info() CallInfo {
	info := CallInfo{
		CallID: c.id, Status: c.status(), WorkFlow: c.flow,
		Number: c.customer.number, DisplayNumber: c.display, BizID: c.bizID, QueueID: c.fromQueue,
		Legs: []LegInfo{},
	}
	if c.ivr != nil {
		info.IvrID, info.IvrNodeID = c.ivr.flow.ID, c.ivr.node.ID
	}
	switch {
	case c.outside != nil:
		info.ExternalNumber = c.outside.number
	case c.added != nil && c.added.line != nil:
		info.ExternalNumber = c.added.line.number
	}
	for _, l := range c.legs {
		info.Legs = append(info.Legs, LegInfo{l.agent.id, l.state, l.kind, l.channel})
	}
	return info
}

// CustomerCalls has a customer call the agent from a number, bypassing any
// queue. The error is a *Refusal: an unknown agent, an agent who is not idle,
// or an invalid number.
func (p *Platform) CustomerCalls(agentID, from string) (callID string, err error) {
	if err := p.live(); err != nil {
		return "", err
	}
	err = p.engine.do(func() error {
		callID, err = p.engine.customerCalls(agentID, from)
		return err
	})
	return callID, err
}

// CustomerCallsQueue has a customer call a queue. It rings an idle agent,
// or waits until one is idle or the queue's time-out has passed. The error is a
// *Refusal.
func (p *Platform) CustomerCallsQueue(queueID, from string) (callID string, err error) {
	if err := p.live(); err != nil {
		return "", err
	}
	err = p.engine.do(func() error {
		callID, err = p.engine.customerCallsQueue(queueID, from)
		return err
	})
	return callID, err
}

// CustomerAnswers makes the outside line that rings in the call answer now: the
// customer that an agent has dialled, or the line that an agent is bringing in.
// The error is a *Refusal if there is no such call or nothing outside rings.
func (p *Platform) CustomerAnswers(callID string) error {
	if err := p.live(); err != nil {
		return err
	}
	return p.engine.do(func() error {
		c, err := p.engine.find(callID)
		if err != nil {
			return err
		}
		lines := []*line{c.customer}
		if c.added != nil && c.added.line != nil {
			lines = append(lines, c.added.line)
		}
		for _, l := range lines {
			if l.state == lineRinging {
				p.engine.answerLine(l)
				return nil
			}
		}
		return refuse(spec.ServerBadAgentState, "no outside line rings in this call")
	})
}

// CustomerHangsUp ends the call from the customer's side, for everybody in it.
// The error is a *Refusal if there is no such call.
func (p *Platform) CustomerHangsUp(callID string) error {
	if err := p.live(); err != nil {
		return err
	}
	return p.engine.do(func() error {
		c, err := p.engine.find(callID)
		if err != nil {
			return err
		}
		p.engine.end(c)
		return nil
	})
}

// Reset ends all calls, clears all faults and resets all agents and settings to
// those of a new platform. Connections stay open and receive the ordinary
// events, and the record of frames starts again. Ids continue where they were,
// so no CallID occurs twice.
func (p *Platform) Reset() {
	_ = p.engine.do(func() error {
		p.clearFaults("")
		p.engine.frames.clear()
		p.engine.reset()
		return nil
	})
}

func (e *engine) reset() {
	e.numbers = numbers{turn: map[string]int{}}
	clear(e.replayed)
	clear(e.called)
	for _, a := range e.agents {
		a.wrapUp, a.selected, a.played = wrapUpTimes{}, selection{}, false
	}
	for _, c := range e.inOrder() {
		e.end(c)
	}
	for _, account := range e.directory.accounts {
		a := e.agents[account.id]
		if a.may(agentLogsOut) {
			e.moveAgent(a, agentLogsOut, agentStatus{})
		}
		e.setMode(a, spec.ModeVoIP)
		a.log = nil
	}
}
