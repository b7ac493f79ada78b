package wire

// CallData returns a call event's Data, made from its frame: the members of
// Payload with AdvancedCallStatus, the event's name; CallID; CallType; and the
// derived AgentInfo and CustomerInfo (observed); Desc if a failed call has one.
func CallData(event string, frame Value) Raw {
	payload := frame.Get("Payload")
	agent, customer := sides(payload)
	var b Builder
	b.Grow(len(payload.Raw())+len(agent)+len(customer)+200).Text("AdvancedCallStatus", event)
	b.Except(payload, func(name string) bool {
		return name == "AdvancedCallStatus" || name == "CallID" || name == "CallType" || name == "Desc" ||
			name == "AgentInfo" && agent != "" || name == "CustomerInfo" && customer != ""
	})
	callType := payload.Get("CallType").Raw()
	if callType == "" {
		callType = frame.Get("CallType").Raw()
	}
	return b.Raw("CallID", frame.Get("CallID").Raw()).Raw("CallType", callType).
		Raw("AgentInfo", agent).Raw("CustomerInfo", customer).Raw("Desc", frame.Get("Desc").Raw()).Object()
}

// StateData returns the Data of GetState and Ready, made from the Data of a
// GetState reply. In a call the members of its Payload replace flat ones, and
// the derived members are added (observed). known reports whether a name is
// that of a call event.
func StateData(data Value, known func(event string) bool) Raw {
	payload := data.Get("Payload")
	var b Builder
	if payload.Kind() != Object {
		return b.Except(data, func(string) bool { return false }).Object()
	}
	agent, customer := sides(payload)
	event, _ := payload.Get("CallEvent").Text()
	isCall := known(event)
	derived := func(name string) bool {
		return name == "AgentInfo" && agent != "" || name == "CustomerInfo" && customer != "" ||
			name == "AdvancedCallStatus" && isCall
	}
	// CallID and Payload are the flat ones.
	flatCall := data.Get("CallID").Raw() != ""
	flat := func(name string) bool { return name == "Payload" || name == "CallID" && flatCall }
	inPayload := map[string]bool{}
	for name := range payload.Members {
		inPayload[name] = true
	}
	b.Except(data, func(name string) bool { return derived(name) || !flat(name) && inPayload[name] })
	if isCall {
		b.Text("AdvancedCallStatus", event)
	}
	b.Except(payload, func(name string) bool { return derived(name) || flat(name) })
	return b.Raw("AgentInfo", agent).Raw("CustomerInfo", customer).Object()
}

// ClearedData returns the Data of a ConnectionCleared that was missed, made
// from the call's last event: the same parties, and no operation allowed.
func ClearedData(last Raw, callID string) Raw {
	var flags, b Builder
	for name := range last.Get("CallAuthority").Members {
		flags.Bool(name, false)
	}
	b.Text("AdvancedCallStatus", "ConnectionCleared").Text("CallEvent", "ConnectionCleared")
	for _, name := range [...]string{"CallDirection", "CallType", "WorkFlow", "ChannelUUID", "CallerInfo", "CalledInfo",
		"DisplayInfo", "FromQueue", "AgentInfo", "CustomerInfo"} {
		b.Raw(name, last.Get(name))
	}
	return b.Text("CallID", callID).Raw("CallAuthority", flags.Object()).Object()
}

// sides derives who is the agent and who the customer: on an outbound call the
// agent calls, otherwise the customer does. One is "" if its source is missing.
func sides(payload Value) (agent, customer Raw) {
	caller, called := payload.Get("CallerInfo").Raw(), payload.Get("CalledInfo").Raw()
	if direction, _ := payload.Get("CallDirection").Text(); direction == "Outbound" {
		return caller, called
	}
	return called, caller
}
