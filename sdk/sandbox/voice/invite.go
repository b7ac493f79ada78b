package voice

import (
	"errors"

	"github.com/emiago/sipgo/sip"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// bizIDHeader carries the option BizId of MakeCall (inferred).
const bizIDHeader = "X-Biz-Id"

// invite handles a phone that dials, or changes a call it has.
func (s *Server) invite(r *sip.Request, tx sip.ServerTransaction) {
	if inCall(r) {
		s.reinvited(r, tx)
		return
	}
	p := s.authenticate(r, tx, proxyUnauthorized)
	if p == nil {
		return
	}
	if r.Contact() == nil {
		respond(tx, r, sip.StatusBadRequest, "Contact is missing")
		return
	}
	c, err := s.newSession(p)
	if err != nil {
		respond(tx, r, sip.StatusInternalServerError, "No sound")
		return
	}
	answer, err := c.media.answer(c.ctx, string(r.Body()), false)
	if err != nil {
		c.over()
		c.release()
		s.log("agent %s: the offer of the web phone was refused: %v", p.agentID, err)
		respond(tx, r, sip.StatusNotAcceptableHere, "Audio in PCMU over DTLS-SRTP is what is spoken here")
		return
	}
	r = r.Clone() // the transaction reads its own to send 100 Trying
	s.mu.Lock()
	c.dialog = dialogOf(r)
	s.dialogs[c.dialog.callID] = c
	p.dialling = c
	s.mu.Unlock()

	var bizID string
	if h := r.GetHeader(bizIDHeader); h != nil {
		bizID = h.Value()
	}
	if _, err := s.platform.PhoneDials(p.agentID, r.Recipient.User, bizID); err != nil {
		s.end(c, false)
		v := refusal(err)
		respond(tx, r, v.status, v.reason)
		return
	}
	if !tx.OnCancel(func(*sip.Request) { s.run(func() { s.hangUp(c) }) }) {
		s.hangUp(c)
		return
	}
	for {
		select {
		case v := <-c.verdicts:
			if v.status == sip.StatusOK {
				respondSDP(tx, r, answer)
				s.talks(c)
				return
			}
			respond(tx, r, v.status, v.reason, sip.HeaderClone(&contact))
			if v.status >= sip.StatusOK {
				return
			}
		case <-tx.Done():
			s.hangUp(c) // cancelled, or the phone has gone
			return
		case <-s.ctx.Done():
			return
		}
	}
}

// hangUp handles a phone that gives up a call.
func (s *Server) hangUp(c *session) {
	if c.ctx.Err() == nil {
		s.end(c, false)
		_ = s.platform.PhoneHangsUp(c.phone.agentID)
	}
}

// refusal returns the response to a phone when the engine declines to dial.
func refusal(err error) verdict {
	var refused *sandbox.Refusal
	if errors.As(err, &refused) {
		switch refused.Code {
		case spec.ServerNoSuchSpNumber:
			return verdict{sip.StatusForbidden, "No relay number reaches this number"}
		case spec.ServerParameterError:
			return verdict{sip.StatusAddressIncomplete, "Address Incomplete"}
		case spec.ServerBadAgentState:
			return verdict{sip.StatusTemporarilyUnavailable, "The agent cannot dial now"}
		}
	}
	return verdict{sip.StatusInternalServerError, "Server Internal Error"}
}
