package sandbox

import (
	"net/http"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// Voice carries the sound of agents in webrtc mode; package voice has one. The
// engine tells it what becomes of their legs; it tells the engine what they do
// on the phone, through PhoneConnects, PhoneRegisters, PhoneDials, PhoneAnswers and
// PhoneHangsUp.
//
// Without a Voice the engine treats a web phone like any other.
type Voice interface {
	// Open comes first, with the platform whose sound it is. Close comes last
	// and leaves nothing running.
	Open(*Platform)
	Close()

	// ServeHTTP takes the phones' WebSockets at /sip, those of admitted pages
	// only, as with the gateway: the password is what authenticates.
	http.Handler

	// DropPhone resets the agent's SIP socket, and refuses everybody's new ones
	// for so long. It is called under the engine's lock, like LegChanged.
	DropPhone(agentID string, refusing time.Duration)

	// Heard is what the telephones outside hear of the call, the customer's
	// first. It is nil if no web phone is in the call.
	Heard(callID string) []Heard

	// LegChanged is called under the engine's lock, in the order of changes. It
	// must not block and must not call the Platform: hand the change to a
	// goroutine of your own.
	LegChanged(LegChange)
}

// LegChange is a leg of an agent in webrtc mode and its new state.
type LegChange struct {
	AgentID     string
	CallID      string
	ChannelUUID string        // names the leg
	Number      string        // the far end's number
	CallType    spec.CallType // who hears who, in supervisors' legs
	State       LegState
	Busy        bool // the leg has ended because the number dialled was busy
}

// Heard is what a telephone outside hears at the moment.
type Heard struct {
	Number    string
	Level     float64 // the loudness, as the root mean square: 0 is silence, 1 all there is
	Frequency int     // the strongest tone, in hertz; 0 in silence
	Digits    string  // all that were dialled to it in the call, as DTMF
}

// tellVoice reports a leg whose state has changed.
func (e *engine) tellVoice(l *leg) {
	if e.config.Voice == nil || l.agent.mode != spec.ModeWebRTC {
		return
	}
	e.config.Voice.LegChanged(LegChange{
		AgentID: l.agent.id, CallID: l.call.id, ChannelUUID: l.channel,
		Number: l.far, CallType: l.kind, State: l.state,
		Busy: l.state == LegCleared && l.call.customer != nil && l.call.customer.habit.busy,
	})
}

// PhoneConnects is a phone that opens a socket to the Voice. The error is a
// *Refusal if there are as many sockets as Config.Limits allows; left must be
// called when the socket has ended.
func (p *Platform) PhoneConnects() (left func(), err error) { return p.enterSocket() }

// PhoneRegisters tells the engine whether the agent's web phone can be reached
// now. Until it can, the phone of an agent in webrtc mode is offline. It only
// matters with a Config.Voice. The error is a *Refusal.
func (p *Platform) PhoneRegisters(agentID string, registered bool) error {
	return p.onPhone(agentID, func(e *engine, a *agent) error {
		a.registered = registered
		if a.mode == spec.ModeWebRTC {
			e.registerPhone(a)
		}
		return nil
	})
}

// PhoneDials is an agent who dials on their phone (WorkFlow out_direct). bizID is
// the caller's own name for the call, or empty. It returns the CallID, or a
// *Refusal like the request Dialout.
func (p *Platform) PhoneDials(agentID, number, bizID string) (callID string, err error) {
	err = p.onPhone(agentID, func(e *engine, a *agent) error {
		callID, err = e.dial(a, number, spec.FlowOutDirect, bizID)
		return err
	})
	return callID, err
}

// PhoneAnswers is an agent who answers on their phone, whatever its mode. The
// error is a *Refusal like that of the request Answer.
func (p *Platform) PhoneAnswers(agentID string) error {
	return p.onPhone(agentID, func(e *engine, a *agent) error {
		return e.performOnLeg(a, request{method: string(opAnswer)})
	})
}

// PhoneHangsUp is an agent who hangs up on their phone. Unlike the request Hangup
// it works in every state of the call: a receiver can always be put down. The
// error is a *Refusal if there is no call.
func (p *Platform) PhoneHangsUp(agentID string) error {
	return p.onPhone(agentID, func(e *engine, a *agent) error {
		if a.leg == nil {
			return refuse(spec.ServerNoRecord, "agent %s has no call", a.id)
		}
		e.hangUp(a.leg, legEnds)
		return nil
	})
}

func (p *Platform) onPhone(agentID string, act func(*engine, *agent) error) error {
	a, err := p.engine.agent(agentID)
	if err != nil {
		return err
	}
	return p.engine.do(func() error { return act(p.engine, a) })
}
