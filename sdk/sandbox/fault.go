package sandbox

import (
	"cmp"
	"path"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// FaultKind names a Fault.
type FaultKind string

// The faults of the connection to the gateway and of the backend.
const (
	// FaultDrop resets the TCP connection, without a close frame.
	FaultDrop FaultKind = "drop"
	// FaultClose closes the WebSocket with Code and Reason.
	FaultClose FaultKind = "close"
	// FaultStall reads nothing and sends nothing for that time.
	FaultStall FaultKind = "stall"
	// FaultGarbage sends a frame that is no JSON, of Size bytes.
	FaultGarbage FaultKind = "garbage"
	// FaultRCode sends an error frame {"rcode","rdesc"} about Method.
	FaultRCode FaultKind = "rcode"
	// FaultExpireToken refuses tokens signed so far with HTTP 401.
	FaultExpireToken FaultKind = "expire-token"
	// FaultDelay sends the next frame to the agent that much later, and none overtakes it.
	FaultDelay FaultKind = "delay"
	// FaultDuplicate sends the next notification twice, with one MsgId.
	FaultDuplicate FaultKind = "duplicate"
	// FaultReorder sends the next reply that causes events after them.
	FaultReorder FaultKind = "reorder"
	// FaultRefuse refuses the next such request, which is not carried out.
	FaultRefuse FaultKind = "refuse"
	// FaultLoseRequest drops the connection before the next such request is carried out.
	FaultLoseRequest FaultKind = "lose-request"
	// FaultLoseReply carries the next such request out, then drops the connection before reply and events.
	FaultLoseReply FaultKind = "lose-reply"
	// FaultHTTP answers the next such backend call with Status after that time.
	FaultHTTP FaultKind = "http"
)

// The faults of the web phone.
const (
	// FaultSIPDrop resets the web phone's SIP socket and for that time refuses all new ones.
	FaultSIPDrop FaultKind = "sip-drop"
	// FaultSIPSilent loses for that time all SIP messages from and to the web phone; sockets stay open and can be opened.
	FaultSIPSilent FaultKind = "sip-silent"
	// FaultSIPRefuse refuses the next such SIP request of the web phone with Status.
	FaultSIPRefuse FaultKind = "sip-refuse"
	// FaultMediaSilent loses for that time the sound of the agent's calls, both ways; their connections stay up.
	FaultMediaSilent FaultKind = "media-silent"
	// FaultICEFail loses for that time all packets of the agent's calls: a call that begins finds no way for its sound,
	// one that runs loses it.
	FaultICEFail FaultKind = "ice-fail"
	// FaultAnswerAfter calls the registered web phone with a SIP call that is not the platform's and asks to be answered at
	// once, with Call-Info answer-after=0. It ends when the phone hangs up, and after ten seconds.
	FaultAnswerAfter FaultKind = "answer-after"
)

// Fault is something that is to go wrong for one agent. FaultKind's constants
// say what there is, FaultForms which members each takes.
//
// Drop, close, stall, garbage and rcode strike at once and need a connected
// agent; expire-token, sip-drop, sip-silent, media-silent, ice-fail and
// answer-after strike at once. The others wait for what they strike.
//
// With a Count garbage and rcode send so many frames. Drop, close and stall
// strike again as soon as the agent's next connections are open. Expire-token
// refuses so many tokens in turn, each as often as it is shown; a token is
// newer if it was fetched from the sandbox since, or signed in a later second.
// Those of the web phone that strike at once take no Count; one that lasts takes
// the place of its like. The others strike the next Count times.
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
	// SIPMethod of the SIP requests that are meant: REGISTER, or INVITE for calls
	// that the agent makes. REGISTER if empty.
	SIPMethod string `json:"SipMethod,omitempty"`
	// Status of the backend's answer: 400 to 599 for a call that is not carried
	// out, 200 for one that is and only takes its time. Of a SIP response: 400 to
	// 699.
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

// concerns reports whether the fault applies to the subject: the path of a
// backend call, the method of a SIP request, otherwise the Method of a request.
func (f Fault) concerns(subject string) bool {
	switch f.Kind {
	case FaultHTTP:
		match, _ := path.Match(f.Path, subject)
		return match
	case FaultSIPRefuse:
		return cmp.Or(f.SIPMethod, "REGISTER") == subject
	}
	return f.Method == "" || f.Method == subject
}

// Fault places a fault. The error is a *Refusal: an unknown agent, a member
// that is missing, wrong or does not belong to the fault, or an agent who is
// not connected if the fault needs a connection. Reset removes all faults.
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
	row := faultRowOf(fault.Kind)
	switch {
	case row.acts == onVoice && p.config.Voice == nil:
		return refuse(spec.ServerBadAgentState, "%s acts on a Config.Voice, and there is none", fault.Kind)
	case row.acts == onConnection && a.connection == nil:
		return refuse(spec.ServerBadAgentState, "agent %s is not connected; %s acts on a connection", agentID, fault.Kind)
	case row.acts == onVoice && row.once:
		if err := p.config.Voice.Suffer(agentID, fault); err != nil {
			return err
		}
		faults.report(fault.Kind)
		return nil
	case row.acts == onConnection:
		faults.report(fault.Kind)
		fault.Count = a.connection.suffer(fault)
	case fault.Kind == FaultExpireToken:
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

// ClearFaults removes an agent's faults, or everybody's if agentID is empty.
// A stall and the web phone's troubles end, and tokens that were made to expire
// are good again. The error is a *Refusal if there is no such agent.
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
	if p.config.Voice != nil {
		p.config.Voice.Forgive(agentID)
	}
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
