package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// invokeFor begins a call of a page.
func (c *core) invokeFor(p *Page, method string, args wire.Raw, done func(wire.Raw, *Error)) {
	c.start(p, newCall(method, args, func(data wire.Raw, err *Error) { done(data, err) }))
}

// resumeFor settles a call that was under way when the previous client ended,
// as after an outage. p is nil for the client's own page.
func (c *core) resumeFor(p *Page, method string, args, told wire.Raw, done func(wire.Raw, *Error)) {
	call := newCall(method, args, func(data wire.Raw, err *Error) { done(data, err) })
	c.enter(call.row.Name, func() {
		c.serving = call
		c.record(recordNote, call.row.Name+" was under way in another page")
		if !c.read(call) {
			return
		}
		switch {
		case !call.row.Acts, call.flow.local != nil:
			c.pages.choosePhone(p, call)
			c.calls.admit(call)
		case call.flow.byState == nil:
			c.fail(call, spec.SocketClosed, spec.ClosedBefore, "")
		default:
			call.callBefore = told.At("State", "callId").TextOrDigits()
			c.calls.doubt(call)
			c.askDoubt()
		}
	})
}

// askDoubt requests the state, to settle the calls in doubt, if no attempt to
// connect will bring it.
func (c *core) askDoubt() {
	if c.conn.state != online {
		return
	}
	c.conn.session.getState(ReplyTimeout, func(reply *wire.Incoming, _ spec.Reason) {
		if reply != nil && reply.OK() && reply.Frame.Get("Data").Kind() == wire.Object {
			c.calls.settleUncertain(reply.Frame.Get("Data"))
		}
	})
}
