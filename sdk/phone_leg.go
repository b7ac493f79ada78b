//go:build !nophone

package sdk

import (
	"slices"
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// leg is the web phone's SIP call. There is at most one: a second incoming one
// is rejected.
type leg struct {
	name      string
	direction spec.CallDirection
	state     legState
	asker     *call  // the MakeCall or Answer that waits for it, nil once that is settled
	timer     *timer // of asker, then of the hang-up
	known     bool   // the gateway has shown the agent in a call meanwhile
	// confirmed: the agent made it, or the gateway has put them into it.
	confirmed  bool
	microphone bool   // it has the microphone, or has asked for it
	atOnce     bool   // it asks to be answered at once
	proof      *timer // runs until the gateway is asked about an unconfirmed one
	asked      bool   // the person is asked for the microphone
	way        wayOfSound
	calls      []string // the CallIDs that the gateway has reported meanwhile
}

// detail begins the object of an order about the leg.
func (l *leg) detail() *wire.Builder {
	b := new(wire.Builder)
	return b.Text("Leg", l.name)
}

// lateness returns why a promise is rejected that waited too long for the leg.
func (l *leg) lateness() spec.Reason {
	if l.asked {
		return spec.MicrophoneAsked
	}
	return spec.TimedOut
}

func (l *leg) move(on legInput) bool {
	to, ok := l.state.next(on)
	if ok {
		l.state = to
	}
	return ok
}

// isOf reports whether a CallID is one of the leg's.
func (l *leg) isOf(callID string) bool { return slices.Contains(l.calls, callID) }

// invite makes the SIP call of a MakeCall. It resolves when the far end answers
// provisionally, or when the gateway reports that the call rings there.
func (p *webPhone) invite(call *call) {
	l := &leg{name: "out" + strconv.FormatInt(p.orders+1, 10), direction: spec.Outbound, asker: call, confirmed: true, microphone: true}
	p.leg = l
	p.tellLeg()
	p.order(spec.OrderInvite, l.detail().Text("Number", call.args.text("Number")).
		Raw("Headers", wire.InviteHeaders(call.args.open.Get("BizId").TextOrDigits())).Object())
	p.awaitLeg(l)
}

// awaitLeg gives the phone ReplyTimeout to do what asker waits for, and
// OpenTimeout if a person has to allow the microphone.
func (p *webPhone) awaitLeg(l *leg) {
	limit := ReplyTimeout
	if l.asked {
		limit = OpenTimeout
	}
	l.timer = p.host.later(limit, func() {
		if l.asker != nil {
			p.legFails(l, l.lateness(), 0, "")
			// An incoming call is the customer's: it keeps ringing.
			if l.state != legAnswering {
				p.hangUpLeg(l)
			}
		}
	})
}

// asksPerson gives a person OpenTimeout to allow the microphone.
func (p *webPhone) asksPerson(l *leg) {
	l.asked = true
	if l.asker != nil {
		l.timer.stop()
		p.awaitLeg(l)
	}
}

// legServes settles the call that waited for the leg.
func (p *webPhone) legServes(l *leg) {
	if call := l.asker; call != nil {
		l.asker = nil
		l.timer.stop()
		p.host.settle(call, "null", nil)
	}
}

func (p *webPhone) legFails(l *leg, why spec.Reason, status int64, detail string) {
	call := l.asker
	if call == nil {
		return
	}
	l.asker = nil
	l.timer.stop()
	code := call.row.Code
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
	case spec.NewsAsking:
		p.asksPerson(l)
	case spec.NewsUnanswered:
		p.ringsOn(l, detail)
	case spec.NewsEnded:
		p.legEnds(l, status, detail)
	case spec.NewsMediaSought:
		p.mediaSought(l)
	case spec.NewsMediaFound:
		p.mediaFound(l)
	case spec.NewsMediaLost:
		p.mediaLost(l)
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

// legEnds handles the end of the SIP call.
func (p *webPhone) legEnds(l *leg, status int64, news wire.Raw) {
	why, fault := spec.ReasonForStatus(status), spec.PhoneFault(news.Get("Fault").TextOrDigits())
	switch {
	case p.host.destroyed():
		why = spec.Destroyed
	case fault != "":
		why, status = spec.ReasonForFault(fault), 0
	case l.state == legEnding || l.state == legAnswering || p.state == phoneOff:
		why, status = spec.HungUp, 0
	}
	p.legFails(l, why, status, news.Get("Detail").TextOrDigits())
	l.timer.stop()
	l.proof.stop()
	l.way.stop()
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

// hangupSent notes the request of a Hangup: the SIP call ends with it, within
// HangupGrace.
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

// hangupDeclined undoes what the request of a Hangup began.
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

// callEvent handles a call's event from the gateway.
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

// compare checks whether gateway and phone contradict each other: the agent was
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

// doubtCall asks the gateway after HangupGrace, unless the contradiction is
// gone. If the answer is that there is no call, the SIP call is ended; changes
// are reported as after an outage.
func (p *webPhone) doubtCall() {
	if p.doubt != nil || p.asked {
		return
	}
	contradiction := func() bool {
		if p.leg == nil {
			return p.host.snapshot().inCall()
		}
		// A leg that the gateway has not shown yet may not be the one in doubt.
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
			// Without an answer from the gateway the call continues.
			if l := p.leg; came && l != nil && contradiction() {
				p.hangUpLeg(l)
			}
		})
	})
}
