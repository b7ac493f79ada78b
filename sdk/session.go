package sdk

import (
	"strconv"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// session is one attempt to connect and, if it succeeds, the connection. A
// client has one at most; what a past one hears changes nothing.
type session struct {
	c       *Client
	lease   *lease // ends with the session
	socket  socket // nil until it is open
	pending map[string]*request
	ping    *time.Timer
	poll    *time.Timer
	watch   *time.Timer
	watched time.Time // when watch last ran
}

// request is a frame that waits for its reply.
type request struct {
	method string
	timer  *time.Timer
	// answer takes the reply, or nil and the reason why there is none.
	answer func(reply *wire.Incoming, why spec.Reason)
}

func newSession(c *Client) *session {
	return &session{c: c, lease: newLease(), pending: map[string]*request{}}
}

// open goes the way from a token to the first GetState.
func (s *session) open() {
	c := s.c
	cred, why, detail := c.tokens.fetch(s.lease)
	if !s.step(token, why, detail) {
		return
	}
	inTime := s.lease.limit(DialTimeout)
	url := wire.SocketURL(c.cfg.Domain, c.cfg.AppID, c.cfg.AgentID, cred.Token, cred.Timestamp)
	socket, err := c.transport.dial(s.lease, url, socketEvents{message: s.message, oversized: s.oversized, closed: s.closed})
	inTime()
	_, refused := err.(refusedUpgrade)
	switch {
	case refused:
		why = spec.Rejected
	case err != nil:
		why = spec.DialFailed
	}
	c.note(recordDial, why)

	c.lock()
	defer c.unlock()
	switch {
	case c.session != s:
		if err == nil {
			socket.close(wire.CloseNormal, "")
		}
	case refused:
		c.refuse()
	case err != nil:
		c.fail(why, "")
	default:
		s.socket = socket
		c.step(opened, spec.NoReason, "")
		s.ping = time.AfterFunc(PingInterval, s.keepAlive)
		s.getState(ReplyTimeout, nil)
	}
}

// step moves the connection on behalf of the session, unless it is a past one
// or why says that it failed.
func (s *session) step(on input, why spec.Reason, detail string) bool {
	s.c.lock()
	defer s.c.unlock()
	if s.c.session != s {
		return false
	}
	if why != spec.NoReason {
		s.c.fail(why, detail)
		return false
	}
	return s.c.step(on, why, detail)
}

// end closes the socket and settles what waits for a reply.
func (s *session) end(why spec.Reason) {
	s.lease.end()
	if s.ping != nil {
		s.ping.Stop()
	}
	if s.poll != nil {
		s.poll.Stop()
		s.watch.Stop()
	}
	for _, r := range s.take() {
		r.answer(nil, why)
	}
	if s.socket != nil {
		s.socket.close(wire.CloseNormal, "")
	}
}

// take empties pending, in the order in which the requests were sent.
func (s *session) take() []*request {
	all := make([]*request, 0, len(s.pending))
	for seq := int64(1); len(s.pending) > 0 && seq <= s.c.seq; seq++ {
		id := s.c.msgID(seq)
		if r := s.pending[id]; r != nil {
			r.timer.Stop()
			delete(s.pending, id)
			all = append(all, r)
		}
	}
	return all
}

// send writes a request that nobody waits for and returns its MsgId.
func (s *session) send(method string, params wire.Raw) (msgID string) {
	s.c.seq++
	msgID = s.c.msgID(s.c.seq)
	frame := wire.Request{Method: method, MsgID: msgID, SeqID: s.c.seq, UnixMs: time.Now().UnixMilli()}.Frame(params)
	s.c.record(recordOut, frame)
	s.socket.send(frame)
	return msgID
}

// request writes a request; answer is called once, under the lock, after limit
// at the latest.
func (s *session) request(method string, params wire.Raw, limit time.Duration, answer func(reply *wire.Incoming, why spec.Reason)) {
	r := &request{method: method, answer: answer}
	id := s.c.msgID(s.c.seq + 1)
	s.pending[id] = r
	r.timer = time.AfterFunc(limit, func() {
		s.c.lock()
		defer s.c.unlock()
		if s.pending[id] == r {
			delete(s.pending, id)
			r.answer(nil, spec.TimedOut)
		}
	})
	s.send(method, params)
}

func (c *Client) msgID(seq int64) string { return c.msgPrefix + strconv.FormatInt(seq, 36) }

// keepAlive sends a ping. A missing pong proves nothing; a GetState does.
func (s *session) keepAlive() {
	s.c.lock()
	defer s.c.unlock()
	if s.c.session == s {
		s.socket.send(wire.Ping)
		s.ping.Reset(PingInterval)
	}
}

func (s *session) pollState() {
	s.c.lock()
	defer s.c.unlock()
	if s.c.session == s {
		s.getState(ReplyTimeout, nil)
		s.poll.Reset(StateInterval)
	}
}

// getState asks for the state. An answer proves that the connection lives, its
// absence within limit that it is dead. done may be nil.
func (s *session) getState(limit time.Duration, done func(reply *wire.Incoming, why spec.Reason)) {
	c := s.c
	s.request("GetState", "", limit, func(reply *wire.Incoming, why spec.Reason) {
		data := wire.Raw("")
		if reply != nil && reply.OK() {
			data = reply.Frame.Get("Data")
		}
		if c.session == s {
			switch {
			case why == spec.TimedOut && limit < ReplyTimeout:
				c.failAwake()
			case why == spec.TimedOut:
				c.fail(spec.StateSilent, "")
			case data.Kind() == wire.Object:
				c.stateCame(s, data)
			case c.state == syncing && reply != nil && spec.ServerCode(reply.ErrCode) == spec.ServerAuthFailed:
				c.refuse()
			case c.state == syncing:
				c.fail(spec.StateSilent, "")
			}
		}
		if done != nil {
			done(reply, why)
		}
	})
}

// stateCame takes the server's word on agent, phone and call.
func (c *Client) stateCame(s *session, data wire.Raw) {
	data = wire.StateData(textMember(data, "CurSubStateId"), isCallEvent)
	before := c.view
	if c.told.agent != "" {
		before.AgentState, c.told.agent = c.told.agent, ""
	}
	if c.told.mode != "" {
		before.PhoneMode, c.told.mode = c.told.mode, ""
	}
	c.view.sync(data)
	c.agentNews++
	names := []string{"GetState"}
	if c.step(stateCame, spec.NoReason, "") {
		s.poll = time.AfterFunc(StateInterval, s.pollState)
		s.watchClock()
		if c.everOnline {
			c.resync(before, data)
		} else {
			c.everOnline = true
			names = []string{"Ready", "GetState"}
		}
		defer c.connected()
	} else if c.phone.asked {
		c.resync(before, data)
	}
	c.lastCall = ""
	if c.view.CallID != "" {
		c.lastCall = data
	}
	c.emit(Event{Names: names, Code: spec.Success, Data: data})
	c.followMode()
	c.comparePhone()
}
