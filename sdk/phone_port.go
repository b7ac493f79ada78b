package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// phonePart is the core's interface to the web phone: webPhone, or noPhone if
// there is none.
type phonePart interface {
	// check refuses a call that the phone cannot do at present.
	check(call *call) *Error
	// perform performs a call whose work is the phone's; false if it is the
	// gateway's.
	perform(call *call) bool
	// serves reports whether a call needs no gateway.
	serves(call *call) bool
	// hasCall reports whether there is a SIP call.
	hasCall() bool
	// sent and declined report that a call's request was sent, and that the
	// gateway declined it.
	sent(call *call)
	declined(call *call)
	// agreed reports that the gateway did what a call asked for.
	agreed(call *call)
	// followMode puts the phone into the mode that the gateway reports.
	followMode()
	// compare checks whether gateway and phone contradict each other.
	compare()
	// callEvent handles a call's event from the gateway.
	callEvent(event string)
	// renew opens a new connection to the SIP server.
	renew()
	// asksState reports whether the state was requested to settle a contradiction:
	// changes are then reported as after an outage.
	asksState() bool
	// tells handles news from the Phone.
	tells(id string, news spec.PhoneNews, detail wire.Raw)
	// inUse reports whether the phone is open, or being opened or tried.
	inUse() bool
	// lost handles the loss of the Phone.
	lost()
	// end closes the phone; waiting calls fail with why.
	end(why spec.Reason)
	// recordBeginning records the phone's state at the start of an attempt to
	// connect, and restore restores it.
	recordBeginning(b *wire.Builder)
	restore(from wire.Raw)
}

// phoneHost is what the web phone needs from the core.
type phoneHost interface {
	snapshot() *Snapshot
	online() bool
	ready() bool // the state has been known once
	destroyed() bool
	telephone() Phone // the one that takes orders, nil if it is gone

	// request sends a frame for call, nil for the phone itself.
	request(call *call, method string, params wire.Raw, answer func(reply *wire.Incoming, why spec.Reason))
	requestCall(call *call)
	frame(call *call) (method string, params wire.Raw)
	accountFrame() (method string, params wire.Raw)
	askState()
	// whenStateCame requests the state; came reports whether the gateway sent it.
	whenStateCame(done func(came bool))

	admit(call *call)
	// inner begins a call of the client's own.
	inner(method string, args wire.Raw, done func(data wire.Raw, err *Error))
	settle(call *call, data wire.Raw, err *Error)
	fail(call *call, code spec.Code, reason spec.Reason, detail string)
	failure(method string, code spec.Code, reason spec.Reason, detail string) *Error
	result(row *spec.Method, reply wire.Raw, stripped func() wire.Raw) (wire.Raw, *Error)
	why(reason spec.Reason, detail string) string

	// backoff returns how long to wait after failures in a row, false for no more.
	backoff(failed int) (time.Duration, bool)
	later(after time.Duration, f func()) *timer
	then(step func())
	effect(f func())
	raise(name string, data wire.Raw)
	// raiseMessage raises an event about a failure or, without a message, about
	// the end of one.
	raiseMessage(name string, data wire.Raw, message string)
	raiseUnrecorded(name string, data wire.Raw)
	// answersBySelf reports whether the phone may answer automatically.
	answersBySelf() bool
	record(kind recordKind, text string) *entry
	log(level Level, message string)
}

// The core as the web phone's host.

func (c *core) snapshot() *Snapshot { return &c.agent.view }
func (c *core) online() bool        { return c.conn.state == online }
func (c *core) ready() bool         { return c.conn.everOnline }
func (c *core) destroyed() bool     { return c.conn.state == destroyed }
func (c *core) telephone() Phone    { return c.pages.telephone() }

func (c *core) request(call *call, method string, params wire.Raw, answer func(*wire.Incoming, spec.Reason)) {
	c.conn.session.request(call, method, params, ReplyTimeout, answer)
}

func (c *core) requestCall(call *call) { c.calls.request(call) }
func (c *core) admit(call *call)       { c.calls.admit(call) }

func (c *core) frame(call *call) (method string, params wire.Raw) { return call.frame(c) }

// inner begins a call of the client's own. done is a step of its own.
func (c *core) inner(method string, args wire.Raw, done func(wire.Raw, *Error)) {
	c.begin(&call{row: spec.FindMethod(method), flow: flowOf(method), inner: done, given: args})
}

// accountFrame returns the request for the web phone's account.
func (c *core) accountFrame() (method string, params wire.Raw) {
	row := spec.FindMethod("GetWebPhoneInfoAsync")
	return (&call{row: row, flow: &plainFlow, args: arguments{row: row}}).frame(c)
}

func (c *core) whenStateCame(done func(came bool)) {
	c.conn.session.getState(ReplyTimeout, func(reply *wire.Incoming, _ spec.Reason) { done(reply != nil && reply.OK()) })
}

func (c *core) why(reason spec.Reason, detail string) string {
	if detail == "" {
		detail = limitOf(reason)
	}
	return c.words.Why(reason, detail)
}

func (c *core) backoff(failed int) (time.Duration, bool) { return c.cfg.Reconnect.next(failed) }

func (c *core) answersBySelf() bool { return !c.cfg.ManualAnswer }

func (c *core) raiseMessage(name string, data wire.Raw, message string) {
	e := &Event{Names: []string{name}, Code: spec.Success, Data: data, Message: message, Visible: message != ""}
	c.address(e)
	if message != "" {
		e.Code = spec.FindEvent(name).Fails
	}
	c.record(recordEvent, "").names = e.Names
	c.queue.event(e, 2*MaxEvents, 2*MaxEventBytes)
}

// raiseUnrecorded queues an event that comes so often that it would fill the
// recording.
func (c *core) raiseUnrecorded(name string, data wire.Raw) {
	e := &Event{Names: []string{name}, Code: spec.Success, Data: data}
	c.address(e)
	c.queue.event(e, MaxEvents, MaxEventBytes)
}
