package sandbox

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// consultFallback is how long a failed consultation lasts (documented order,
// observed time).
const consultFallback = 2 * time.Second

// addition is a party that an agent adds to their call: an agent or an outside
// line, for a consultation, a three-way call or a transfer. A call has one at
// most.
type addition struct {
	by       *leg
	purpose  legInput // opConsultation, opThreeWay or opTransfer
	leg      *leg     // the agent asked, or nil
	line     *line    // the outside line asked, or nil
	fallback *timer
}

// target is the party that a request names.
type target struct {
	agent  *agent
	number string
}

// target reads AgentID or AgentPhone, of which exactly one must be there.
func (e *engine) target(r request) (target, error) {
	agentID, number := r.params["AgentID"], r.params["AgentPhone"]
	switch {
	case (agentID == "") == (number == ""):
		return target{}, refuse(spec.ServerParameterError, "exactly one of AgentID and AgentPhone must be given")
	case number != "":
		return target{number: number}, checkNumber("AgentPhone", number)
	}
	a, err := e.agent(agentID)
	if err != nil {
		return target{}, err
	}
	return target{agent: a}, a.takesCalls()
}

func (e *engine) consult(l *leg, r request) error {
	return e.add(l, opConsultation, r)
}

func (e *engine) threeWay(l *leg, r request) error {
	return e.add(l, opThreeWay, r)
}

func (e *engine) transfer(l *leg, r request) error {
	return e.add(l, opTransfer, r)
}

// add rings the party that the request names and tells the agent.
func (e *engine) add(by *leg, purpose legInput, r request) error {
	to, err := e.target(r)
	if err != nil {
		return err
	}
	e.callOff(by)
	e.moveLeg(by, purpose)
	x := &addition{by: by, purpose: purpose}
	by.call.added = x
	if to.agent != nil {
		e.ringAgent(x, to.agent)
	} else {
		x.line = e.dialLine(to.number, lineEvents{
			answered: func() { e.partyAnswers(x) },
			failed:   func(desc string) { e.partyFails(x, desc) },
			left:     func() { e.lineLeaves(x) },
		})
	}
	switch purpose {
	case opConsultation:
		e.tell(by, notice{event: eventHeld}, by.own())
		e.tell(by, notice{event: eventOriginated}, x.view())
	case opThreeWay:
		e.tell(by, notice{event: eventOriginated}, x.view())
	}
	return nil
}

// ringAgent rings the agent asked. Who is consulted sees the colleague's
// number, the others see the customer's.
func (e *engine) ringAgent(x *addition, a *agent) {
	template, input := leg{kind: x.kind(), far: x.by.far}, legInvites
	switch x.purpose {
	case opConsultation:
		template.far = x.by.agent.contact()
	case opTransfer:
		template.kind, input = spec.TypeOtherIn, legRings
	}
	x.leg = e.ring(x.by.call, a, template, input)
	x.leg.ringing = e.after(agentRing, func() { e.partyFails(x, "The agent does not answer") })
}

// kind returns the CallType of the connection with the party.
func (x *addition) kind() spec.CallType {
	if x.purpose == opConsultation {
		return spec.TypeConsult
	}
	return spec.TypeConference
}

// view returns the connection with the party as the adding agent sees it.
func (x *addition) view() view {
	v := view{kind: x.kind(), direction: spec.Outbound}
	if x.leg != nil {
		v.far, v.channel = x.leg.agent.contact(), x.leg.channel
	} else {
		v.far, v.channel = x.line.number, x.line.channel
	}
	return v
}

// conferenceView returns the call of one leg while three talk.
func (l *leg) conferenceView() view {
	v := l.own()
	v.kind = spec.TypeConference
	return v
}

// partyAnswers connects the party. If it is an agent, they have already been
// told that they talk.
func (e *engine) partyAnswers(x *addition) {
	if x.purpose == opTransfer {
		e.handOver(x, partyAnswers)
		return
	}
	e.moveLeg(x.by, partyAnswers)
	if x.purpose == opConsultation {
		e.tell(x.by, notice{event: eventEstablished}, x.view())
		return
	}
	e.tellConference(x)
}

func (e *engine) tellConference(x *addition) {
	e.tell(x.by, notice{event: eventConferenced}, x.by.conferenceView())
	if x.leg != nil {
		e.tell(x.leg, notice{event: eventConferenced}, x.leg.own())
	}
}

// partyFails handles a party that did not answer. After a failed consultation it
// takes a while until the agent is back with the customer; otherwise the
// customer was never on hold.
func (e *engine) partyFails(x *addition, desc string) {
	by := x.by
	switch x.purpose {
	case opConsultation:
		e.moveLeg(by, partyFails)
		e.tell(by, notice{eventCallFailed, desc}, x.view())
		e.dropParty(x)
		x.fallback = e.after(consultFallback, func() { e.takeBack(x, fallsBack) })
	case opThreeWay:
		e.moveLeg(by, partyFails)
		e.tell(by, notice{eventCallFailed, desc}, x.view())
		e.tellPartyGone(x)
		e.drop(x)
	case opTransfer:
		e.drop(x)
	}
}

// partyHangsUp handles an added agent who declines or leaves.
func (e *engine) partyHangsUp(x *addition, input legInput) {
	answered := x.leg.state == LegJoined
	e.clear(x.leg, input, notice{event: eventConnectionCleared})
	if answered {
		e.takeBack(x, partyLeaves)
	} else {
		e.partyFails(x, "The agent refuses the call")
	}
}

// lineLeaves handles an outside line that hangs up after having answered.
func (e *engine) lineLeaves(x *addition) {
	if c := x.by.call; c.outside == x.line {
		e.end(c)
		return
	}
	e.takeBack(x, partyLeaves)
}

// takeBack returns from a consultation or a three-way call to the customer.
func (e *engine) takeBack(x *addition, input legInput) {
	e.moveLeg(x.by, input)
	e.tellPartyGone(x)
	if x.purpose == opConsultation {
		e.tell(x.by, notice{event: eventRetrieved}, x.by.own())
	}
	e.drop(x)
}

// tellPartyGone tells the adding agent that the party's connection has ended.
// The agent's own continues, and GetState shows it from now on.
func (e *engine) tellPartyGone(x *addition) {
	e.tell(x.by, notice{event: eventConnectionCleared}, x.view())
	x.by.shown = shown{eventEstablished, x.by.own()}
}

// callOff drops the party that the leg's agent has asked for, if any.
func (e *engine) callOff(l *leg) {
	if x := l.call.added; x != nil && x.by == l {
		e.drop(x)
	}
}

// drop ends the addition with its party.
func (e *engine) drop(x *addition) {
	x.by.call.added = nil
	x.fallback.stop()
	e.dropParty(x)
}

func (e *engine) dropParty(x *addition) {
	x.line.drop()
	if x.leg != nil && x.leg.state != LegCleared {
		e.clear(x.leg, legEnds, notice{event: eventConnectionCleared})
	}
}

func (e *engine) endConsultation(l *leg, _ request) error {
	e.takeBack(l.call.added, opEndConsultation)
	return nil
}

func (e *engine) endThreeWay(l *leg, _ request) error {
	e.takeBack(l.call.added, opEndThreeWay)
	return nil
}

// consultationToThreeWay lets the customer hear the consulted party.
func (e *engine) consultationToThreeWay(l *leg, _ request) error {
	x := l.call.added
	e.moveLeg(l, opConsultationToThreeWay)
	x.purpose = opThreeWay
	if x.leg != nil {
		x.leg.kind, x.leg.far = spec.TypeConference, l.far
	}
	e.tellConference(x)
	return nil
}

// passOn transfers the customer to the party, after a consultation or in a
// three-way call.
func (e *engine) passOn(l *leg, r request) error {
	e.handOver(l.call.added, legInput(r.method))
	return nil
}

// handOver makes the party serve the customer in the agent's place.
func (e *engine) handOver(x *addition, input legInput) {
	by, c := x.by, x.by.call
	c.added = nil
	if x.leg == nil {
		c.outside = x.line
	} else if x.leg.state == LegJoined {
		x.leg.kind, x.leg.far = spec.TypeOtherIn, by.far
		e.moveLeg(x.leg, legTakesOver)
		e.tell(x.leg, notice{event: eventTransferred}, x.leg.own())
	}
	e.clear(by, input, notice{event: eventTransferred}, notice{event: eventConnectionCleared})
}
