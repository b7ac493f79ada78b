package sdk

import (
	"slices"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// resync tells what happened while the connection was down: the events that
// the difference between the state before and the state that the server told
// now implies, in the order of the protocol, marked Recovered in their Data.
func (c *Client) resync(before Snapshot, state wire.Raw) {
	now := &c.view
	if before.CallID != "" && before.CallID != now.CallID && !before.ended() {
		c.recovered("ConnectionCleared", wire.ClearedData(c.lastCall, before.CallID))
	}
	if before.AgentState != now.AgentState || before.AgentSubState != now.AgentSubState {
		var b wire.Builder
		c.recovered("AgentStateChanged", b.Text("OldState", string(before.AgentState)).Text("CurState", string(now.AgentState)).
			Text("CurStateSubId", now.AgentSubState).Raw("StartTime", state.Get("StartTime")).Object())
	}
	if before.PhoneMode != now.PhoneMode {
		var b wire.Builder
		c.recovered("PhoneModeChanged", b.Text("CurContact", string(now.PhoneMode)).
			Raw("CurNumber", state.Get("CurContact")).Text("CurExtState", string(now.PhoneState)).Object())
	}
	if before.PhoneState != now.PhoneState {
		var b wire.Builder
		c.recovered("PhoneStateChanged", b.Text("CallID", now.CallID).Text("CurState", string(now.PhoneState)).Object())
	}
	if now.CallStatus != "" && (before.CallID != now.CallID || before.CallStatus != now.CallStatus) {
		c.recovered(now.CallStatus, wire.CallData(now.CallStatus, state))
	}
	c.settleDoubts(true, state)
}

// recovered queues an event of the gap.
func (c *Client) recovered(name string, data wire.Raw) {
	var b wire.Builder
	data = b.Without(data, func(member string) bool { return member == "Recovered" }).Bool("Recovered", true).Object()
	e := Event{Names: []string{name}, Code: spec.Success, Data: data}
	for i := range spec.Events {
		if spec.Events[i].Name == name && spec.Events[i].Call {
			e.Names = []string{"AdvancedCallStatusChanged", name}
		}
	}
	c.emit(e)
}

// doubt keeps a MakeCall whose connection was lost before the reply: whether
// the call exists is for the next GetState to say, within WaitLimit.
func (c *Client) doubt(call *call) {
	c.doubted = append(c.doubted, call)
	call.timer = time.AfterFunc(call.patience(), func() {
		c.lock()
		defer c.unlock()
		if at := slices.Index(c.doubted, call); at >= 0 {
			c.doubted = slices.Delete(c.doubted, at, at+1)
			c.settle(call, "", c.unknownOutcome(call))
		}
	})
}

// settleDoubts settles the doubted MakeCalls: by the state if it is known.
func (c *Client) settleDoubts(known bool, state wire.Raw) {
	doubted := c.doubted
	c.doubted = nil
	for _, call := range doubted {
		call.timer.Stop()
		if known && c.isCallOf(call, state) {
			c.settle(call, "null", nil)
		} else {
			c.settle(call, "", c.unknownOutcome(call))
		}
	}
}

// isCallOf tells whether the state shows the call that a MakeCall asked for:
// one that was not there before, to that number.
func (c *Client) isCallOf(call *call, state wire.Raw) bool {
	number := call.args.text("Number")
	dialled := state.Get("DestNumber").TextOrDigits()
	if dialled == "" {
		dialled = state.At("CustomerInfo", "TelNumber").TextOrDigits()
	}
	return c.view.CallID != "" && c.view.CallID != call.callBefore && dialled == number
}

func (c *Client) unknownOutcome(call *call) *Error {
	err := c.failure(call.row.Name, call.row.Code, spec.ClosedBefore, "")
	err.Data = `{"Outcome":"unknown"}`
	return err
}
