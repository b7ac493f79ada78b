package spec

// The parameters that several methods share. Options spell it CallId, the wire
// CallID (observed); either is accepted everywhere.
var (
	// The call's id, from Delivered or Originated.
	callID = Param{Name: "CallId", Aliases: []string{"CallID", "callId"}, Wire: "CallID"}
	// The other agent's id.
	agentID = Param{Name: "AgentId", Aliases: []string{"AgentID"}, Wire: "AgentID"}
	// The other agent's id; the server knows it and does not need it.
	agentIDGiven = Param{Name: "AgentId", Aliases: []string{"AgentID"}, Wire: "AgentID", Optional: true}
	// The number of an external line, instead of AgentId.
	agentPhone = Param{Name: "AgentPhone", Wire: "AgentPhone", Kind: Number, Type: "PhoneNumber", Optional: true}
	// Whose relay numbers are meant: app, the tenant's, or agent, the agent's own.
	ownerType = Param{Name: "OwnerType", Wire: "OwnerType", Type: "OwnerType", Optional: true, Default: "agent", Valid: knownOwner}
	// The kind of number: 1 for relay numbers, 2 for number pools.
	numberType = Param{Name: "type", Wire: "type", Kind: AsGiven, Valid: knownType}
)

// onlyCall is what a method takes that acts on a call as a whole, toAgent what
// one takes that brings an agent or an external line in, watched what a
// supervisor's verb takes.
var (
	onlyCall = []Param{callID}
	toAgent  = []Param{callID,
		// The other agent's id, instead of AgentPhone.
		agentIDGiven,
		// The number of an external line, instead of AgentId.
		agentPhone,
	}
	watched  = []Param{callID, agentID}
	oneAgent = [2]string{"AgentId", "AgentPhone"}
)

func knownOwner(value string) bool {
	return OwnerType(value) == OwnerApp || OwnerType(value) == OwnerAgent
}
func knownMode(value string) bool { return PhoneMode(value).Known() }
func settable(value string) bool  { return AgentState(value).Settable() }
func knownType(value string) bool { return value == NumberTypeRelay || value == NumberTypePool }
func sipPhone(value string) bool {
	return PhoneMode(value) == ModeVoIP || PhoneMode(value) == ModeWebRTC
}
func audioKind(value string) bool { return AudioKind(value).Known() }

// touchTones reports whether SendDtmfAsync accepts a value.
func touchTones(value string) bool {
	for i := range len(value) {
		if c := value[i]; (c < '0' || c > '9') && c != '*' && c != '#' {
			return false
		}
	}
	return len(value) <= 32
}
