package sdk

import (
	"context"
	"math/rand/v2"
	"strconv"
	"sync"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Client is one agent's connection to the platform. Its methods may be called
// from any goroutine and from event handlers.
type Client struct {
	cfg       Config
	lang      spec.Language
	transport transport
	events    *queue
	tokens    tokenSource
	msgPrefix string

	mu         sync.Mutex
	after      []func() // what to do once mu is free: settle callers, write log lines
	state      connState
	session    *session // of the present attempt or connection, nil without one
	failed     int      // attempts that failed in a row
	refusals   int      // how many of those were a refused token
	retryTimer *time.Timer
	retryDelay time.Duration
	everOnline bool // Ready was raised
	stayClosed bool // Disconnect was called and no Connect since
	connecting []func(*Error)
	parked     []*call  // calls that wait for the connection, in order
	doubted    []*call  // MakeCalls of which only the state can tell what came of them
	lastCall   wire.Raw // the Data of the last event of the call, "" without a call
	// told is what the page was told last of a state and a mode that the server
	// has agreed to change since; "" otherwise.
	told struct {
		agent spec.AgentState
		mode  spec.PhoneMode
	}
	view      Snapshot
	agentNews int // how often the server told the agent's state or phone mode
	seen      recent
	seq       int64
	stats     Stats
	recorder  recorder
	phone     webPhone
	// delay says how long to wait after failed attempts: the policy, or a replay.
	delay func(failed int) (time.Duration, bool)
}

// New checks cfg and returns a client that is not connected yet. Close it when
// it is no longer needed.
func New(cfg Config) (*Client, error) {
	if err := cfg.check(); err != nil {
		return nil, err
	}
	c := &Client{cfg: cfg, transport: newTransport(cfg.Native), msgPrefix: strconv.FormatUint(rand.Uint64(), 36) + "-"}
	known := false
	if c.lang, known = cfg.language(); !known {
		c.logNow(LevelWarn, "unknown language code: messages and labels are in zh-CN; pass zh-CN or en-US")
	}
	if c.cfg.KickCodes == nil {
		c.cfg.KickCodes = DefaultKickCodes
	}
	c.tokens.provider, c.tokens.note = cfg.Token, c.note
	c.view.ConnectState = spec.ConnectDisconnect
	c.events = newQueue(c.logNow)
	c.recorder.began, c.recorder.keep = time.Now(), RecordEntries
	c.delay = cfg.Reconnect.next
	return c, nil
}

// Connect opens the connection and returns when the server has told the
// agent's state; at once if it is open. After a failure the client goes on
// trying by itself as Config.Reconnect says. Ending ctx ends the wait only.
func (c *Client) Connect(ctx context.Context) error {
	_, err := c.Invoke(ctx, "ConnectAsync", "")
	return err
}

// Disconnect closes the connection and keeps it closed until Connect. The
// agent stays logged in. Calls that wait for an answer fail with code 0904.
func (c *Client) Disconnect() {
	c.lock()
	defer c.unlock()
	c.disconnect()
}

// Close logs the agent out, closes the connection and ends the client: no
// event follows, every later call fails with code 0902. Safe to call twice.
func (c *Client) Close() {
	c.lock()
	defer c.unlock()
	c.destroy()
}

// Invoke calls a method by its JavaScript name with the JSON array of its
// arguments ("" for none) and returns the Data it resolves to. An error is of
// type *Error, or ctx's own if that ended first; the call itself goes on then.
func (c *Client) Invoke(ctx context.Context, method string, args wire.Raw) (wire.Raw, error) {
	type outcome struct {
		data wire.Raw
		err  *Error
	}
	settled := make(chan outcome, 1)
	c.InvokeFunc(method, args, func(data wire.Raw, err *Error) { settled <- outcome{data, err} })
	select {
	case o := <-settled:
		if o.err != nil {
			return "", o.err
		}
		return o.data, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// Stats counts what the client survived.
type Stats struct {
	BadFrames     int // frames that are no JSON object, lack a Method or hold wrong types
	Oversized     int // frames larger than MaxFrame
	UnknownFrames int // notifications of a Method that raises no event
	LateReplies   int // replies that nobody waits for
	Duplicates    int // notifications that came twice
}

// Stats returns the counts so far.
func (c *Client) Stats() Stats {
	c.lock()
	defer c.unlock()
	return c.stats
}

// lock and unlock guard the client's state. What is put into after runs once
// the lock is free, so that no callback of the user's runs under it.
func (c *Client) lock() { c.mu.Lock() }

func (c *Client) unlock() {
	after := c.after
	c.after = nil
	c.mu.Unlock()
	for _, f := range after {
		f()
	}
}

// log writes a line once the lock is free.
func (c *Client) log(level Level, message string) {
	c.record(recordNote, message)
	c.after = append(c.after, func() { c.logNow(level, message) })
}

// logNow writes a line; a Log that panics changes nothing.
func (c *Client) logNow(level Level, message string) {
	if c.cfg.Log == nil {
		return
	}
	defer func() { _ = recover() }()
	c.cfg.Log(level, message)
}
