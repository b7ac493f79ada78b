//go:build !nophone

package sdk

import "github.com/ccpaas/ccpaas-go/sdk/spec"

// webPhoneState is the state of the web phone. Signalling and media are never
// recovered at the same time: the one is restoring, the other restarting.
//
//	     choose          opened            chosen               registered
//	off ────────> opening ─────> choosing ───────> registering ────────────> ready
//	 ^                                                                       │ ^ │ ^
//	 │ leave (from all)                              lost, or another network│ │ │ │
//	 └──                                                                     v │ │ │
//	                                                  restoring ── registered ─┘ │ │
//	                                                      ^                      │ │
//	                                                 lost │     way of the sound │ │ found
//	                                                      └── restarting <───────┘─┘
type webPhoneState uint8

const (
	phoneOff         webPhoneState = iota // the phone mode is another one
	phoneOpening                          // account and microphone are fetched
	phoneChoosing                         // the gateway is told
	phoneRegistering                      // REGISTER, for the first time
	phoneReady                            // calls can be made and received
	phoneRestoring                        // the registration was lost
	phoneRestarting                       // the sound moves to another network
)

// phoneInput is what moves the web phone.
type phoneInput uint8

const (
	phoneChoose  phoneInput = iota // SetPhoneMode, or the gateway, says webrtc
	phoneOpened                    // account and microphone are there
	phoneChosen                    // the gateway agrees, or knows already
	phoneIsKnown                   // the SIP server has registered the phone
	phoneLost                      // the SIP server is out of reach, or the network has changed
	phoneMoves                     // the media path broke
	phoneFound                     // there is a path again, or none
	phoneLeave                     // another mode, a failure on the way, the end
)

// phoneTransitions lists all that may happen, except phoneLeave, which leads to
// off from every state.
var phoneTransitions = [...]struct {
	from webPhoneState
	on   phoneInput
	to   webPhoneState
}{
	{phoneOff, phoneChoose, phoneOpening},
	{phoneOpening, phoneOpened, phoneChoosing},
	{phoneChoosing, phoneChosen, phoneRegistering},
	{phoneRegistering, phoneIsKnown, phoneReady},
	{phoneReady, phoneLost, phoneRestoring},
	{phoneRestoring, phoneIsKnown, phoneReady},
	{phoneReady, phoneMoves, phoneRestarting},
	{phoneRestarting, phoneFound, phoneReady},
	{phoneRestarting, phoneLost, phoneRestoring},
}

var phoneStateNames = [...]string{"off", "opening", "choosing", "registering", "ready", "restoring", "restarting"}

func (s webPhoneState) String() string { return phoneStateNames[s] }

// next returns the state to which an input leads, false if it has no meaning.
func (s webPhoneState) next(on phoneInput) (webPhoneState, bool) {
	if on == phoneLeave {
		return phoneOff, s != phoneOff
	}
	for _, t := range phoneTransitions {
		if t.from == s && t.on == on {
			return t.to, true
		}
	}
	return s, false
}

// legState is the state of the web phone's SIP call. However the call ends, the
// phone reports the end, and then there is no leg any more.
//
//	invite ──> dialling ── progress ──> alerting ── accepted ──┐
//	    │          └──────── accepted ─────────────────────────┤
//	    │                                                      v
//	incoming ──> ringing ── answer ──> answering ─ accepted ─> talking
//	                │ ^─── unanswered ─────┤                   │
//	                │                      │                   │
//	                └────── hang up ───────┴───────────────────┴──> ending
type legState uint8

const (
	legDialling  legState = iota // INVITE sent
	legAlerting                  // and answered provisionally
	legRinging                   // INVITE received
	legAnswering                 // and answered by the agent
	legTalking                   // the SIP call is up
	legEnding                    // the phone was told to hang up
)

// legInput is what moves a SIP call.
type legInput uint8

const (
	legProgress legInput = iota
	legAnswer
	legUnanswered
	legAccepted
	legHangup
)

var legTransitions = [...]struct {
	from legState
	on   legInput
	to   legState
}{
	{legDialling, legProgress, legAlerting},
	{legDialling, legAccepted, legTalking},
	{legAlerting, legAccepted, legTalking},
	{legRinging, legAnswer, legAnswering},
	{legAnswering, legUnanswered, legRinging},
	{legAnswering, legAccepted, legTalking},
	{legDialling, legHangup, legEnding},
	{legAlerting, legHangup, legEnding},
	{legRinging, legHangup, legEnding},
	{legAnswering, legHangup, legEnding},
	{legTalking, legHangup, legEnding},
}

func (s legState) next(on legInput) (legState, bool) {
	for _, t := range legTransitions {
		if t.from == s && t.on == on {
			return t.to, true
		}
	}
	return s, false
}

// word returns the state as PhoneLeg reports it.
func (s legState) word() spec.PhoneLegState {
	return [...]spec.PhoneLegState{legDialling: spec.PhoneLegDialling, legAlerting: spec.PhoneLegAlerting, legRinging: spec.PhoneLegRinging,
		legAnswering: spec.PhoneLegAnswering, legTalking: spec.PhoneLegTalking, legEnding: spec.PhoneLegEnding}[s]
}
