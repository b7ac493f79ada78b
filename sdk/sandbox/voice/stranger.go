package voice

import (
	"context"
	"time"

	"github.com/emiago/sipgo/sip"
)

const (
	// strangerNumber is who calls out of nowhere, a number that the plan does not
	// assign.
	strangerNumber = "10000000000"
	// strangerPatience is how long they ring, and how long they listen.
	strangerPatience = 10 * time.Second
)

// answerAfter asks a phone to answer at once.
func answerAfter() sip.Header { return sip.NewHeader("Call-Info", "<sip:"+domain+">;answer-after=0") }

// intrude calls a phone with a call that is unknown to the engine.
func (s *Server) intrude(p *phone, b *binding) {
	ctx, cancel := context.WithTimeout(s.ctx, strangerPatience)
	defer cancel()
	c, err := s.newSession(p)
	if err != nil {
		s.log("agent %s: no sound: %v", p.agentID, err)
		return
	}
	c.stranger = true
	defer s.end(c, true)
	offer, err := c.media.offer(ctx)
	if err != nil {
		return
	}
	s.mu.Lock()
	c.dialog = newDialog(strangerNumber, p, b)
	s.dialogs[c.dialog.callID] = c
	invite := c.dialog.request(sip.INVITE, offer)
	s.mu.Unlock()
	invite.AppendHeader(answerAfter())
	tx, err := s.begins(invite, b)
	if err != nil {
		return
	}
	defer tx.Terminate()
	for rings := false; ; {
		select {
		case response := <-tx.Responses():
			switch {
			case response.IsProvisional():
				rings = true
			case !response.IsSuccess():
				s.log("agent %s: the web phone has turned a stranger down (%d)", p.agentID, response.StatusCode)
				return
			default:
				s.log("agent %s: the web phone has answered a stranger", p.agentID)
				s.answeredStranger(ctx, c, response, b)
				return
			}
		case <-tx.Done():
			return
		case <-ctx.Done():
			s.cancelInvite(c, invite, tx, b, rings)
			return
		}
	}
}

// answeredStranger stays in the call until either side ends it.
func (s *Server) answeredStranger(ctx context.Context, c *session, response *sip.Response, b *binding) {
	s.mu.Lock()
	c.dialog.confirm(response)
	ack := c.dialog.request(sip.ACK, "")
	c.talking = true
	s.mu.Unlock()
	s.send(ack, b)
	if c.media.accept(string(response.Body())) != nil {
		return
	}
	select {
	case <-ctx.Done():
	case <-c.ctx.Done():
	}
}
