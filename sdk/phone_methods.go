//go:build !nophone

package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// phoneFlow is what the web phone does for a method. A nil member means that
// the phone does nothing there.
type phoneFlow struct {
	// check refuses what cannot be done at present.
	check func(p *webPhone, call *call) *Error
	// perform does the method's work; false if that is the gateway's.
	perform func(p *webPhone, call *call) bool
	// serves reports whether perform needs no gateway.
	serves func(p *webPhone) bool
	// sent, declined and agreed handle the result of the request at the gateway.
	sent, declined, agreed func(p *webPhone)
}

var phoneFlows = [...]struct {
	method string
	flow   phoneFlow
}{
	{"SetPhoneModeAsync", phoneFlow{perform: (*webPhone).choose}},
	{"MakeCallAsync", phoneFlow{check: (*webPhone).checkDial, perform: (*webPhone).dial}},
	{"AnswerAsync", phoneFlow{perform: (*webPhone).answer, serves: (*webPhone).hasCall}},
	{"HangupAsync", phoneFlow{perform: (*webPhone).hangUp, serves: (*webPhone).hasCall,
		sent: (*webPhone).hangupSent, declined: (*webPhone).hangupDeclined}},
	{"EavesdropAsync", phoneFlow{agreed: (*webPhone).joins}},
	{"WhisperAsync", phoneFlow{agreed: (*webPhone).joins}},
	{"ForcePickupAsync", phoneFlow{agreed: (*webPhone).joins}},
	{"SubstituteAsync", phoneFlow{agreed: (*webPhone).joins}},
	{"CheckPhoneAsync", phoneFlow{perform: (*webPhone).checkPhone}},
	{"MuteAsync", phoneFlow{check: (*webPhone).checkSound, perform: (*webPhone).mute, serves: always}},
	{"UnmuteAsync", phoneFlow{check: (*webPhone).checkSound, perform: (*webPhone).unmute, serves: always}},
	{"SendDtmfAsync", phoneFlow{check: (*webPhone).checkSound, perform: (*webPhone).sendDtmf, serves: always}},
	{"GetAudioDevicesAsync", phoneFlow{check: (*webPhone).checkSound, perform: (*webPhone).listDevices, serves: always}},
	{"SetAudioDeviceAsync", phoneFlow{check: (*webPhone).checkSound, perform: (*webPhone).chooseDevice, serves: always}},
}

func always(*webPhone) bool { return true }

var noPhoneFlow phoneFlow

func phoneFlowOf(call *call) *phoneFlow {
	for i := range phoneFlows {
		if phoneFlows[i].method == call.row.Name {
			return &phoneFlows[i].flow
		}
	}
	return &noPhoneFlow
}

func (p *webPhone) check(call *call) *Error {
	if check := phoneFlowOf(call).check; check != nil {
		return check(p, call)
	}
	return nil
}

func (p *webPhone) perform(call *call) bool {
	perform := phoneFlowOf(call).perform
	return perform != nil && perform(p, call)
}

func (p *webPhone) serves(call *call) bool {
	serves := phoneFlowOf(call).serves
	return p.state != phoneOff && p.host.ready() && serves != nil && serves(p)
}

func (p *webPhone) sent(call *call) {
	if sent := phoneFlowOf(call).sent; sent != nil {
		sent(p)
	}
}

func (p *webPhone) declined(call *call) {
	if declined := phoneFlowOf(call).declined; declined != nil {
		declined(p)
	}
}

func (p *webPhone) agreed(call *call) {
	if agreed := phoneFlowOf(call).agreed; agreed != nil {
		agreed(p)
	}
}

func (p *webPhone) hasCall() bool   { return p.leg != nil }
func (p *webPhone) asksState() bool { return p.asked }
func (p *webPhone) inMode() bool    { return p.host.snapshot().PhoneMode == spec.ModeWebRTC }

// choose performs a SetPhoneMode: one at a time, and several that ask for the
// web phone share one entry.
func (p *webPhone) choose(call *call) bool {
	switch {
	case p.entry != nil && len(p.waiting) >= MaxWaiting:
		p.host.fail(call, call.row.Code, spec.TooManyWaiting, "")
	case p.entry != nil:
		p.waiting = append(p.waiting, call)
	case p.wantsWebRTC(call):
		p.enterWebRTC(call)
	default:
		return false
	}
	return true
}

func (p *webPhone) checkDial(call *call) *Error {
	switch {
	case !p.inMode():
	case p.state != phoneReady:
		return p.host.failure(call.row.Name, call.row.Code, spec.NotRegistered, "")
	case p.leg != nil && p.leg.confirmed:
		return p.host.failure(call.row.Name, call.row.Code, spec.PhoneNotIdle, string(spec.PhoneBusy))
	}
	return nil
}

func (p *webPhone) dial(call *call) bool {
	if !p.inMode() {
		return false
	}
	p.dropUnconfirmed()
	p.invite(call)
	return true
}

func (p *webPhone) answer(call *call) bool {
	if !p.inMode() {
		return false
	}
	p.answerLeg(call)
	return true
}

// hangUp ends the SIP call if the gateway cannot be asked, or has no call yet.
func (p *webPhone) hangUp(call *call) bool {
	l := p.leg
	if l == nil || p.host.online() && p.host.snapshot().inCall() {
		return false
	}
	p.hangUpLeg(l)
	p.host.settle(call, "null", nil)
	return true
}

// checkSound refuses a method about the sound of a call if there is no call.
func (p *webPhone) checkSound(call *call) *Error {
	callID, l := call.args.text("CallId"), p.leg
	why := spec.NoReason
	switch {
	case !p.inMode():
		why = spec.OnlyWebRTC
	case callID != "" && (l == nil || l.state == legRinging || l.state == legEnding || !l.isOf(callID)):
		why = spec.NoPhoneCall
	case callID == "" && p.state == phoneOff:
		why = spec.NotRegistered
	default:
		return nil
	}
	return p.host.failure(call.row.Name, call.row.Code, why, "")
}

func (p *webPhone) mute(call *call) bool   { return p.setMuted(call, true) }
func (p *webPhone) unmute(call *call) bool { return p.setMuted(call, false) }

// setMuted is confirmed by the state of the microphone's track.
func (p *webPhone) setMuted(call *call, muted bool) bool {
	want := wire.False
	if muted {
		want = wire.True
	}
	p.ask(spec.OrderMute, p.leg.detail().Bool("Muted", muted).Object(), ReplyTimeout, func(fault spec.PhoneFault, detail wire.Raw) {
		switch {
		case fault != "":
			p.host.settle(call, "", p.phoneFailure(call, fault, detail))
		case detail.Get("Muted").Kind() != want:
			p.host.fail(call, call.row.Code, spec.PhoneFailed, "Muted")
		default:
			p.host.settle(call, "{}", nil)
		}
	})
	return true
}

func (p *webPhone) sendDtmf(call *call) bool {
	digits := call.args.text("Digits")
	p.askFor(call, spec.OrderDtmf, p.leg.detail().Text("Digits", digits).Object(), ReplyTimeout+time.Duration(len(digits))*ToneTime)
	return true
}

func (p *webPhone) listDevices(call *call) bool {
	p.askFor(call, spec.OrderDevices, "{}", ReplyTimeout)
	return true
}

func (p *webPhone) chooseDevice(call *call) bool {
	var b wire.Builder
	p.askFor(call, spec.OrderDevice, b.Text("Kind", call.args.text("Kind")).Text("DeviceId", call.args.text("DeviceId")).Object(), ReplyTimeout)
	return true
}

// askFor settles a call with the phone's answer to an order.
func (p *webPhone) askFor(call *call, order spec.PhoneOrder, detail wire.Raw, limit time.Duration) {
	p.ask(order, detail, limit, func(fault spec.PhoneFault, detail wire.Raw) {
		if fault != "" {
			p.host.settle(call, "", p.phoneFailure(call, fault, detail))
			return
		}
		data, err := p.host.result(call.row, detail, func() wire.Raw { return detail })
		p.host.settle(call, data, err)
	})
}
