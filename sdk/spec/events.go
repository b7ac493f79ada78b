package spec

// Events is the table of events, the document's in the order of the document.
var Events = []Event{
	// AgentStateChanged reports that the agent's state changed.
	{Name: "AgentStateChanged", Wire: "AgentStateChange", Form: Element, Type: "AgentStateChange", Evidence: Observed},
	// PhoneModeChanged reports that the agent's telephone changed.
	{Name: "PhoneModeChanged", Wire: "AgentCallModeChange", Form: Element, Type: "PhoneModeChange", Evidence: Observed},
	// PhoneStateChanged reports that the phone's state changed.
	{Name: "PhoneStateChanged", Wire: "ExtensionStateChange", Form: Element, Type: "PhoneStateChange", Evidence: Observed},
	// Ready reports, once per instance, that the connection is up and the agent's
	// state is known.
	{Name: "Ready", Form: Element, Type: "State", Evidence: Observed},
	// AdvancedCallStatusChanged precedes each of the eight events of a call, with
	// the same Data.
	{Name: "AdvancedCallStatusChanged", Form: CallOf, Type: "CallEvent", Evidence: Observed},
	// GetState reports the state of agent, phone and call, as sent by the server.
	{Name: "GetState", Form: StateOf, Type: "State", Evidence: Observed},
	// Delivered reports that a call rings at the agent.
	{Name: "Delivered", Wire: "Delivered", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Originated reports that the agent's call rings at the other side.
	{Name: "Originated", Wire: "Originated", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Established reports that the two sides talk.
	{Name: "Established", Wire: "Established", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// ConnectionCleared reports that a connection of the call ended.
	{Name: "ConnectionCleared", Wire: "ConnectionCleared", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Held reports that the customer is on hold.
	{Name: "Held", Wire: "Held", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Retrieved reports that the customer is off hold.
	{Name: "Retrieved", Wire: "Retrieved", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Conferenced reports that three parties talk.
	{Name: "Conferenced", Wire: "Conferenced", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Observed},
	// Transferred reports that the call was passed to another party.
	{Name: "Transferred", Wire: "Transferred", Form: CallOf, Type: "CallEvent", Call: true, Evidence: Inferred},

	// ServiceInitiated reports that the server has begun to make a call.
	{Name: "ServiceInitiated", Wire: "ServiceInitiated", Form: CallOf, Type: "CallEvent", Extra: true, Evidence: Observed},
	// CallFailed reports that a call failed; its Code is 0300 and its
	// Message the server's reason.
	{Name: "CallFailed", Wire: "CallFailed", Form: CallOf, Type: "CallFailure", Fails: MakeCallFailed, Extra: true, Evidence: Observed},
	// Connecting reports that the connection is being opened.
	{Name: "Connecting", Extra: true, Evidence: Observed},
	// Connected reports that the connection is up.
	{Name: "Connected", Extra: true, Evidence: Observed},
	// Disconnected reports that the connection is down.
	{Name: "Disconnected", Type: "Disconnection", Extra: true, Evidence: Observed},
	// NeedManualConnect reports that the SDK no longer tries to connect by itself.
	{Name: "NeedManualConnect", Type: "Disconnection", Extra: true, Evidence: Observed},
	// PhoneLeg reports a SIP call of the web phone: when it begins, when the
	// gateway confirms it, when the microphone goes on, and when it ends.
	{Name: "PhoneLeg", Type: "PhoneLegChange", Extra: true, Evidence: Inferred},
	// PhoneTrouble reports a problem of the web phone that no promise reports,
	// with Code 9000 and a Message that says what happened and who can change it;
	// and its end, with Over.
	{Name: "PhoneTrouble", Type: "PhoneTroubleData", Fails: Failed, Extra: true, Evidence: Inferred},
	// CallQuality reports once a second how a call of the web phone sounds.
	{Name: "CallQuality", Type: "SoundQuality", Extra: true, Evidence: Inferred},
	// TabRoleChanged reports, with ShareConnection, that the tab has become the
	// one whose connection all use, or one of the others.
	{Name: "TabRoleChanged", Type: "TabRoleChange", Extra: true, Evidence: Inferred},
}

// Legacy are the notifications that come beside those of the table and raise
// no event (observed).
var Legacy = [...]string{"Login", "Logout", "Complete", "UserAnswered", "AgentRinging", "UserRinging", "AgentAnswered",
	"AgentHangup", "UserHangup", "Dialout"}
