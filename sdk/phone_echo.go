//go:build !nophone

package sdk

import (
	"strconv"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// echoLimit is how long the echo number may take to answer.
const echoLimit = 20 * time.Second

// echoCall is the last check of a CheckPhone: a call to a number that sends
// back what it receives.
type echoCall struct {
	number string
	leg    string // the SIP call that is to be answered, "" before and after
	timer  *timer
}

// sipAccountMembers are the members that an account must have.
const sipAccountMembers = "SipServer, Number"

// sipAccount returns the gateway's account as the detail of a register order.
func sipAccount(account wire.Value, b *wire.Builder) (detail wire.Raw, ok bool) {
	server, number := account.Get("SipServer").TextOrDigits(), account.Get("Number").TextOrDigits()
	if server == "" || number == "" {
		return "", false
	}
	return b.Text("Url", wire.SipURL(server)).Text("Uri", wire.SipURI(number, server)).
		Text("User", number).Text("Password", account.Get("Password").TextOrDigits()).Object(), true
}

// tryRegistration checks the registration if there is one, and otherwise
// registers for a moment.
func (p *webPhone) tryRegistration(k *phoneCheck) {
	ends := func(outcome spec.CheckOutcome, why spec.Reason, detail string) {
		p.finds(spec.CheckRegistration, outcome, why, detail)
		p.nextTrial(k)
	}
	switch {
	case p.state == phoneReady || p.state == phoneRestarting:
		ends(spec.CheckPasses, spec.NoReason, "")
		return
	case p.state != phoneOff:
		ends(spec.CheckFails, spec.NotRegistered, "")
		return
	case !p.host.online():
		ends(spec.CheckFails, spec.NotConnected, "")
		return
	}
	method, params := p.host.accountFrame()
	p.host.request(nil, method, params, func(reply *wire.Incoming, why spec.Reason) {
		if p.checking != k {
			return
		}
		switch {
		case why != spec.NoReason:
			ends(spec.CheckFails, why, "")
			return
		case !reply.OK():
			ends(spec.CheckFails, spec.ReasonFor(spec.ServerCode(reply.ErrCode)), wire.Printable(reply.ErrCode))
			return
		}
		b := new(wire.Builder).Text("What", string(spec.TryRegistration))
		account, ok := sipAccount(reply.Frame.Get("Data"), b)
		if !ok {
			ends(spec.CheckFails, spec.Malformed, sipAccountMembers)
			return
		}
		p.ask(spec.OrderCheck, account, ReplyTimeout, func(fault spec.PhoneFault, detail wire.Raw) {
			if p.checking != k {
				return
			}
			status, _ := detail.Get("Status").Int()
			switch {
			case fault != "":
				p.failsBy(spec.CheckRegistration, fault, detail)
				p.nextTrial(k)
			case status == 0:
				ends(spec.CheckFails, spec.SipSilent, "")
			case status != 200:
				ends(spec.CheckFails, spec.SipRefused, strconv.FormatInt(status, 10))
			default:
				ends(spec.CheckPasses, spec.NoReason, "")
			}
		})
	})
}

// callEcho makes the echo call, if the agent could make one.
func (p *webPhone) callEcho(k *phoneCheck) {
	switch {
	case !p.inMode():
		p.echoIs(k, spec.CheckWarns, spec.EchoUntried, p.host.why(spec.OnlyWebRTC, ""))
		return
	case p.leg != nil:
		p.echoIs(k, spec.CheckWarns, spec.EchoUntried, p.host.why(spec.PhoneNotIdle, string(spec.PhoneBusy)))
		return
	}
	p.host.inner("MakeCallAsync", wire.Raw("["+wire.Quote(k.echo.number)+"]"), func(_ wire.Raw, err *Error) {
		switch l := p.leg; {
		case p.checking != k:
		case err != nil && (err.Reason == spec.WrongAgentState || err.Reason == spec.PhoneNotIdle):
			p.echoIs(k, spec.CheckWarns, spec.EchoUntried, whyOf(err))
		case err != nil:
			p.echoIs(k, spec.CheckFails, spec.EchoUntried, whyOf(err))
		case l == nil:
			p.echoIs(k, spec.CheckFails, spec.HungUp, "")
		default:
			k.echo.leg = l.name
			k.echo.timer = p.host.later(echoLimit, func() { p.echoEnds(k, spec.CheckFails, spec.FarEndAway, "") })
			p.echoFollows()
		}
	})
}

// whyOf returns an error's message without what failed, and without the code.
func whyOf(err *Error) string {
	text := err.Message
	for _, separator := range spec.Separator {
		if _, why, found := strings.Cut(text, separator); found {
			text = why
			break
		}
	}
	if at := strings.LastIndex(text, " ["); at >= 0 {
		text = text[:at]
	}
	return text
}

// echoFollows checks whether the echo call was answered, or has ended.
func (p *webPhone) echoFollows() {
	k := p.checking
	if k == nil || k.echo.leg == "" {
		return
	}
	l := p.leg
	switch {
	case l == nil || l.name != k.echo.leg:
		k.echo.leg = ""
		p.echoEnds(k, spec.CheckFails, spec.HungUp, "")
	case l.state == legTalking:
		k.echo.leg = ""
		k.echo.timer.stop()
		p.ask(spec.OrderEcho, l.detail().Object(), ReplyTimeout, func(fault spec.PhoneFault, detail wire.Raw) {
			if p.checking != k {
				return
			}
			delay, _ := detail.Get("Delay").Int()
			ms := strconv.FormatInt(delay, 10)
			switch {
			case fault != "":
				p.echoEnds(k, spec.CheckFails, spec.ReasonForFault(fault), detail.Get("Detail").TextOrDigits())
			case detail.Get("Blocked").Kind() == wire.True:
				p.echoEnds(k, spec.CheckWarns, spec.SoundBlocked, "")
			case delay < 0:
				p.echoEnds(k, spec.CheckFails, spec.EchoLost, "")
			case delay > LateEcho:
				p.echoEnds(k, spec.CheckWarns, spec.EchoLate, ms)
			default:
				p.echoEnds(k, spec.CheckPasses, spec.EchoCame, ms)
			}
		})
	}
}

// echoEnds hangs up before the report is given.
func (p *webPhone) echoEnds(k *phoneCheck, outcome spec.CheckOutcome, why spec.Reason, detail string) {
	k.echo.leg = ""
	k.echo.timer.stop()
	l := p.leg
	if l == nil {
		p.echoIs(k, outcome, why, detail)
		return
	}
	p.host.inner("HangupAsync", wire.Raw("["+wire.Quote(p.host.snapshot().CallID)+"]"), func(wire.Raw, *Error) {
		if p.leg == l {
			p.hangUpLeg(l)
		}
		if p.checking == k {
			p.echoIs(k, outcome, why, detail)
		}
	})
}

// echoIs ends a CheckPhone with an echo call.
func (p *webPhone) echoIs(k *phoneCheck, outcome spec.CheckOutcome, why spec.Reason, detail string) {
	p.finds(spec.CheckEcho, outcome, why, detail)
	p.nextTrial(k)
}
