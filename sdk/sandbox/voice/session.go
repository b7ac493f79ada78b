package voice

import (
	"context"
	"time"

	"github.com/emiago/sipgo/sip"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// goodbyeTimeout is how long a phone that is away may take to come back and
// receive the end of a call: as long as a SIP transaction lasts.
const goodbyeTimeout = 32 * time.Second

// session is a web phone's SIP call, the sound of one leg of the engine's.
//
//	        180, 486 …                    BYE, from either side
//	ringing ──────────▶ talking ────────────────────────────────▶ over
//	   └────────────────── CANCEL, refusals ─────────────────────▶
//
// The engine decides: what the phone does is reported to the engine, and the
// resulting change of the leg is carried out here. Only an end counts at once.
type session struct {
	server *Server
	phone  *phone
	media  *media
	ctx    context.Context // ends with the session
	over   context.CancelFunc
	// verdicts are the responses to the INVITE of a phone that has dialled.
	verdicts chan verdict

	// Under the server's mu.
	leg      sandbox.LegChange // the zero value until the engine knows the call
	dialog   dialog
	talking  bool
	held     bool // what the phone was told last
	offering bool // a re-INVITE is under way
	stranger bool // no call of the engine's
}

// party names the session in its room.
func (c *session) party() party {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return party(c.leg.ChannelUUID)
}

// verdict is a response to an INVITE, without its body.
type verdict struct {
	status int
	reason string
}

func (s *Server) newSession(p *phone) (*session, error) {
	c := &session{server: s, phone: p, verdicts: make(chan verdict, 4)}
	c.ctx, c.over = context.WithCancel(s.ctx)
	var err error
	c.media, err = s.media.open(func(digit byte) { s.rooms.dialled(c, digit) }, p.loses)
	if err != nil {
		c.over()
	}
	return c, err
}

// conduct carries out the engine's changes.
func (s *Server) conduct() {
	for {
		c, more := s.changes.next()
		if !more {
			return
		}
		s.follow(c)
	}
}

// follow brings the phone in line with what has become of its leg.
func (s *Server) follow(leg sandbox.LegChange) {
	s.mu.Lock()
	c, p := s.sessions[leg.ChannelUUID], s.phones[leg.AgentID]
	switch {
	case c != nil:
	case leg.State == sandbox.LegDialling && p.dialling != nil:
		c, p.dialling = p.dialling, nil
		s.sessions[leg.ChannelUUID] = c
	case leg.State == sandbox.LegDialling || leg.State == sandbox.LegRinging || leg.State == sandbox.LegInvited:
		if !s.closed {
			c = s.callPhone(p, leg)
		}
	}
	if c != nil {
		c.leg = leg
	}
	s.mu.Unlock()

	if c != nil {
		switch leg.State {
		case sandbox.LegCleared:
			s.end(c, true)
		case sandbox.LegDialling:
			c.tell(verdict{sip.StatusRinging, "Ringing"})
		case sandbox.LegRinging, sandbox.LegInvited:
		default:
			c.tell(verdict{sip.StatusOK, "OK"})
			s.enter(c, leg.CallID)
			s.reoffer(c)
		}
	}
	s.rooms.arrange(s.platform, leg.CallID)
}

// callPhone begins a session by an INVITE to the phone. It is called under mu.
func (s *Server) callPhone(p *phone, leg sandbox.LegChange) *session {
	c, err := s.newSession(p)
	if err != nil {
		s.log("agent %s: no sound: %v", p.agentID, err)
		return nil
	}
	c.leg = leg
	s.sessions[leg.ChannelUUID] = c
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		s.ring(c)
	}()
	return c
}

// tell passes a response to the INVITE of a phone that has dialled.
func (c *session) tell(v verdict) {
	select {
	case c.verdicts <- v:
	default: // answered already
	}
}

// talks notes that the INVITE is answered. If the session has ended while the
// answer was on its way, it sends BYE and returns false.
func (s *Server) talks(c *session) bool {
	s.mu.Lock()
	c.talking = true
	over := c.ctx.Err() != nil
	s.mu.Unlock()
	if over {
		s.sayGoodbye(c)
		return false
	}
	s.reoffer(c)
	return true
}

// end ends a session. tellPhone is set unless the phone ended it.
func (s *Server) end(c *session, tellPhone bool) {
	s.mu.Lock()
	if c.ctx.Err() != nil {
		s.mu.Unlock()
		return
	}
	delete(s.sessions, c.leg.ChannelUUID)
	delete(s.dialogs, c.dialog.callID)
	if c.phone.dialling == c {
		c.phone.dialling = nil
	}
	talking, leg := c.talking, c.leg
	c.over()
	s.mu.Unlock()

	switch {
	case leg.Busy:
		c.tell(verdict{sip.StatusBusyHere, "Busy Here"})
	default:
		c.tell(verdict{sip.StatusTemporarilyUnavailable, "Temporarily Unavailable"})
	}
	c.release()
	if tellPhone && talking {
		s.run(func() { s.sayGoodbye(c) })
	}
	s.rooms.arrange(s.platform, leg.CallID)
}

// release frees what the session holds.
func (c *session) release() {
	c.server.rooms.leave(c)
	c.media.close()
}

// sayGoodbye sends BYE, over the phone's next socket if it has lost its own.
func (s *Server) sayGoodbye(c *session) {
	ctx, cancel := context.WithTimeout(s.ctx, goodbyeTimeout)
	defer cancel()
	for {
		b := s.reach(ctx, c.phone)
		if b == nil {
			return
		}
		if _, err := s.ask(ctx, s.request(c, sip.BYE, ""), b); err == nil {
			return
		}
	}
}

// reach returns the phone's registration, once there is one. It is nil if ctx
// ends before.
func (s *Server) reach(ctx context.Context, p *phone) *binding {
	for {
		s.mu.Lock()
		b, back := p.binding, p.back
		open := b != nil && s.sockets[b.source] != nil
		s.mu.Unlock()
		if open {
			return b
		}
		select {
		case <-back:
		case <-ctx.Done():
			return nil
		}
	}
}

// request returns the next request of the session's dialog.
func (s *Server) request(c *session, method sip.RequestMethod, sdp string) *sip.Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return c.dialog.request(method, sdp)
}

// bye handles a phone that hangs up a call in which it talks.
func (s *Server) bye(r *sip.Request, tx sip.ServerTransaction) {
	c := s.sessionOf(r)
	if c == nil {
		refuseUnknownCall(r, tx)
		return
	}
	respond(tx, r, sip.StatusOK, "OK")
	s.end(c, false)
	if !c.stranger {
		_ = s.platform.PhoneHangsUp(c.phone.agentID)
	}
}

// sessionOf finds the session that a request belongs to.
func (s *Server) sessionOf(r *sip.Request) *session {
	if r.CallID() == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dialogs[r.CallID().Value()]
}
