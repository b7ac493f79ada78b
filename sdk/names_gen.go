// Code generated from sdk/spec by make gen. DO NOT EDIT.

package sdk

import "github.com/ccpaas/ccpaas-go/sdk/spec"

// The types of Data and of its members.
type (
	// Raw is one JSON value as text.
	Raw = spec.Raw
	// StringOrNumber is a value that arrives as a string or as a number.
	StringOrNumber = spec.StringOrNumber
	// PhoneNumber is a telephone number.
	PhoneNumber = spec.PhoneNumber
	// Secret is a password.
	Secret = spec.Secret
	// PhoneModeOption is a telephone the agent may use.
	PhoneModeOption = spec.PhoneModeOption
	// AgentStateOption is a state an agent may choose, or a break reason.
	AgentStateOption = spec.AgentStateOption
	// TerminalInfo is the SIP account of a telephone.
	TerminalInfo = spec.TerminalInfo
	// InWrapUpTime is the wrap-up time after incoming calls.
	InWrapUpTime = spec.InWrapUpTime
	// WrapUpTimes are the wrap-up times after incoming and outgoing calls.
	WrapUpTimes = spec.WrapUpTimes
	// IvrNode is a node of an IVR flow.
	IvrNode = spec.IvrNode
	// Queue is a queue of waiting callers.
	Queue = spec.Queue
	// Agent is another agent of the tenant. Members that are null stay null.
	Agent = spec.Agent
	// NumberList is a list of relay numbers or number pools.
	NumberList = spec.NumberList
	// AgentStateChange is the Data of AgentStateChanged.
	AgentStateChange = spec.AgentStateChange
	// PhoneModeChange is the Data of PhoneModeChanged.
	PhoneModeChange = spec.PhoneModeChange
	// PhoneStateChange is the Data of PhoneStateChanged.
	PhoneStateChange = spec.PhoneStateChange
	// Party is one side of a call.
	Party = spec.Party
	// CallAuthority says which operations the server would accept on the call now;
	// each is the visibility of a button.
	CallAuthority = spec.CallAuthority
	// CallEvent is the Data of a call's events. Whatever else the server sends is
	// there too.
	CallEvent = spec.CallEvent
	// CallFailure is the Data of CallFailed.
	CallFailure = spec.CallFailure
	// State is what the server says of agent, phone and call: the Data of GetState
	// and the element of Ready.
	State = spec.State
	// Disconnection is the Data of Disconnected and NeedManualConnect.
	Disconnection = spec.Disconnection
	// AudioDevice is a device that the web phone can use.
	AudioDevice = spec.AudioDevice
	// SoundQuality is how a call of the web phone sounds: the Data of CallQuality.
	SoundQuality = spec.SoundQuality
	// Code is what a caller sees in the member Code: "0000" on success, otherwise
	// which operation failed. The values are observed; that 0000 is success is
	// documented.
	Code = spec.Code
	// AgentState is what an agent is doing. Idle, Busy, OnBreak and Offline can be
	// set (documented); the others are the server's (observed).
	AgentState = spec.AgentState
	// PhoneState is the state of the agent's extension (observed).
	PhoneState = spec.PhoneState
	// PhoneMode is the kind of telephone an agent uses (documented).
	PhoneMode = spec.PhoneMode
	// AudioKind is what an audio device of the web phone is for.
	AudioKind = spec.AudioKind
	// OwnerType says whose relay numbers are meant (documented).
	OwnerType = spec.OwnerType
	// WorkFlow is how a call came about. In, OutDirect, OutCallback and OutAuto
	// are documented, InnerCall is observed.
	WorkFlow = spec.WorkFlow
	// CallDirection is a call's direction as its Payload tells it (observed).
	CallDirection = spec.CallDirection
	// CallType is a call's role for the agent, never its direction. OtherIn is
	// documented, the others are observed.
	CallType = spec.CallType
	// ConnectState is the connection as a page sees it (observed).
	ConnectState = spec.ConnectState
)

// The values of Code.
const (
	// Success: the call did what it says.
	Success = spec.Success
	// SetPhoneModeFailed: changing the phone mode failed.
	SetPhoneModeFailed = spec.SetPhoneModeFailed
	// PhoneModeUnknown: the phone mode does not exist.
	PhoneModeUnknown = spec.PhoneModeUnknown
	// GetPhoneModesFailed: getting the phone modes failed.
	GetPhoneModesFailed = spec.GetPhoneModesFailed
	// MakeCallCheckFailed: the check before a call failed.
	MakeCallCheckFailed = spec.MakeCallCheckFailed
	// SpNumberWrong: the relay number is wrong.
	SpNumberWrong = spec.SpNumberWrong
	// DialForbidden: the agent's state forbids dialling.
	DialForbidden = spec.DialForbidden
	// GetAgentStatesFailed: getting the agent states failed.
	GetAgentStatesFailed = spec.GetAgentStatesFailed
	// SetAgentStateFailed: setting the agent state failed.
	SetAgentStateFailed = spec.SetAgentStateFailed
	// MakeCallFailed: dialling failed.
	MakeCallFailed = spec.MakeCallFailed
	// NumberNotDialable: the number has fewer than four characters or others
	// than digits, *, # and +.
	NumberNotDialable = spec.NumberNotDialable
	// HangupFailed: hanging up failed.
	HangupFailed = spec.HangupFailed
	// AnswerFailed: answering failed.
	AnswerFailed = spec.AnswerFailed
	// EndWrapUpFailed: ending the wrap-up failed.
	EndWrapUpFailed = spec.EndWrapUpFailed
	// NoWrapUp: no call is in wrap-up.
	NoWrapUp = spec.NoWrapUp
	// SetInWrapUpFailed: setting the wrap-up time of incoming calls failed.
	SetInWrapUpFailed = spec.SetInWrapUpFailed
	// SetOutWrapUpFailed: setting the wrap-up time of outgoing calls failed.
	SetOutWrapUpFailed = spec.SetOutWrapUpFailed
	// GetInWrapUpFailed: getting the wrap-up time of incoming calls failed.
	GetInWrapUpFailed = spec.GetInWrapUpFailed
	// GetOutWrapUpFailed: getting the wrap-up time of outgoing calls failed.
	GetOutWrapUpFailed = spec.GetOutWrapUpFailed
	// InWrapUpMalformed: the wrap-up time of incoming calls is malformed.
	InWrapUpMalformed = spec.InWrapUpMalformed
	// OutWrapUpMalformed: the wrap-up time of outgoing calls is malformed.
	OutWrapUpMalformed = spec.OutWrapUpMalformed
	// EndWrapUpRefused: ending the wrap-up failed.
	EndWrapUpRefused = spec.EndWrapUpRefused
	// SetWrapUpFailed: setting the wrap-up times failed.
	SetWrapUpFailed = spec.SetWrapUpFailed
	// GetWrapUpFailed: getting the wrap-up times failed.
	GetWrapUpFailed = spec.GetWrapUpFailed
	// GetSpNumbersFailed: getting the relay numbers failed.
	GetSpNumbersFailed = spec.GetSpNumbersFailed
	// GetSpNumberFailed: getting the current relay number failed.
	GetSpNumberFailed = spec.GetSpNumberFailed
	// SetSpNumberFailed: setting the relay number failed.
	SetSpNumberFailed = spec.SetSpNumberFailed
	// SpNumberEmpty: the relay number is empty.
	SpNumberEmpty = spec.SpNumberEmpty
	// GetTerminalInfoFailed: getting the terminal's account failed.
	GetTerminalInfoFailed = spec.GetTerminalInfoFailed
	// AlreadyConnected: the connection is up already.
	AlreadyConnected = spec.AlreadyConnected
	// NoSocket: there is no connection, because the instance was destroyed.
	NoSocket = spec.NoSocket
	// NoURL: the option Domain is missing.
	NoURL = spec.NoURL
	// SocketClosed: the connection is down, or went down before the answer.
	SocketClosed = spec.SocketClosed
	// ConnectFailed: connecting failed.
	ConnectFailed = spec.ConnectFailed
	// GetWebPhoneFailed: getting the web phone's account failed.
	GetWebPhoneFailed = spec.GetWebPhoneFailed
	// ThreeWayFailed: a three-way call, its end, or the end of a consultation
	// failed.
	ThreeWayFailed = spec.ThreeWayFailed
	// HoldFailed: holding failed.
	HoldFailed = spec.HoldFailed
	// RecoveryFailed: taking the call off hold failed.
	RecoveryFailed = spec.RecoveryFailed
	// TransferFailed: the transfer to an agent, an external line or a queue
	// failed.
	TransferFailed = spec.TransferFailed
	// ConsultationFailed: the consultation failed.
	ConsultationFailed = spec.ConsultationFailed
	// ConsultationToThreeWayFailed: turning the consultation into a three-way
	// call failed.
	ConsultationToThreeWayFailed = spec.ConsultationToThreeWayFailed
	// ConsultationToTransferFailed: the transfer after a consultation failed.
	ConsultationToTransferFailed = spec.ConsultationToTransferFailed
	// TransferAfterThreeWayFailed: the transfer after a three-way call failed.
	TransferAfterThreeWayFailed = spec.TransferAfterThreeWayFailed
	// SubstituteFailed: intercepting the call failed.
	SubstituteFailed = spec.SubstituteFailed
	// EavesdropFailed: monitoring failed.
	EavesdropFailed = spec.EavesdropFailed
	// WhisperFailed: whispering failed.
	WhisperFailed = spec.WhisperFailed
	// ForcePickupFailed: barging in failed.
	ForcePickupFailed = spec.ForcePickupFailed
	// GetIvrListFailed: getting the IVR flows failed.
	GetIvrListFailed = spec.GetIvrListFailed
	// GetIvrNodesFailed: getting the IVR nodes failed.
	GetIvrNodesFailed = spec.GetIvrNodesFailed
	// TransferIvrFailed: the transfer to an IVR flow failed.
	TransferIvrFailed = spec.TransferIvrFailed
	// GetOtherAgentsFailed: getting the other agents failed.
	GetOtherAgentsFailed = spec.GetOtherAgentsFailed
	// Failed: any other failure.
	Failed = spec.Failed
)

// The values of AgentState.
const (
	AgentIdle    = spec.AgentIdle
	AgentBusy    = spec.AgentBusy
	AgentOnBreak = spec.AgentOnBreak
	AgentOffline = spec.AgentOffline
	AgentRinging = spec.AgentRinging
	AgentTalking = spec.AgentTalking
	AgentWrapUp  = spec.AgentWrapUp
)

// The values of PhoneState.
const (
	PhoneIdle    = spec.PhoneIdle
	PhoneBusy    = spec.PhoneBusy
	PhoneOffline = spec.PhoneOffline
)

// The values of PhoneMode.
const (
	// a desk phone
	ModeVoIP = spec.ModeVoIP
	// a mobile phone
	ModeCellphone = spec.ModeCellphone
	// the page itself
	ModeWebRTC = spec.ModeWebRTC
)

// The values of AudioKind.
const (
	Microphone = spec.Microphone
	// what the far end is heard on
	Speaker = spec.Speaker
	// what rings
	Ringer = spec.Ringer
)

// The values of OwnerType.
const (
	// the tenant
	OwnerApp = spec.OwnerApp
	// the agent
	OwnerAgent = spec.OwnerAgent
)

// The values of WorkFlow.
const (
	FlowIn = spec.FlowIn
	// the agent's phone dials
	FlowOutDirect = spec.FlowOutDirect
	// the platform calls both sides
	FlowOutCallback = spec.FlowOutCallback
	FlowOutAuto     = spec.FlowOutAuto
	FlowInnerCall   = spec.FlowInnerCall
	// The two of a supervisor appear as the flat CallDirection only.
	FlowInEavesdrop  = spec.FlowInEavesdrop
	FlowOutEavesdrop = spec.FlowOutEavesdrop
)

// The values of CallDirection.
const (
	Inbound  = spec.Inbound
	Outbound = spec.Outbound
)

// The values of CallType.
const (
	// an ordinary call with a customer
	TypeOtherIn             = spec.TypeOtherIn
	TypeAgentInside         = spec.TypeAgentInside
	TypeConsult             = spec.TypeConsult
	TypeConference          = spec.TypeConference
	TypeSupervisorMonitor   = spec.TypeSupervisorMonitor
	TypeSupervisorWhisper   = spec.TypeSupervisorWhisper
	TypeSupervisorBargeIn   = spec.TypeSupervisorBargeIn
	TypeSupervisorIntercept = spec.TypeSupervisorIntercept
)

// The values of ConnectState.
const (
	ConnectConnecting = spec.ConnectConnecting
	ConnectConnected  = spec.ConnectConnected
	ConnectDisconnect = spec.ConnectDisconnect
)
