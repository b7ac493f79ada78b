package sdk

import (
	"context"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Error is why a call failed. Its four documented members are what a page's
// promise rejects with.
type Error struct {
	Code    spec.Code
	Message string   // for people, in the client's language: what failed, why, what to do
	Data    wire.Raw // the server's reply, stripped; "null" without one
	Visible bool     // whether Message may be shown to the agent; always true
	Method  string   // the method in its JavaScript spelling, "" outside a call
	Reason  spec.Reason

	cause error // the context's, if it ended the wait
}

// Is reports whether target is the error's Code or Reason, or
// context.DeadlineExceeded if no answer came in time.
func (e *Error) Is(target error) bool {
	switch target := target.(type) {
	case spec.Code:
		return e.Code == target
	case spec.Reason:
		return e.Reason == target
	}
	return target == context.DeadlineExceeded && e.timedOut()
}

func (e *Error) timedOut() bool {
	switch e.Reason {
	case spec.TimedOut, spec.WaitEnded, spec.TokenSilent, spec.StateSilent:
		return true
	}
	return false
}

// Unwrap returns the error of the context that ended the wait, nil without one.
func (e *Error) Unwrap() error { return e.cause }

// Error returns the message.
func (e *Error) Error() string { return e.Message }
