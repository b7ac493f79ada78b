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
// Chinese. known is false if it fell back to that.
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

// PhoneModeName returns the mode's name, the id itself for an unknown one
// (documented).
func PhoneModeName(l Language, mode PhoneMode) string { return label(l, string(mode)) }

// AgentStateLabel returns the state's label, the id itself for an unknown one
// (documented).
func AgentStateLabel(l Language, state AgentState) string { return label(l, string(state)) }

func label(l Language, id string) string {
	if text, ok := labels[id]; ok {
		return text[l]
	}
	return id
}
