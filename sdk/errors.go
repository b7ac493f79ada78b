package sdk

import (
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

	cause error // the context's, where it ended the wait
}

// Unwrap is the error of the context that ended the wait, nil without one.
func (e *Error) Unwrap() error { return e.cause }

// Error is the message.
func (e *Error) Error() string { return e.Message }

// Envelope is the failure as a page gets it.
func (e *Error) Envelope() wire.Raw { return envelope(e.Code, e.Data, e.Message, e.Visible) }

// Resolved is the envelope of a call that did what it says.
func Resolved(data wire.Raw) wire.Raw { return envelope(spec.Success, data, "", false) }

func envelope(code spec.Code, data wire.Raw, message string, visible bool) wire.Raw {
	if data == "" {
		data = "null"
	}
	var b wire.Builder
	return b.Text("Code", string(code)).Raw("Data", data).Text("Message", message).Bool("Visible", visible).Object()
}
