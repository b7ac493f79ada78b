package sdk

import (
	"slices"
	"strconv"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// session is one attempt to connect and, if it succeeds, the connection. A
// client has at most one; what a past one receives is ignored.
type session struct {
	c       *core
	ctx     *stopContext // ends with the session
	appID   string       // of the token, "" if that names none
	socket  socket       // nil until it is open
	early   []func()     // what the socket reported before it was known to be open
	reader  wire.Reader
	pending []*request // in the order in which they were sent
	ping    *timer
	poll    *timer
	watch   *timer
	watched time.Time // when watch last ran
}

// request is a frame that waits for its reply.
type request struct {
	id     string // the MsgId
	method string
	call   *call // whose request it is, nil for the client's own
	timer  *timer
	// answer receives the reply, or nil and the reason why there is none.
	answer func(reply *wire.Incoming, why spec.Reason)
}

func newSession(c *core) *session {
	return &session{c: c, ctx: newStopContext()}
}

func (s *session) current() bool { return s.c.conn.session == s }

// start asks for a token; the socket follows.
func (s *session) start() {
	s.c.tokens.fetch(func(cred Credentials, why spec.Reason, detail string) {
		switch {
		case !s.current():
		case why != spec.NoReason:
			s.c.conn.fail(why, detail)
		case s.c.conn.move(token, why, detail):
			s.appID = cred.AppID
			s.dial(cred)
		}
	})
}

func (s *session) dial(cred Credentials) {
	c := s.c
	url := wire.SocketURL(c.cfg.Domain, c.cfg.AppID, c.cfg.AgentID, cred.Token, cred.Timestamp)
	on := socketEvents{
		message: func(text string) {
			c.enter("a frame", func() { s.hear(func() { s.message(text) }) })
		},
		oversized: func(int) {
			c.enter("a frame", func() { s.hear(s.oversized) })
		},
		closed: func(code int) {
			c.enter("the end of the socket", func() { s.hear(func() { s.closed(code) }) })
		},
		released: func() { c.enter("the end of the socket", func() { c.sockets-- }) },
	}
	var socket socket
	var err error
	inTime := c.later(DialTimeout, s.ctx.stop)
	c.spawn("opening the socket", func() { socket, err = c.transport.dial(s.ctx, url, on) }, func(failed bool) {
		inTime.stop()
		if socket != nil && err == nil && !failed {
			c.sockets++
			s.opened(socket)
			return
		}
		s.notOpened(cred, err)
	})
}

func (s *session) opened(socket socket) {
	c := s.c
	c.record(recordDial, "")
	if !s.current() {
		c.effect(func() { socket.close(wire.CloseNormal, "") })
		return
	}
	s.socket = socket
	c.conn.unopened = 0
	c.conn.move(opened, spec.NoReason, "")
	s.ping = c.later(PingInterval, s.keepAlive)
	s.getState(ReplyTimeout, nil)
	for _, hear := range s.early {
		c.then(hear)
	}
	s.early = nil
}

// notOpened ends an attempt without a socket.
func (s *session) notOpened(cred Credentials, err error) {
	c := s.c
	_, refused := err.(refusedUpgrade)
	why := spec.DialFailed
	if refused {
		why = spec.Rejected
	}
	c.record(recordDial, "").n = int64(why)
	if !s.current() {
		return
	}
	c.conn.unopened++
	switch {
	case refused:
		c.conn.refuse()
	case c.conn.unopened >= maxUnopened, !c.conn.everOnline && s.ctx.Err() == nil:
		s.askBackend(cred)
	default:
		c.conn.fail(spec.DialFailed, "")
	}
}

// hear handles the events of the socket, in order. Those that come before the
// client knows that the socket is open are handled right after.
func (s *session) hear(f func()) {
	switch {
	case !s.current():
	case s.socket != nil:
		f()
	case len(s.early) < MaxWaiting:
		s.early = append(s.early, func() {
			if s.current() {
				f()
			}
		})
	}
}

// end closes the socket; the requests that wait for a reply are settled in the
// order in which they were sent.
func (s *session) end(why spec.Reason) {
	s.c.cancel(s.ctx)
	s.ping.stop()
	s.poll.stop()
	s.watch.stop()
	pending := s.pending
	s.pending = nil
	for _, r := range pending {
		r.timer.stop()
		s.c.then(func() { s.answered(r, nil, why) })
	}
	if socket := s.socket; socket != nil {
		s.c.effect(func() { socket.close(wire.CloseNormal, "") })
	}
}

// answered passes a request its result.
func (s *session) answered(r *request, reply *wire.Incoming, why spec.Reason) {
	s.c.serving = r.call
	r.answer(reply, why)
}

// send sends a request whose reply nobody waits for.
func (s *session) send(method string, params wire.Raw) (msgID string) {
	c := s.c
	c.calls.seq++
	msgID = c.msgID(c.calls.seq)
	frame := wire.Request{Method: method, MsgID: msgID, SeqID: c.calls.seq, UnixMs: c.stepTime().UnixMilli()}.Frame(params)
	c.record(recordOut, frame)
	s.write(frame)
	return msgID
}

func (s *session) write(frame string) {
	socket := s.socket
	s.c.effect(func() { socket.send(frame) })
}

// request sends a request; answer is called once, as part of a step, within
// limit. call is the call that it serves, nil for the client's own.
func (s *session) request(call *call, method string, params wire.Raw, limit time.Duration, answer func(reply *wire.Incoming, why spec.Reason)) {
	r := &request{id: s.send(method, params), method: method, call: call, answer: answer}
	s.pending = append(s.pending, r)
	r.timer = s.c.later(limit, func() {
		if s.take(func(other *request) bool { return other == r }) != nil {
			s.answered(r, nil, spec.TimedOut)
		}
	})
}

// take removes and returns the first waiting request that one accepts, or nil.
func (s *session) take(one func(r *request) bool) *request {
	for i, r := range s.pending {
		if one(r) {
			s.pending = slices.Delete(s.pending, i, i+1)
			return r
		}
	}
	return nil
}

func (c *core) msgID(seq int64) string {
	id := make([]byte, 0, len(c.msgPrefix)+13)
	return string(strconv.AppendInt(append(id, c.msgPrefix...), seq, 36))
}

// keepAlive sends a ping. A missing pong proves nothing; a GetState does.
func (s *session) keepAlive() {
	s.write(wire.Ping)
	s.ping = s.c.later(PingInterval, s.keepAlive)
}

func (s *session) pollState() {
	s.getState(ReplyTimeout, nil)
	s.poll = s.c.later(StateInterval, s.pollState)
}

// getState requests the state. An answer proves that the connection works, no
// answer within limit that it is dead. done may be nil.
func (s *session) getState(limit time.Duration, done func(reply *wire.Incoming, why spec.Reason)) {
	s.askState(nil, limit, done)
}

func (s *session) askState(call *call, limit time.Duration, done func(reply *wire.Incoming, why spec.Reason)) {
	s.request(call, "GetState", "", limit, func(reply *wire.Incoming, why spec.Reason) {
		s.stateAnswered(limit, reply, why)
		if done != nil {
			done(reply, why)
		}
	})
}

func (s *session) stateAnswered(limit time.Duration, reply *wire.Incoming, why spec.Reason) {
	conn := &s.c.conn
	if !s.current() {
		return
	}
	switch {
	case why == spec.TimedOut && limit < ReplyTimeout:
		conn.failAwake()
	case why == spec.TimedOut:
		conn.fail(spec.StateSilent, "")
	case reply == nil:
	case reply.OK() && reply.Frame.Get("Data").Kind() == wire.Object:
		s.c.agent.stateCame(s, reply.Frame.Get("Data"))
	case conn.state != syncing:
	case tokenRefused(0, spec.ServerCode(reply.ErrCode), 0):
		conn.refuse()
	default:
		conn.fail(spec.StateSilent, "")
	}
}

// watchClock checks the clocks once a second: after a sleep the wall clock has
// run on while the monotonic one, or this timer, stood still.
func (s *session) watchClock() {
	s.watched = time.Now()
	s.watch = s.c.later(watchInterval, func() {
		now := time.Now()
		monotonic := now.Sub(s.watched)
		wall := now.Round(0).Sub(s.watched.Round(0))
		if slept := max(monotonic-watchInterval, (wall - monotonic).Abs()); slept > jump {
			s.c.log(LevelInfo, "the clocks jumped: asking whether the connection lives")
			s.c.conn.wake()
			s.c.phone.renew()
		}
		if s.current() {
			s.watchClock()
		}
	})
}

const (
	// WakeTimeout is how long a GetState after a wake-up waits for its answer.
	WakeTimeout = 1500 * time.Millisecond
	// watchInterval is the time between two checks of the clocks, and jump how far
	// they may be from what they should show.
	watchInterval = time.Second
	jump          = 2 * time.Second
)
