package spec

// Reason says why a call failed, beside its code, which says what failed.
type Reason uint8

// The reasons. A text's {} is filled with the reason's detail.
const (
	// NoReason: the code says it all.
	NoReason Reason = iota
	// Refused by the server; the detail is its code.
	Refused
	// RefusedParameter, and so on: refused for a reason that the server's code names.
	RefusedParameter
	RefusedTimeout
	RefusedInternal
	RefusedSpNumber
	RefusedNoRecord
	RefusedAgentState
	RefusedAuth
	// TimedOut: no answer came in time.
	TimedOut
	// Malformed: the answer lacks what it should hold; the detail names it.
	Malformed
	// ParamMissing and ParamWrong: the detail names the parameter.
	ParamMissing
	ParamWrong
	// NumberHolds: the number holds what cannot be dialled; the detail names it.
	NumberHolds
	// ParamChoice: exactly one of two parameters must be given; the detail names both.
	ParamChoice
	// TooLarge: the parameters together are too long; the detail is the limit.
	TooLarge
	// ArgsNotJSON: the arguments cannot be written as JSON.
	ArgsNotJSON
	// WrongAgentState and PhoneNotIdle: the detail is the state.
	WrongAgentState
	PhoneNotIdle
	// OnlyWebRTC: the phone mode is another one.
	OnlyWebRTC
	// NoWebPhone: there is no web phone in this program.
	NoWebPhone
	// PhoneMissing: the web phone's script did not load; the detail says how.
	PhoneMissing
	// MicrophoneDenied and so on: the person or the browser refused the
	// microphone, the policy of the page or of an iframe or the operating system does, the page is not
	// secure, another program has it, or there is none.
	MicrophoneDenied
	MicrophonePolicy
	MicrophoneFrame
	MicrophoneSystem
	PageInsecure
	MicrophoneBusy
	MicrophoneMissing
	// MicrophoneAsked: the person did not answer the browser's question about the
	// microphone for so many seconds.
	MicrophoneAsked
	// DeviceMissing: there is no such audio device.
	DeviceMissing
	// PhoneFailed: the web phone could not do it; the detail says why.
	PhoneFailed
	// SipRefused and SipSilent: the SIP server refused the registration, the
	// detail is its status; or it cannot be reached.
	SipRefused
	SipSilent
	// NotRegistered: the web phone is not registered.
	NotRegistered
	// NoPhoneCall: the web phone has no such call.
	NoPhoneCall
	// FarEndBusy, FarEndAway and FarEndRefused: the SIP call was turned down; the
	// detail is the status.
	FarEndBusy
	FarEndAway
	FarEndRefused
	// HungUp: it was hung up before it was answered.
	HungUp
	// SoundBlocked: the browser does not play sound yet.
	SoundBlocked
	// DeviceReplaced and DeviceFailed: a device disappeared or failed, and the
	// browser's default took its place, or failed too; the detail is its kind.
	DeviceReplaced
	DeviceFailed
	// NoSound and so on: the sound of a SIP call found no way, lost it, or found
	// none for so many seconds that the call was ended.
	NoSound
	SoundLost
	SoundGone
	// PhoneGone: the tab in which the web phone was is gone.
	PhoneGone
	// NotConnected: the connection is down.
	NotConnected
	// ClosedBefore: the connection went down before the answer.
	ClosedBefore
	// TooManyWaiting: too many calls wait for the connection already.
	TooManyWaiting
	// WaitEnded: the connection did not come up in time.
	WaitEnded
	// WaitFailed is WaitEnded with a known reason; the detail is the reason.
	WaitFailed
	// Destroyed: the instance was destroyed.
	Destroyed
	// TokenFailed and so on: GetToken rejected, never settled, or resolved to
	// something else; the detail says to what.
	TokenFailed
	TokenSilent
	TokenMalformed
	// TokenWrapped: it gave an object that has the token in it; the detail is the
	// member that may.
	TokenWrapped
	// TokenNotJSON: it got something that is not JSON.
	TokenNotJSON
	// AppDiffers: the gateway refused a token of another tenant than the option's.
	AppDiffers
	// DialRefused: the socket could not be opened, and the HTTP backend accepts
	// the token.
	DialRefused
	// DialFailed: the socket could not be opened.
	DialFailed
	// StateSilent: the gateway did not answer the first GetState.
	StateSilent
	// Rejected: the gateway refused the token.
	Rejected
	// Kicked: the agent connected elsewhere.
	Kicked
	// Unreachable: the HTTP backend did not answer.
	Unreachable
	// AnswerTooLarge: the HTTP backend's answer is larger than the SDK reads; the
	// detail is the limit.
	AnswerTooLarge
	// AlreadySent: the caller no longer waits, but the request has left.
	AlreadySent
	// UnknownMethod: there is no such method.
	UnknownMethod
	// Broken: the SDK itself failed.
	Broken
	// OptionMissing and so on: the client cannot be made; the detail names the option.
	OptionMissing
	TokenMissing
	OptionNotSocket
	OptionNotWeb
	OptionInsecure
	// ModuleMissing and so on are for the page, when no core is running yet or any
	// more: the module did not arrive; the detail says how.
	ModuleMissing
	// ModuleForbidden: the page's content security policy forbids the module.
	ModuleForbidden
	// BrowserTooOld: the browser is older than MinimumBrowser, or has WebAssembly
	// switched off; the detail is what it lacks.
	BrowserTooOld
	// BuildMismatch: script and module are of different builds.
	BuildMismatch
	// ProgramEnded: the module's program ended.
	ProgramEnded
	// PermissionAsked and those that follow are what CheckPhone finds, beside
	// others. A detail is a time in milliseconds, a list of addresses, or why.
	PermissionAsked
	MicrophoneSilent
	SpeakerMissing
	IceServersSilent
	NoAddress
	EchoCame
	EchoLate
	EchoLost
	EchoUntried
	// TabDiffers: another tab runs a version that this one cannot share with.
	TabDiffers
	// NoBrowser: the page's class runs in Node.js.
	NoBrowser
	// ScriptUnplaced: nothing tells where the script came from, and its files are
	// not beside the page; the detail is where they were looked for.
	ScriptUnplaced
)

// Error says why, so that errors.Is(err, reason) can ask for it.
func (r Reason) Error() string { return Words{Language: English, Go: true}.Why(r, "") }

// MinimumBrowser is the oldest browser that the SDK works in; make test-engines
// plays a page in it.
const MinimumBrowser = "Chromium 64"

// ReasonForFault returns the reason that a fault of the web phone stands for.
func ReasonForFault(fault PhoneFault) Reason {
	switch fault {
	case FaultUnsupported:
		return NoWebPhone
	case FaultMissing:
		return PhoneMissing
	case FaultDenied:
		return MicrophoneDenied
	case FaultPolicy:
		return MicrophonePolicy
	case FaultFrame:
		return MicrophoneFrame
	case FaultSystem:
		return MicrophoneSystem
	case FaultInsecure:
		return PageInsecure
	case FaultBusy:
		return MicrophoneBusy
	case FaultNoMicrophone:
		return MicrophoneMissing
	case FaultNoDevice:
		return DeviceMissing
	case FaultNoCall:
		return NoPhoneCall
	}
	return PhoneFailed
}

// ReasonForStatus returns the reason that a SIP call's final status stands for,
// as RFC 3261 defines it; 0 stands for none.
func ReasonForStatus(status int64) Reason {
	switch status {
	case 0:
		return SipSilent
	case 486, 600:
		return FarEndBusy
	case 404, 408, 410, 480, 604:
		return FarEndAway
	case 487:
		return HungUp
	}
	return FarEndRefused
}

// PassingStatus reports whether a REGISTER with that final status may succeed a
// little later: none, a time-out, or a failure of the server (RFC 3261).
func PassingStatus(status int64) bool {
	return status == 0 || status == 408 || status >= 500 && status < 600
}

// ReasonFor returns the reason that a server code stands for.
func ReasonFor(code ServerCode) Reason {
	switch code {
	case ServerParameterError:
		return RefusedParameter
	case ServerTimeout, ServerBadRequest:
		return RefusedTimeout
	case ServerInternalError:
		return RefusedInternal
	case ServerNoSuchSpNumber:
		return RefusedSpNumber
	case ServerNoRecord:
		return RefusedNoRecord
	case ServerBadAgentState:
		return RefusedAgentState
	case ServerAuthFailed:
		return RefusedAuth
	}
	return Refused
}
