package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// invoke begins a call. done is called once, in bounded time.
func (c *core) invoke(method string, args wire.Raw, waits bool, done func(wire.Raw, *Error)) *call {
	call := newCall(method, args, done)
	call.waits = waits
	c.start(nil, call)
	return call
}

func newCall(method string, args wire.Raw, done func(wire.Raw, *Error)) *call {
	row := spec.FindMethod(method)
	if row == nil {
		row = &spec.Method{Name: withoutDigits(wire.Printable(method)), Code: spec.Failed}
	}
	return &call{row: row, flow: flowOf(row.Name), done: done, given: args}
}

// start begins a call of a page, nil for the client's own page.
func (c *core) start(page *Page, call *call) {
	c.enter(call.row.Name, func() {
		c.serving = call
		c.record(recordCall, string(call.given)).name = call.row.Name
		c.pages.choosePhone(page, call)
		c.begin(call)
	})
}

func (c *core) begin(call *call) {
	if c.read(call) {
		c.calls.admit(call)
	}
}

// read reads the arguments. If the call goes no further, read settles it and
// returns false.
func (c *core) read(call *call) bool {
	row := call.row
	var err *Error
	switch {
	case c.conn.state == destroyed && call.flow.ends:
		c.settle(call, "null", nil)
		return false
	case c.conn.state == destroyed:
		err = c.failure(row.Name, spec.NoSocket, spec.Destroyed, "")
	case spec.FindMethod(row.Name) == nil:
		err = c.failure(row.Name, spec.Failed, spec.UnknownMethod, "")
	case len(call.given) > MaxParams:
		err = c.failure(row.Name, row.Code, spec.TooLarge, size(MaxParams))
	default:
		call.args, err = c.readArguments(row, call.given)
	}
	if err != nil {
		c.settle(call, "", err)
	}
	return err == nil
}
