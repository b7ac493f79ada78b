//go:build !nophone

package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// entrance is an entry into phone mode webrtc: GetAgentTerminalInfo, the
// microphone, SetCallMode, REGISTER. A page that was reloaded is in the mode
// already and skips SetCallMode.
type entrance struct {
	call   *call          // the SetPhoneMode, nil if the gateway says webrtc
	before spec.PhoneMode // the mode to restore after a failure
}

// move is the only writer of the web phone's state.
func (p *webPhone) move(on phoneInput) bool {
	to, ok := p.state.next(on)
	if !ok {
		return false
	}
	p.host.record(recordNote, "phone "+p.state.String()+" > "+to.String())
	p.state = to
	return true
}

// enterWebRTC begins the entry into the mode; call is nil if the gateway says
// that the mode is webrtc already.
func (p *webPhone) enterWebRTC(call *call) {
	if p.state != phoneOff {
		// The phone is open, and registers now if it has lost its registration; the
		// gateway may be asked once more.
		if p.state == phoneRestoring {
			p.again.stop()
			p.order(spec.OrderRenew, "{}")
		}
		p.host.requestCall(call)
		return
	}
	p.move(phoneChoose)
	e := &entrance{call: call, before: p.host.snapshot().PhoneMode}
	p.entry = e
	method, params := p.host.accountFrame()
	p.host.request(call, method, params, func(reply *wire.Incoming, why spec.Reason) {
		if p.entry == e {
			p.accountCame(e, reply, why)
		}
	})
}

func (p *webPhone) accountCame(e *entrance, reply *wire.Incoming, why spec.Reason) {
	switch {
	case why != spec.NoReason:
		p.entryFails(e, why, "", "")
		return
	case !reply.OK():
		p.entryFails(e, spec.ReasonFor(spec.ServerCode(reply.ErrCode)), wire.Printable(reply.ErrCode), reply.Stripped())
		return
	}
	account, ok := sipAccount(reply.Frame.Get("Data"), new(wire.Builder))
	if !ok {
		p.entryFails(e, spec.Malformed, sipAccountMembers, "")
		return
	}
	p.account = account
	p.ask(spec.OrderOpen, "{}", OpenTimeout, func(fault spec.PhoneFault, detail wire.Raw) {
		switch {
		case p.entry != e:
		case fault == spec.FaultFailed && detail.Get("Detail").TextOrDigits() == lateAnswer:
			p.entryFails(e, spec.MicrophoneAsked, "", "")
		case fault != "":
			p.entryFails(e, spec.ReasonForFault(fault), detail.Get("Detail").TextOrDigits(), "")
		default:
			p.phoneIsOpen(e)
		}
	})
}

// phoneIsOpen sends the mode to the gateway, unless the gateway has it already.
func (p *webPhone) phoneIsOpen(e *entrance) {
	p.move(phoneOpened)
	switch {
	case e.call == nil:
		p.register(e)
	case !p.host.online():
		p.entryFails(e, spec.NotConnected, "", "")
	default:
		method, params := p.host.frame(e.call)
		p.host.request(e.call, method, params, func(reply *wire.Incoming, why spec.Reason) {
			switch {
			case p.entry != e:
			case why != spec.NoReason:
				p.entryFails(e, why, "", "")
			case !reply.OK():
				p.entryFails(e, spec.ReasonFor(spec.ServerCode(reply.ErrCode)), wire.Printable(reply.ErrCode), reply.Stripped())
			default:
				p.register(e)
			}
		})
	}
}

// register is the entry's last step; news of the phone ends it.
func (p *webPhone) register(e *entrance) {
	p.move(phoneChosen)
	p.order(spec.OrderRegister, p.account)
	p.patience = p.host.later(ReplyTimeout, func() {
		if p.entry == e {
			p.entryFails(e, spec.SipSilent, "", "")
		}
	})
}

func (p *webPhone) registered() {
	if !p.move(phoneIsKnown) {
		return
	}
	p.refused, p.unanswered = false, 0
	p.again.stop()
	if e := p.entry; e != nil {
		p.patience.stop()
		p.phoneIsReady(e)
		return
	}
	p.host.log(LevelInfo, "the web phone is registered again")
	p.recoverMedia()
}

// phoneIsReady ends an entry when the gateway has reported the phone's state,
// so that the next call is checked against it.
func (p *webPhone) phoneIsReady(e *entrance) {
	if !p.host.online() {
		p.endEntry(e, nil)
		return
	}
	p.host.whenStateCame(func(bool) {
		if p.entry == e {
			p.endEntry(e, nil)
		}
	})
}

// entryFails ends an entry: the phone is closed, and the gateway is set back to
// the mode before.
func (p *webPhone) entryFails(e *entrance, why spec.Reason, detail string, reply wire.Raw) {
	told := p.state == phoneRegistering
	p.entry = nil
	p.leaveWebRTC()
	code := spec.SetPhoneModeFailed
	switch why {
	case spec.ClosedBefore, spec.NotConnected:
		code = spec.SocketClosed
	case spec.Destroyed:
		code = spec.NoSocket
	}
	err := p.host.failure("SetPhoneModeAsync", code, why, detail)
	if e.call == nil {
		p.host.log(LevelWarn, "the web phone is off: "+p.host.why(why, detail))
		p.endEntry(e, err)
		return
	}
	if reply != "" {
		err.Data = reply
	}
	if p.host.online() {
		if told && e.before != spec.ModeWebRTC && e.before.Known() {
			method, params := modeFrame(e.call.row, e.before)
			p.host.request(nil, method, params, func(*wire.Incoming, spec.Reason) {})
		}
		p.host.askState()
	}
	p.endEntry(e, err)
}

// endEntry settles the calls that waited for the entry.
func (p *webPhone) endEntry(e *entrance, err *Error) {
	p.entry = nil
	if e.call != nil && err != nil {
		p.host.settle(e.call, "", err)
	} else if e.call != nil {
		p.host.settle(e.call, "null", nil)
	}
	waiting := p.waiting
	p.waiting = nil
	for _, call := range waiting {
		if p.wantsWebRTC(call) {
			// It asked for the same as this entry: one prompt is enough.
			p.host.settle(call, "null", sameFailure(call, err))
		} else {
			p.host.then(func() { p.host.admit(call) })
		}
	}
}

// leaveWebRTC closes the phone: calls, registration, microphone.
func (p *webPhone) leaveWebRTC() {
	if !p.move(phoneLeave) {
		return
	}
	p.patience.stop()
	p.again.stop()
	p.unanswered = 0
	if l := p.leg; l != nil {
		p.legEnds(l, 0, "")
	}
	p.order(spec.OrderClose, "{}")
	p.account, p.mediaDue, p.refused = "", false, false
	answers := p.answers
	p.answers = nil
	for _, a := range answers {
		a.timer.stop()
		a.take(spec.FaultNoCall, "")
	}
}

// end closes the phone for good, or until the gateway says webrtc again;
// waiting calls fail with why.
func (p *webPhone) end(why spec.Reason) {
	if e := p.entry; e != nil {
		p.entryFails(e, why, "", "")
	}
	p.leaveWebRTC()
	p.checkEnds(why)
	p.notAnswered(why)
	p.doubt.stop()
	p.doubt = nil
}

// inUse reports whether the telephone is open, or being opened or tried.
func (p *webPhone) inUse() bool { return p.state != phoneOff || p.checking != nil }

// lost handles the loss of the telephone with the page that it was in: a call's
// sound cannot be recovered.
func (p *webPhone) lost() {
	if p.leg != nil {
		p.trouble(spec.TroubleMediaGone, "", spec.PhoneGone, "")
	}
	p.end(spec.ClosedBefore)
}

// followMode puts the phone into the mode that the gateway reports.
func (p *webPhone) followMode() {
	switch {
	case p.entry != nil || !p.host.online():
	case p.host.snapshot().PhoneMode == spec.ModeWebRTC && p.state == phoneOff:
		p.enterWebRTC(nil)
	case p.host.snapshot().PhoneMode != spec.ModeWebRTC && p.state != phoneOff:
		p.leaveWebRTC()
	}
}

// wantsWebRTC reports whether a SetPhoneMode asks for the web phone.
func (p *webPhone) wantsWebRTC(call *call) bool {
	return call.args.text("PhoneMode") == string(spec.ModeWebRTC)
}

// sameFailure returns err for another call that failed with it, nil for none.
func sameFailure(call *call, err *Error) *Error {
	if err == nil {
		return nil
	}
	same := *err
	same.Method = call.row.Name
	return &same
}
