//go:build !nophone

package sdk

import (
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// unregistered handles the loss of the registration. The phone itself restores
// a broken socket. A REGISTER that failed or was not answered is sent again
// according to the reconnection policy, over a new socket from the second time
// on. An account that is refused has to be fetched again, which the next
// GetState triggers.
func (p *webPhone) unregistered(status int64) {
	why, detail := spec.SipSilent, ""
	if status != 0 {
		why, detail = spec.SipRefused, strconv.FormatInt(status, 10)
	}
	refused := !spec.PassingStatus(status)
	switch {
	case p.entry != nil && p.state == phoneRegistering:
		p.entryFails(p.entry, why, detail, "")
	case refused && p.leg == nil:
		p.host.log(LevelWarn, "the web phone is off: "+p.host.why(why, detail))
		p.leaveWebRTC()
	case p.move(phoneLost) || p.state == phoneRestoring:
		p.refused = refused
		if !refused {
			p.registerAgain()
		}
		p.host.log(LevelWarn, "the web phone lost its registration: "+p.host.why(why, detail))
	}
}

// registerAgain sends a REGISTER when its time has come.
func (p *webPhone) registerAgain() {
	p.unanswered++
	p.again.stop()
	delay, again := p.host.backoff(p.unanswered)
	if !again {
		return
	}
	p.again = p.host.later(delay, func() {
		if p.state != phoneRestoring {
			return
		}
		if p.unanswered == 1 {
			p.order(spec.OrderAgain, "{}")
		} else {
			p.order(spec.OrderRenew, "{}")
		}
	})
}

// renew opens a new connection to the SIP server after a sleep, or when the
// gateway was found dead: the SIP socket may be dead too.
func (p *webPhone) renew() { p.networkChanged() }

// networkChanged opens a new connection to the SIP server; the sound follows.
func (p *webPhone) networkChanged() {
	if p.state != phoneReady && p.state != phoneRestarting {
		return
	}
	p.mediaDue = p.leg != nil
	p.move(phoneLost)
	p.order(spec.OrderRenew, "{}")
}
