package sandbox

import (
	"path"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// FaultKind names a Fault.
type FaultKind string

// The faults. Fault says what each does.
const (
	FaultDrop        FaultKind = "drop"
	FaultClose       FaultKind = "close"
	FaultStall       FaultKind = "stall"
	FaultGarbage     FaultKind = "garbage"
	FaultRCode       FaultKind = "rcode"
	FaultExpireToken FaultKind = "expire-token"
	FaultDelay       FaultKind = "delay"
	FaultDuplicate   FaultKind = "duplicate"
	FaultReorder     FaultKind = "reorder"
	FaultRefuse      FaultKind = "refuse"
	FaultLoseRequest FaultKind = "lose-request"
	FaultLoseReply   FaultKind = "lose-reply"
	FaultHTTP        FaultKind = "http"
	FaultSIPDrop     FaultKind = "sip-drop"
)

// Fault is something that is to go wrong for one agent. Members in brackets may
// be left out.
//
// These strike at once. All but expire-token and sip-drop need a connected agent:
//
//	drop                    resets the TCP connection, without a close frame
//	close Code [Reason]     closes the WebSocket
//	stall Ms                reads nothing and sends nothing for that time
//	garbage [Size]          sends a frame that is no JSON, of Size bytes
//	rcode [Code] [Method]   sends an error frame {"rcode","rdesc"} about Method
//	expire-token            tokens signed so far are refused with HTTP 401
//	sip-drop [Ms]           resets the web phone's SIP socket and for that time refuses all new ones
//
// These wait for what they strike:
//
//	delay Ms                the next frame to the agent goes out that much later, and none overtakes it
//	duplicate               the next notification is sent twice, with one MsgId
//	reorder                 the next reply that causes events is sent after them
//	refuse Method ErrCode   the next such request is refused, not carried out
//	lose-request Method     the connection drops before the next such request is carried out
//	lose-reply Method       the next such request is carried out, then the connection drops before reply and events
//	http Path Status [Ms]   the next such backend call answers Status after that time
//
// With a Count garbage and rcode send so many frames. Drop, close and stall
// strike again as soon as the agent's next connections are open. Expire-token
// refuses so many tokens in turn, each as often as it is shown; a token is
// newer if it was fetched from the sandbox since, or signed in a later second.
// Sip-drop strikes once, and takes no Count. The others strike the next Count
// times.
//
// A backend call names no agent. It is one of the agents who fetched its token
// or connected with it, and anybody's if none did. Agents who fetch a token
// within the same second get the same one.
type Fault struct {
	Kind FaultKind `json:"Fault"`
	// Count is how often the fault strikes, up to 1000. Zero means once.
	Count int `json:",omitempty"`
	// Code of a close frame, in decimal, or of an error frame, six digits. An
	// error frame without one has 000036, an upstream time-out (observed).
	Code string `json:",omitempty"`
	// Reason in a close frame, up to 123 bytes.
	Reason string `json:",omitempty"`
	// Method of the requests that are meant, as on the wire: Dialout. An error
	// frame without one is about GetState.
	Method string `json:",omitempty"`
	// ErrCode of the refusal, six digits.
	ErrCode spec.ServerCode `json:",omitempty"`
	// Path of the backend calls that are meant, without the backend's own
	// prefix: "/agents". A star stands for anything but a slash, as in
	// path.Match.
	Path string `json:",omitempty"`
	// Status of the backend's answer: 400 to 599 for a call that is not carried
	// out, 200 for one that is and only takes its time.
	Status int `json:",omitempty"`
	// Ms is a time in milliseconds, up to a day.
	Ms int `json:",omitempty"`
	// Size of a frame in bytes, up to 16 MiB. Zero means a few.
	Size int `json:",omitempty"`
}

// PlacedFault is an agent's fault that has yet to strike, Count times.
type PlacedFault struct {
	AgentID string `json:"AgentId"`
	Fault
}

// concerns tells whether the fault means the subject: the path of a backend
// call, otherwise the Method of a request.
func (f Fault) concerns(subject string) bool {
	if f.Kind == FaultHTTP {
		match, _ := path.Match(f.Path, subject)
		return match
	}
	return f.Method == "" || f.Method == subject
}

// Fault places a fault. The error is a *Refusal: an unknown agent, a member
// that is missing, wrong or does not belong to the fault, or an agent who is
// not connected where the fault needs a connection. Reset takes all faults back.
func (p *Platform) Fault(agentID string, fault Fault) error {
	a, err := p.engine.agent(agentID)
	if err != nil {
		return err
	}
	if err := fault.check(); err != nil {
		return err
	}
	fault.Count = max(fault.Count, 1)

	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	if limit := p.config.Limits.Faults; p.faults.waiting() >= limit {
		return refuse(spec.ServerInternalError, "%d faults wait, as many as Limits.Faults allows; clear some", limit)
	}
	faults := p.faults.of(agentID)
	switch fault.Kind {
	case FaultSIPDrop:
		if p.config.Voice == nil {
			return refuse(spec.ServerBadAgentState, "%s acts on a Config.Voice, and there is none", fault.Kind)
		}
		faults.report(fault.Kind)
		p.config.Voice.DropPhone(agentID, fault.duration())
		return nil
	case FaultDrop, FaultClose, FaultStall, FaultGarbage, FaultRCode:
		if a.connection == nil {
			return refuse(spec.ServerBadAgentState, "agent %s is not connected; %s acts on a connection", agentID, fault.Kind)
		}
		faults.report(fault.Kind)
		fault.Count = a.connection.suffer(fault)
	case FaultExpireToken:
		faults.report(fault.Kind)
		faults.tokens.expire()
		fault.Count--
	}
	if fault.Count > 0 {
		faults.pending = append(faults.pending, &fault)
	}
	return nil
}

// Faults lists the faults that have yet to strike, by agent and in the order in
// which they were placed.
func (p *Platform) Faults() []PlacedFault {
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	placed := []PlacedFault{}
	for _, a := range p.faults.agents {
		for _, f := range a.pending {
			placed = append(placed, PlacedFault{a.agentID, *f})
		}
	}
	return placed
}

// ClearFaults takes an agent's faults back, or everybody's if agentID is empty.
// A stall ends, and tokens that were made to expire are good again. The error
// is a *Refusal if there is no such agent.
func (p *Platform) ClearFaults(agentID string) error {
	if agentID != "" {
		if _, err := p.engine.agent(agentID); err != nil {
			return err
		}
	}
	return p.engine.do(func() error {
		p.clearFaults(agentID)
		return nil
	})
}

func (p *Platform) clearFaults(agentID string) {
	for _, faults := range p.faults.agents {
		if agentID != "" && agentID != faults.agentID {
			continue
		}
		faults.pending = nil
		faults.tokens.forgive()
		if c := p.engine.agents[faults.agentID].connection; c != nil {
			c.transport.stall(0)
		}
	}
}
