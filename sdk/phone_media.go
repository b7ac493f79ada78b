//go:build !nophone

package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// wayOfSound tracks the media path of a SIP call, which is not that of SIP
// (ICE, RFC 8445).
type wayOfSound struct {
	sought     bool                  // the phone reports it
	found      bool                  // at least once
	trouble    spec.PhoneTroubleKind // what was last reported and is not over, "" for nothing
	restarting bool                  // the phone looks for another and has not answered yet
	patience   *timer                // until it is reported that there is none
	end        *timer                // until the call is ended for lack of one
	again      *timer                // until another is looked for once more
}

// never reports whether no path has been found yet.
func (w *wayOfSound) never() bool { return w.sought && !w.found }

func (w *wayOfSound) stop() {
	w.patience.stop()
	w.end.stop()
	w.again.stop()
	w.patience, w.end, w.again = nil, nil, nil
}

// mediaSought gives the sound MediaPatience to find a path.
func (p *webPhone) mediaSought(l *leg) {
	w := &l.way
	w.sought = true
	if w.patience != nil || w.trouble != "" {
		return
	}
	w.patience = p.host.later(MediaPatience, func() {
		w.patience = nil
		p.noWay(l)
		p.mediaDue = true
		p.recoverMedia()
	})
}

func (p *webPhone) mediaFound(l *leg) {
	w := &l.way
	w.stop()
	w.found = true
	if told := w.trouble; told != "" {
		w.trouble = ""
		p.troubleOver(told)
	}
}

func (p *webPhone) mediaLost(l *leg) {
	l.way.patience.stop()
	l.way.patience = nil
	p.noWay(l)
	p.mediaDue = true
	if !l.way.never() && p.state == phoneReady {
		// The SIP server may be out of reach as well, unnoticed by its socket.
		p.networkChanged()
	}
	p.recoverMedia()
}

// noWay reports, once, that the sound has no path, and ends the call if that
// lasts for MediaLimit.
func (p *webPhone) noWay(l *leg) {
	w := &l.way
	if w.trouble != "" {
		return
	}
	why := spec.SoundLost
	w.trouble = spec.TroubleMediaLost
	if w.never() {
		why = spec.NoSound
		w.trouble = spec.TroubleNoMedia
	}
	p.trouble(w.trouble, "", why, "")
	w.end = p.host.later(MediaLimit, func() {
		w.end = nil
		p.trouble(spec.TroubleMediaGone, "", spec.SoundGone, number(int64(MediaLimit/time.Second)))
		p.hangUpLeg(l)
	})
}

// recoverMedia restarts the sound if that is due and the SIP server can be
// reached, which a re-INVITE requires. At most one restart is under way; one
// that becomes due meanwhile follows it. A refusal by the far end ends nothing:
// sound that flows continues, and if there is none, another attempt follows.
func (p *webPhone) recoverMedia() {
	l := p.leg
	if !p.mediaDue || l == nil || l.state != legTalking || l.way.restarting || !p.move(phoneMoves) {
		return
	}
	p.mediaDue, l.way.restarting = false, true
	l.way.again.stop()
	p.ask(spec.OrderRestart, l.detail().Object(), ReplyTimeout, func(fault spec.PhoneFault, detail wire.Raw) {
		l.way.restarting = false
		if fault != "" {
			p.host.log(LevelWarn, "the sound found no new way: "+p.host.why(spec.ReasonForFault(fault), detail.Get("Detail").TextOrDigits()))
			p.restartAgain(l)
		}
		p.move(phoneFound)
		p.recoverMedia()
	})
}

// restartAgain looks for a path again after MediaPatience, while the sound has
// none.
func (p *webPhone) restartAgain(l *leg) {
	if l != p.leg || l.way.trouble == "" || p.mediaDue {
		return
	}
	l.way.again.stop()
	l.way.again = p.host.later(MediaPatience, func() {
		l.way.again = nil
		p.mediaDue = true
		p.recoverMedia()
	})
}
