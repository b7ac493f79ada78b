package spec

// Code is what a caller sees in the member Code: "0000" on success, otherwise
// which operation failed. The values are observed; that 0000 is success is
// documented.
type Code string

// The codes.
const (
	// Success: the call did what it says.
	Success Code = "0000"
	// SetPhoneModeFailed: changing the phone mode failed.
	SetPhoneModeFailed Code = "0100"
	// PhoneModeUnknown: the phone mode does not exist.
	PhoneModeUnknown Code = "0101"
	// GetPhoneModesFailed: getting the phone modes failed.
	GetPhoneModesFailed Code = "0102"
	// MakeCallCheckFailed: the check before a call failed.
	MakeCallCheckFailed Code = "0103"
	// SpNumberWrong: the relay number is wrong.
	SpNumberWrong Code = "0104"
	// DialForbidden: the agent's state forbids dialling.
	DialForbidden Code = "0105"
	// GetAgentStatesFailed: getting the agent states failed.
	GetAgentStatesFailed Code = "0200"
	// SetAgentStateFailed: setting the agent state failed.
	SetAgentStateFailed Code = "0201"
	// MakeCallFailed: dialling failed.
	MakeCallFailed Code = "0300"
	// NumberNotDialable: the number has fewer than four characters or others
	// than digits, *, # and +.
	NumberNotDialable Code = "0301"
	// HangupFailed: hanging up failed.
	HangupFailed Code = "0400"
	// AnswerFailed: answering failed.
	AnswerFailed Code = "0500"
	// EndWrapUpFailed: ending the wrap-up failed.
	EndWrapUpFailed Code = "0600"
	// NoWrapUp: no call is in wrap-up.
	NoWrapUp Code = "0601"
	// SetInWrapUpFailed: setting the wrap-up time of incoming calls failed.
	SetInWrapUpFailed Code = "0602"
	// SetOutWrapUpFailed: setting the wrap-up time of outgoing calls failed.
	SetOutWrapUpFailed Code = "0603"
	// GetInWrapUpFailed: getting the wrap-up time of incoming calls failed.
	GetInWrapUpFailed Code = "0604"
	// GetOutWrapUpFailed: getting the wrap-up time of outgoing calls failed.
	GetOutWrapUpFailed Code = "0605"
	// InWrapUpMalformed: the wrap-up time of incoming calls is malformed.
	InWrapUpMalformed Code = "0606"
	// OutWrapUpMalformed: the wrap-up time of outgoing calls is malformed.
	OutWrapUpMalformed Code = "0607"
	// EndWrapUpRefused: ending the wrap-up failed.
	EndWrapUpRefused Code = "0608"
	// SetWrapUpFailed: setting the wrap-up times failed.
	SetWrapUpFailed Code = "0609"
	// GetWrapUpFailed: getting the wrap-up times failed.
	GetWrapUpFailed Code = "0610"
	// GetSpNumbersFailed: getting the relay numbers failed.
	GetSpNumbersFailed Code = "0700"
	// GetSpNumberFailed: getting the current relay number failed.
	GetSpNumberFailed Code = "0701"
	// SetSpNumberFailed: setting the relay number failed.
	SetSpNumberFailed Code = "0702"
	// SpNumberEmpty: the relay number is empty.
	SpNumberEmpty Code = "0703"
	// GetTerminalInfoFailed: getting the terminal's account failed.
	GetTerminalInfoFailed Code = "0704"
	// AlreadyConnected: the connection is up already.
	AlreadyConnected Code = "0901"
	// NoSocket: there is no connection, because the instance was destroyed.
	NoSocket Code = "0902"
	// NoURL: the option Domain is missing.
	NoURL Code = "0903"
	// SocketClosed: the connection is down, or went down before the answer.
	SocketClosed Code = "0904"
	// ConnectFailed: connecting failed.
	ConnectFailed Code = "0905"
	// GetWebPhoneFailed: getting the web phone's account failed.
	GetWebPhoneFailed Code = "0906"
	// ThreeWayFailed: a three-way call, its end, or the end of a consultation
	// failed.
	ThreeWayFailed Code = "0907"
	// HoldFailed: holding failed.
	HoldFailed Code = "0908"
	// RecoveryFailed: taking the call off hold failed.
	RecoveryFailed Code = "0909"
	// TransferFailed: the transfer to an agent, an external line or a queue
	// failed.
	TransferFailed Code = "0910"
	// ConsultationFailed: the consultation failed.
	ConsultationFailed Code = "0911"
	// ConsultationToThreeWayFailed: turning the consultation into a three-way
	// call failed.
	ConsultationToThreeWayFailed Code = "0912"
	// ConsultationToTransferFailed: the transfer after a consultation failed.
	ConsultationToTransferFailed Code = "0913"
	// TransferAfterThreeWayFailed: the transfer after a three-way call failed.
	TransferAfterThreeWayFailed Code = "0914"
	// SubstituteFailed: intercepting the call failed.
	SubstituteFailed Code = "0915"
	// EavesdropFailed: monitoring failed.
	EavesdropFailed Code = "0916"
	// WhisperFailed: whispering failed.
	WhisperFailed Code = "0917"
	// ForcePickupFailed: barging in failed.
	ForcePickupFailed Code = "0918"
	// GetIvrListFailed: getting the IVR flows failed.
	GetIvrListFailed Code = "0919"
	// GetIvrNodesFailed: getting the IVR nodes failed.
	GetIvrNodesFailed Code = "0920"
	// TransferIvrFailed: the transfer to an IVR flow failed.
	TransferIvrFailed Code = "0921"
	// GetOtherAgentsFailed: getting the other agents failed.
	GetOtherAgentsFailed Code = "0922"
	// Failed: any other failure.
	Failed Code = "9000"
)

// Error returns the code, so that errors.Is(err, code) can ask for it.
func (c Code) Error() string { return string(c) }

// ServerCode is the platform's own result code, in ErrCode or bizCode of a
// reply (documented on the vendor's backend page).
type ServerCode string

// The server codes that are known.
const (
	ServerOK             ServerCode = "000000"
	ServerParameterError ServerCode = "000001"
	ServerTimeout        ServerCode = "000035"
	ServerBadRequest     ServerCode = "000036" // in the gateway's log also an upstream time-out (observed)
	ServerInternalError  ServerCode = "000060"
	ServerNoSuchSpNumber ServerCode = "100005"
	ServerNoRecord       ServerCode = "100018"
	ServerBadAgentState  ServerCode = "100021"
	ServerAuthFailed     ServerCode = "200020"
)

// Known reports whether c is one of the known server codes.
func (c ServerCode) Known() bool {
	switch c {
	case ServerOK, ServerParameterError, ServerTimeout, ServerBadRequest, ServerInternalError, ServerNoSuchSpNumber, ServerNoRecord, ServerBadAgentState, ServerAuthFailed:
		return true
	}
	return false
}
