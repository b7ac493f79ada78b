package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// The few methods whose flow a row of the table does not say in full.

// checkState refuses, before a frame is sent, what the state that the server
// told does not allow (observed).
func (c *Client) checkState(call *call) *Error {
	row, view := call.row, &c.view
	switch row.Go {
	case "MakeCall":
		switch view.AgentState {
		case spec.AgentIdle, spec.AgentBusy, spec.AgentOnBreak:
		default:
			return c.failure(row.Name, spec.DialForbidden, spec.WrongAgentState, string(view.AgentState))
		}
		if view.PhoneMode != spec.ModeCellphone && view.PhoneState != spec.PhoneIdle {
			return c.failure(row.Name, row.Code, spec.PhoneNotIdle, string(view.PhoneState))
		}
	case "Hangup":
		if !view.inCall() && c.phone.leg == nil {
			return c.failure(row.Name, row.Code, spec.WrongAgentState, string(view.AgentState))
		}
	}
	return c.checkPhone(call)
}

// frame is the call's request: its wire name and parameters.
func (c *Client) frame(call *call) (method string, params wire.Raw) {
	var b wire.Builder
	switch call.row.Go {
	case "SetAgentState":
		return c.stateFrame(call)
	case "SetPhoneMode":
		return modeFrame(call.row, spec.PhoneMode(call.args.text("PhoneMode")))
	}
	return call.row.Wire, call.args.body(&b, c.cfg.AgentID, func(string) bool { return false }).Object()
}

// modeFrame chooses a phone mode. Number is absent for a desk phone and null
// for the others (observed).
func modeFrame(row *spec.Method, mode spec.PhoneMode) (method string, params wire.Raw) {
	var b wire.Builder
	if mode != spec.ModeVoIP {
		b.Raw("Number", "null")
	}
	return row.Wire, b.Text(row.Params[0].Wire, string(mode)).Object()
}

// accountFrame asks for the web phone's account.
func (c *Client) accountFrame() (method string, params wire.Raw) {
	row := spec.FindMethod("GetWebPhoneInfoAsync")
	return c.frame(&call{row: row, args: arguments{row: row}})
}

// stateFrame changes the agent's state: Login leaves offline, Logout goes
// there, SetState is for all between (observed). SubState travels with onBreak
// only; 0 is none.
func (c *Client) stateFrame(call *call) (method string, params wire.Raw) {
	state := spec.AgentState(call.args.text("State"))
	if state == spec.AgentOffline {
		return "Logout", ""
	}
	var b wire.Builder
	method = call.row.Wire
	if c.view.AgentState == spec.AgentOffline {
		method = "Login"
		b.Text("AppId", c.cfg.AppID).Text("AgentId", c.cfg.AgentID)
	}
	b.Text("State", string(state))
	if sub := call.args.get("SubState"); state == spec.AgentOnBreak && sub != "0" {
		b.Raw("SubState", sub)
	}
	return method, b.Object()
}

// agreed takes the server's consent to a new agent state or phone mode for the
// thing itself until its notification comes, so that a call made in between is
// judged by it.
func (c *Client) agreed(call *call) {
	switch call.row.Go {
	case "SetAgentState":
		if c.told.agent == "" {
			c.told.agent = c.view.AgentState
		}
		c.view.AgentState = spec.AgentState(call.args.text("State"))
	case "SetPhoneMode":
		if c.told.mode == "" {
			c.told.mode = c.view.PhoneMode
		}
		c.view.PhoneMode = spec.PhoneMode(call.args.text("PhoneMode"))
		c.followMode()
	}
}
