//go:build !nophone

package sdk

import (
	"strconv"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// webPhone is the client's side of its Phone.
type webPhone struct {
	host       phoneHost
	state      webPhoneState
	entry      *entrance // the way into mode webrtc, nil without one
	patience   *timer    // of the entry's present step
	waiting    []*call   // SetPhoneModes that came during an entry
	account    wire.Raw  // the detail of the order to register
	refused    bool      // the SIP server took the registration back during a call
	again      *timer    // until the next REGISTER
	unanswered int       // REGISTERs in a row that failed
	mediaDue   bool      // the sound needs new ways as soon as the SIP server can be reached
	leg        *leg
	legTold    wire.Raw // the last PhoneLeg about it
	past       []string // the CallIDs of the leg before
	joining    *timer   // runs while the SIP call of a supervisor's request may arrive
	toAnswer   *call    // an Answer that came before its SIP call
	doubt      *timer   // runs while gateway and phone contradict each other
	asked      bool     // a GetState that is to settle a contradiction is on its way
	sound      soundCheck
	checking   *phoneCheck // the CheckPhone under way, nil without one

	orders  int64
	answers map[string]*answerable
}

// lateAnswer is the Detail of an order that was not answered in time.
const lateAnswer = "time-out"

// answerable is an order that waits for its answer.
type answerable struct {
	timer *timer
	take  func(fault spec.PhoneFault, detail wire.Raw)
}

// order gives an order that is not answered.
func (p *webPhone) order(order spec.PhoneOrder, detail wire.Raw) (id string) {
	p.orders++
	id = strconv.FormatInt(p.orders, 10)
	e := p.host.record(recordOrder, "")
	e.id, e.name = id, string(order)
	if phone := p.host.telephone(); phone != nil {
		p.host.effect(func() { phone.Order(id, order, detail) })
	}
	return id
}

// ask gives an order; take receives its answer, under the lock, within limit.
// fault is "" if the order was carried out.
func (p *webPhone) ask(order spec.PhoneOrder, detail wire.Raw, limit time.Duration, take func(fault spec.PhoneFault, detail wire.Raw)) {
	id := strconv.FormatInt(p.orders+1, 10)
	a := &answerable{take: take}
	if p.answers == nil {
		p.answers = map[string]*answerable{}
	}
	p.answers[id] = a
	a.timer = p.host.later(limit, func() {
		if p.answers[id] == a {
			delete(p.answers, id)
			take(spec.FaultFailed, `{"Detail":"`+lateAnswer+`"}`)
		}
	})
	p.order(order, detail)
}

// tells handles news from the Phone.
func (p *webPhone) tells(id string, news spec.PhoneNews, detail wire.Raw) {
	if p.host.destroyed() {
		return
	}
	if news != spec.NewsQuality {
		e := p.host.record(recordPhone, string(detail))
		e.id, e.name = id, string(news)
	}
	if news == spec.NewsDone || news == spec.NewsFailed {
		p.phoneAnswers(id, news, detail)
		return
	}
	if p.state == phoneOff {
		return
	}
	p.phoneNews(news, detail)
	p.echoFollows()
	p.compare()
}

func (p *webPhone) phoneAnswers(id string, news spec.PhoneNews, detail wire.Raw) {
	a := p.answers[id]
	if a == nil {
		return
	}
	delete(p.answers, id)
	a.timer.stop()
	fault := spec.PhoneFault("")
	if news == spec.NewsFailed {
		fault = spec.PhoneFault(detail.Get("Fault").TextOrDigits())
		if fault == "" {
			fault = spec.FaultFailed
		}
	}
	a.take(fault, detail)
	p.compare()
}

func (p *webPhone) phoneNews(news spec.PhoneNews, detail wire.Raw) {
	status, _ := detail.Get("Status").Int()
	name := detail.Get("Leg").TextOrDigits()
	switch news {
	case spec.NewsRegistered:
		p.registered()
	case spec.NewsUnregistered:
		p.unregistered(status)
	case spec.NewsNetwork:
		p.networkChanged()
	case spec.NewsBlocked:
		p.trouble(spec.TroubleSoundBlocked, "", spec.SoundBlocked, "")
	case spec.NewsReplaced:
		p.deviceReplaced(detail)
	case spec.NewsIncoming:
		p.rings(name, detail.Get("Answer").Kind() == wire.True)
	default:
		if l := p.leg; l != nil && l.name == name {
			p.legNews(l, news, status, detail)
		}
	}
}

// phoneFailure returns the Error of a call that the phone did not carry out.
func (p *webPhone) phoneFailure(call *call, fault spec.PhoneFault, detail wire.Raw) *Error {
	return p.host.failure(call.row.Name, call.row.Code, spec.ReasonForFault(fault), detail.Get("Detail").TextOrDigits())
}
