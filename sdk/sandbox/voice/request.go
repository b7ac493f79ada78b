package voice

import (
	"runtime/debug"

	"github.com/emiago/sipgo/sip"
)

// serve hands a request to its handler. One without the headers that every
// request has gets 400, so that no handler need look. A handler that panics ends
// the request with 500, not the program with all that runs beside it.
func (s *Server) serve(handle sipHandler, r *sip.Request, tx sip.ServerTransaction) {
	if missing := missingHeader(r); missing != "" {
		respond(tx, r, sip.StatusBadRequest, missing+" is missing")
		return
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
