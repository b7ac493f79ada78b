//go:build !js

package sdk

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Replay feeds what ExportLog returned to a client without a network, at the
// recorded times, and hands every state, event and settlement to tell. The
// error says where the replay first differs from the recording. It takes as
// long as the recording; inside a testing/synctest bubble it takes no time.
//
// A recording that lost its beginning is replayed from the first attempt to
// connect that it holds; how calls made before that settled is not compared.
func Replay(recording string, tell func(line string)) error {
	head, entries, err := readRecording(recording)
	if err != nil {
		return err
	}
	r := &replay{tokens: make(chan spec.Reason), dials: make(chan spec.Reason), answers: make(chan recorded), over: make(chan struct{})}
	midway := head.Get("Dropped").Kind() == wire.True
	if midway {
		if entries = fromBegin(entries); len(entries) == 0 {
			return errors.New("sdk: the recording holds no attempt to connect; it can be read, not replayed")
		}
	}
	client, err := r.client(head, entries)
	if err != nil {
		return err
	}
	c := client.core
	defer func() {
		client.Close()
		close(r.over)
		time.Sleep(time.Nanosecond)
	}()
	if midway {
		c.recorder.began = c.recorder.began.Add(-entries[0].at)
		r.begin(c, entries[0].frame)
		for _, e := range entries[1:] {
			if e.kind != recordWaits {
				break
			}
			client.wait(e)
		}
	}
	sent := 0
	for _, e := range entries {
		time.Sleep(e.at - time.Since(c.recorder.began))
		if e.kind == recordOut {
			// A timer of the client caused it, which may be a little late here.
			sent++
			for patience := 0; patience < 100 && r.count() < sent; patience++ {
				time.Sleep(10 * time.Microsecond)
			}
			if r.count() < sent {
				// The request of a call that was made before the recording begins.
				r.skip(c)
			}
		}
		r.feed(client, e)
		// In a bubble the clock advances only when nothing else runs: the effects of
		// the entry are complete before the next is fed.
		time.Sleep(time.Nanosecond)
	}
	return compare(entries, &c.recorder, midway, tell)
}

// replay is the transport and the provider of a client that replays a
// recording.
type replay struct {
	tokens, dials chan spec.Reason
	answers       chan recorded
	over          chan struct{}

	mu   sync.Mutex
	on   socketEvents
	sent int // frames but for pings
}

func (r *replay) client(head wire.Raw, entries []recorded) (*Client, error) {
	member := func(name string) string { return head.Get(name).TextOrDigits() }
	c, err := New(Config{AppID: "replay", AgentID: member("AgentId"), Domain: "wss://replay", HTTPDomain: "https://replay",
		Language: member("Language"), Token: r.token, Phone: silentPhone{}})
	if err != nil {
		return nil, err
	}
	c.core.transport, c.core.msgPrefix, c.core.recorder.keep = r, member("Prefix"), 10*RecordEntries
	var delays []time.Duration
	for _, e := range entries {
		if e.kind == recordRetry {
			delays = append(delays, time.Duration(e.n)*time.Microsecond)
		}
	}
	c.core.conn.delay = func(int) (time.Duration, bool) {
		if len(delays) == 0 {
			return 0, false
		}
		next := delays[0]
		delays = delays[1:]
		return next, true
	}
	return c, nil
}

// begin brings the client to the state in which an attempt to connect began.
func (r *replay) begin(c *core, from wire.Raw) {
	number := func(name string) int64 { n, _ := from.Get(name).Int(); return n }
	text := func(name string) string { return from.Get(name).TextOrDigits() }
	state := func(name string) string { return from.At("State", name).TextOrDigits() }
	c.enter("the beginning", func() {
		c.calls.seq = number("Seq")
		c.conn.failed, c.conn.refused, c.conn.unopened = int(number("Failed")), int(number("Refused")), int(number("Unopened"))
		c.conn.everOnline = from.Get("Ready").Kind() == wire.True
		c.agent.lastCall = from.Get("LastCall")
		c.agent.announced.state = spec.AgentState(text("AnnouncedState"))
		c.agent.announced.mode = spec.PhoneMode(text("AnnouncedMode"))
		c.agent.view = Snapshot{AgentState: spec.AgentState(state("agentState")), AgentSubState: state("agentSubState"),
			PhoneMode: spec.PhoneMode(state("phoneMode")), PhoneState: spec.PhoneState(state("phoneState")),
			CallStatus: state("callStatus"), CallID: state("callId")}
		c.phone.restore(from)
		c.conn.state = connState(number("From"))
		c.conn.move(input(number("On")), spec.NoReason, "")
	})
}

// silentPhone takes orders and reports nothing: the news is in the recording.
type silentPhone struct{}

func (silentPhone) Order(string, spec.PhoneOrder, wire.Raw) {}

// feed replays an entry.
func (r *replay) feed(c *Client, e recorded) {
	r.mu.Lock()
	on := r.on
	r.mu.Unlock()
	switch e.kind {
	case recordCall:
		c.InvokeFunc(e.method, e.args, func(wire.Raw, *Error) {})
	case recordIn:
		on.message(string(e.frame))
	case recordToken:
		give(r.tokens, spec.Reason(e.n))
	case recordDial:
		give(r.dials, spec.Reason(e.n))
	case recordAnswer:
		give(r.answers, e)
	case recordClosed:
		code, _ := wire.Quote(e.text).Int()
		on.closed(int(code))
	case recordWake:
		c.Wake()
	case recordPhone:
		c.PhoneTells(e.id, spec.PhoneNews(e.text), e.frame)
	}
}

// wait repeats a call that waited for the attempt.
func (c *Client) wait(e recorded) {
	call := c.core.invoke(e.method, e.args, false, func(wire.Raw, *Error) {})
	c.core.enter("the beginning", func() {
		if call.timer != nil && call.timer.f != nil {
			left := time.Duration(e.n) * time.Microsecond
			call.until = time.Now().Add(left)
			f := call.timer.f
			call.timer.stop()
			call.timer = c.core.later(left, f)
		}
	})
}

// give passes a value to its receiver, which may be a little late here. If
// there is none, the call it was for was made before the recording begins.
func give[T any](to chan T, value T) {
	for range 100 {
		select {
		case to <- value:
			return
		default:
			time.Sleep(10 * time.Microsecond)
		}
	}
}

func (r *replay) token(ctx context.Context) (Credentials, error) {
	select {
	case why := <-r.tokens:
		if why != spec.NoReason {
			return Credentials{}, errors.New("as recorded")
		}
		return Credentials{Timestamp: "1", Token: "replay"}, nil
	case <-r.over:
		return Credentials{}, errors.New("the replay is over")
	case <-ctx.Done():
		return Credentials{}, ctx.Err()
	}
}

func (r *replay) dial(ctx context.Context, _ string, on socketEvents) (socket, error) {
	r.mu.Lock()
	r.on = on
	r.mu.Unlock()
	select {
	case why := <-r.dials:
		switch why {
		case spec.NoReason:
			return r, nil
		case spec.Rejected:
			return nil, refusedUpgrade{errors.New("as recorded")}
		}
		return nil, errors.New("as recorded")
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (r *replay) fetch(ctx context.Context, _, _, _ string) (int, string, error) {
	select {
	case e := <-r.answers:
		if e.n == 0 {
			return 0, "", errors.New("as recorded")
		}
		return int(e.n), string(e.frame), nil
	case <-ctx.Done():
		return 0, "", ctx.Err()
	}
}

func (r *replay) send(frame string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if frame != wire.Ping {
		r.sent++
	}
}

func (r *replay) count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.sent
}

// skip counts a frame that is not sent here, so that MsgIds match.
func (r *replay) skip(c *core) {
	c.enter("a skipped frame", func() { c.calls.seq++ })
	r.mu.Lock()
	r.sent++
	r.mu.Unlock()
}

func (r *replay) close(int, string) {}
