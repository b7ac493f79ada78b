package voice

import (
	"fmt"
	"sync/atomic"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// troubles are the faults of a phone that last.
type troubles struct {
	silent   span // SIP messages are lost
	noSound  span // RTP and RTCP are lost
	noWay    span // all packets of calls are lost
	noSocket span // of the server: new sockets are refused
}

// span is a time from now on.
type span struct{ end atomic.Int64 }

func (s *span) begin(lasts time.Duration) { s.end.Store(time.Now().Add(lasts).UnixNano()) }
func (s *span) stop()                     { s.end.Store(0) }
func (s *span) now() bool                 { return time.Now().UnixNano() < s.end.Load() }

func (t *troubles) stop() {
	for _, s := range []*span{&t.silent, &t.noSound, &t.noWay, &t.noSocket} {
		s.stop()
	}
}

// loses reports whether a packet of a call is lost.
func (t *troubles) loses(packet []byte) bool {
	if t.noWay.now() {
		return true
	}
	// The first byte tells RTP and RTCP from STUN and DTLS (RFC 7983).
	return len(packet) > 0 && packet[0] >= 128 && packet[0] <= 191 && t.noSound.now()
}

// Suffer applies a fault to the agent's phone. Package sandbox calls it.
func (s *Server) Suffer(agentID string, fault sandbox.Fault) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, lasts := s.phones[agentID], time.Duration(fault.Ms)*time.Millisecond
	switch fault.Kind {
	case sandbox.FaultSIPDrop:
		s.troubles.noSocket.begin(lasts)
		if c := s.socketOf(p); c != nil {
			c.reset()
		}
	case sandbox.FaultSIPSilent:
		p.silent.begin(lasts)
	case sandbox.FaultMediaSilent:
		p.noSound.begin(lasts)
	case sandbox.FaultICEFail:
		p.noWay.begin(lasts)
	case sandbox.FaultAnswerAfter:
		b := p.binding
		if b == nil || s.closed {
			return &sandbox.Refusal{Code: spec.ServerBadAgentState, Reason: fmt.Sprintf(
				"the web phone of agent %s is not registered; %s calls it", agentID, fault.Kind)}
		}
		s.work.Add(1)
		go func() {
			defer s.work.Done()
			s.intrude(p, b)
		}()
	}
	return nil
}

// Forgive ends the faults that last, everybody's for "". Package sandbox calls it.
func (s *Server) Forgive(agentID string) {
	s.troubles.stop()
	for _, p := range s.phones { // never changes after Open
		if agentID == "" || agentID == p.agentID {
			p.troubles.stop()
		}
	}
}

// socketOf returns the socket over which the phone has registered, nil without
// one. It is called under mu.
func (s *Server) socketOf(p *phone) *socket {
	if p.binding == nil {
		return nil
	}
	return s.sockets[p.binding.source]
}
