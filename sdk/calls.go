package sdk

import (
	"slices"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// call is one invocation of a method. It settles once.
type call struct {
	row     *spec.Method
	flow    *flow
	args    arguments
	given   wire.Raw // the arguments as they came
	done    func(wire.Raw, *Error)
	inner   func(wire.Raw, *Error) // instead of done: for a call of the client's own, which the page does not see
	waits   bool                   // done passes the result to a goroutine that waits
	settled bool
	sent    bool      // its request left, or may have
	timer   *timer    // while it waits for the connection or the state
	until   time.Time // when its waits end, zero before the first
	// callBefore is the call that the agent was in when the request was sent.
	callBefore string
}

// calls are the invocations under way: which are sent, which wait, and which
// are refused.
type calls struct {
	c         *core
	seq       int64   // of the last frame
	parked    []*call // wait for the connection, in order
	uncertain []*call // only the state can tell what became of them
}

// withdraw cancels a call whose caller no longer waits. It returns false if the
// request may have been sent already.
func (c *core) withdraw(call *call) (unsent bool) {
	c.enter(call.row.Name, func() {
		if call.settled || call.sent {
			return
		}
		unsent = true
		call.settled = true
		call.timer.stop()
		c.calls.parked = without(c.calls.parked, call)
		c.conn.waiters = without(c.conn.waiters, call)
		c.record(recordNote, call.row.Name+" was withdrawn")
	})
	return unsent
}

func without(all []*call, gone *call) []*call {
	return slices.DeleteFunc(all, func(c *call) bool { return c == gone })
}

// admit sends a call, lets it wait, or refuses it, depending on the state of
// the connection.
func (cs *calls) admit(call *call) {
	c, conn := cs.c, &cs.c.conn
	inOutage := conn.state != online && conn.state != idle && conn.state != stopped
	switch {
	case call.settled:
	case conn.state == destroyed:
		c.fail(call, spec.NoSocket, spec.Destroyed, "")
	case call.flow.local != nil:
		call.flow.local(c, call)
	case conn.state == online, c.phone.serves(call):
		cs.perform(call)
	case !conn.everOnline && !conn.stayClosed && conn.state != stopped, inOutage && !call.row.Acts:
		cs.park(call)
	default:
		c.settle(call, "", c.notConnected(call))
	}
}

// park keeps a call until the connection is up, WaitLimit at most.
func (cs *calls) park(call *call) {
	if len(cs.parked) >= MaxWaiting {
		cs.c.fail(call, spec.SocketClosed, spec.TooManyWaiting, "")
		return
	}
	cs.parked = append(cs.parked, call)
	call.timer = cs.c.later(call.patience(), func() {
		cs.parked = without(cs.parked, call)
		cs.c.settle(call, "", cs.c.waitEnded(call))
	})
}

// patience returns how long the call may still wait: WaitLimit in all, however
// often the connection goes down.
func (call *call) patience() time.Duration {
	if call.until.IsZero() {
		call.until = time.Now().Add(WaitLimit)
	}
	return time.Until(call.until)
}

// release sends the calls that waited for the connection.
func (cs *calls) release() {
	parked := cs.parked
	cs.parked = nil
	for _, call := range parked {
		call.timer.stop()
		cs.c.then(func() {
			cs.c.serving = call
			cs.admit(call)
		})
	}
}

// fail settles all waiting calls.
func (cs *calls) fail(failure func(*call) *Error) {
	uncertain := cs.uncertain
	cs.uncertain = nil
	for _, call := range uncertain {
		cs.c.settle(call, "", cs.unknownOutcome(call))
	}
	cs.failParked(failure)
}

func (cs *calls) failParked(failure func(*call) *Error) {
	waiting := cs.parked
	cs.parked = nil
	for _, call := range waiting {
		cs.c.settle(call, "", failure(call))
	}
}

// perform checks a call against the state and sends its request.
func (cs *calls) perform(call *call) {
	c := cs.c
	if check := call.flow.check; check != nil {
		if err := check(c, call); err != nil {
			c.settle(call, "", err)
			return
		}
	}
	if err := c.phone.check(call); err != nil {
		c.settle(call, "", err)
		return
	}
	if c.phone.perform(call) {
		return
	}
	switch call.row.Via {
	case spec.Socket:
		cs.request(call)
	case spec.HTTP:
		call.sent = true
		c.backend.request(call)
	}
}

// request sends the call's frame and settles the call with the reply.
func (cs *calls) request(call *call) {
	c, s := cs.c, cs.c.conn.session
	if len(s.pending) >= MaxPending {
		c.fail(call, call.row.Code, spec.TooManyWaiting, "")
		return
	}
	call.sent = true
	if call.flow.asksState {
		s.askState(call, ReplyTimeout, func(reply *wire.Incoming, why spec.Reason) { cs.answer(call, reply, why) })
		return
	}
	method, params := call.frame(c)
	revision := c.agent.revision
	call.callBefore = c.agent.view.CallID
	c.phone.sent(call)
	s.request(call, method, params, ReplyTimeout, func(reply *wire.Incoming, why spec.Reason) {
		switch {
		case reply == nil:
		case !reply.OK():
			c.phone.declined(call)
		default:
			c.phone.agreed(call)
			if revision == c.agent.revision && call.flow.agreed != nil {
				call.flow.agreed(c, call)
			}
		}
		cs.answer(call, reply, why)
	})
}

// frame returns the call's request: its wire name and parameters.
func (call *call) frame(c *core) (method string, params wire.Raw) {
	if call.flow.frame != nil {
		return call.flow.frame(c, call)
	}
	var b wire.Builder
	return call.row.Wire, call.args.body(&b, c.cfg.AgentID, func(string) bool { return false }).Object()
}

// answer settles a call with the result of its request.
func (cs *calls) answer(call *call, reply *wire.Incoming, why spec.Reason) {
	c, row := cs.c, call.row
	var err *Error
	var data wire.Raw
	switch {
	case why == spec.ClosedBefore && c.conn.state == waiting && !row.Acts:
		// A read may be repeated; it waits like a new one.
		call.sent = false
		cs.admit(call)
		return
	case why == spec.ClosedBefore && c.conn.state == waiting && call.flow.byState != nil:
		cs.doubt(call)
		return
	case why == spec.ClosedBefore:
		err = c.failure(row.Name, spec.SocketClosed, why, "")
	case why == spec.Destroyed:
		err = c.failure(row.Name, spec.NoSocket, why, "")
	case why != spec.NoReason:
		err = c.failure(row.Name, row.Code, why, "")
	case !reply.OK():
		err = c.refusal(row, wire.Printable(reply.ErrCode), reply.Stripped())
	default:
		data, err = c.result(row, reply.Frame.Raw(), reply.Stripped)
	}
	c.settle(call, data, err)
	if err != nil && row.Acts {
		c.askState()
	}
}

// doubt keeps a call whose connection was lost before the reply. The next state
// decides its result, within WaitLimit.
func (cs *calls) doubt(call *call) {
	cs.uncertain = append(cs.uncertain, call)
	call.timer = cs.c.later(call.patience(), func() {
		cs.uncertain = without(cs.uncertain, call)
		cs.c.settle(call, "", cs.unknownOutcome(call))
	})
}

// settleUncertain settles the calls in doubt by the state.
func (cs *calls) settleUncertain(state wire.Value) {
	uncertain := cs.uncertain
	cs.uncertain = nil
	for _, call := range uncertain {
		if call.flow.byState(cs.c, call, state) {
			cs.c.settle(call, "null", nil)
		} else {
			cs.c.settle(call, "", cs.unknownOutcome(call))
		}
	}
}

func (cs *calls) unknownOutcome(call *call) *Error {
	err := cs.c.failure(call.row.Name, call.row.Code, spec.ClosedBefore, "")
	err.Data = `{"Outcome":"unknown"}`
	return err
}

// noteParked records the calls that wait for an attempt to connect.
func (cs *calls) noteParked() {
	for _, call := range cs.parked {
		e := cs.c.record(recordWaits, string(call.given))
		e.name, e.n = call.row.Name, call.patience().Microseconds()
	}
}
