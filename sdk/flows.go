package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// flow is what a method does in addition to its row of the table. A nil member
// means: as the row says.
type flow struct {
	// local implements a method that sends no request of its own.
	local func(c *core, call *call)
	// ends says that the method succeeds on a client that is closed already.
	ends bool
	// asksState says that the request is a GetState, whose answer is an event too.
	asksState bool
	// choosesPhone says that the method's PhoneMode may select the web phone.
	choosesPhone bool
	// takesPhone says that the method uses the telephone of the page that calls
	// it, if none is in use.
	takesPhone bool
	// check refuses, before a frame is sent, what the state reported by the server
	// does not allow (observed).
	check func(c *core, call *call) *Error
	// frame builds the request.
	frame func(c *core, call *call) (method string, params wire.Raw)
	// agreed handles the server's consent before its notification arrives.
	agreed func(c *core, call *call)
	// byState decides from the first state after an outage whether a request whose
	// reply was lost was carried out.
	byState func(c *core, call *call, state wire.Value) bool
}

var plainFlow flow

// flows lists the methods that a row of the table does not fully describe. What
// the web phone adds is in phoneFlows.
var flows = [...]struct {
	method string
	flow   flow
}{
	{"Init", flow{local: initialise}},
	{"ConnectAsync", flow{local: connectNow}},
	{"Disconnect", flow{local: disconnectNow}},
	{"Destroy", flow{local: destroyNow, ends: true}},
	{"CheckPhoneAsync", flow{local: checkPhone, takesPhone: true}},
	{"GetStateAsync", flow{asksState: true}},
	{"MakeCallAsync", flow{check: checkMakeCall, byState: madeCall}},
	{"HangupAsync", flow{check: checkHangup}},
	{"SetAgentStateAsync", flow{frame: agentStateFrame, agreed: agreedAgentState}},
	{"SetPhoneModeAsync", flow{frame: phoneModeFrame, agreed: agreedPhoneMode, choosesPhone: true, takesPhone: true}},
}

// flowOf returns the method's flow, an empty one if its row says all.
func flowOf(method string) *flow {
	for i := range flows {
		if flows[i].method == method {
			return &flows[i].flow
		}
	}
	return &plainFlow
}

// initialise has nothing to do: the constructor has begun already.
func initialise(c *core, call *call) { c.settle(call, "null", nil) }

func connectNow(c *core, call *call) { c.conn.connect(call) }

func disconnectNow(c *core, call *call) {
	c.conn.disconnect()
	c.settle(call, "null", nil)
}

func destroyNow(c *core, call *call) {
	c.settle(call, "null", nil)
	c.conn.destroy()
}

// checkPhone is the web phone's alone, whatever connection and phone mode are.
func checkPhone(c *core, call *call) {
	if err := c.phone.check(call); err != nil {
		c.settle(call, "", err)
		return
	}
	c.phone.perform(call)
}

// checkMakeCall allows an agent to dial who is free, with a phone that is free.
// The state of a mobile phone is not known.
func checkMakeCall(c *core, call *call) *Error {
	view := &c.agent.view
	switch view.AgentState {
	case spec.AgentIdle, spec.AgentBusy, spec.AgentOnBreak:
	default:
		return c.failure(call.row.Name, call.row.StateCode, spec.WrongAgentState, string(view.AgentState))
	}
	if view.PhoneMode != spec.ModeCellphone && view.PhoneState != spec.PhoneIdle {
		return c.failure(call.row.Name, call.row.Code, spec.PhoneNotIdle, string(view.PhoneState))
	}
	return nil
}

// madeCall looks for a new call to the number dialled.
func madeCall(c *core, call *call, state wire.Value) bool {
	dialled := state.Get("DestNumber").TextOrDigits()
	if dialled == "" {
		dialled = state.At("CustomerInfo", "TelNumber").TextOrDigits()
	}
	callID := c.agent.view.CallID
	return callID != "" && callID != call.callBefore && dialled == call.args.text("Number")
}

func checkHangup(c *core, call *call) *Error {
	if view := &c.agent.view; !view.inCall() && !c.phone.hasCall() {
		return c.failure(call.row.Name, call.row.Code, spec.WrongAgentState, string(view.AgentState))
	}
	return nil
}

// agentStateFrame changes the agent's state: Login leaves offline, Logout
// returns to it, SetState is for all others (observed). SubState is sent with
// onBreak only; 0 means none.
func agentStateFrame(c *core, call *call) (method string, params wire.Raw) {
	state := spec.AgentState(call.args.text("State"))
	if state == spec.AgentOffline {
		return "Logout", ""
	}
	var b wire.Builder
	method = call.row.Wire
	if c.agent.view.AgentState == spec.AgentOffline {
		method = "Login"
		b.Text("AppId", c.cfg.AppID).Text("AgentId", c.cfg.AgentID)
	}
	b.Text("State", string(state))
	if sub := call.args.get("SubState"); state == spec.AgentOnBreak && sub != "0" {
		b.Raw("SubState", sub)
	}
	return method, b.Object()
}

// agreedAgentState treats the server's consent to a new state as that state
// until its notification arrives, so that a call made in between is checked
// against it.
func agreedAgentState(c *core, call *call) {
	a := &c.agent
	if a.announced.state == "" {
		a.announced.state = a.view.AgentState
	}
	a.view.AgentState = spec.AgentState(call.args.text("State"))
}

func phoneModeFrame(_ *core, call *call) (method string, params wire.Raw) {
	return modeFrame(call.row, spec.PhoneMode(call.args.text("PhoneMode")))
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

func agreedPhoneMode(c *core, call *call) {
	a := &c.agent
	if a.announced.mode == "" {
		a.announced.mode = a.view.PhoneMode
	}
	a.view.PhoneMode = spec.PhoneMode(call.args.text("PhoneMode"))
	c.phone.followMode()
}
