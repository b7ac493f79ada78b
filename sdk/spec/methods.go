package spec

// Methods is the table of methods, the document's in the order of the document.
// Wire names and parameters are observed unless a row says otherwise, the
// promise's Data is documented.
var Methods = []Method{
	// Disconnect closes the connection and keeps it closed until ConnectAsync.
	// The agent is not logged out. Returns nothing.
	//
	// On the wire: It closes the socket without `Logout`, observed.
	{Name: "Disconnect", Sync: true},
	// ConnectAsync opens the connection and resolves when the server has sent
	// the agent's state; at once if the connection is up already. Calls made
	// while it is being opened share one attempt.
	//
	// On the wire: It opens `{Domain}?AppId=…&AgentId=…&Token=…&Timestamp=…` and
	// sends `GetState`, observed.
	{Name: "ConnectAsync", Code: ConnectFailed},

	// MakeCallAsync dials a number. It resolves when the server has accepted
	// the call; Originated and Established follow as events. Allowed while the
	// agent is idle, busy or on a break and the phone is idle. Every member of
	// the options is sent with the call, for example BizId. In phone mode webrtc
	// the page makes the call by SIP, and only BizId is sent with it (inferred).
	{Name: "MakeCallAsync", Go: "MakeCall", Via: Socket, Wire: "Dialout", Open: true, Acts: true,
		Params: []Param{
			// The number to dial: at least four digits, *, # or +. It may be
			// written as people write numbers.
			{Name: "Number", Wire: "DestNumber", Kind: Number, Type: "PhoneNumber", Valid: Dialable, Bad: NumberNotDialable},
		}, Code: MakeCallFailed, StateCode: DialForbidden, Evidence: Observed},
	// HangupAsync ends the agent's part in a call.
	{Name: "HangupAsync", Go: "Hangup", Via: Socket, Wire: "Hangup", Shape: Either, Acts: true,
		Params: onlyCall, Code: HangupFailed, Evidence: Observed},
	// AnswerAsync answers the call that rings.
	{Name: "AnswerAsync", Go: "Answer", Via: Socket, Wire: "Answer", Acts: true, Code: AnswerFailed, Evidence: Observed},
	// SetPhoneModeAsync chooses the telephone: voip, a desk phone; cellphone;
	// webrtc, the page itself, which asks for the microphone and registers with
	// the SIP server. If that fails, the previous mode stays.
	//
	// On the wire: `Number: null` goes with it for cellphone and webrtc.
	{Name: "SetPhoneModeAsync", Go: "SetPhoneMode", Via: Socket, Wire: "SetCallMode", Acts: true,
		Params: []Param{
			// The mode.
			{Name: "PhoneMode", Wire: "Contact", Type: "PhoneMode", Valid: knownMode, Bad: PhoneModeUnknown},
		}, Code: SetPhoneModeFailed, Evidence: Observed},
	// GetPhoneModesAsync lists the telephones the agent may use, with their
	// names in the instance's language.
	{Name: "GetPhoneModesAsync", Go: "GetPhoneModes", Via: Socket, Wire: "GetCallModeOptions",
		Result: Result{Type: "[]PhoneModeOption", From: "Data.CallMode", Kind: Array, Make: NamedPhoneModes}, Code: GetPhoneModesFailed, Evidence: Observed},
	// GetAgentStatesAsync lists the states an agent may choose, then the
	// tenant's break reasons. States are named in the instance's language,
	// reasons as the tenant named them.
	{Name: "GetAgentStatesAsync", Go: "GetAgentStates", Via: Socket, Wire: "GetAgentStatusOptions",
		Result: Result{Type: "[]AgentStateOption", From: "Data", Kind: Array, Make: LabelledStates}, Code: GetAgentStatesFailed, Evidence: Observed},
	// SetAgentStateAsync changes the agent's state. From offline to another
	// state logs the agent in, to offline logs it out.
	//
	// On the wire: While the agent is offline the frame is `Login` with `AppId`,
	// `AgentId`, `State` and `SubState`; to offline it is `Logout`. `SubState`
	// travels with onBreak only, as an integer.
	{Name: "SetAgentStateAsync", Go: "SetAgentState", Via: Socket, Wire: "SetState", Acts: true,
		Params: []Param{
			// The state: idle, busy, onBreak or offline.
			{Name: "State", Wire: "State", Type: "AgentState", Valid: settable},
			// The Code of a break reason; with onBreak only.
			{Name: "SubState", Wire: "SubState", Kind: Integer, Optional: true, Apart: true},
		}, Code: SetAgentStateFailed, Evidence: Observed},
	// GetWebPhoneInfoAsync gets the web phone's SIP account.
	{Name: "GetWebPhoneInfoAsync", Go: "GetWebPhoneInfo", Via: Socket, Wire: "GetAgentTerminalInfo",
		Fixed:  []Fixed{{"TerminalType", `"webrtc"`}},
		Result: Result{Type: "TerminalInfo", From: "Data", Kind: Object}, Code: GetWebPhoneFailed, Evidence: Observed},
	// GetCallInWrapUpTimeAsync gets the wrap-up time after incoming calls.
	{Name: "GetCallInWrapUpTimeAsync", Go: "GetCallInWrapUpTime", Via: Socket, Wire: "GetWrapUpTime",
		Result: Result{Type: "InWrapUpTime", From: "Data", Kind: Object}, Code: GetInWrapUpFailed, Evidence: Observed},
	// GetSpNumbersAsync lists the relay numbers to choose from.
	{Name: "GetSpNumbersAsync", Go: "GetSpNumbers", Via: Socket, Wire: "GetDisplayNumber", Shape: Options, Params: []Param{ownerType},
		Result: Result{Type: "[]PhoneNumber", From: "Data.SpNumbers", Kind: Array}, Code: GetSpNumbersFailed, Evidence: Observed},
	// GetCurrentSpNumberAsync gets the relay number in use, "" for none.
	{Name: "GetCurrentSpNumberAsync", Go: "GetCurrentSpNumber", Via: Socket, Wire: "GetDisplayNumber", Shape: Options, Params: []Param{ownerType},
		Result: Result{Type: "PhoneNumber", From: "Data.DefSpNumber", Kind: String}, Code: GetSpNumberFailed, Evidence: Observed},
	// SetSpNumberAsync chooses the relay number.
	{Name: "SetSpNumberAsync", Go: "SetSpNumber", Via: Socket, Wire: "SetDisplayNumber", Shape: Options, Acts: true,
		Params: []Param{ownerType,
			// The relay number, one of GetSpNumbersAsync's.
			{Name: "DisplayNumber", Wire: "DisplayNumber", Type: "PhoneNumber", Bad: SpNumberEmpty},
		}, Code: SetSpNumberFailed, Evidence: Observed},
	// GetAgentTerminalInfoAsync gets the SIP account of one of the agent's
	// telephones.
	{Name: "GetAgentTerminalInfoAsync", Go: "GetAgentTerminalInfo", Via: Socket, Wire: "GetAgentTerminalInfo", Shape: Options,
		Params: []Param{
			// The telephone: voip or webrtc.
			{Name: "TerminalType", Wire: "TerminalType", Type: "PhoneMode", Valid: sipPhone},
		},
		Result: Result{Type: "TerminalInfo", From: "Data", Kind: Object}, Code: GetTerminalInfoFailed, Evidence: Observed},
	// RetrieveAfterThreeWayAsync takes the call back from a three-way call: the
	// party that was added leaves.
	{Name: "RetrieveAfterThreeWayAsync", Go: "RetrieveAfterThreeWay", Via: Socket, Wire: "EndThreeWay", Shape: Options, Acts: true,
		Params: onlyCall, Code: ThreeWayFailed, Evidence: Observed},
	// EndConsultationAsync takes the call back from a consultation: the
	// consulted party leaves, the customer is off hold.
	{Name: "EndConsultationAsync", Go: "EndConsultation", Via: Socket, Wire: "EndConsultation", Shape: Options, Acts: true,
		Params: onlyCall, Code: ThreeWayFailed, Evidence: Observed},
	// RecoveryAsync takes the customer off hold.
	{Name: "RecoveryAsync", Go: "Recovery", Via: Socket, Wire: "Unhold", Shape: Options, Acts: true,
		Params: onlyCall, Code: RecoveryFailed, Evidence: Observed},
	// ConsultationToThreeWayAsync brings the customer into a consultation.
	{Name: "ConsultationToThreeWayAsync", Go: "ConsultationToThreeWay", Via: Socket, Wire: "ConsultationToThreeWay", Shape: Options, Acts: true,
		Params: []Param{callID, agentIDGiven}, Code: ConsultationToThreeWayFailed, Evidence: Observed},
	// TransferAfterThreeWayAsync leaves a three-way call to the other two.
	{Name: "TransferAfterThreeWayAsync", Go: "TransferAfterThreeWay", Via: Socket, Wire: "ThreeWayToTransfer", Shape: Options, Acts: true,
		Params: []Param{callID, agentIDGiven}, Code: TransferAfterThreeWayFailed, Evidence: Observed},
	// WhisperAsync lets a supervisor talk to the agent unheard by the customer.
	{Name: "WhisperAsync", Go: "Whisper", Via: Socket, Wire: "Whisper", Shape: Options, Acts: true,
		Params: watched, Code: WhisperFailed, Evidence: Observed},
	// ForcePickupAsync lets a supervisor barge into the call of an agent.
	{Name: "ForcePickupAsync", Go: "ForcePickup", Via: Socket, Wire: "BargeIn", Shape: Options, Acts: true,
		Params: []Param{callID,
			// The agent whose call is joined.
			agentID,
			// The agent's phone, sent under this name (inferred).
			agentPhone,
		}, Code: ForcePickupFailed, Evidence: Observed},
	// TransferIvrAsync hands the call to an IVR flow.
	{Name: "TransferIvrAsync", Go: "TransferIvr", Via: HTTP, Wire: "POST /transfer_ivr", Shape: Options, Acts: true,
		Params: []Param{
			// The call's id.
			{Name: "CallId", Aliases: []string{"CallID", "callId"}, Wire: "call_id"},
			// The IVR flow's id.
			{Name: "IvrId", Wire: "ivr_id", Kind: AsGiven},
			// The id of the flow's node to start at, from GetIvrNodesAsync.
			{Name: "NodeId", Wire: "node_id", Kind: AsGiven},
			// When the call leaves: agent_hangup, when the agent hangs up.
			{Name: "JumpType", Wire: "transfer_mode"},
		}, Code: TransferIvrFailed, Evidence: Observed},
	// GetIvrNodesAsync lists the nodes of an IVR flow.
	{Name: "GetIvrNodesAsync", Go: "GetIvrNodes", Via: HTTP, Wire: "GET /app-web-api/ivr-flows/{id}/versions/pub/keynamepairs", Shape: Either,
		Params: []Param{
			// The IVR flow's id.
			{Name: "id", Kind: AsGiven},
		},
		Result: Result{Type: "[]IvrNode", From: "data", Kind: Array}, Code: GetIvrNodesFailed, Evidence: Observed},
	// GetQueuesAgentsAsync lists the queues. The options travel as a query.
	{Name: "GetQueuesAgentsAsync", Go: "GetQueuesAgents", Via: HTTP, Wire: "GET /queues", Open: true,
		Result: Result{Type: "[]Queue", From: "Result.Queues", Kind: Array}, Code: Failed, Evidence: Observed},
	// TransferAsync hands the call to another agent or to an external line. The
	// agent keeps the call until the other side answers.
	{Name: "TransferAsync", Go: "Transfer", Via: Socket, Wire: "Transfer", Shape: Options, Acts: true,
		Params: toAgent, OneOf: oneAgent, Code: TransferFailed, Evidence: Observed},
	// HoldAsync puts the customer on hold.
	{Name: "HoldAsync", Go: "Hold", Via: Socket, Wire: "Hold", Shape: Options, Acts: true,
		Params: onlyCall, Code: HoldFailed, Evidence: Observed},
	// ConsultationAsync holds the customer and calls another agent or an
	// external line.
	{Name: "ConsultationAsync", Go: "Consultation", Via: Socket, Wire: "Consultation", Shape: Options, Acts: true,
		Params: toAgent, OneOf: oneAgent, Code: ConsultationFailed, Evidence: Observed},
	// ThreewayAsync brings another agent or an external line into the call.
	{Name: "ThreewayAsync", Go: "Threeway", Via: Socket, Wire: "ThreeWay", Shape: Options, Acts: true,
		Params: toAgent, OneOf: oneAgent, Code: ThreeWayFailed, Evidence: Observed},
	// ConsultationToTransferAsync leaves the customer to the consulted party.
	{Name: "ConsultationToTransferAsync", Go: "ConsultationToTransfer", Via: Socket, Wire: "ConsultationToTransfer", Shape: Options, Acts: true,
		Params: []Param{callID,
			// The consulted agent's id; accepted, not sent.
			{Name: "AgentId", Aliases: []string{"AgentID"}, Optional: true, Accept: true},
		}, Code: ConsultationToTransferFailed, Evidence: Observed},
	// TransferQueueAsync hands the call to a queue.
	{Name: "TransferQueueAsync", Go: "TransferQueue", Via: Socket, Wire: "TransferQueue", Shape: Options, Acts: true,
		Params: []Param{callID,
			// The queue's id, from GetQueuesAgentsAsync.
			{Name: "QueueId", Aliases: []string{"QueueID"}, Wire: "QueueID"},
		}, Code: TransferFailed, Evidence: Observed},
	// SubstituteAsync lets a supervisor intercept a call: the agent is put out
	// of it, the supervisor goes on with the customer.
	{Name: "SubstituteAsync", Go: "Substitute", Via: Socket, Wire: "Substitute", Shape: Options, Acts: true,
		Params: watched, Code: SubstituteFailed, Evidence: Observed},
	// EavesdropAsync lets a supervisor monitor a call unheard.
	{Name: "EavesdropAsync", Go: "Eavesdrop", Via: Socket, Wire: "Eavesdrop", Shape: Options, Acts: true,
		Params: watched, Code: EavesdropFailed, Evidence: Observed},
	// GetOtherAgentsAsync lists the other agents. The options travel as a query,
	// for example State: "idle".
	{Name: "GetOtherAgentsAsync", Go: "GetOtherAgents", Via: HTTP, Wire: "GET /agents", Open: true,
		Result: Result{Type: "[]Agent", From: "Result.AgentList", Kind: Array}, Code: GetOtherAgentsFailed, Evidence: Observed},
	// GetNumberPoolAndSpNumAsync lists relay numbers or number pools, and which
	// of them is selected.
	{Name: "GetNumberPoolAndSpNumAsync", Go: "GetNumberPoolAndSpNum", Via: HTTP, Wire: "GET /app-web-api/call-out/numbers/default/agent/{AgentId}", Shape: Options,
		Params: []Param{numberType},
		Result: Result{Type: "NumberList", From: "data", Kind: Object}, Code: Failed, Evidence: Observed},
	// SetSpNumberPoolNumAsync selects a relay number or a number pool, from the
	// next call on.
	{Name: "SetSpNumberPoolNumAsync", Go: "SetSpNumberPoolNum", Via: HTTP, Wire: "POST /app-web-api/call-out/numbers/default/agent", Shape: Options, Acts: true,
		Params: []Param{numberType,
			// The id of the relay number or number pool.
			{Name: "id", Wire: "defaultId", Kind: AsGiven},
		},
		Fixed: []Fixed{{Wire: "agentId"}}, Result: Result{Kind: Empty}, Code: Failed, Evidence: Observed},
	// MuteAsync silences the web phone's microphone. In phone mode webrtc only.
	//
	// On the wire: No frame: it acts on the page's own microphone.
	{Name: "MuteAsync", Go: "Mute", Via: WebPhone, Shape: Options, Acts: true,
		Params: onlyCall, Result: Result{Kind: Empty}, Code: Failed, Evidence: Inferred},
	// UnmuteAsync opens the web phone's microphone again. In phone mode webrtc
	// only.
	//
	// On the wire: No frame: it acts on the page's own microphone.
	{Name: "UnmuteAsync", Go: "Unmute", Via: WebPhone, Shape: Options, Acts: true,
		Params: onlyCall, Result: Result{Kind: Empty}, Code: Failed, Evidence: Inferred},
	// SendDtmfAsync sends touch tones to the far end, and resolves when the last
	// was sent. In phone mode webrtc only.
	{Name: "SendDtmfAsync", Go: "SendDtmf", Via: WebPhone, Shape: Options, Acts: true,
		Params: []Param{callID,
			// The tones, at most 32: digits, * and #.
			{Name: "Digits", Valid: touchTones},
		}, Code: Failed, Extra: true, Evidence: Inferred},
	// GetAudioDevicesAsync lists the microphones, speakers and ringers that the
	// web phone can use. In phone mode webrtc only.
	{Name: "GetAudioDevicesAsync", Go: "GetAudioDevices", Via: WebPhone,
		Result: Result{Type: "[]AudioDevice", From: "Devices", Kind: Array}, Code: Failed, Extra: true, Evidence: Inferred},
	// SetAudioDeviceAsync chooses the microphone, the speaker or the ringer, in a
	// call at once. In phone mode webrtc only.
	{Name: "SetAudioDeviceAsync", Go: "SetAudioDevice", Via: WebPhone, Shape: Options, Acts: true,
		Params: []Param{
			// What the device is for: microphone, speaker or ringer.
			{Name: "Kind", Type: "AudioKind", Valid: audioKind},
			// The device's id, from GetAudioDevicesAsync.
			{Name: "DeviceId"},
		}, Code: Failed, Extra: true, Evidence: Inferred},
	// CheckPhoneAsync tries what the web phone needs and reports what would keep an
	// agent from talking: the page, the microphone and its permission, the devices,
	// the registration at the SIP server, the servers of IceServers, and, if
	// EchoNumber is given, a call to it, whose echo is measured. It works in every
	// phone mode, leaves a call and a registration alone, and takes three minutes at
	// most, one of which is for the person who is asked for the microphone. The echo call is made in phone mode webrtc, by an agent who could make
	// one, and is a call like any other: with its events, and the rest after it.
	//
	// On the wire: `GetAgentTerminalInfo` where the web phone is not registered; for
	// the echo call what MakeCallAsync and HangupAsync send.
	{Name: "CheckPhoneAsync", Go: "CheckPhone", Via: WebPhone, Shape: Options,
		Params: []Param{
			// A number of the platform that sends back what it hears.
			{Name: "EchoNumber", Kind: Number, Type: "PhoneNumber", Optional: true, Valid: Dialable, Bad: NumberNotDialable},
		}, Result: Result{Type: "PhoneReport", Kind: Object}, Code: Failed, Extra: true, Evidence: Inferred},
	// Init does nothing: the constructor has begun to connect if AutoConnect says
	// so, and ConnectAsync connects otherwise. It is there for pages that are
	// written as the document says. Returns nothing.
	//
	// On the wire: Nothing of its own.
	{Name: "Init", Sync: true},
	// Destroy logs the agent out, closes the connection and ends the instance:
	// every later call rejects with 0902. Safe to call twice. Returns nothing.
	//
	// On the wire: It sends `Logout` and closes the socket, observed.
	{Name: "Destroy", Sync: true},

	// GetStateAsync asks the server for the agent's state; the answer is the
	// event GetState.
	{Name: "GetStateAsync", Go: "GetState", Via: Socket, Wire: "GetState", Code: Failed, Extra: true, Evidence: Observed},
	// GetIvrListAsync lists the IVR flows.
	{Name: "GetIvrListAsync", Go: "GetIvrList", Via: HTTP, Wire: "GET /app-web-api/routers/ivrs",
		Fixed:  []Fixed{{"pageSize", "1000"}},
		Result: Result{Type: "Raw", From: "data", Kind: Any}, Code: GetIvrListFailed, Extra: true, Evidence: Observed},
	// GetCallLogsAsync lists the agent's recent calls.
	{Name: "GetCallLogsAsync", Go: "GetCallLogs", Via: HTTP, Wire: "POST /app-web-api/petitions/agent/recent",
		Fixed:  []Fixed{{Wire: "agentId"}},
		Result: Result{Type: "Raw", From: "data", Kind: Any}, Code: Failed, Extra: true, Evidence: Observed},
	// GetWrapUpTimeAsync gets the wrap-up times after incoming and outgoing calls.
	{Name: "GetWrapUpTimeAsync", Go: "GetWrapUpTime", Via: HTTP, Wire: "POST /agents/{AgentId}",
		Fixed:  []Fixed{{Wire: "AgentId"}},
		Result: Result{Type: "WrapUpTimes", From: "Result", Kind: Object}, Code: GetWrapUpFailed, Extra: true, Evidence: Observed},
	// SetWrapUpTimeAsync sets the wrap-up times after incoming and outgoing calls.
	{Name: "SetWrapUpTimeAsync", Go: "SetWrapUpTime", Via: HTTP, Wire: "PUT /agents/{AgentId}", Shape: Options, Acts: true,
		Params: []Param{
			// The time after incoming calls, in seconds (inferred).
			{Name: "InWrapUpTime", Wire: "InWrapUpTime", Kind: Integer, Bad: InWrapUpMalformed},
			// The time after outgoing calls, in seconds (inferred).
			{Name: "OutWrapUpTime", Wire: "OutWrapUpTime", Kind: Integer, Bad: OutWrapUpMalformed},
		},
		Fixed:  []Fixed{{Wire: "AgentId"}},
		Result: Result{Type: "Raw", From: "Result", Kind: Any}, Code: SetWrapUpFailed, Extra: true, Evidence: Observed},
	// SetWrapUpTimeEndAsync ends the wrap-up.
	{Name: "SetWrapUpTimeEndAsync", Go: "SetWrapUpTimeEnd", Via: Socket, Wire: "Complete", Acts: true, Code: EndWrapUpFailed, Extra: true, Evidence: Observed},
	// SetCallInWrapUpTimeAsync sets the wrap-up time after incoming calls.
	{Name: "SetCallInWrapUpTimeAsync", Go: "SetCallInWrapUpTime", Via: Socket, Wire: "SetWrapUpTime", Shape: Either, Acts: true,
		Params: []Param{
			// The time, in seconds (inferred).
			{Name: "WrapUpTime", Wire: "WrapUpTime", Kind: Integer, Bad: InWrapUpMalformed},
		}, Code: SetInWrapUpFailed, Extra: true, Evidence: Inferred},
}
