package voice

import (
	"strconv"
	"time"

	"github.com/emiago/sipgo/sip"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

const (
	domain = "sandbox.invalid" // the server's name in SIP headers, which nobody resolves
	wsPort = 80

	// Registrations last as long as the phone asks, between these.
	minExpires = 1 * time.Second
	maxExpires = 1 * time.Hour
)

// phone is an agent's web phone.
type phone struct {
	agentID          string
	number, password string
	binding          *binding      // nil while it is not registered
	back             chan struct{} // closed while it is
	dialling         *session      // dialled here, and not yet known to the engine
	troubles
}

// binding is a registration.
type binding struct {
	contact sip.Uri // what the phone wants to be called
	source  string  // its socket
	expires *time.Timer
}

func newPhone(platform *sandbox.Platform, agentID string) *phone {
	account, err := platform.Terminal(agentID, spec.ModeWebRTC)
	must(err)
	return &phone{agentID: agentID, number: account.Number, password: account.Password, back: make(chan struct{})}
}

// register handles a phone that registers, refreshes or unregisters itself. It
// has one registration at most; a newer one takes its place.
func (s *Server) register(r *sip.Request, tx sip.ServerTransaction) {
	p := s.authenticate(r, tx, unauthorized)
	if p == nil {
		return
	}
	if r.To().Address.User != p.number {
		respond(tx, r, sip.StatusForbidden, "Not your number")
		return
	}
	contact := r.Contact()
	if contact == nil {
		respond(tx, r, sip.StatusOK, "OK")
		return
	}
	lasts := expires(r, contact)
	if lasts == 0 {
		s.unregisterIf(func(other *phone) bool {
			// A page that leaves does not unregister the one that came after it.
			return other == p && (contact.Address.Wildcard || contact.Address.User == p.binding.contact.User)
		})
		respond(tx, r, sip.StatusOK, "OK")
		return
	}
	s.bind(p, contact.Address, r.Source(), lasts)
	bound := &sip.ContactHeader{Address: contact.Address, Params: contact.Params.Clone()}
	bound.Params.Add("expires", strconv.Itoa(int(lasts/time.Second)))
	respond(tx, r, sip.StatusOK, "OK", bound)
}

// expires returns how long a phone wants to be registered. Zero ends it.
func expires(r *sip.Request, contact *sip.ContactHeader) time.Duration {
	text, given := contact.Params.Get("expires")
	if h := r.GetHeader("Expires"); !given && h != nil {
		text, given = h.Value(), true
	}
	seconds, err := strconv.Atoi(text)
	switch {
	case !given || err != nil || seconds < 0:
		return maxExpires
	case seconds == 0:
		return 0
	}
	return min(max(time.Duration(seconds)*time.Second, minExpires), maxExpires)
}

func (s *Server) bind(p *phone, contact sip.Uri, source string, lasts time.Duration) {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return
	}
	if p.binding != nil {
		p.binding.expires.Stop()
	} else {
		close(p.back)
	}
	b := &binding{contact: *contact.Clone(), source: source}
	b.expires = time.AfterFunc(lasts, func() { s.unregisterIf(func(p *phone) bool { return p.binding == b }) })
	p.binding = b
	s.mu.Unlock()
	s.log("agent %s: the web phone has registered", p.agentID)
	_ = s.platform.PhoneRegisters(p.agentID, true)
}

// unregisterAt ends the registrations of a socket that has gone.
func (s *Server) unregisterAt(source string) {
	s.unregisterIf(func(p *phone) bool { return p.binding.source == source })
}

// unregisterIf ends the registrations of those registered phones.
func (s *Server) unregisterIf(ends func(*phone) bool) {
	var gone []string
	s.mu.Lock()
	for _, p := range s.phones {
		if p.binding != nil && ends(p) {
			p.binding.expires.Stop()
			p.binding, p.back = nil, make(chan struct{})
			gone = append(gone, p.agentID)
		}
	}
	closed := s.closed
	s.mu.Unlock()
	for _, agentID := range gone {
		if !closed {
			s.log("agent %s: the web phone is not registered any more", agentID)
			_ = s.platform.PhoneRegisters(agentID, false)
		}
	}
}
