package spec

// Events is the table of events, the document's in the order of the document.
var Events = []Event{
	// AgentStateChanged tells that the agent's state changed.
	{Name: "AgentStateChanged", Wire: "AgentStateChange", Form: Element, Type: "AgentStateChange", Evidence: Observed},
	// PhoneModeChanged tells that the agent's telephone changed.
	{Name: "PhoneModeChanged", Wire: "AgentCallModeChange", Form: Element, Type: "PhoneModeChange", Evidence: Observed},
	// PhoneStateChanged tells that the phone's state changed.
	{Name: "PhoneStateChanged", Wire: "ExtensionStateChange", Form: Element, Type: "PhoneStateChange", Evidence: Observed},
	// Ready tells, once in an instance's life, that the connection is up and the
	// agent's state is known.
	{Name: "Ready", Form: Element, Type: "State", Evidence: Observed},
	// AdvancedCallStatusChanged precedes each of the eight events of a call, with
	// the same Data.
	{Name: "AdvancedCallStatusChanged", Form: CallOf, Type: "CallEvent", Evidence: Observed},
	// GetState tells what the server says of agent, phone and call.
	{Name: "GetState", Form: StateOf, Type: "State", Evidence: Observed},
	// Delivered tells that a call rings at the agent.
	{Name: "Delivered", Wire: "Delivered", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Originated tells that the agent's call rings at the other side.
	{Name: "Originated", Wire: "Originated", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Established tells that the two sides talk.
	{Name: "Established", Wire: "Established", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// ConnectionCleared tells that a connection of the call ended.
	{Name: "ConnectionCleared", Wire: "ConnectionCleared", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Held tells that the customer is on hold.
	{Name: "Held", Wire: "Held", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Retrieved tells that the customer is off hold.
	{Name: "Retrieved", Wire: "Retrieved", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Conferenced tells that three parties talk.
	{Name: "Conferenced", Wire: "Conferenced", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Transferred tells that the call went to somebody else.
	{Name: "Transferred", Wire: "Transferred", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Inferred},

	// ServiceInitiated tells that the server has begun to make a call.
	{Name: "ServiceInitiated", Wire: "ServiceInitiated", Form: CallOf, Type: "CallEvent", Extra: true, Evidence: Observed},
	// CallFailed tells that a call came to nothing; its Code is 0300 and its
	// Message the server's reason.
	{Name: "CallFailed", Wire: "CallFailed", Form: CallOf, Type: "CallFailure", Fails: MakeCallFailed, Extra: true, Evidence: Observed},
	// Connecting tells that the connection is being opened.
	{Name: "Connecting", Extra: true, Evidence: Observed},
	// Connected tells that the connection is up.
	{Name: "Connected", Extra: true, Evidence: Observed},
	// Disconnected tells that the connection is down.
	{Name: "Disconnected", Type: "Disconnection", Extra: true, Evidence: Observed},
	// NeedManualConnect tells that the SDK no longer tries to connect by itself.
	{Name: "NeedManualConnect", Type: "Disconnection", Extra: true, Evidence: Observed},
	// PhoneLeg tells of a SIP call of the web phone: when it begins, when the
	// gateway confirms it, when the microphone goes on, and when it ends.
	{Name: "PhoneLeg", Type: "PhoneLegChange", Extra: true, Evidence: Inferred},
	// CallQuality tells once a second how a call of the web phone sounds.
	{Name: "CallQuality", Type: "SoundQuality", Extra: true, Evidence: Inferred},
}

// Legacy are the notifications that come beside those of the table and raise
// no event (observed).
var Legacy = [...]string{"Login", "Logout", "Complete", "UserAnswered", "AgentRinging", "UserRinging", "AgentAnswered",
	"AgentHangup", "UserHangup", "Dialout"}
