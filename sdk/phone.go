package sdk

import (
	"strconv"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Phone is the telephone of phone mode webrtc: SIP, microphone and speaker. In
// a page it is the script's; a native program may bring its own. The client
// alone decides what happens: the phone does what it is ordered to and tells
// what it sees, by Client.PhoneTells.
type Phone interface {
	// Order hands an order over; id is its number, detail the object that
	// spec.PhoneOrder describes. It is called in the order of the orders. It MUST
	// NOT block and MUST NOT call the client before it has returned.
	Order(id string, order spec.PhoneOrder, detail wire.Raw)
}

// Timings of the web phone.
const (
	// OpenTimeout is how long a person may take to allow the microphone.
	OpenTimeout = time.Minute
	// HangupGrace is how long the SIP call may outlive the gateway's, or the
	// gateway's the SIP call, before the client sees to it.
	HangupGrace = 2 * time.Second
	// ToneTime is how long one touch tone takes at most, with its pause.
	ToneTime = 250 * time.Millisecond
)

// webPhone is what the client knows of its Phone.
type webPhone struct {
	state    phoneState
	entry    *entrance   // the way into mode webrtc, nil without one
	patience *time.Timer // of the entry's present step
	waiting  []*call     // SetPhoneModes that came during an entry
	account  wire.Raw    // what register is ordered with
	refused  bool        // the SIP server took the registration back during a call
	mediaDue bool        // the sound needs new ways as soon as the SIP server can be reached
	leg      *leg
	toAnswer *call       // an Answer that came before its SIP call
	doubt    *time.Timer // runs while gateway and phone contradict each other
	asked    bool        // a GetState that is to settle a contradiction is on its way
	sound    soundCheck

	orders  int64
	answers map[string]*answerable
}

// answerable is an order that waits for its answer.
type answerable struct {
	timer *time.Timer
	take  func(fault spec.PhoneFault, detail wire.Raw)
}

// order gives an order that is not answered.
func (c *Client) order(order spec.PhoneOrder, detail wire.Raw) (id string) {
	c.phone.orders++
	id = strconv.FormatInt(c.phone.orders, 10)
	c.record(recordOrder, id+" "+string(order))
	c.cfg.Phone.Order(id, order, detail)
	return id
}

// ask gives an order; take gets its answer, under the lock, after limit at the
// latest. fault is "" where the order was carried out.
func (c *Client) ask(order spec.PhoneOrder, detail wire.Raw, limit time.Duration, take func(fault spec.PhoneFault, detail wire.Raw)) {
	p := &c.phone
	id := strconv.FormatInt(p.orders+1, 10)
	a := &answerable{take: take}
	if p.answers == nil {
		p.answers = map[string]*answerable{}
	}
	p.answers[id] = a
	a.timer = time.AfterFunc(limit, func() {
		c.lock()
		defer c.unlock()
		if p.answers[id] == a {
			delete(p.answers, id)
			take(spec.FaultFailed, `{"Detail":"time-out"}`)
		}
	})
	c.order(order, detail)
}

// PhoneTells takes what the Phone has to tell: the answer to the order id, or
// news of its own, with the object that spec.PhoneNews describes.
func (c *Client) PhoneTells(id string, news spec.PhoneNews, detail wire.Raw) {
	c.lock()
	defer c.unlock()
	defer c.survive("news of the phone")
	if c.state == destroyed || c.cfg.Phone == nil {
		return
	}
	if news != spec.NewsQuality {
		c.record(recordPhone, id+" "+string(news)+" "+string(detail))
	}
	if news == spec.NewsDone || news == spec.NewsFailed {
		c.phoneAnswers(id, news, detail)
		return
	}
	if c.phone.state == phoneOff {
		return
	}
	c.phoneNews(news, detail)
	c.comparePhone()
}

func (c *Client) phoneAnswers(id string, news spec.PhoneNews, detail wire.Raw) {
	a := c.phone.answers[id]
	if a == nil {
		return
	}
	delete(c.phone.answers, id)
	a.timer.Stop()
	fault := spec.PhoneFault("")
	if news == spec.NewsFailed {
		fault = spec.PhoneFault(detail.Get("Fault").TextOrDigits())
		if fault == "" {
			fault = spec.FaultFailed
		}
	}
	a.take(fault, detail)
	c.comparePhone()
}

func (c *Client) phoneNews(news spec.PhoneNews, detail wire.Raw) {
	status, _ := detail.Get("Status").Int()
	name := detail.Get("Leg").TextOrDigits()
	switch news {
	case spec.NewsRegistered:
		c.registered()
	case spec.NewsUnregistered:
		c.unregistered(status)
	case spec.NewsNetwork:
		c.networkChanged()
	case spec.NewsBlocked:
		c.log(LevelWarn, spec.Why(c.lang, spec.SoundBlocked, ""))
	case spec.NewsReplaced:
		c.log(LevelWarn, "a device disappeared, another took its place: "+wire.Printable(detail.Get("Kind").TextOrDigits()))
	case spec.NewsIncoming:
		c.rings(name, detail.Get("Answer").Kind() == wire.True)
	default:
		if l := c.phone.leg; l != nil && l.name == name {
			c.legNews(l, news, status, detail)
		}
	}
}

// phoneFailure is the Error of a call that the phone did not carry out.
func (c *Client) phoneFailure(call *call, fault spec.PhoneFault, detail wire.Raw) *Error {
	return c.failure(call.row.Name, call.row.Code, spec.ReasonForFault(fault), detail.Get("Detail").TextOrDigits())
}
