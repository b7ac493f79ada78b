package sandbox

import (
	"slices"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// How long agents' telephones ring. A customer who called one agent waits as
// long as a dialled line rings; a colleague, or a queue, gives up earlier.
const (
	agentRing    = 20 * time.Second
	customerRing = lineRing
)

// call is a conversation with a customer, with all agents who have a part in it.
type call struct {
	id        string
	order     int    // among all calls, by their beginning
	length    *timer // ends it after the longest time that a call may last
	flow      spec.WorkFlow
	bizID     string // the caller's own name for it, which only State shows
	customer  *line
	display   string // the relay number in between
	legs      []*leg // in order of their joining
	added     *addition
	outside   *line // an outside line that serves the customer in an agent's place
	queued    *queued
	fromQueue string
	ivr       *ivrTarget
}

// find looks a call up.
func (e *engine) find(callID string) (*call, error) {
	if c, ok := e.calls[callID]; ok {
		return c, nil
	}
	return nil, refuse(spec.ServerNoRecord, "no call with this CallID")
}

func (e *engine) newCall(flow spec.WorkFlow, display string) *call {
	e.begun++
	c := &call{id: e.uuid(), order: e.begun, flow: flow, display: display}
	c.length = e.after(e.config.Limits.CallLength, func() { e.end(c) })
	e.calls[c.id] = c
	return c
}

// dial calls a number for an agent and returns the CallID.
func (e *engine) dial(a *agent, number string, flow spec.WorkFlow, bizID string) (string, error) {
	if err := a.startsCalls(); err != nil {
		return "", err
	}
	if err := checkNumber("DestNumber", number); err != nil {
		return "", err
	}
	if err := e.mayBegin(); err != nil {
		return "", err
	}
	c := e.newCall(flow, e.displayNumber(a))
	c.bizID = bizID
	l := e.join(c, a, leg{direction: spec.Outbound, kind: spec.TypeOtherIn, far: number}, legDials)
	c.customer = e.dialLine(number, lineEvents{
		answered: func() {
			e.moveLeg(l, partyAnswers)
			e.connect(l)
		},
		failed: func(desc string) {
			e.clear(l, partyFails, notice{event: eventCallFailed, desc: desc})
			e.end(c)
		},
		left: func() { e.end(c) },
	})
	return c.id, nil
}

// customerCalls rings an agent for a customer.
func (e *engine) customerCalls(agentID, from string) (string, error) {
	from, err := callerNumber(from)
	if err != nil {
		return "", err
	}
	a, err := e.agent(agentID)
	if err != nil {
		return "", err
	}
	if err := a.takesCalls(); err != nil {
		return "", err
	}
	if err := e.mayBegin(); err != nil {
		return "", err
	}
	c := e.arrive(from, e.displayNumber(a))
	l := e.ring(c, a, leg{kind: spec.TypeOtherIn, far: from}, legRings)
	l.ringing = e.after(customerRing, func() { e.end(c) })
	return c.id, nil
}

// callerNumber returns the number of a customer as a person wrote it.
func callerNumber(from string) (string, error) {
	number := spec.PlainNumber(from)
	if left := spec.LeftInNumber(from); left != "" {
		return "", refuse(spec.ServerParameterError, "From is no telephone number: characters that cannot be dialled are at position %s", left)
	}
	if !spec.Dialable(number) {
		return "", refuse(spec.ServerParameterError, "From is no telephone number: it needs at least four digits, *, # or +")
	}
	return number, nil
}

// arrive adds a customer who has called.
func (e *engine) arrive(from, display string) *call {
	c := e.newCall(spec.FlowIn, display)
	c.customer = &line{number: from, channel: e.uuid(), state: lineTalking}
	return c
}

// join gives an agent a leg in the call. The template holds direction, kind,
// far and watched; input is how the leg begins.
func (e *engine) join(c *call, a *agent, template leg, input legInput) *leg {
	l := &template
	l.call, l.agent, l.channel = c, a, e.uuid()
	event := eventDelivered
	if l.direction == spec.Outbound {
		event = eventOriginated
	}
	c.legs = append(c.legs, l)
	a.leg = l
	e.moveLeg(l, input)
	l.beginRecord()
	e.moveAgent(a, callStarts, agentStatus{})
	e.movePhone(a, callStarts)
	e.tell(l, notice{event: event}, l.own())
	return l
}

// ring is join for a leg that is called.
func (e *engine) ring(c *call, a *agent, template leg, input legInput) *leg {
	template.direction = spec.Inbound
	return e.join(c, a, template, input)
}

// connect tells the leg's agent that they talk now.
func (e *engine) connect(l *leg) {
	l.ringing.stop()
	l.record.answered = time.Now()
	e.moveAgent(l.agent, callConnects, agentStatus{})
	e.tell(l, notice{event: eventEstablished}, l.own())
}

// answer is the request Answer.
func (e *engine) answer(l *leg, _ request) error {
	e.moveLeg(l, opAnswer)
	e.connect(l)
	switch c := l.call; {
	case c.added != nil && c.added.leg == l:
		e.partyAnswers(c.added)
	case c.queued != nil:
		e.leaveQueue(c)
	}
	return nil
}

func (e *engine) hangUpOnRequest(l *leg, _ request) error {
	e.hangUp(l, opHangup)
	return nil
}

// hangUp ends a leg at its agent's request; input is the transition. If the agent
// serves the customer, the call ends for everybody (inferred); the others only
// leave.
func (e *engine) hangUp(l *leg, input legInput) {
	c := l.call
	switch {
	case c.added != nil && c.added.leg == l:
		e.partyHangsUp(c.added, input)
	case l.state == LegJoined:
		e.clear(l, input, notice{event: eventConnectionCleared})
	case c.queued != nil:
		e.missed(c, input)
	case l.onHangup != nil:
		c.ivr = l.onHangup
		e.clear(l, input, notice{event: eventTransferred}, notice{event: eventConnectionCleared})
	default:
		e.clear(l, input, notice{event: eventConnectionCleared})
		e.end(c)
	}
}

func (e *engine) hold(l *leg, _ request) error {
	e.callOff(l)
	e.moveLeg(l, opHold)
	e.tell(l, notice{event: eventHeld}, l.own())
	return nil
}

func (e *engine) unhold(l *leg, _ request) error {
	e.moveLeg(l, opUnhold)
	e.tell(l, notice{event: eventRetrieved}, l.own())
	return nil
}

// clear ends a leg: its agent gets the events and is free again, and everybody
// that agent added leaves the call too.
func (e *engine) clear(l *leg, input legInput, notices ...notice) {
	c, a := l.call, l.agent
	var rest time.Duration
	if l.state.owns() {
		rest = a.wrapUp.after(l.direction)
	}
	e.moveLeg(l, input)
	l.ringing.stop()
	c.legs = slices.DeleteFunc(c.legs, func(other *leg) bool { return other == l })
	for _, n := range notices {
		e.tell(l, n, l.own())
	}
	a.leg = nil
	a.keep(l.record)
	e.release(a, rest)
	e.callOff(l)
	for _, other := range slices.Clone(c.legs) {
		if other.watched == l && other.state != LegCleared {
			e.clear(other, legEnds, notice{event: eventConnectionCleared})
		}
	}
}

// end ends the call for everybody.
func (e *engine) end(c *call) {
	for len(c.legs) > 0 {
		e.clear(c.legs[0], legEnds, notice{event: eventConnectionCleared})
	}
	c.customer.drop()
	c.outside.drop()
	e.leaveQueue(c)
	c.length.stop()
	delete(e.calls, c.id)
}

// status returns the call as the control API shows it.
func (c *call) status() CallStatus {
	switch {
	case c.queued != nil && c.queued.leg == nil:
		return CallQueued
	case c.ivr != nil:
		return CallInIvr
	case c.outside != nil:
		return CallEstablished
	case slices.ContainsFunc(c.legs, func(l *leg) bool { return l.state.owns() }):
		return CallEstablished
	}
	return CallRinging
}
