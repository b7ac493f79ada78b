//go:build !nophone

package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// answerLeg answers the SIP call that rings. It may come a little after the
// gateway's Delivered.
func (p *webPhone) answerLeg(call *call) {
	l := p.leg
	switch {
	case l != nil && l.state == legRinging:
		l.asker = call
		p.orderAnswer(l)
		p.awaitLeg(l)
	case l != nil && l.state == legAnswering && l.asker == nil:
		// It is being answered automatically.
		l.asker = call
		p.awaitLeg(l)
	case l == nil && p.toAnswer == nil && p.host.snapshot().AgentState == spec.AgentRinging:
		p.toAnswer = call
		call.timer = p.host.later(ReplyTimeout, func() {
			if p.toAnswer == call {
				p.notAnswered(spec.NoPhoneCall)
			}
		})
	default:
		p.host.settle(call, "", p.host.failure(call.row.Name, call.row.Code, spec.NoPhoneCall, ""))
	}
}

// notAnswered fails an Answer whose SIP call did not arrive.
func (p *webPhone) notAnswered(why spec.Reason) {
	if call := p.toAnswer; call != nil {
		p.toAnswer = nil
		call.timer.stop()
		code := call.row.Code
		if why == spec.Destroyed {
			code = spec.NoSocket
		}
		p.host.settle(call, "", p.host.failure(call.row.Name, code, why, ""))
	}
}

// orderAnswer has the SIP call answered, which takes the microphone.
func (p *webPhone) orderAnswer(l *leg) {
	l.move(legAnswer)
	l.microphone = true
	p.order(spec.OrderAnswer, l.detail().Object())
	p.tellLeg()
}

// ringsOn undoes an answer that failed: a busy microphone is no reason to hang
// up on the customer.
func (p *webPhone) ringsOn(l *leg, news wire.Raw) {
	if !l.move(legUnanswered) {
		return
	}
	bySelf := l.asker == nil
	l.microphone, l.atOnce, l.asked = false, false, false
	why := spec.ReasonForFault(spec.PhoneFault(news.Get("Fault").TextOrDigits()))
	detail := news.Get("Detail").TextOrDigits()
	p.legFails(l, why, 0, detail)
	p.tellLeg()
	if bySelf {
		p.trouble(spec.TroubleNotAnswered, "", why, detail)
	}
}
