//go:build !nophone

package sdk

import (
	"slices"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Anyone who reaches the SIP server can send an INVITE that asks to be answered
// at once. To protect the microphone, such a call is answered automatically
// only if it is confirmed: the gateway has put the agent into a call, or has
// agreed to let them join one. Until then it rings; if the gateway says that
// there is no call, it is rejected.
//
//	INVITE ──> unconfirmed ── the gateway shows a call ──> confirmed ──> answered, where it asks for that
//	               │
//	               └── HangupGrace ──> GetState shows no call ──> 486

// rings handles an incoming SIP call. A second one is rejected, unless the
// first is unconfirmed.
func (p *webPhone) rings(name string, atOnce bool) {
	l := &leg{name: name, direction: spec.Inbound, state: legRinging, atOnce: atOnce}
	if old := p.leg; old != nil && (old.confirmed || old.state != legRinging) {
		p.order(spec.OrderHangup, l.detail().Object())
		return
	}
	p.dropUnconfirmed()
	p.leg = l
	if id := p.host.snapshot().CallID; id != "" {
		l.calls = []string{id}
	}
	call := p.toAnswer
	if call != nil {
		p.toAnswer = nil
		call.timer.stop()
	}
	if p.host.snapshot().inCall() || p.joining != nil {
		p.confirmLeg(l)
	} else {
		p.tellLeg()
	}
	if call != nil {
		p.answerLeg(call)
	}
}

// joins notes that the gateway lets the agent join another's call: the
// platform's SIP call for that is confirmed.
func (p *webPhone) joins() {
	p.joining.stop()
	p.joining = p.host.later(JoinLimit, func() { p.joining = nil })
	if l := p.leg; l != nil {
		p.confirmLeg(l)
	}
}

// confirmLeg notes that the platform has put the agent into the SIP call.
func (p *webPhone) confirmLeg(l *leg) {
	if l.confirmed || p.inPastCall() {
		return
	}
	l.confirmed = true
	l.proof.stop()
	p.joining.stop()
	p.joining = nil
	p.tellLeg()
	if l.atOnce && l.state == legRinging && p.host.answersBySelf() {
		p.orderAnswer(l)
	}
}

// inPastCall reports whether the gateway still shows the call of a past SIP
// call: it confirms no new one.
func (p *webPhone) inPastCall() bool {
	id := p.host.snapshot().CallID
	return id != "" && slices.Contains(p.past, id)
}

// proveLeg gives the gateway HangupGrace to report a SIP call, and asks it
// then; without an answer the call keeps ringing.
func (p *webPhone) proveLeg(l *leg) {
	open := func() bool {
		return p.leg == l && !l.confirmed && l.state == legRinging && !p.host.snapshot().inCall()
	}
	if l.proof != nil || !open() {
		return
	}
	l.proof = p.host.later(HangupGrace, func() {
		l.proof = nil
		if !open() || !p.host.online() {
			return
		}
		p.asked = true
		p.host.whenStateCame(func(came bool) {
			p.asked = false
			if came && open() {
				p.host.log(LevelWarn, "a SIP call that the gateway knows nothing of was turned down")
				p.hangUpLeg(l)
			}
		})
	})
}

// dropUnconfirmed rejects a SIP call that nobody has confirmed, so that it
// blocks no other.
func (p *webPhone) dropUnconfirmed() {
	if l := p.leg; l != nil && !l.confirmed {
		l.proof.stop()
		p.hangUpLeg(l)
		p.leg = nil
		p.tellLeg()
	}
}

// tellLeg raises PhoneLeg if something has changed.
func (p *webPhone) tellLeg() {
	last := p.legTold
	name := last.Get("Leg").TextOrDigits()
	if l := p.leg; l == nil || l.name != name {
		if last != "" {
			p.legTold = ""
			p.raiseLeg(name, spec.CallDirection(last.Get("Direction").TextOrDigits()), spec.PhoneLegEnded,
				last.Get("Confirmed").Kind() == wire.True, false)
		}
		if l == nil {
			return
		}
	}
	l := p.leg
	p.legTold = p.raiseLeg(l.name, l.direction, l.state.word(), l.confirmed, l.microphone)
}

// raiseLeg raises PhoneLeg unless it would repeat the last one.
func (p *webPhone) raiseLeg(name string, direction spec.CallDirection, state spec.PhoneLegState, confirmed, microphone bool) wire.Raw {
	var b wire.Builder
	data := b.Text("Leg", name).Text("Direction", string(direction)).Text("State", string(state)).
		Bool("Confirmed", confirmed).Bool("Microphone", microphone).Object()
	if data != p.legTold {
		p.host.snapshot().MicrophoneOn = microphone
		p.host.raise("PhoneLeg", data)
	}
	return data
}
