package sdk

import (
	"context"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Client is one agent's connection to the platform. Its methods may be called
// from any goroutine and from event handlers.
type Client struct{ core *core }

// New checks cfg and returns a client that is not connected yet. Close it when
// it is no longer needed.
func New(cfg Config) (*Client, error) {
	if err := cfg.check(); err != nil {
		return nil, err
	}
	if cfg.KickCodes == nil {
		cfg.KickCodes = DefaultKickCodes()
	}
	return &Client{newCore(cfg)}, nil
}

// Connect opens the connection and returns when the server has sent the agent's
// state; at once if the connection is open. After a failure the client keeps
// trying, as Config.Reconnect says. Ending ctx ends only the wait.
func (c *Client) Connect(ctx context.Context) error {
	_, err := c.Invoke(ctx, "ConnectAsync", "")
	return err
}

// SetBreak puts the agent on a break. reason is the Code of one of the tenant's
// break reasons, which GetAgentStates lists; 0 is none.
//
// Failure code: 0201.
func (c *Client) SetBreak(ctx context.Context, reason int) error {
	var args argList
	args.add(textArg(AgentOnBreak))
	args.add(intArg(reason))
	_, err := c.call(ctx, "SetAgentStateAsync", args)
	return err
}

// Disconnect closes the connection and keeps it closed until Connect. The
// agent stays logged in. Calls that wait for an answer fail with code 0904.
func (c *Client) Disconnect() { c.core.enter("Disconnect", c.core.conn.disconnect) }

// Close logs the agent out, closes the connection and ends the client: no
// event follows, nothing more is sent, every later call fails with code 0902.
// It does not wait; Shutdown does. Safe to call twice.
func (c *Client) Close() { c.core.enter("Close", c.core.conn.destroy) }

// Shutdown is like Close, but waits until the client has released everything:
// the log-out is sent, the socket is closed, and nothing of the client is
// running. It must not be called in an event handler. Any error is ctx's.
func (c *Client) Shutdown(ctx context.Context) error {
	c.Close()
	select {
	case <-c.core.finished:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Invoke calls a method by its JavaScript name with the JSON array of its
// arguments ("" for none) and returns the Data it resolves to. An error is of
// type *Error, or ctx's own: when ctx ends, a call that was not sent yet is
// withdrawn; for one that was sent, an *Error says so and wraps ctx's.
func (c *Client) Invoke(ctx context.Context, method string, args Raw) (Raw, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	settled := make(chan outcome, 1)
	call := c.core.invoke(method, wire.Raw(args), true, func(data wire.Raw, err *Error) { settled <- outcome{data, err} })
	select {
	case o := <-settled:
		return o.result()
	case <-ctx.Done():
	}
	if c.core.withdraw(call) {
		return "", ctx.Err()
	}
	select {
	case o := <-settled:
		return o.result()
	default:
		err := c.core.failure(call.row.Name, call.row.Code, spec.AlreadySent, "")
		err.cause = ctx.Err()
		return "", err
	}
}

// outcome is what a call settled to.
type outcome struct {
	data Raw
	err  *Error
}

// result returns the outcome without a typed nil.
func (o outcome) result() (Raw, error) {
	if o.err != nil {
		return "", o.err
	}
	return o.data, nil
}

// InvokeFunc is Invoke without the wait: done is called once, in bounded time,
// where the event handlers run. Calls made one after the other are sent in that
// order. An event handler that has to wait for a call uses Invoke.
func (c *Client) InvokeFunc(method string, args Raw, done func(Raw, *Error)) {
	c.core.invoke(method, wire.Raw(args), false, func(data wire.Raw, err *Error) { done(data, err) })
}

// Stats counts the irregularities that the client has tolerated.
type Stats struct {
	BadFrames     int // frames that are not a JSON object, lack a Method or hold wrong types
	Oversized     int // frames larger than MaxFrame
	UnknownFrames int // notifications of a Method that raises no event
	LateReplies   int // replies that nobody waits for
	Duplicates    int // notifications that came twice
}

// Stats returns the counts so far.
func (c *Client) Stats() (stats Stats) {
	c.core.enter("Stats", func() { stats = c.core.stats })
	return stats
}

// Snapshot returns the current state. An event handler finds the state right
// after its event in Event.State.
func (c *Client) Snapshot() (snapshot Snapshot) {
	c.core.enter("Snapshot", func() { snapshot = c.core.agent.view })
	return snapshot
}

// Wake tells the client that the computer, the page or the network may have
// just come back. A connection is tested at once, and reopened if it does not
// answer within WakeTimeout; a wait for the next attempt ends. In a page the
// script calls it; a native program calls it if it can detect more than the
// clocks show.
func (c *Client) Wake() {
	c.core.enter("Wake", func() {
		c.core.record(recordWake, "")
		c.core.conn.wake()
	})
}

// Tick runs the timers that are due, for a program whose own timers are
// throttled, as they are by a browser in a hidden tab.
func (c *Client) Tick() { c.core.timeCame() }

// PhoneTells receives news from Config.Phone: the answer to the order id, or
// news of its own, with the object that spec.PhoneNews describes.
func (c *Client) PhoneTells(id string, news spec.PhoneNews, detail Raw) {
	c.core.enter("news of the phone", func() {
		if c.core.pages.phone == nil {
			c.core.phone.tells(id, news, wire.Raw(detail))
		}
	})
}
