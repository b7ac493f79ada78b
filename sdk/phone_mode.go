package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// entrance is a way into phone mode webrtc: GetAgentTerminalInfo, the microphone,
// SetCallMode, REGISTER. A page that was reloaded is in the mode already and
// goes it without SetCallMode.
type entrance struct {
	call   *call          // the SetPhoneMode, nil where the gateway says webrtc
	before spec.PhoneMode // what a failure leads back to
}

// movePhone is the only writer of the web phone's state.
func (c *Client) movePhone(on phoneInput) bool {
	p := &c.phone
	to, ok := p.state.next(on)
	if !ok {
		return false
	}
	c.record(recordNote, "phone "+p.state.String()+" > "+to.String())
	p.state = to
	return true
}

// enterWebRTC begins the way into the mode; call is nil where the gateway says
// that the mode is webrtc already.
func (c *Client) enterWebRTC(call *call) {
	p := &c.phone
	if p.state != phoneOff {
		// The phone is there; the gateway may be told once more.
		c.request(call)
		return
	}
	c.movePhone(phoneChoose)
	e := &entrance{call: call, before: c.view.PhoneMode}
	p.entry = e
	method, params := c.accountFrame()
	c.session.request(method, params, ReplyTimeout, func(reply *wire.Incoming, why spec.Reason) {
		if p.entry == e {
			c.accountCame(e, reply, why)
		}
	})
}

func (c *Client) accountCame(e *entrance, reply *wire.Incoming, why spec.Reason) {
	switch {
	case why != spec.NoReason:
		c.entryFails(e, why, "", "")
		return
	case !reply.OK():
		c.entryFails(e, spec.ReasonFor(spec.ServerCode(reply.ErrCode)), wire.Printable(reply.ErrCode), reply.Stripped())
		return
	}
	account := reply.Frame.Get("Data")
	server, number := account.Get("SipServer").TextOrDigits(), account.Get("Number").TextOrDigits()
	if server == "" || number == "" {
		c.entryFails(e, spec.Malformed, "SipServer, Number", "")
		return
	}
	var b wire.Builder
	c.phone.account = b.Text("Url", wire.SipURL(server)).Text("Uri", wire.SipURI(number, server)).
		Text("User", number).Text("Password", account.Get("Password").TextOrDigits()).Object()
	c.ask(spec.OrderOpen, "{}", OpenTimeout, func(fault spec.PhoneFault, detail wire.Raw) {
		switch {
		case c.phone.entry != e:
		case fault == spec.FaultNoDevice:
			c.entryFails(e, spec.MicrophoneMissing, "", "")
		case fault != "":
			c.entryFails(e, spec.ReasonForFault(fault), detail.Get("Detail").TextOrDigits(), "")
		default:
			c.phoneIsOpen(e)
		}
	})
}

// phoneIsOpen tells the gateway, unless it knows.
func (c *Client) phoneIsOpen(e *entrance) {
	c.movePhone(phoneOpened)
	switch {
	case e.call == nil:
		c.register(e)
	case c.state != online:
		c.entryFails(e, spec.NotConnected, "", "")
	default:
		method, params := c.frame(e.call)
		c.session.request(method, params, ReplyTimeout, func(reply *wire.Incoming, why spec.Reason) {
			switch {
			case c.phone.entry != e:
			case why != spec.NoReason:
				c.entryFails(e, why, "", "")
			case !reply.OK():
				c.entryFails(e, spec.ReasonFor(spec.ServerCode(reply.ErrCode)), wire.Printable(reply.ErrCode), reply.Stripped())
			default:
				c.register(e)
			}
		})
	}
}

// register is the entry's last step; news of the phone ends it.
func (c *Client) register(e *entrance) {
	c.movePhone(phoneChosen)
	c.order(spec.OrderRegister, c.phone.account)
	c.phone.patience = time.AfterFunc(ReplyTimeout, func() {
		c.lock()
		defer c.unlock()
		if c.phone.entry == e {
			c.entryFails(e, spec.SipSilent, "", "")
		}
	})
}

func (c *Client) registered() {
	p := &c.phone
	if !c.movePhone(phoneIsKnown) {
		return
	}
	p.refused = false
	if e := p.entry; e != nil {
		p.patience.Stop()
		c.phoneIsReady(e)
		return
	}
	c.log(LevelInfo, "the web phone is registered again")
	c.recoverMedia()
}

// phoneIsReady ends an entry when the gateway has told what it makes of the
// phone, so that a call made next is judged by that.
func (c *Client) phoneIsReady(e *entrance) {
	if c.state != online {
		c.endEntry(e, nil)
		return
	}
	c.session.getState(ReplyTimeout, func(_ *wire.Incoming, why spec.Reason) {
		switch {
		case c.phone.entry != e:
		case why == spec.Destroyed:
			c.entryFails(e, why, "", "")
		default:
			c.endEntry(e, nil)
		}
	})
}

// entryFails ends an entry: the phone lets go of everything, and the gateway
// goes back to the mode that was.
func (c *Client) entryFails(e *entrance, why spec.Reason, detail string, reply wire.Raw) {
	told := c.phone.state == phoneRegistering
	c.phone.entry = nil
	c.leaveWebRTC()
	code := spec.SetPhoneModeFailed
	switch why {
	case spec.ClosedBefore, spec.NotConnected:
		code = spec.SocketClosed
	case spec.Destroyed:
		code = spec.NoSocket
	}
	if e.call == nil {
		c.log(LevelWarn, "the web phone is off: "+spec.Message(c.lang, code, why, detail, ""))
		c.endEntry(e, nil)
		return
	}
	err := c.failure(e.call.row.Name, code, why, detail)
	if reply != "" {
		err.Data = reply
	}
	if c.state == online {
		if told && e.before != spec.ModeWebRTC && e.before.Known() {
			method, params := modeFrame(e.call.row, e.before)
			c.session.request(method, params, ReplyTimeout, func(*wire.Incoming, spec.Reason) {})
		}
		c.session.getState(ReplyTimeout, nil)
	}
	c.endEntry(e, err)
}

// endEntry settles what waited for the entry.
func (c *Client) endEntry(e *entrance, err *Error) {
	p := &c.phone
	p.entry = nil
	if e.call != nil && err != nil {
		c.settle(e.call, "", err)
	} else if e.call != nil {
		c.settle(e.call, "null", nil)
	}
	waiting := p.waiting
	p.waiting = nil
	for _, call := range waiting {
		if c.state == destroyed {
			c.settle(call, "", c.failure(call.row.Name, spec.NoSocket, spec.Destroyed, ""))
		} else {
			c.admit(call)
		}
	}
}

// leaveWebRTC lets go of the phone: calls, registration, microphone.
func (c *Client) leaveWebRTC() {
	p := &c.phone
	if !c.movePhone(phoneLeave) {
		return
	}
	if p.patience != nil {
		p.patience.Stop()
	}
	if l := p.leg; l != nil {
		c.legEnds(l, 0, "")
	}
	c.order(spec.OrderClose, "{}")
	p.account, p.mediaDue, p.refused = "", false, false
	for id, a := range p.answers {
		a.timer.Stop()
		delete(p.answers, id)
		a.take(spec.FaultNoCall, "")
	}
}

// endPhone lets go of the phone for good, or until the gateway says webrtc
// again; why is told to those who wait.
func (c *Client) endPhone(why spec.Reason) {
	p := &c.phone
	if e := p.entry; e != nil {
		c.entryFails(e, why, "", "")
	}
	c.leaveWebRTC()
	c.notAnswered(why)
	if p.doubt != nil {
		p.doubt.Stop()
		p.doubt = nil
	}
}

// followMode brings the phone to where the gateway says it is.
func (c *Client) followMode() {
	p := &c.phone
	switch {
	case c.cfg.Phone == nil || p.entry != nil || c.state != online:
	case c.view.PhoneMode == spec.ModeWebRTC && p.state == phoneOff:
		c.enterWebRTC(nil)
	case c.view.PhoneMode != spec.ModeWebRTC && p.state != phoneOff:
		c.leaveWebRTC()
	}
}
