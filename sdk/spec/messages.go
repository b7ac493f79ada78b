package spec

import "strings"

// Language is a language that messages and labels exist in.
type Language uint8

// The languages. Chinese is the default, as in SDK 2.1.0 (documented).
const (
	Chinese Language = iota
	English
)

// ParseLanguage reads a language code such as "zh-CN" or "EN-us": letter case
// does not matter, and an unknown code falls back to its language, then to
// Chinese. known is false where it fell back to that.
func ParseLanguage(code string) (l Language, known bool) {
	code = strings.ToLower(strings.TrimSpace(code))
	language, _, _ := strings.Cut(strings.ReplaceAll(code, "_", "-"), "-")
	switch language {
	case "", "zh":
		return Chinese, true
	case "en":
		return English, true
	}
	return Chinese, false
}

// Translated is one text in every language.
type Translated [2]string

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
	// MicrophoneDenied and MicrophoneMissing: the person or the browser refused
	// the microphone, or there is none.
	MicrophoneDenied
	MicrophoneMissing
	// DeviceMissing: there is no such audio device.
	DeviceMissing
	// PhoneFailed: the web phone could not do it; the detail says why.
	PhoneFailed
	// SipRefused and SipSilent: the SIP server refused the registration, the
	// detail is its status; or it cannot be reached.
	SipRefused
	SipSilent
	// NotRegistered: the web phone is not registered at present.
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
	// SoundBlocked: the browser plays no sound yet.
	SoundBlocked
	// NotConnected: the connection is down.
	NotConnected
	// ClosedBefore: the connection went down before the answer.
	ClosedBefore
	// TooManyWaiting: too many calls wait for the connection already.
	TooManyWaiting
	// WaitEnded: the connection did not come up in time.
	WaitEnded
	// Destroyed: the instance was destroyed.
	Destroyed
	// TokenFailed and so on: GetToken rejected, never settled, or resolved to
	// something else; the detail says to what.
	TokenFailed
	TokenSilent
	TokenMalformed
	// DialFailed: the socket could not be opened.
	DialFailed
	// StateSilent: the gateway did not answer the first GetState.
	StateSilent
	// Rejected: the gateway refused the token.
	Rejected
	// Kicked: the agent connected elsewhere.
	Kicked
	// Unreachable: the HTTP backend gave no answer.
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
	// ModuleMissing and so on are for the page, where no core can speak yet or any
	// more: the module did not arrive; the detail says how.
	ModuleMissing
	// ModuleForbidden: the page's content security policy forbids the module.
	ModuleForbidden
	// BrowserTooOld: the browser is older than MinimumBrowser, or has WebAssembly
	// switched off; the detail is what it lacks.
	BrowserTooOld
	// BuildMismatch: script and module are of different builds.
	BuildMismatch
	// ModuleAltered: the module is of the script's build and has another hash.
	ModuleAltered
	// ProgramEnded: the module's program ended.
	ProgramEnded
	// ScriptUnplaced: nothing tells where the script came from, and its files are
	// not beside the page; the detail is where they were looked for.
	ScriptUnplaced
)

// Error says why, so that errors.Is(err, reason) can ask for it.
func (r Reason) Error() string { return Why(English, r, "") }

// MinimumBrowser is the oldest browser that the SDK works in; make test-engines
// plays a page in it.
const MinimumBrowser = "Chromium 64"

// ReasonForFault is the reason that a fault of the web phone stands for.
func ReasonForFault(fault PhoneFault) Reason {
	switch fault {
	case FaultUnsupported:
		return NoWebPhone
	case FaultMissing:
		return PhoneMissing
	case FaultDenied:
		return MicrophoneDenied
	case FaultNoDevice:
		return DeviceMissing
	case FaultNoCall:
		return NoPhoneCall
	}
	return PhoneFailed
}

// ReasonForStatus is the reason that a SIP call's final status stands for, as
// RFC 3261 defines it; 0 stands for none.
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

// PassingStatus tells the final status of a REGISTER after which the same may
// succeed a little later: none, a time-out, or a failure of the server's
// (RFC 3261).
func PassingStatus(status int64) bool {
	return status == 0 || status == 408 || status >= 500 && status < 600
}

// ReasonFor is the reason that a server code stands for.
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

// Message is what a person reads of a failure: what failed, why, what to do
// next, and at the end method and code for the person who is asked for help.
func Message(l Language, code Code, reason Reason, detail, method string) string {
	var b strings.Builder
	b.WriteString(What(l, code))
	if reasons[reason][l] != "" {
		b.WriteString(Separator[l])
		b.WriteString(Why(l, reason, detail))
	}
	b.WriteString(" [")
	if method != "" {
		b.WriteString(method)
		b.WriteString(" ")
	}
	b.WriteString(string(code))
	b.WriteString("]")
	return b.String()
}

// What is what failed, without why.
func What(l Language, code Code) string {
	for i := range failures {
		if failures[i].code == code {
			return failures[i].text[l]
		}
	}
	return ""
}

// Why is why something failed and what to do, without what failed.
func Why(l Language, reason Reason, detail string) string {
	return strings.ReplaceAll(reasons[reason][l], "{}", detail)
}

// Separator stands between what failed and why.
var Separator = Translated{"：", ": "}

// PhoneModeName is the mode's name, the id itself for an unknown one
// (documented).
func PhoneModeName(l Language, mode PhoneMode) string { return label(l, string(mode)) }

// AgentStateLabel is the state's label, the id itself for an unknown one
// (documented).
func AgentStateLabel(l Language, state AgentState) string { return label(l, string(state)) }

func label(l Language, id string) string {
	if text, ok := labels[id]; ok {
		return text[l]
	}
	return id
}
