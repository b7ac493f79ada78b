package sdk

import (
	"slices"
	"strconv"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// call is one invocation of a method. It settles once.
type call struct {
	row   *spec.Method
	args  arguments
	given wire.Raw // the arguments as they came
	done  func(wire.Raw, *Error)
	timer *time.Timer // while it waits for the connection
	until time.Time   // when its waits end, zero before the first
	// callBefore is the call that the agent was in when the request was sent.
	callBefore string
}

// InvokeFunc is Invoke without the wait: done is called once, in bounded time,
// on a goroutine of the client's. Calls made one after the other are sent in
// that order.
func (c *Client) InvokeFunc(method string, args wire.Raw, done func(wire.Raw, *Error)) {
	row := spec.FindMethod(method)
	if row == nil {
		done("", c.failure(method, spec.Failed, spec.UnknownMethod, ""))
		return
	}
	defer func() {
		if recover() != nil {
			c.logNow(LevelError, "the SDK failed on "+row.Name+"; send this log to its developers")
			done("", c.failure(row.Name, row.Code, spec.Broken, ""))
		}
	}()
	c.lock()
	defer c.unlock()
	call := &call{row: row, done: done}
	if len(args) <= MaxParams {
		call.given = args
		c.record(recordCall, row.Name+string(args))
	}
	switch {
	case c.state == destroyed && row.Name == "Destroy":
		c.settle(call, "null", nil)
		return
	case c.state == destroyed:
		c.settle(call, "", c.failure(row.Name, spec.NoSocket, spec.Destroyed, ""))
		return
	}
	var err *Error
	switch {
	case len(args) > MaxParams:
		err = c.failure(row.Name, row.Code, spec.TooLarge, strconv.Itoa(MaxParams))
	default:
		call.args, err = c.readArguments(row, args)
	}
	if err != nil {
		c.settle(call, "", err)
		return
	}
	c.admit(call)
}

// admit lets a call go, lets it wait, or turns it away, as the state of the
// connection asks.
func (c *Client) admit(call *call) {
	row := call.row
	inOutage := c.state != online && c.state != idle && c.state != stopped
	switch {
	case row.Name == "ConnectAsync":
		c.connect(func(err *Error) { call.done("null", err) })
	case row.Name == "Disconnect":
		c.disconnect()
		c.settle(call, "null", nil)
	case row.Name == "Destroy":
		c.destroy()
		c.settle(call, "null", nil)
	case row.Name == "Init":
		c.settle(call, "null", nil)
	case c.state == online, c.byPhone(row):
		c.perform(call)
	case !c.everOnline && !c.stayClosed && c.state != stopped, inOutage && !row.Acts:
		c.park(call)
	default:
		c.settle(call, "", c.failure(row.Name, spec.SocketClosed, spec.NotConnected, ""))
	}
}

// park keeps a call until the connection is up, WaitLimit at most.
func (c *Client) park(call *call) {
	if len(c.parked) >= MaxWaiting {
		c.settle(call, "", c.failure(call.row.Name, spec.SocketClosed, spec.TooManyWaiting, ""))
		return
	}
	c.parked = append(c.parked, call)
	call.timer = time.AfterFunc(call.patience(), func() {
		c.lock()
		defer c.unlock()
		if at := slices.Index(c.parked, call); at >= 0 {
			c.parked = slices.Delete(c.parked, at, at+1)
			c.settle(call, "", c.failure(call.row.Name, spec.SocketClosed, spec.WaitEnded, ""))
		}
	})
}

// patience is how long the call may still wait for the connection: WaitLimit
// in all, however often it goes down.
func (call *call) patience() time.Duration {
	if call.until.IsZero() {
		call.until = time.Now().Add(WaitLimit)
	}
	return time.Until(call.until)
}

// perform checks a call against the state and sends its request.
func (c *Client) perform(call *call) {
	if err := c.checkState(call); err != nil {
		c.settle(call, "", err)
		return
	}
	if c.performOnPhone(call) {
		return
	}
	switch call.row.Via {
	case spec.Socket:
		c.request(call)
	case spec.HTTP:
		go c.requestHTTP(call)
	}
}

// request sends the call's frame and settles the call by its reply.
func (c *Client) request(call *call) {
	if call.row.Wire == "GetState" {
		c.session.getState(ReplyTimeout, func(reply *wire.Incoming, why spec.Reason) { c.answer(call, reply, why) })
		return
	}
	method, params := c.frame(call)
	news := c.agentNews
	call.callBefore = c.view.CallID
	c.sends(call)
	c.session.request(method, params, ReplyTimeout, func(reply *wire.Incoming, why spec.Reason) {
		switch {
		case reply == nil:
		case !reply.OK():
			c.declined(call)
		case news == c.agentNews:
			c.agreed(call)
		}
		c.answer(call, reply, why)
	})
}

func (c *Client) answer(call *call, reply *wire.Incoming, why spec.Reason) {
	row := call.row
	var err *Error
	var data wire.Raw
	switch {
	case why == spec.ClosedBefore && c.state == waiting && !row.Acts:
		// A read may be repeated; it waits like one made now.
		c.admit(call)
		return
	case why == spec.ClosedBefore && c.state == waiting && row.Go == "MakeCall":
		c.doubt(call)
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
		data, err = c.result(row, reply.Frame, reply.Stripped())
	}
	if err != nil && row.Acts && c.state == online {
		c.session.getState(ReplyTimeout, nil)
	}
	c.settle(call, data, err)
}

// settle tells the caller what came of the call, once the lock is free.
func (c *Client) settle(call *call, data wire.Raw, err *Error) {
	code := spec.Success
	if err != nil {
		code = err.Code
	}
	c.record(recordSettled, call.row.Name+" "+string(code))
	c.after = append(c.after, func() { call.done(data, err) })
}
