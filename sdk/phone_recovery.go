package sdk

import (
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// unregistered takes the loss of the registration. The phone restores a socket
// that broke by itself; an account that is refused has to be fetched anew,
// which the next GetState leads to.
func (c *Client) unregistered(status int64) {
	p := &c.phone
	why, detail := spec.SipSilent, ""
	if status != 0 {
		why, detail = spec.SipRefused, strconv.FormatInt(status, 10)
	}
	switch {
	case p.entry != nil && p.state == phoneRegistering:
		c.entryFails(p.entry, why, detail, "")
	case status != 0 && p.leg == nil:
		c.log(LevelWarn, "the web phone is off: "+spec.Why(c.lang, why, detail))
		c.leaveWebRTC()
	case c.movePhone(phoneLost):
		p.refused = status != 0
		c.log(LevelWarn, "the web phone lost its registration: "+spec.Why(c.lang, why, detail))
	}
}

// networkChanged opens the way to the SIP server anew; the sound follows.
func (c *Client) networkChanged() {
	if c.phone.state != phoneReady && c.phone.state != phoneRestarting {
		return
	}
	c.phone.mediaDue = c.phone.leg != nil
	c.movePhone(phoneLost)
	c.order(spec.OrderRenew, "{}")
}

// recoverMedia lets the sound find new ways where it needs them and the SIP
// server can be reached, which a re-INVITE takes.
func (c *Client) recoverMedia() {
	p := &c.phone
	l := p.leg
	if !p.mediaDue || l == nil || l.state != legTalking || !c.movePhone(phoneMoves) {
		return
	}
	p.mediaDue = false
	c.ask(spec.OrderRestart, l.detail().Object(), ReplyTimeout, func(fault spec.PhoneFault, _ wire.Raw) {
		if fault != "" {
			c.log(LevelWarn, "the sound found no new way: "+spec.Why(c.lang, spec.ReasonForFault(fault), string(fault)))
		}
		c.movePhone(phoneFound)
		c.recoverMedia()
	})
}
