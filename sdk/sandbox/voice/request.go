package voice

import (
	"runtime/debug"

	"github.com/emiago/sipgo/sip"
)

// serve hands a request to its handler. One of a phone whose SIP is silent is
// lost, and one that a fault refuses gets its status. One without the headers
// that every request has gets 400, so that no handler need check. A handler
// that panics ends the request with 500, not the program with all that runs
// beside it.
func (s *Server) serve(handle sipHandler, r *sip.Request, tx sip.ServerTransaction) {
	if missing := missingHeader(r); missing != "" {
		respond(tx, r, sip.StatusBadRequest, missing+" is missing")
		return
	}
	p := s.caller(r)
	if p != nil && p.silent.now() {
		tx.Terminate()
		return
	}
	if p != nil && !inCall(r) {
		if status, refuses := s.platform.RefusesPhone(p.agentID, string(r.Method)); refuses {
			respond(tx, r, status, "Refused by a scripted fault")
			return
		}
	}
	defer func() {
		if failure := recover(); failure != nil {
			// The stack has no header's value in it.
			s.log("a mistake in the sandbox ended a %s with 500: %v\n%s", r.Method, failure, debug.Stack())
			respond(tx, r, sip.StatusInternalServerError, "A mistake in the sandbox")
		}
	}()
	handle(r, tx)
}

type sipHandler func(*sip.Request, sip.ServerTransaction)

// missingHeader names the first header that every request has (RFC 3261,
// section 8.1.1) and this one has not. It is empty if there is none.
func missingHeader(r *sip.Request) string {
	switch {
	case r.From() == nil:
		return "From"
	case r.To() == nil:
		return "To"
	case r.CallID() == nil:
		return "Call-ID"
	case r.CSeq() == nil:
		return "CSeq"
	case r.Via() == nil:
		return "Via"
	}
	return ""
}

// caller returns the phone that a request claims to be from, nil if there is
// none. From then on its socket is known to be that phone's.
func (s *Server) caller(r *sip.Request) *phone {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.numbers[r.From().Address.User]
	if c := s.sockets[r.Source()]; c != nil && p != nil {
		c.phone.Store(p)
	}
	return p
}

// inCall reports whether the request belongs to a call that there is already.
func inCall(r *sip.Request) bool { return r.To().Params.Has("tag") }
