package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// phonePart is what the core asks of the web phone: webPhone, or noPhone where
// there is none.
type phonePart interface {
	// check refuses a call that the phone cannot do at present.
	check(call *call) *Error
	// perform performs a call whose work is the phone's, false where it is the
	// gateway's.
	perform(call *call) bool
	// serves tells the calls that need no gateway.
	serves(call *call) bool
	// hasCall tells whether there is a SIP call.
	hasCall() bool
	// sent and declined tell that a call's request left, and that the gateway
	// declined it.
	sent(call *call)
	declined(call *call)
	// agreed tells that the gateway did what a call asked for.
	agreed(call *call)
	// followMode brings the phone to where the gateway says it is.
	followMode()
	// compare looks whether gateway and phone contradict each other.
	compare()
	// callEvent takes a call's event from the gateway.
	callEvent(event string)
	// renew doubts the way to the SIP server.
	renew()
	// asksState tells that the state was asked for to settle a contradiction:
	// what changed is told as after an outage.
	asksState() bool
	// tells takes what the Phone has to tell.
	tells(id string, news spec.PhoneNews, detail wire.Raw)
	// end closes the phone; why is told to those who wait.
	end(why spec.Reason)
	// recordBeginning notes what an attempt to connect starts from, and restore
	// brings the phone there.
	recordBeginning(b *wire.Builder)
	restore(from wire.Raw)
}

// phoneHost is what the web phone needs of the core.
type phoneHost interface {
	snapshot() *Snapshot
	online() bool
	ready() bool // the state was known once
	destroyed() bool

	// request sends a frame; call is whose it is, nil for the phone's own.
	request(call *call, method string, params wire.Raw, answer func(reply *wire.Incoming, why spec.Reason))
	requestCall(call *call)
	frame(call *call) (method string, params wire.Raw)
	accountFrame() (method string, params wire.Raw)
	askState()
	// whenStateCame asks for the state; came tells whether the gateway told it.
	whenStateCame(done func(came bool))

	admit(call *call)
	settle(call *call, data wire.Raw, err *Error)
	fail(call *call, code spec.Code, reason spec.Reason, detail string)
	failure(method string, code spec.Code, reason spec.Reason, detail string) *Error
	result(row *spec.Method, reply wire.Raw, stripped func() wire.Raw) (wire.Raw, *Error)
	why(reason spec.Reason, detail string) string

	// backoff is how long to wait after failures in a row, false for no more.
	backoff(failed int) (time.Duration, bool)
	later(after time.Duration, f func()) *timer
	then(step func())
	effect(f func())
	raise(name string, data wire.Raw)
	raiseUnrecorded(name string, data wire.Raw)
	// answersBySelf tells whether the agent's options let the phone answer.
	answersBySelf() bool
	record(kind recordKind, text string) *entry
	log(level Level, message string)
}

// The core as the web phone's host.

func (c *core) snapshot() *Snapshot { return &c.agent.view }
func (c *core) online() bool        { return c.conn.state == online }
func (c *core) ready() bool         { return c.conn.everOnline }
func (c *core) destroyed() bool     { return c.conn.state == destroyed }

func (c *core) request(call *call, method string, params wire.Raw, answer func(*wire.Incoming, spec.Reason)) {
	c.conn.session.request(call, method, params, ReplyTimeout, answer)
}

func (c *core) requestCall(call *call) { c.calls.request(call) }
func (c *core) admit(call *call)       { c.calls.admit(call) }

func (c *core) frame(call *call) (method string, params wire.Raw) { return call.frame(c) }

// accountFrame asks for the web phone's account.
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
	return spec.Why(c.lang, reason, detail)
}

func (c *core) backoff(failed int) (time.Duration, bool) { return c.cfg.Reconnect.next(failed) }

func (c *core) answersBySelf() bool { return !c.cfg.ManualAnswer }

// raiseUnrecorded queues an event that comes so often that it would fill the
// recording.
func (c *core) raiseUnrecorded(name string, data wire.Raw) {
	c.queue.event(&Event{Names: []string{name}, Code: spec.Success, Data: data, State: c.agent.view}, MaxEvents, MaxEventBytes)
}
