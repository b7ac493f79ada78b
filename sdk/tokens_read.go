package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// MalformedToken is the error of a provider whose backend answered with
// something other than a token; it describes that without its value.
type MalformedToken string

func (m MalformedToken) Error() string { return "malformed token: " + string(m) }

// tokenError is why something is not a token.
type tokenError struct {
	reason spec.Reason
	detail string
}

func (e *tokenError) Error() string {
	return spec.Words{Language: spec.English, Go: true}.Why(e.reason, e.detail)
}

// ErrTokenNotJSON is the error of a provider whose backend answered with
// something that is not JSON.
var ErrTokenNotJSON error = &tokenError{reason: spec.TokenNotJSON}

// wrappers are the members in which backends wrap their answer; the first is
// one that only a Response of fetch has.
var wrappers = [...]string{"bodyUsed", "data", "Data", "result", "Result", "body", "Body"}

// ReadToken reads the JSON answer of a backend: an object with timestamp, token
// and, optionally, appId, the first two in either letter case. A provider may
// return its error unchanged: the client says what is wrong with the answer,
// without any value of it.
func ReadToken(answer Raw) (Credentials, error) {
	given := wire.Raw(strings.TrimSpace(string(answer)))
	if strings.HasPrefix(string(given), "<") {
		return Credentials{}, ErrTokenNotJSON
	}
	if given.Kind() != wire.Object {
		if text := given.TextOrDigits(); strings.HasPrefix(strings.TrimSpace(text), "<") {
			return Credentials{}, ErrTokenNotJSON
		}
		return Credentials{}, malformed(kindOf(given))
	}
	either := func(name, capital string) wire.Raw {
		if value := given.Get(name); value != "" {
			return value
		}
		return given.Get(capital)
	}
	time, token := either("timestamp", "Timestamp"), either("token", "Token")
	if token == "" {
		for _, name := range wrappers {
			if given.Get(name) != "" {
				return Credentials{}, &tokenError{spec.TokenWrapped, strings.Replace(name, "bodyUsed", "json()", 1)}
			}
		}
	}
	switch {
	case token.Kind() != wire.String || strings.TrimSpace(token.TextOrDigits()) == "":
		return Credentials{}, malformed("token is " + kindOf(token))
	case strings.TrimSpace(time.TextOrDigits()) == "":
		return Credentials{}, malformed("timestamp is " + kindOf(time))
	}
	appID, _ := given.Get("appId").Text()
	return Credentials{AppID: appID, Timestamp: time.TextOrDigits(), Token: token.TextOrDigits()}, nil
}

func malformed(detail string) error { return &tokenError{spec.TokenMalformed, detail} }

// kindOf returns what JavaScript calls a value's type.
func kindOf(value wire.Raw) string {
	switch value.Kind() {
	case wire.Object, wire.Array:
		return "object"
	case wire.String:
		if strings.TrimSpace(value.TextOrDigits()) == "" {
			return "an empty string"
		}
		return "string"
	case wire.Number:
		return "number"
	case wire.True, wire.False:
		return "boolean"
	case wire.Null:
		return "null"
	}
	return "undefined"
}

// judge checks a provider's answer and says what is wrong with it.
func judge(cred Credentials, err error) (spec.Reason, string) {
	switch err := err.(type) {
	case MalformedToken:
		return spec.TokenMalformed, string(err)
	case *tokenError:
		return err.reason, err.detail
	}
	switch {
	case err != nil:
		return spec.TokenFailed, ""
	case strings.TrimSpace(cred.Token) == "":
		return spec.TokenMalformed, "token"
	case strings.TrimSpace(cred.Timestamp) == "":
		return spec.TokenMalformed, "timestamp"
	}
	return spec.NoReason, ""
}
