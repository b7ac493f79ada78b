package sdk

import (
	"slices"
	"strconv"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// leg is the web phone's SIP call. There is one at most: a second one that
// rings is turned down.
type leg struct {
	name  string
	state legState
	asker *call       // the MakeCall or Answer that waits for it, nil once that is settled
	timer *time.Timer // of asker, then of the hang-up
	known bool        // the gateway has shown the agent in a call meanwhile
	calls []string    // the CallIDs that the gateway told meanwhile
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
func (c *Client) invite(call *call) {
	l := &leg{name: "out" + strconv.FormatInt(c.phone.orders+1, 10), asker: call}
	c.phone.leg = l
	c.order(spec.OrderInvite, l.detail().Text("Number", call.args.text("Number")).
		Raw("Headers", wire.InviteHeaders(call.args.open.Get("BizId").TextOrDigits())).Object())
	c.awaitLeg(l)
}

// answerLeg answers the SIP call that rings. It may come a little after the
// gateway's Delivered.
func (c *Client) answerLeg(call *call) {
	p := &c.phone
	l := p.leg
	switch {
	case l != nil && l.state == legRinging:
		l.asker = call
		l.move(legAnswer)
		c.order(spec.OrderAnswer, l.detail().Object())
		c.awaitLeg(l)
	case l == nil && p.toAnswer == nil && c.view.AgentState == spec.AgentRinging:
		p.toAnswer = call
		call.timer = time.AfterFunc(ReplyTimeout, func() {
			c.lock()
			defer c.unlock()
			if p.toAnswer == call {
				c.notAnswered(spec.NoPhoneCall)
			}
		})
	default:
		c.settle(call, "", c.failure(call.row.Name, call.row.Code, spec.NoPhoneCall, ""))
	}
}

// notAnswered turns down an Answer whose SIP call did not come.
func (c *Client) notAnswered(why spec.Reason) {
	if call := c.phone.toAnswer; call != nil {
		c.phone.toAnswer = nil
		call.timer.Stop()
		code := call.row.Code
		if why == spec.Destroyed {
			code = spec.NoSocket
		}
		c.settle(call, "", c.failure(call.row.Name, code, why, ""))
	}
}

// awaitLeg gives the phone ReplyTimeout to do what asker waits for.
func (c *Client) awaitLeg(l *leg) {
	l.timer = time.AfterFunc(ReplyTimeout, func() {
		c.lock()
		defer c.unlock()
		if l.asker != nil {
			c.legFails(l, spec.TimedOut, 0)
			c.hangUpLeg(l)
		}
	})
}

// legServes settles who waited for the leg.
func (c *Client) legServes(l *leg) {
	if call := l.asker; call != nil {
		l.asker = nil
		l.timer.Stop()
		c.settle(call, "null", nil)
	}
}

func (c *Client) legFails(l *leg, why spec.Reason, status int64) {
	call := l.asker
	if call == nil {
		return
	}
	l.asker = nil
	l.timer.Stop()
	code, detail := call.row.Code, ""
	if why == spec.Destroyed {
		code = spec.NoSocket
	}
	if status != 0 {
		detail = strconv.FormatInt(status, 10)
	}
	err := c.failure(call.row.Name, code, why, detail)
	if status != 0 {
		var b wire.Builder
		err.Data = b.Int("SipStatus", status).Object()
	}
	c.settle(call, "", err)
	if c.state == online {
		c.session.getState(ReplyTimeout, nil)
	}
}

// rings takes a SIP call from the platform. One that asks for it is answered at
// once: the platform has let the agent into a call already, as it does with a
// supervisor's (inferred).
func (c *Client) rings(name string, atOnce bool) {
	p := &c.phone
	l := &leg{name: name, state: legRinging}
	if p.leg != nil {
		c.order(spec.OrderHangup, l.detail().Object())
		return
	}
	p.leg = l
	if c.view.CallID != "" {
		l.calls = []string{c.view.CallID}
	}
	if call := p.toAnswer; call != nil {
		p.toAnswer = nil
		call.timer.Stop()
		c.answerLeg(call)
	} else if atOnce {
		l.move(legAnswer)
		c.order(spec.OrderAnswer, l.detail().Object())
	}
}

func (c *Client) legNews(l *leg, news spec.PhoneNews, status int64, detail wire.Raw) {
	switch news {
	case spec.NewsProgress:
		if l.move(legProgress) {
			c.legServes(l)
		}
	case spec.NewsAccepted:
		if l.move(legAccepted) {
			c.legServes(l)
			c.recoverMedia()
		}
	case spec.NewsEnded:
		c.legEnds(l, status, spec.PhoneFault(detail.Get("Fault").TextOrDigits()))
	case spec.NewsMediaLost:
		c.phone.mediaDue = true
		if c.phone.state == phoneReady {
			// The SIP server may be out of reach as well, and its socket not know.
			c.networkChanged()
		}
	case spec.NewsQuality:
		c.soundIs(detail)
	}
}

// hangUpLeg has the phone end the SIP call.
func (c *Client) hangUpLeg(l *leg) {
	if l.move(legHangup) {
		c.order(spec.OrderHangup, l.detail().Object())
	}
}

// legEnds takes the end of the SIP call.
func (c *Client) legEnds(l *leg, status int64, fault spec.PhoneFault) {
	why := spec.ReasonForStatus(status)
	switch {
	case c.state == destroyed:
		why = spec.Destroyed
	case fault != "":
		why, status = spec.ReasonForFault(fault), 0
	case l.state == legEnding || l.state == legAnswering || c.phone.state == phoneOff:
		why, status = spec.HungUp, 0
	}
	c.legFails(l, why, status)
	if l.timer != nil {
		l.timer.Stop()
	}
	c.phone.leg, c.phone.mediaDue = nil, false
	c.phone.sound = soundCheck{}
	if c.phone.refused {
		c.leaveWebRTC()
	}
	if c.view.inCall() {
		c.doubtCall()
	}
}

// sends notes the request of a Hangup: the SIP call ends with it, by HangupGrace
// at the latest.
func (c *Client) sends(call *call) {
	l := c.phone.leg
	if call.row.Go != "Hangup" || l == nil {
		return
	}
	if l.timer != nil {
		l.timer.Stop()
	}
	l.timer = time.AfterFunc(HangupGrace, func() {
		c.lock()
		defer c.unlock()
		if c.phone.leg == l {
			c.hangUpLeg(l)
		}
	})
}

// declined takes back what the request of a Hangup began.
func (c *Client) declined(call *call) {
	l := c.phone.leg
	if call.row.Go != "Hangup" || l == nil || l.timer == nil {
		return
	}
	l.timer.Stop()
	if l.asker != nil {
		c.awaitLeg(l)
	}
}

// callToldOf takes a call's event from the gateway.
func (c *Client) callToldOf(event string) {
	l := c.phone.leg
	if l == nil {
		return
	}
	if id := c.view.CallID; id != "" && !l.isOf(id) {
		l.calls = append(l.calls, id)
	}
	if event == "Originated" && l.state == legDialling {
		c.legServes(l)
	}
}

// comparePhone looks whether gateway and phone contradict each other: the agent was
// in a call, and is no more, while the SIP call goes on.
func (c *Client) comparePhone() {
	l := c.phone.leg
	if l == nil {
		return
	}
	if c.view.inCall() {
		l.known = true
	} else if l.known && l.state != legEnding {
		c.doubtCall()
	}
}

// doubtCall asks the gateway in HangupGrace, unless the contradiction has gone.
// Where it says that there is no call, the SIP call is ended; what changed is
// told as after an outage.
func (c *Client) doubtCall() {
	p := &c.phone
	if p.doubt != nil || p.asked {
		return
	}
	contradiction := func() bool {
		if p.leg == nil {
			return c.view.inCall()
		}
		// One that the gateway has not shown yet may be another than raised the doubt.
		return p.leg.known && !c.view.inCall()
	}
	p.doubt = time.AfterFunc(HangupGrace, func() {
		c.lock()
		defer c.unlock()
		if p.doubt == nil {
			return
		}
		p.doubt = nil
		if !contradiction() || c.state != online {
			return
		}
		p.asked = true
		c.session.getState(ReplyTimeout, func(*wire.Incoming, spec.Reason) {
			p.asked = false
			if l := p.leg; l != nil && contradiction() {
				c.hangUpLeg(l)
			}
		})
	})
}
