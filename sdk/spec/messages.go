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
	// ParamChoice: exactly one of two parameters must be given; the detail names both.
	ParamChoice
	// TooLarge: the parameters together are too long; the detail is the limit.
	TooLarge
	// ArgsNotJSON: the arguments cannot be written as JSON.
	ArgsNotJSON
	// WrongAgentState, PhoneNotIdle and NotInCall: the detail is the state.
	WrongAgentState
	PhoneNotIdle
	// OnlyWebRTC: the phone mode is another one.
	OnlyWebRTC
	// NoWebPhone: there is no web phone in this program.
	NoWebPhone
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
	// UnknownMethod: there is no such method.
	UnknownMethod
	// Broken: the SDK itself failed.
	Broken
	// ModuleMissing and so on are for the page, where no core can speak yet or any
	// more: the module did not arrive; the detail says how.
	ModuleMissing
	// ModuleForbidden: the page's content security policy forbids the module.
	ModuleForbidden
	// NoWebAssembly: the browser has none.
	NoWebAssembly
	// BuildMismatch: script and module are of different builds.
	BuildMismatch
	// ProgramEnded: the module's program ended.
	ProgramEnded
)

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
// next, and at last method and code for whoever is asked for help.
func Message(l Language, code Code, reason Reason, detail, method string) string {
	var b strings.Builder
	for i := range failures {
		if failures[i].code == code {
			b.WriteString(failures[i].text[l])
		}
	}
	if text := reasons[reason][l]; text != "" {
		b.WriteString(separator[l])
		b.WriteString(strings.ReplaceAll(text, "{}", detail))
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

var separator = Translated{"：", ": "}

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
