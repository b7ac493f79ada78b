package voice

import (
	"slices"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// party is somebody, or something, that can be heard in a call: an agent by the
// ChannelUUID of their leg, or one of these.
type party string

const (
	customer  party = "customer"
	external  party = "external" // an outside line that an agent has brought in
	holdMusic party = "holdMusic"
	ringBack  party = "ringBack"
)

// hearing is what each listener in a call hears. Listeners that are missing are
// held: nothing is sent to them.
type hearing map[party][]party

// hearingIn reads the engine's call. What is not documented follows ordinary
// telephones: an agent who consults leaves the customer with music, in three
// all hear all. A supervisor hears what their agent hears and says; only a
// whisper reaches the agent, only who barges in is heard by all.
func hearingIn(call sandbox.CallInfo) hearing {
	h := hearing{}
	owner, joined, supervisors := partsOf(call)
	if owner == nil {
		if call.ExternalNumber != "" {
			h.connect(customer, external)
		}
		return h
	}
	agent := party(owner.ChannelUUID)
	added := external
	if joined != nil {
		added = party(joined.ChannelUUID)
	}
	switch owner.State {
	case sandbox.LegHeld:
		h.add(customer, holdMusic)
	case sandbox.LegConsultRings:
		h.add(customer, holdMusic)
		h.add(agent, ringBack)
	case sandbox.LegConsultFailed:
		h.add(customer, holdMusic)
		h.add(agent)
	case sandbox.LegConsulting:
		h.add(customer, holdMusic)
		h.connect(agent, added)
	case sandbox.LegThreeWay:
		h.connect(agent, customer)
		h.connect(agent, added)
		h.connect(customer, added)
	default:
		h.connect(agent, customer)
	}
	for _, s := range supervisors {
		h.supervise(party(s.ChannelUUID), s.CallType, agent)
	}
	return h
}

// partsOf sorts the legs that talk: the one that serves the customer, the agent
// that it has brought in, and the supervisors.
func partsOf(call sandbox.CallInfo) (owner, joined *sandbox.LegInfo, supervisors []sandbox.LegInfo) {
	for _, l := range call.Legs {
		switch {
		case l.State == sandbox.LegDialling || l.State == sandbox.LegRinging || l.State == sandbox.LegInvited:
		case l.State != sandbox.LegJoined:
			owner = &l
		case l.CallType == spec.TypeConsult || l.CallType == spec.TypeConference:
			joined = &l
		default:
			supervisors = append(supervisors, l)
		}
	}
	return owner, joined, supervisors
}

func (h hearing) add(listener party, heard ...party) { h[listener] = append(h[listener], heard...) }

func (h hearing) connect(a, b party) {
	h.add(a, b)
	h.add(b, a)
}

func (h hearing) supervise(supervisor party, kind spec.CallType, agent party) {
	conversation := slices.Clone(h[agent])
	h.add(supervisor, agent)
	h.add(supervisor, conversation...)
	if kind == spec.TypeSupervisorWhisper || kind == spec.TypeSupervisorBargeIn {
		h.add(agent, supervisor)
	}
	if kind == spec.TypeSupervisorBargeIn {
		for _, other := range conversation {
			h.add(other, supervisor)
		}
	}
}

// hears reports whether the listener hears the speaker.
func (h hearing) hears(listener, speaker party) bool { return slices.Contains(h[listener], speaker) }
