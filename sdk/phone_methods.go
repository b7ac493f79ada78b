package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// performOnPhone performs a call whose work is the web phone's, false where
// it is the gateway's.
func (c *Client) performOnPhone(call *call) bool {
	p := &c.phone
	row := call.row
	if c.cfg.Phone == nil {
		return false
	}
	switch row.Go {
	case "SetPhoneMode":
		switch {
		case p.entry != nil:
			p.waiting = append(p.waiting, call)
		case call.args.text("PhoneMode") == string(spec.ModeWebRTC):
			c.enterWebRTC(call)
		default:
			return false
		}
		return true
	case "MakeCall":
		if c.view.PhoneMode == spec.ModeWebRTC {
			c.invite(call)
			return true
		}
	case "Answer":
		if c.view.PhoneMode == spec.ModeWebRTC {
			c.answerLeg(call)
			return true
		}
	case "Hangup":
		if l := p.leg; l != nil && (c.state != online || !c.view.inCall()) {
			// The gateway cannot be asked, or knows of no call yet.
			c.hangUpLeg(l)
			c.settle(call, "null", nil)
			return true
		}
	case "Mute", "Unmute":
		c.mute(call, row.Go == "Mute")
		return true
	case "SendDtmf":
		digits := call.args.text("Digits")
		c.askFor(call, spec.OrderDtmf, p.leg.detail().Text("Digits", digits).Object(), ReplyTimeout+time.Duration(len(digits))*ToneTime)
		return true
	case "GetAudioDevices":
		c.askFor(call, spec.OrderDevices, "{}", ReplyTimeout)
		return true
	case "SetAudioDevice":
		var b wire.Builder
		c.askFor(call, spec.OrderDevice, b.Text("Kind", call.args.text("Kind")).Text("DeviceId", call.args.text("DeviceId")).Object(), ReplyTimeout)
		return true
	}
	return false
}

// byPhone tells the calls that need no gateway: what concerns the sound, and
// the end of a SIP call.
func (c *Client) byPhone(row *spec.Method) bool {
	if c.phone.state == phoneOff || !c.everOnline {
		return false
	}
	switch row.Go {
	case "Answer", "Hangup":
		return c.phone.leg != nil
	}
	return row.Via == spec.WebPhone
}

// askFor settles a call with what the phone answers to an order.
func (c *Client) askFor(call *call, order spec.PhoneOrder, detail wire.Raw, limit time.Duration) {
	c.ask(order, detail, limit, func(fault spec.PhoneFault, detail wire.Raw) {
		if fault != "" {
			c.settle(call, "", c.phoneFailure(call, fault, detail))
			return
		}
		data, err := c.result(call.row, detail, detail)
		c.settle(call, data, err)
	})
}

// mute is confirmed by the state of the microphone's track.
func (c *Client) mute(call *call, muted bool) {
	detail := c.phone.leg.detail().Bool("Muted", muted).Object()
	want := wire.False
	if muted {
		want = wire.True
	}
	c.ask(spec.OrderMute, detail, ReplyTimeout, func(fault spec.PhoneFault, detail wire.Raw) {
		switch {
		case fault != "":
			c.settle(call, "", c.phoneFailure(call, fault, detail))
		case detail.Get("Muted").Kind() != want:
			c.settle(call, "", c.failure(call.row.Name, call.row.Code, spec.PhoneFailed, "Muted"))
		default:
			c.settle(call, "{}", nil)
		}
	})
}

// checkPhone refuses what the web phone cannot do at present.
func (c *Client) checkPhone(call *call) *Error {
	p, row := &c.phone, call.row
	refuse := func(why spec.Reason) *Error { return c.failure(row.Name, row.Code, why, "") }
	webrtc := c.view.PhoneMode == spec.ModeWebRTC
	switch row.Go {
	case "SetPhoneMode":
		if c.cfg.Phone == nil && call.args.text("PhoneMode") == string(spec.ModeWebRTC) {
			return refuse(spec.NoWebPhone)
		}
	case "MakeCall":
		switch {
		case c.cfg.Phone == nil || !webrtc:
		case p.state != phoneReady:
			return refuse(spec.NotRegistered)
		case p.leg != nil:
			return c.failure(row.Name, row.Code, spec.PhoneNotIdle, string(spec.PhoneBusy))
		}
	}
	if row.Via != spec.WebPhone {
		return nil
	}
	callID := call.args.text("CallId")
	switch l := p.leg; {
	case !webrtc:
		return refuse(spec.OnlyWebRTC)
	case c.cfg.Phone == nil:
		return refuse(spec.NoWebPhone)
	case callID != "" && (l == nil || l.state == legRinging || l.state == legEnding || !l.isOf(callID)):
		return refuse(spec.NoPhoneCall)
	case callID == "" && p.state == phoneOff:
		return refuse(spec.NotRegistered)
	}
	return nil
}
