package voice

import (
	"time"

	"github.com/emiago/sipgo/sip"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// glareWait is how long a phone is left alone that was about to change the call
// itself (RFC 3261, section 14.1, for the side that did not begin the call).
const glareWait = time.Second

// reinvited handles a phone that changes its side of a call: new addresses
// after a change of network, or its own hold.
func (s *Server) reinvited(r *sip.Request, tx sip.ServerTransaction) {
	c := s.sessionOf(r)
	if c == nil {
		refuseUnknownCall(r, tx)
		return
	}
	s.mu.Lock()
	offering, held := c.offering, c.held
	if h := r.Contact(); h != nil {
		c.dialog.target = *h.Address.Clone()
	}
	s.mu.Unlock()
	if offering {
		respond(tx, r, sip.StatusRequestPending, "Request Pending")
		return
	}
	answer, err := c.media.answer(c.ctx, string(r.Body()), held)
	if err != nil {
		s.log("agent %s: a new offer of the web phone was refused: %v", c.phone.agentID, err)
		respond(tx, r, sip.StatusNotAcceptableHere, "Not Acceptable Here")
		return
	}
	respondSDP(tx, r, answer)
}

// reoffer tells the phone by re-INVITE whether it is held, if it does not know.
func (s *Server) reoffer(c *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || !c.talking || c.offering || c.held == c.wantsHold() {
		return
	}
	c.offering = true
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		for s.reofferOnce(c) {
		}
	}()
}

// wantsHold is called under the server's mu.
func (c *session) wantsHold() bool { return c.leg.State == sandbox.LegHeld }

// reofferOnce is true if there is more to tell.
func (s *Server) reofferOnce(c *session) bool {
	b := s.reach(c.ctx, c.phone)
	s.mu.Lock()
	held := c.wantsHold()
	if b == nil || held == c.held || c.ctx.Err() != nil {
		c.offering = false
		s.mu.Unlock()
		return false
	}
	r := c.dialog.request(sip.INVITE, c.media.reoffer(held))
	ack := c.dialog.request(sip.ACK, "")
	s.mu.Unlock()

	response, err := s.ask(c.ctx, r, b)
	switch {
	case err != nil:
		return true // when the phone is back, or never
	case response.IsSuccess():
		s.send(ack, b)
	case response.StatusCode == sip.StatusRequestPending:
		select {
		case <-time.After(glareWait):
		case <-c.ctx.Done():
		}
		return true
	case response.StatusCode == sip.StatusCallTransactionDoesNotExists:
		s.log("agent %s: the web phone has lost its call", c.phone.agentID)
		s.hangUp(c)
	}
	s.mu.Lock()
	c.held = held
	s.mu.Unlock()
	return true
}
