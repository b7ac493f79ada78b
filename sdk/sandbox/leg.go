package sandbox

import (
	"fmt"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// LegState is what an agent's part in a call is doing.
//
//	ringing ──Answer──▶ established ◀──partyAnswers── dialling
//	                     │ ▲
//	     Hold            │ │ Unhold
//	 established ──▶ held ──▶ established
//
//	     Consultation                  partyAnswers
//	 established ──▶ consultRinging ──────────────▶ consulting ──ConsultationToThreeWay──▶ threeWay
//	     ▲              │   │ partyFails                │   └────ConsultationToTransfer──▶ cleared
//	     │              │   ▼                           │
//	     │              │  consultFailed                │
//	     └──EndConsultation, fallsBack, partyLeaves─────┘
//
//	     ThreeWay            partyAnswers
//	 established ──▶ adding ──────────────▶ threeWay ──ThreeWayToTransfer──▶ cleared
//	     ▲              │                       │
//	     └──EndThreeWay, partyFails, partyLeaves┘
//
//	invited ──Answer──▶ joined ──takesOver──▶ established
//
// An invited leg rings in somebody else's call: the consulted agent, the third
// party and the supervisor, who all become joined. Every state ends in cleared
// through "ends", and most through Hangup. While the target of a transfer rings,
// the leg stays established: the agent continues to talk, and any other operation
// cancels the transfer (inferred: the protocol has no event for the difference,
// and no request that cancels a transfer).
type LegState string

// The states of a leg.
const (
	LegDialling      LegState = "dialling"
	LegRinging       LegState = "ringing"
	LegInvited       LegState = "invited"
	LegEstablished   LegState = "established"
	LegHeld          LegState = "held"
	LegConsultRings  LegState = "consultRinging"
	LegConsulting    LegState = "consulting"
	LegConsultFailed LegState = "consultFailed"
	LegAdding        LegState = "adding"
	LegThreeWay      LegState = "threeWay"
	LegJoined        LegState = "joined"
	LegCleared       LegState = "cleared"

	legNew LegState = ""
)

// legInput is something that happens to a leg: an operation of its agent, named
// as on the wire, or an event.
type legInput string

const (
	opAnswer                 legInput = "Answer"
	opHangup                 legInput = "Hangup"
	opHold                   legInput = "Hold"
	opUnhold                 legInput = "Unhold"
	opTransfer               legInput = "Transfer"
	opTransferQueue          legInput = "TransferQueue"
	opTransferIvr            legInput = "transfer_ivr"
	opConsultation           legInput = "Consultation"
	opEndConsultation        legInput = "EndConsultation"
	opConsultationToThreeWay legInput = "ConsultationToThreeWay"
	opConsultationToTransfer legInput = "ConsultationToTransfer"
	opThreeWay               legInput = "ThreeWay"
	opEndThreeWay            legInput = "EndThreeWay"
	opThreeWayToTransfer     legInput = "ThreeWayToTransfer"

	legDials     legInput = "dials"
	legRings     legInput = "rings"
	legInvites   legInput = "invites"
	legEnds      legInput = "ends"
	legTakesOver legInput = "takesOver"
	partyAnswers legInput = "partyAnswers"
	partyFails   legInput = "partyFails"
	partyLeaves  legInput = "partyLeaves"
	fallsBack    legInput = "fallsBack"
)

type legTransition struct {
	from  LegState
	input legInput
}

// legTransitions is the only rule: what an agent may do, and the CallAuthority
// that they see, are derived from it.
var legTransitions = map[legTransition]LegState{
	{legNew, legDials}:   LegDialling,
	{legNew, legRings}:   LegRinging,
	{legNew, legInvites}: LegInvited,

	{LegDialling, partyAnswers}: LegEstablished,
	{LegDialling, partyFails}:   LegCleared,
	{LegDialling, opHangup}:     LegCleared,
	{LegDialling, legEnds}:      LegCleared,

	{LegRinging, opAnswer}: LegEstablished,
	{LegRinging, opHangup}: LegCleared,
	{LegRinging, legEnds}:  LegCleared,

	{LegInvited, opAnswer}: LegJoined,
	{LegInvited, opHangup}: LegCleared,
	{LegInvited, legEnds}:  LegCleared,

	{LegEstablished, opHangup}:        LegCleared,
	{LegEstablished, opHold}:          LegHeld,
	{LegEstablished, opTransfer}:      LegEstablished,
	{LegEstablished, opTransferQueue}: LegCleared,
	{LegEstablished, opTransferIvr}:   LegCleared,
	{LegEstablished, opConsultation}:  LegConsultRings,
	{LegEstablished, opThreeWay}:      LegAdding,
	{LegEstablished, partyAnswers}:    LegCleared, // the target of a transfer
	{LegEstablished, legEnds}:         LegCleared,

	{LegHeld, opHangup}: LegCleared,
	{LegHeld, opUnhold}: LegEstablished,
	{LegHeld, legEnds}:  LegCleared,

	{LegConsultRings, opEndConsultation}: LegEstablished,
	{LegConsultRings, partyAnswers}:      LegConsulting,
	{LegConsultRings, partyFails}:        LegConsultFailed,
	{LegConsultRings, legEnds}:           LegCleared,

	{LegConsulting, opEndConsultation}:        LegEstablished,
	{LegConsulting, opConsultationToThreeWay}: LegThreeWay,
	{LegConsulting, opConsultationToTransfer}: LegCleared,
	{LegConsulting, partyLeaves}:              LegEstablished,
	{LegConsulting, legEnds}:                  LegCleared,

	{LegConsultFailed, opEndConsultation}: LegEstablished,
	{LegConsultFailed, fallsBack}:         LegEstablished,
	{LegConsultFailed, legEnds}:           LegCleared,

	{LegAdding, opHangup}:      LegCleared,
	{LegAdding, opEndThreeWay}: LegEstablished,
	{LegAdding, partyAnswers}:  LegThreeWay,
	{LegAdding, partyFails}:    LegEstablished,
	{LegAdding, legEnds}:       LegCleared,

	{LegThreeWay, opHangup}:             LegCleared,
	{LegThreeWay, opEndThreeWay}:        LegEstablished,
	{LegThreeWay, opThreeWayToTransfer}: LegCleared,
	{LegThreeWay, partyLeaves}:          LegEstablished,
	{LegThreeWay, legEnds}:              LegCleared,

	{LegJoined, opHangup}:     LegCleared,
	{LegJoined, legTakesOver}: LegEstablished,
	{LegJoined, legEnds}:      LegCleared,
}

func (s LegState) may(input legInput) bool {
	_, ok := legTransitions[legTransition{s, input}]
	return ok
}

// owns reports whether the agent is the one who serves the customer.
func (s LegState) owns() bool {
	switch s {
	case LegEstablished, LegHeld, LegConsultRings, LegConsulting, LegConsultFailed, LegAdding, LegThreeWay:
		return true
	}
	return false
}

// leg is one agent's part in a call. An agent has one leg at most.
type leg struct {
	call      *call
	agent     *agent
	state     LegState
	channel   string             // ChannelUUID; the legs of a call share its CallID (inferred)
	direction spec.CallDirection // Outbound if this agent dialled
	kind      spec.CallType
	far       string // the far end's number
	shown     shown  // what the agent was last told
	watched   *leg   // a supervisor's: the leg they listen to
	ringing   *timer
	onHangup  *ivrTarget // where the customer goes when the agent hangs up
	record    callRecord
}

// moveLeg performs a transition, which the caller has checked.
func (e *engine) moveLeg(l *leg, input legInput) {
	next, ok := legTransitions[legTransition{l.state, input}]
	if !ok {
		panic(fmt.Sprintf("sandbox: leg of %s in state %s has no transition %s", l.agent.id, l.state, input))
	}
	l.state = next
	e.tellVoice(l)
}
