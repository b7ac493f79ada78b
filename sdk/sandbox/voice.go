package sandbox

import (
	"net/http"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// Voice carries the sound of agents in webrtc mode; package voice has one. The
// engine reports to it how their legs change; it reports to the engine what
// they do on the phone, through PhoneConnects, PhoneRegisters, PhoneDials,
// PhoneAnswers and PhoneHangsUp, and asks it by RefusesPhone.
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

	// Suffer applies to the agent's web phone a fault that strikes at once, as
	// its FaultKind says; Forgive ends those that last, of one agent or, for "", of
	// all. Both are called under the engine's lock, like LegChanged. The error is a
	// *Refusal if there is nothing to strike.
	Suffer(agentID string, fault Fault) error
	Forgive(agentID string)

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
	CallType    spec.CallType // which parties hear each other, in supervisors' legs
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

// PhoneConnects reports that a phone opens a socket to the Voice. The error is
// a *Refusal if there are as many sockets as Config.Limits allows; left must be
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

// RefusesPhone reports whether a fault refuses a SIP request of the agent's web
// phone, and with which status. It counts the fault's strike.
func (p *Platform) RefusesPhone(agentID, method string) (status int, refuses bool) {
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	faults := p.faults.of(agentID)
	if faults == nil {
		return 0, false
	}
	fault := faults.take(FaultSIPRefuse, method)
	if fault == nil {
		return 0, false
	}
	return fault.Status, true
}

// PhoneDials reports that an agent dials on their phone (WorkFlow out_direct).
// bizID is the caller's own name for the call, or empty. It returns the CallID,
// or a *Refusal like the request Dialout.
func (p *Platform) PhoneDials(agentID, number, bizID string) (callID string, err error) {
	err = p.onPhone(agentID, func(e *engine, a *agent) error {
		callID, err = e.dial(a, number, spec.FlowOutDirect, bizID)
		return err
	})
	return callID, err
}

// PhoneAnswers reports that an agent answers on their phone, whatever its mode.
// The error is a *Refusal like that of the request Answer.
func (p *Platform) PhoneAnswers(agentID string) error {
	return p.onPhone(agentID, func(e *engine, a *agent) error {
		return e.performOnLeg(a, request{method: string(opAnswer)})
	})
}

// PhoneHangsUp reports that an agent hangs up on their phone. Unlike the
// request Hangup it works in every state of the call: a receiver can always be
// put down. The error is a *Refusal if there is no call.
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
	if err := p.live(); err != nil {
		return err
	}
	a, err := p.engine.agent(agentID)
	if err != nil {
		return err
	}
	return p.engine.do(func() error { return act(p.engine, a) })
}
