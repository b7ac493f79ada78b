//go:build !nophone

package sdk

import (
	"slices"
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// leg is the web phone's SIP call. There is one at most: a second one that
// rings is turned down.
type leg struct {
	name      string
	direction spec.CallDirection
	state     legState
	asker     *call  // the MakeCall or Answer that waits for it, nil once that is settled
	timer     *timer // of asker, then of the hang-up
	known     bool   // the gateway has shown the agent in a call meanwhile
	// confirmed: the agent made it, or the gateway has put them into it.
	confirmed  bool
	microphone bool     // it has the microphone, or has asked for it
	atOnce     bool     // it asks to be answered at once
	proof      *timer   // runs until an unconfirmed one is asked about
	calls      []string // the CallIDs that the gateway told meanwhile
}

// detail begins the object of an order about the leg.
func (l *leg) detail() *wire.Builder {
	b := new(wire.Builder)
	return b.Text("Leg", l.name)
}

func (l *leg) move(on legInput) bool {
	to, ok := l.state.next(on)
	if ok {
		l.state = to
	}
	return ok
}

// isOf tells whether a CallID is one of the leg's.
func (l *leg) isOf(callID string) bool { return slices.Contains(l.calls, callID) }

// invite makes the SIP call of a MakeCall. It resolves when the far end answers
// provisionally, or when the gateway tells that the call rings there.
func (p *webPhone) invite(call *call) {
	l := &leg{name: "out" + strconv.FormatInt(p.orders+1, 10), direction: spec.Outbound, asker: call, confirmed: true, microphone: true}
	p.leg = l
	p.tellLeg()
	p.order(spec.OrderInvite, l.detail().Text("Number", call.args.text("Number")).
		Raw("Headers", wire.InviteHeaders(call.args.open.Get("BizId").TextOrDigits())).Object())
	p.awaitLeg(l)
}

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
		// It is being answered by itself.
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

// notAnswered turns down an Answer whose SIP call did not come.
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

// awaitLeg gives the phone ReplyTimeout to do what asker waits for.
func (p *webPhone) awaitLeg(l *leg) {
	l.timer = p.host.later(ReplyTimeout, func() {
		if l.asker != nil {
			p.legFails(l, spec.TimedOut, 0)
			p.hangUpLeg(l)
		}
	})
}

// legServes settles who waited for the leg.
func (p *webPhone) legServes(l *leg) {
	if call := l.asker; call != nil {
		l.asker = nil
		l.timer.stop()
		p.host.settle(call, "null", nil)
	}
}

func (p *webPhone) legFails(l *leg, why spec.Reason, status int64) {
	call := l.asker
	if call == nil {
		return
	}
	l.asker = nil
	l.timer.stop()
	code, detail := call.row.Code, ""
	if why == spec.Destroyed {
		code = spec.NoSocket
	}
	if status != 0 {
		detail = strconv.FormatInt(status, 10)
	}
	err := p.host.failure(call.row.Name, code, why, detail)
	if status != 0 {
		var b wire.Builder
		err.Data = b.Int("SipStatus", status).Object()
	}
	p.host.settle(call, "", err)
	p.host.askState()
}

func (p *webPhone) legNews(l *leg, news spec.PhoneNews, status int64, detail wire.Raw) {
	switch news {
	case spec.NewsProgress:
		if l.move(legProgress) {
			p.tellLeg()
			p.legServes(l)
		}
	case spec.NewsAccepted:
		if l.move(legAccepted) {
			p.tellLeg()
			p.legServes(l)
			p.recoverMedia()
		}
	case spec.NewsEnded:
		p.legEnds(l, status, spec.PhoneFault(detail.Get("Fault").TextOrDigits()))
	case spec.NewsMediaLost:
		p.mediaDue = true
		if p.state == phoneReady {
			// The SIP server may be out of reach as well, and its socket not know.
			p.networkChanged()
		}
	case spec.NewsQuality:
		p.soundIs(detail)
	}
}

// hangUpLeg has the phone end the SIP call.
func (p *webPhone) hangUpLeg(l *leg) {
	if l.move(legHangup) {
		p.order(spec.OrderHangup, l.detail().Object())
		p.tellLeg()
	}
}

// legEnds takes the end of the SIP call.
func (p *webPhone) legEnds(l *leg, status int64, fault spec.PhoneFault) {
	why := spec.ReasonForStatus(status)
	switch {
	case p.host.destroyed():
		why = spec.Destroyed
	case fault != "":
		why, status = spec.ReasonForFault(fault), 0
	case l.state == legEnding || l.state == legAnswering || p.state == phoneOff:
		why, status = spec.HungUp, 0
	}
	p.legFails(l, why, status)
	l.timer.stop()
	l.proof.stop()
	p.leg, p.mediaDue, p.past = nil, false, l.calls
	p.tellLeg()
	p.sound = soundCheck{}
	if p.refused {
		p.leaveWebRTC()
	}
	if p.host.snapshot().inCall() {
		p.doubtCall()
	}
}

// hangupSent notes the request of a Hangup: the SIP call ends with it, by
// HangupGrace at the latest.
func (p *webPhone) hangupSent() {
	l := p.leg
	if l == nil {
		return
	}
	l.timer.stop()
	l.timer = p.host.later(HangupGrace, func() {
		if p.leg == l {
			p.hangUpLeg(l)
		}
	})
}

// hangupDeclined takes back what the request of a Hangup began.
func (p *webPhone) hangupDeclined() {
	l := p.leg
	if l == nil || l.timer == nil {
		return
	}
	l.timer.stop()
	if l.asker != nil {
		p.awaitLeg(l)
	}
}

// callEvent takes a call's event from the gateway.
func (p *webPhone) callEvent(event string) {
	l := p.leg
	if l == nil {
		return
	}
	if id := p.host.snapshot().CallID; id != "" && !l.isOf(id) {
		l.calls = append(l.calls, id)
	}
	if event == "Originated" && l.state == legDialling {
		p.legServes(l)
	}
}

// compare looks whether gateway and phone contradict each other: the agent was
// in a call, and is no more, while the SIP call goes on.
func (p *webPhone) compare() {
	l := p.leg
	if l == nil {
		return
	}
	if p.host.snapshot().inCall() {
		l.known = true
		p.confirmLeg(l)
	} else if l.known && l.state != legEnding {
		p.doubtCall()
	} else {
		p.proveLeg(l)
	}
}

// doubtCall asks the gateway in HangupGrace, unless the contradiction has gone.
// Where it says that there is no call, the SIP call is ended; what changed is
// told as after an outage.
func (p *webPhone) doubtCall() {
	if p.doubt != nil || p.asked {
		return
	}
	contradiction := func() bool {
		if p.leg == nil {
			return p.host.snapshot().inCall()
		}
		// One that the gateway has not shown yet may be another than raised the doubt.
		return p.leg.known && !p.host.snapshot().inCall()
	}
	p.doubt = p.host.later(HangupGrace, func() {
		p.doubt = nil
		if !contradiction() || !p.host.online() {
			return
		}
		p.asked = true
		p.host.whenStateCame(func(came bool) {
			p.asked = false
			// Without the gateway's word the call goes on.
			if l := p.leg; came && l != nil && contradiction() {
				p.hangUpLeg(l)
			}
		})
	})
}
