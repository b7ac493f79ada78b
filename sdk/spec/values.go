package spec

// AgentState is what an agent is doing. Idle, Busy, OnBreak and Offline can be
// set (documented); the others are the server's (observed).
type AgentState string

// The agent states.
const (
	AgentIdle    AgentState = "idle"
	AgentBusy    AgentState = "busy"
	AgentOnBreak AgentState = "onBreak"
	AgentOffline AgentState = "offline"
	AgentRinging AgentState = "ringing"
	AgentTalking AgentState = "talking"
	AgentWrapUp  AgentState = "wrapup"
)

// Known reports whether s is one of the agent states.
func (s AgentState) Known() bool { return s.Number() != 0 }

// Settable reports whether an agent may choose the state.
func (s AgentState) Settable() bool {
	return s == AgentIdle || s == AgentBusy || s == AgentOnBreak || s == AgentOffline
}

// Number returns the state's numeric form in lists of other agents (observed),
// 0 for an unknown state.
func (s AgentState) Number() int {
	switch s {
	case AgentBusy:
		return 1
	case AgentIdle:
		return 2
	case AgentRinging:
		return 3
	case AgentTalking:
		return 4
	case AgentOffline:
		return 5
	case AgentWrapUp:
		return 7
	case AgentOnBreak:
		return 8
	}
	return 0
}

// PhoneState is the state of the agent's extension (observed).
type PhoneState string

// The phone states.
const (
	PhoneIdle    PhoneState = "idle"
	PhoneBusy    PhoneState = "busy"
	PhoneOffline PhoneState = "offline"
)

// Known reports whether s is one of the phone states.
func (s PhoneState) Known() bool {
	switch s {
	case PhoneIdle, PhoneBusy, PhoneOffline:
		return true
	}
	return false
}

// PhoneMode is the kind of telephone an agent uses (documented).
type PhoneMode string

// The phone modes.
const (
	ModeVoIP      PhoneMode = "voip"      // a desk phone
	ModeCellphone PhoneMode = "cellphone" // a mobile phone
	ModeWebRTC    PhoneMode = "webrtc"    // the page itself
)

// Known reports whether m is one of the documented modes.
func (m PhoneMode) Known() bool {
	return m == ModeVoIP || m == ModeCellphone || m == ModeWebRTC
}

// AudioKind is what an audio device of the web phone is for.
type AudioKind string

// The kinds of audio device.
const (
	Microphone AudioKind = "microphone"
	Speaker    AudioKind = "speaker" // what the far end is heard on
	Ringer     AudioKind = "ringer"  // what rings
)

// Known reports whether k is one of them.
func (k AudioKind) Known() bool { return k == Microphone || k == Speaker || k == Ringer }

// CheckOutcome is what a check of the web phone came to.
type CheckOutcome string

// The outcomes.
const (
	CheckPasses CheckOutcome = "pass"
	CheckWarns  CheckOutcome = "warn" // calls can be made, or nobody knows
	CheckFails  CheckOutcome = "fail"
)

// PhoneCheckName names a check of the web phone.
type PhoneCheckName string

// The checks, in their order.
const (
	CheckSecureContext PhoneCheckName = "secureContext" // whether the page may use a microphone at all
	CheckBrowser       PhoneCheckName = "browser"       // whether it can make calls
	CheckPermission    PhoneCheckName = "permission"    // for the microphone
	CheckMicrophone    PhoneCheckName = "microphone"
	CheckDevices       PhoneCheckName = "devices"      // whether there is something to hear with
	CheckRegistration  PhoneCheckName = "registration" // at the SIP server
	CheckICE           PhoneCheckName = "ice"          // whether there are addresses for the sound
	CheckEcho          PhoneCheckName = "echo"         // the call to EchoNumber
)

// OwnerType says whose relay numbers are meant (documented).
type OwnerType string

// The owners of relay numbers.
const (
	OwnerApp   OwnerType = "app"   // the tenant
	OwnerAgent OwnerType = "agent" // the agent
)

// WorkFlow is how a call came about. In, OutDirect, OutCallback and OutAuto
// are documented, InnerCall is observed.
type WorkFlow string

// The work flows.
const (
	FlowIn          WorkFlow = "in"
	FlowOutDirect   WorkFlow = "out_direct"   // the agent's phone dials
	FlowOutCallback WorkFlow = "out_callback" // the platform calls both sides
	FlowOutAuto     WorkFlow = "out_auto"
	FlowInnerCall   WorkFlow = "inner_call"
	// The two of a supervisor appear as the flat CallDirection only.
	FlowInEavesdrop  WorkFlow = "in_eavesdrop"
	FlowOutEavesdrop WorkFlow = "out_eavesdrop"
)

// Known reports whether f is one of the work flows.
func (f WorkFlow) Known() bool {
	switch f {
	case FlowIn, FlowOutDirect, FlowOutCallback, FlowOutAuto, FlowInnerCall, FlowInEavesdrop, FlowOutEavesdrop:
		return true
	}
	return false
}

// CallDirection is a call's direction as its Payload tells it (observed).
type CallDirection string

// The directions of a call.
const (
	Inbound  CallDirection = "Inbound"
	Outbound CallDirection = "Outbound"
)

// Known reports whether d is one of the directions.
func (d CallDirection) Known() bool { return d == Inbound || d == Outbound }

// CallType is a call's role for the agent, never its direction. OtherIn is
// documented, the others are observed.
type CallType string

// The call types.
const (
	TypeOtherIn             CallType = "OtherIn" // an ordinary call with a customer
	TypeAgentInside         CallType = "AgentInside"
	TypeConsult             CallType = "Consult"
	TypeConference          CallType = "Conference"
	TypeSupervisorMonitor   CallType = "SupervisorMonitor"
	TypeSupervisorWhisper   CallType = "SupervisorWhisper"
	TypeSupervisorBargeIn   CallType = "SupervisorBargeIn"
	TypeSupervisorIntercept CallType = "SupervisorIntercept"
)

// Known reports whether t is one of the call types.
func (t CallType) Known() bool {
	switch t {
	case TypeOtherIn, TypeAgentInside, TypeConsult, TypeConference, TypeSupervisorMonitor, TypeSupervisorWhisper, TypeSupervisorBargeIn, TypeSupervisorIntercept:
		return true
	}
	return false
}

// ConnectState is the connection as a page sees it (observed).
type ConnectState string

// The states of a connection as a page sees them.
const (
	ConnectConnecting ConnectState = "connecting"
	ConnectConnected  ConnectState = "connected"
	ConnectDisconnect ConnectState = "disconnect"
)

// The kinds of number that a number pool call deals in (documented).
const (
	NumberTypeRelay = "1"
	NumberTypePool  = "2"
)

// TransferOnHangup is the only documented way to transfer to an IVR: when the
// agent hangs up.
const TransferOnHangup = "agent_hangup"

// PhoneTroubleKind is what goes wrong with the web phone.
type PhoneTroubleKind string

// The kinds.
const (
	TroubleNoMedia        PhoneTroubleKind = "NoMedia"        // a call is up, and its sound has found no way
	TroubleMediaLost      PhoneTroubleKind = "MediaLost"      // the way of a call's sound broke
	TroubleMediaGone      PhoneTroubleKind = "MediaGone"      // it found no other, so the call is ended
	TroubleDeviceReplaced PhoneTroubleKind = "DeviceReplaced" // a device disappeared or failed, the default took its place
	TroubleDeviceFailed   PhoneTroubleKind = "DeviceFailed"   // a device disappeared or failed, and no other works
	TroubleNotAnswered    PhoneTroubleKind = "NotAnswered"    // a call that is to be answered by itself could not be; it rings on
	TroubleSoundBlocked   PhoneTroubleKind = "SoundBlocked"   // the browser plays no sound before the person does something
)

// TabRole is what a tab is to those it shares its connection with.
type TabRole string

// The roles.
const (
	TabLeader   TabRole = "leader"   // it has the connection
	TabFollower TabRole = "follower" // it uses the leader's
)

// PhoneLegState is where a SIP call of the web phone is.
type PhoneLegState string

// The states.
const (
	PhoneLegDialling  PhoneLegState = "dialling"  // INVITE sent
	PhoneLegAlerting  PhoneLegState = "alerting"  // it rings at the far end
	PhoneLegRinging   PhoneLegState = "ringing"   // INVITE received
	PhoneLegAnswering PhoneLegState = "answering" // and being answered
	PhoneLegTalking   PhoneLegState = "talking"   // the SIP call is up
	PhoneLegEnding    PhoneLegState = "ending"    // it is being hung up
	PhoneLegEnded     PhoneLegState = "ended"     // it is over
)
