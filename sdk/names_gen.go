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
	// PhoneReport is what CheckPhoneAsync found.
	PhoneReport = spec.PhoneReport
	// PhoneCheck is one of the checks of a PhoneReport.
	PhoneCheck = spec.PhoneCheck
	// PhoneLegChange is the Data of PhoneLeg: a SIP call of the web phone, the leg
	// of a call that ends in this page.
	PhoneLegChange = spec.PhoneLegChange
	// PhoneTroubleData is the Data of PhoneTrouble.
	PhoneTroubleData = spec.PhoneTroubleData
	// TabRoleChange is the Data of TabRoleChanged.
	TabRoleChange = spec.TabRoleChange
	// SoundQuality is how a call of the web phone sounds: the Data of CallQuality.
	SoundQuality = spec.SoundQuality
	// Code is what a caller sees in the member Code: "0000" on success, otherwise
	// which operation failed. The values are observed; that 0000 is success is
	// documented.
	Code = spec.Code
	// PhoneTrial is the What of the order check. Each leaves the phone as it was, and
	// no device open.
	PhoneTrial = spec.PhoneTrial
	// AgentState is what an agent is doing. Idle, Busy, OnBreak and Offline can be
	// set (documented); the others are the server's (observed).
	AgentState = spec.AgentState
	// PhoneState is the state of the agent's extension (observed).
	PhoneState = spec.PhoneState
	// PhoneMode is the kind of telephone an agent uses (documented).
	PhoneMode = spec.PhoneMode
	// AudioKind is what an audio device of the web phone is for.
	AudioKind = spec.AudioKind
	// CheckOutcome is what a check of the web phone came to.
	CheckOutcome = spec.CheckOutcome
	// PhoneCheckName names a check of the web phone.
	PhoneCheckName = spec.PhoneCheckName
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
	// PhoneTroubleKind is what goes wrong with the web phone.
	PhoneTroubleKind = spec.PhoneTroubleKind
	// TabRole is what a tab is to those it shares its connection with.
	TabRole = spec.TabRole
	// PhoneLegState is where a SIP call of the web phone is.
	PhoneLegState = spec.PhoneLegState
)

// The values of Code.
const (
	// Success: the call did what it says.
	CodeSuccess = spec.Success
	// SetPhoneModeFailed: changing the phone mode failed.
	CodeSetPhoneModeFailed = spec.SetPhoneModeFailed
	// PhoneModeUnknown: the phone mode does not exist.
	CodePhoneModeUnknown = spec.PhoneModeUnknown
	// GetPhoneModesFailed: getting the phone modes failed.
	CodeGetPhoneModesFailed = spec.GetPhoneModesFailed
	// MakeCallCheckFailed: the check before a call failed.
	CodeMakeCallCheckFailed = spec.MakeCallCheckFailed
	// SpNumberWrong: the relay number is wrong.
	CodeSpNumberWrong = spec.SpNumberWrong
	// DialForbidden: the agent's state forbids dialling.
	CodeDialForbidden = spec.DialForbidden
	// GetAgentStatesFailed: getting the agent states failed.
	CodeGetAgentStatesFailed = spec.GetAgentStatesFailed
	// SetAgentStateFailed: setting the agent state failed.
	CodeSetAgentStateFailed = spec.SetAgentStateFailed
	// MakeCallFailed: dialling failed.
	CodeMakeCallFailed = spec.MakeCallFailed
	// NumberNotDialable: the number has fewer than four characters or others
	// than digits, *, # and +.
	CodeNumberNotDialable = spec.NumberNotDialable
	// HangupFailed: hanging up failed.
	CodeHangupFailed = spec.HangupFailed
	// AnswerFailed: answering failed.
	CodeAnswerFailed = spec.AnswerFailed
	// EndWrapUpFailed: ending the wrap-up failed.
	CodeEndWrapUpFailed = spec.EndWrapUpFailed
	// NoWrapUp: no call is in wrap-up.
	CodeNoWrapUp = spec.NoWrapUp
	// SetInWrapUpFailed: setting the wrap-up time of incoming calls failed.
	CodeSetInWrapUpFailed = spec.SetInWrapUpFailed
	// SetOutWrapUpFailed: setting the wrap-up time of outgoing calls failed.
	CodeSetOutWrapUpFailed = spec.SetOutWrapUpFailed
	// GetInWrapUpFailed: getting the wrap-up time of incoming calls failed.
	CodeGetInWrapUpFailed = spec.GetInWrapUpFailed
	// GetOutWrapUpFailed: getting the wrap-up time of outgoing calls failed.
	CodeGetOutWrapUpFailed = spec.GetOutWrapUpFailed
	// InWrapUpMalformed: the wrap-up time of incoming calls is malformed.
	CodeInWrapUpMalformed = spec.InWrapUpMalformed
	// OutWrapUpMalformed: the wrap-up time of outgoing calls is malformed.
	CodeOutWrapUpMalformed = spec.OutWrapUpMalformed
	// EndWrapUpRefused: ending the wrap-up failed.
	CodeEndWrapUpRefused = spec.EndWrapUpRefused
	// SetWrapUpFailed: setting the wrap-up times failed.
	CodeSetWrapUpFailed = spec.SetWrapUpFailed
	// GetWrapUpFailed: getting the wrap-up times failed.
	CodeGetWrapUpFailed = spec.GetWrapUpFailed
	// GetSpNumbersFailed: getting the relay numbers failed.
	CodeGetSpNumbersFailed = spec.GetSpNumbersFailed
	// GetSpNumberFailed: getting the current relay number failed.
	CodeGetSpNumberFailed = spec.GetSpNumberFailed
	// SetSpNumberFailed: setting the relay number failed.
	CodeSetSpNumberFailed = spec.SetSpNumberFailed
	// SpNumberEmpty: the relay number is empty.
	CodeSpNumberEmpty = spec.SpNumberEmpty
	// GetTerminalInfoFailed: getting the terminal's account failed.
	CodeGetTerminalInfoFailed = spec.GetTerminalInfoFailed
	// AlreadyConnected: the connection is up already.
	CodeAlreadyConnected = spec.AlreadyConnected
	// NoSocket: there is no connection, because the instance was destroyed.
	CodeNoSocket = spec.NoSocket
	// NoURL: the option Domain is missing.
	CodeNoURL = spec.NoURL
	// SocketClosed: the connection is down, or went down before the answer.
	CodeSocketClosed = spec.SocketClosed
	// ConnectFailed: connecting failed.
	CodeConnectFailed = spec.ConnectFailed
	// GetWebPhoneFailed: getting the web phone's account failed.
	CodeGetWebPhoneFailed = spec.GetWebPhoneFailed
	// ThreeWayFailed: a three-way call, its end, or the end of a consultation
	// failed.
	CodeThreeWayFailed = spec.ThreeWayFailed
	// HoldFailed: holding failed.
	CodeHoldFailed = spec.HoldFailed
	// RecoveryFailed: taking the call off hold failed.
	CodeRecoveryFailed = spec.RecoveryFailed
	// TransferFailed: the transfer to an agent, an external line or a queue
	// failed.
	CodeTransferFailed = spec.TransferFailed
	// ConsultationFailed: the consultation failed.
	CodeConsultationFailed = spec.ConsultationFailed
	// ConsultationToThreeWayFailed: turning the consultation into a three-way
	// call failed.
	CodeConsultationToThreeWayFailed = spec.ConsultationToThreeWayFailed
	// ConsultationToTransferFailed: the transfer after a consultation failed.
	CodeConsultationToTransferFailed = spec.ConsultationToTransferFailed
	// TransferAfterThreeWayFailed: the transfer after a three-way call failed.
	CodeTransferAfterThreeWayFailed = spec.TransferAfterThreeWayFailed
	// SubstituteFailed: intercepting the call failed.
	CodeSubstituteFailed = spec.SubstituteFailed
	// EavesdropFailed: monitoring failed.
	CodeEavesdropFailed = spec.EavesdropFailed
	// WhisperFailed: whispering failed.
	CodeWhisperFailed = spec.WhisperFailed
	// ForcePickupFailed: barging in failed.
	CodeForcePickupFailed = spec.ForcePickupFailed
	// GetIvrListFailed: getting the IVR flows failed.
	CodeGetIvrListFailed = spec.GetIvrListFailed
	// GetIvrNodesFailed: getting the IVR nodes failed.
	CodeGetIvrNodesFailed = spec.GetIvrNodesFailed
	// TransferIvrFailed: the transfer to an IVR flow failed.
	CodeTransferIvrFailed = spec.TransferIvrFailed
	// GetOtherAgentsFailed: getting the other agents failed.
	CodeGetOtherAgentsFailed = spec.GetOtherAgentsFailed
	// Failed: any other failure.
	CodeFailed = spec.Failed
)

// The values of PhoneTrial.
const (
	// Secure, Supported
	TryPage = spec.TryPage
	// InUse: leave it closed. Permission, Silent, Inputs, Outputs; -1 where outputs are not listed
	TryMicrophone = spec.TryMicrophone
	// Own: there is an address; Servers: how many; Lost: the URLs of those that gave none
	TryICE = spec.TryICE
	// Url, Uri, User, Password: register and unregister. Status, 200 or what the SIP server said, 0 where it said nothing
	TryRegistration = spec.TryRegistration
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

// The values of CheckOutcome.
const (
	CheckPasses = spec.CheckPasses
	// calls can be made, or nobody knows
	CheckWarns = spec.CheckWarns
	CheckFails = spec.CheckFails
)

// The values of PhoneCheckName.
const (
	// whether the page may use a microphone at all
	CheckSecureContext = spec.CheckSecureContext
	// whether it can make calls
	CheckBrowser = spec.CheckBrowser
	// for the microphone
	CheckPermission = spec.CheckPermission
	CheckMicrophone = spec.CheckMicrophone
	// whether there is something to hear with
	CheckDevices = spec.CheckDevices
	// at the SIP server
	CheckRegistration = spec.CheckRegistration
	// whether there are addresses for the sound
	CheckICE = spec.CheckICE
	// the call to EchoNumber
	CheckEcho = spec.CheckEcho
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

// The values of PhoneTroubleKind.
const (
	// a call is up, and its sound has found no way
	TroubleNoMedia = spec.TroubleNoMedia
	// the way of a call's sound broke
	TroubleMediaLost = spec.TroubleMediaLost
	// it found no other, so the call is ended
	TroubleMediaGone = spec.TroubleMediaGone
	// a device disappeared or failed, the default took its place
	TroubleDeviceReplaced = spec.TroubleDeviceReplaced
	// a device disappeared or failed, and no other works
	TroubleDeviceFailed = spec.TroubleDeviceFailed
	// a call that is to be answered by itself could not be; it rings on
	TroubleNotAnswered = spec.TroubleNotAnswered
	// the browser plays no sound before the person does something
	TroubleSoundBlocked = spec.TroubleSoundBlocked
)

// The values of TabRole.
const (
	// it has the connection
	TabLeader = spec.TabLeader
	// it uses the leader's
	TabFollower = spec.TabFollower
)

// The values of PhoneLegState.
const (
	// INVITE sent
	PhoneLegDialling = spec.PhoneLegDialling
	// it rings at the far end
	PhoneLegAlerting = spec.PhoneLegAlerting
	// INVITE received
	PhoneLegRinging = spec.PhoneLegRinging
	// and being answered
	PhoneLegAnswering = spec.PhoneLegAnswering
	// the SIP call is up
	PhoneLegTalking = spec.PhoneLegTalking
	// it is being hung up
	PhoneLegEnding = spec.PhoneLegEnding
	// it is over
	PhoneLegEnded = spec.PhoneLegEnded
)

// Reason says why a call failed, beside its code, which says what failed.
type Reason = spec.Reason

// The values of Reason, for errors.Is.
const (
	ReasonNoReason          = spec.NoReason
	ReasonRefused           = spec.Refused
	ReasonRefusedParameter  = spec.RefusedParameter
	ReasonRefusedTimeout    = spec.RefusedTimeout
	ReasonRefusedInternal   = spec.RefusedInternal
	ReasonRefusedSpNumber   = spec.RefusedSpNumber
	ReasonRefusedNoRecord   = spec.RefusedNoRecord
	ReasonRefusedAgentState = spec.RefusedAgentState
	ReasonRefusedAuth       = spec.RefusedAuth
	ReasonTimedOut          = spec.TimedOut
	ReasonMalformed         = spec.Malformed
	ReasonParamMissing      = spec.ParamMissing
	ReasonParamWrong        = spec.ParamWrong
	ReasonNumberHolds       = spec.NumberHolds
	ReasonParamChoice       = spec.ParamChoice
	ReasonTooLarge          = spec.TooLarge
	ReasonArgsNotJSON       = spec.ArgsNotJSON
	ReasonWrongAgentState   = spec.WrongAgentState
	ReasonPhoneNotIdle      = spec.PhoneNotIdle
	ReasonOnlyWebRTC        = spec.OnlyWebRTC
	ReasonNoWebPhone        = spec.NoWebPhone
	ReasonPhoneMissing      = spec.PhoneMissing
	ReasonMicrophoneDenied  = spec.MicrophoneDenied
	ReasonMicrophonePolicy  = spec.MicrophonePolicy
	ReasonMicrophoneFrame   = spec.MicrophoneFrame
	ReasonMicrophoneSystem  = spec.MicrophoneSystem
	ReasonPageInsecure      = spec.PageInsecure
	ReasonMicrophoneBusy    = spec.MicrophoneBusy
	ReasonMicrophoneMissing = spec.MicrophoneMissing
	ReasonMicrophoneAsked   = spec.MicrophoneAsked
	ReasonDeviceMissing     = spec.DeviceMissing
	ReasonPhoneFailed       = spec.PhoneFailed
	ReasonSipRefused        = spec.SipRefused
	ReasonSipSilent         = spec.SipSilent
	ReasonNotRegistered     = spec.NotRegistered
	ReasonNoPhoneCall       = spec.NoPhoneCall
	ReasonFarEndBusy        = spec.FarEndBusy
	ReasonFarEndAway        = spec.FarEndAway
	ReasonFarEndRefused     = spec.FarEndRefused
	ReasonHungUp            = spec.HungUp
	ReasonSoundBlocked      = spec.SoundBlocked
	ReasonDeviceReplaced    = spec.DeviceReplaced
	ReasonDeviceFailed      = spec.DeviceFailed
	ReasonNoSound           = spec.NoSound
	ReasonSoundLost         = spec.SoundLost
	ReasonSoundGone         = spec.SoundGone
	ReasonPhoneGone         = spec.PhoneGone
	ReasonNotConnected      = spec.NotConnected
	ReasonClosedBefore      = spec.ClosedBefore
	ReasonTooManyWaiting    = spec.TooManyWaiting
	ReasonWaitEnded         = spec.WaitEnded
	ReasonWaitFailed        = spec.WaitFailed
	ReasonDestroyed         = spec.Destroyed
	ReasonTokenFailed       = spec.TokenFailed
	ReasonTokenSilent       = spec.TokenSilent
	ReasonTokenMalformed    = spec.TokenMalformed
	ReasonTokenWrapped      = spec.TokenWrapped
	ReasonTokenNotJSON      = spec.TokenNotJSON
	ReasonAppDiffers        = spec.AppDiffers
	ReasonDialRefused       = spec.DialRefused
	ReasonDialFailed        = spec.DialFailed
	ReasonStateSilent       = spec.StateSilent
	ReasonRejected          = spec.Rejected
	ReasonKicked            = spec.Kicked
	ReasonUnreachable       = spec.Unreachable
	ReasonAnswerTooLarge    = spec.AnswerTooLarge
	ReasonAlreadySent       = spec.AlreadySent
	ReasonUnknownMethod     = spec.UnknownMethod
	ReasonBroken            = spec.Broken
	ReasonOptionMissing     = spec.OptionMissing
	ReasonTokenMissing      = spec.TokenMissing
	ReasonOptionNotSocket   = spec.OptionNotSocket
	ReasonOptionNotWeb      = spec.OptionNotWeb
	ReasonOptionInsecure    = spec.OptionInsecure
	ReasonModuleMissing     = spec.ModuleMissing
	ReasonModuleForbidden   = spec.ModuleForbidden
	ReasonBrowserTooOld     = spec.BrowserTooOld
	ReasonBuildMismatch     = spec.BuildMismatch
	ReasonProgramEnded      = spec.ProgramEnded
	ReasonPermissionAsked   = spec.PermissionAsked
	ReasonMicrophoneSilent  = spec.MicrophoneSilent
	ReasonSpeakerMissing    = spec.SpeakerMissing
	ReasonIceServersSilent  = spec.IceServersSilent
	ReasonNoAddress         = spec.NoAddress
	ReasonEchoCame          = spec.EchoCame
	ReasonEchoLate          = spec.EchoLate
	ReasonEchoLost          = spec.EchoLost
	ReasonEchoUntried       = spec.EchoUntried
	ReasonTabDiffers        = spec.TabDiffers
	ReasonNoBrowser         = spec.NoBrowser
	ReasonScriptUnplaced    = spec.ScriptUnplaced
)
