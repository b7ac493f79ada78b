package sandbox

import "github.com/ccpaas/ccpaas-go/sdk/spec"

// party is a telephone number as events show it.
type party struct {
	TelNumber string
	City      string `json:",omitempty"`
}

func partyAt(number string) party { return party{number, cityOf(number)} }

// payload is the Payload of call events and of GetState (observed).
type payload struct {
	CallEvent     eventName
	CallDirection spec.CallDirection
	CallType      spec.CallType
	WorkFlow      spec.WorkFlow
	ChannelUUID   string
	CallerInfo    party
	CalledInfo    party
	DisplayInfo   party
	FromQueue     string // the queue's id, empty outside of queues
	CallAuthority callAuthority
}

// view is a call as one event describes it: usually the agent's connection with
// the customer, during a consultation the connection with the consulted party.
type view struct {
	kind      spec.CallType
	direction spec.CallDirection
	far       string // number of the far end
	channel   string
}

// shown is the last event that an agent was told about their call.
type shown struct {
	event eventName
	view  view
}

// own returns the leg's view of the far end that it is for.
func (l *leg) own() view { return view{l.kind, l.direction, l.far, l.channel} }

// payload describes the last event, with the authority of this moment.
func (l *leg) payload() payload {
	v := l.shown.view
	agent, far := party{TelNumber: l.agent.contact()}, partyAt(v.far)
	p := payload{
		CallEvent:     l.shown.event,
		CallDirection: v.direction,
		CallType:      v.kind,
		WorkFlow:      l.call.flow,
		ChannelUUID:   v.channel,
		CallerInfo:    far,
		CalledInfo:    agent,
		DisplayInfo:   partyAt(l.call.display),
		FromQueue:     l.call.fromQueue,
		CallAuthority: l.state.authority(),
	}
	if v.direction == spec.Outbound {
		p.CallerInfo, p.CalledInfo = agent, far
	}
	return p
}

// stateData is the Data of a GetState reply. The documented sample shows every
// member but AgentNumber, which only a call brings (observed).
type stateData struct {
	CurState      spec.AgentState
	CurSubStateId string
	CurMode       spec.PhoneMode
	CurContact    string
	CurExtState   spec.PhoneState
	CallID        string
	CallDirection spec.WorkFlow
	DestNumber    string
	DestNumberLoc string
	SpNumber      string
	StartTime     string
	UserData      string
	AgentNumber   string `json:",omitempty"`
	Payload       *payload
}

func newStateData(a *agent) stateData {
	data := stateData{
		CurState:      a.state,
		CurSubStateId: a.sub,
		CurMode:       a.mode,
		CurContact:    a.contact(),
		CurExtState:   a.phone,
	}
	if l := a.leg; l != nil {
		shown := l.payload()
		data.CallID = l.call.id
		data.CallDirection = l.flow()
		data.DestNumber = l.far
		data.DestNumberLoc = cityOf(l.far)
		data.SpNumber = l.call.display
		data.StartTime = startTime(a.since)
		data.AgentNumber = a.contact()
		data.Payload = &shown
	}
	return data
}

// flow returns how the call came about, with the two values that only a
// supervisor has (observed).
func (l *leg) flow() spec.WorkFlow {
	switch {
	case l.watched == nil:
		return l.call.flow
	case l.call.flow == spec.FlowIn:
		return spec.FlowInEavesdrop
	}
	return spec.FlowOutEavesdrop
}
