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
}

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

// failure is the Error of a method's row and a reason; detail fills the
// reason's text.
func (c *Client) failure(method string, code spec.Code, reason spec.Reason, detail string) *Error {
	if code == "" {
		code = spec.Failed
	}
	return &Error{
		Code:    code,
		Message: spec.Message(c.lang, code, reason, detail, method),
		Data:    "null",
		Visible: true,
		Method:  method,
		Reason:  reason,
	}
}

// refusal is the Error of a request that the server answered with a code.
func (c *Client) refusal(row *spec.Method, serverCode string, data wire.Raw) *Error {
	err := c.failure(row.Name, row.Code, spec.ReasonFor(spec.ServerCode(serverCode)), serverCode)
	if data != "" {
		err.Data = data
	}
	return err
}
