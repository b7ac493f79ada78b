package voice

import (
	"context"
	"time"

	"github.com/emiago/sipgo"
	"github.com/emiago/sipgo/sip"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// cancelTimeout is how long a phone may take to report that it rings when its
// call is cancelled; CANCEL must not be sent before (RFC 3261, section 9.1).
const cancelTimeout = 5 * time.Second

// ring calls a phone until it answers, refuses, or the leg is over. A phone
// that loses its socket while it rings is called again when it is back.
func (s *Server) ring(c *session) {
	for {
		b := s.reach(c.ctx, c.phone)
		if b == nil || !s.ringOnce(c, b) {
			return
		}
	}
}

// ringOnce sends an INVITE and follows it to its end. It is true if the phone
// was lost on the way.
func (s *Server) ringOnce(c *session, b *binding) (again bool) {
	offer, err := c.media.offer(c.ctx)
	if err != nil {
		s.log("agent %s: no sound: %v", c.phone.agentID, err)
		s.hangUp(c)
		return false
	}
	s.mu.Lock()
	delete(s.dialogs, c.dialog.callID)
	c.dialog = newDialog(c.leg.Number, c.phone, b)
	s.dialogs[c.dialog.callID] = c
	invite := c.dialog.request(sip.INVITE, offer)
	s.mu.Unlock()
	if s.answersItself(c) {
		invite.AppendHeader(answerAfter())
	}
	tx, err := s.begins(invite, b)
	if err != nil {
		return true
	}
	defer tx.Terminate()
	rings := false
	for {
		select {
		case response := <-tx.Responses():
			switch {
			case response.IsProvisional():
				rings = true
			case response.IsSuccess():
				s.answered(c, response, b)
				return false
			default:
				s.hangUp(c) // the phone refuses
				return false
			}
		case <-tx.Done():
			return c.ctx.Err() == nil
		case <-c.ctx.Done():
			s.cancelInvite(c, invite, tx, b, rings)
			return false
		}
	}
}

// answersItself reports whether the call is one that the agent has asked for or
// that is established already, so that the phone need not ring (inferred: it
// is what FreeSWITCH does with sip_auto_answer, by this header).
func (s *Server) answersItself(c *session) bool {
	for _, call := range s.platform.State().Calls {
		for _, l := range call.Legs {
			if l.ChannelUUID == c.leg.ChannelUUID {
				return l.State != sandbox.LegRinging && l.State != sandbox.LegInvited
			}
		}
	}
	return false
}

// answered handles a phone that takes the call.
func (s *Server) answered(c *session, response *sip.Response, b *binding) {
	s.mu.Lock()
	c.dialog.confirm(response)
	ack := c.dialog.request(sip.ACK, "")
	s.mu.Unlock()
	s.send(ack, b)
	if !s.talks(c) {
		return
	}
	if err := c.media.accept(string(response.Body())); err != nil {
		s.log("agent %s: the answer of the web phone cannot be used: %v", c.phone.agentID, err)
		s.end(c, true)
		_ = s.platform.PhoneHangsUp(c.phone.agentID)
		return
	}
	// A refusal means that the leg was answered in another way before.
	_ = s.platform.PhoneAnswers(c.phone.agentID)
}

// cancelInvite cancels an INVITE that has no final response. rings reports
// whether it has a provisional one.
func (s *Server) cancelInvite(c *session, invite *sip.Request, tx sip.ClientTransaction, b *binding, rings bool) {
	ctx, cancel := context.WithTimeout(s.ctx, cancelTimeout)
	defer cancel()
	cancelled := false
	for {
		if rings && !cancelled {
			cancelled = true
			s.run(func() { s.cancelNow(ctx, invite, b) })
		}
		select {
		case response := <-tx.Responses():
			switch {
			case response.IsProvisional():
				rings = true
			case response.IsSuccess():
				s.answered(c, response, b)
				return
			default:
				return
			}
		case <-tx.Done():
			return
		case <-ctx.Done():
			return
		}
	}
}

// cancelNow sends CANCEL, which has the INVITE's own Via and CSeq number.
func (s *Server) cancelNow(ctx context.Context, invite *sip.Request, b *binding) {
	r := sip.NewRequest(sip.CANCEL, invite.Recipient)
	for _, h := range []sip.Header{
		invite.Via(), invite.From(), invite.To(), invite.CallID(),
		&sip.CSeqHeader{SeqNo: invite.CSeq().SeqNo, MethodName: sip.CANCEL}, invite.MaxForwards(),
	} {
		r.AppendHeader(sip.HeaderClone(h))
	}
	r.SetBody(nil)
	if s.address(r, b) != nil {
		return
	}
	tx, err := s.client.TransactionRequest(ctx, r, func(*sipgo.Client, *sip.Request) error { return nil })
	if err != nil {
		return
	}
	defer tx.Terminate()
	select {
	case <-tx.Responses():
	case <-tx.Done():
	case <-ctx.Done():
	}
}
