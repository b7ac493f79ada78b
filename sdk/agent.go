package sdk

import (
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// agent is what the server last said of agent, phone and call, and raises the
// events that follow from what it says.
type agent struct {
	c        *core
	view     Snapshot
	revision int      // how often the server told the agent's state or phone mode
	lastCall wire.Raw // the Data of the last event of the call, "" without a call
	seen     recent
	// announced is the state and the mode of the last events about them, kept
	// while the server has agreed to a change whose event is to come; "" otherwise.
	announced struct {
		state spec.AgentState
		mode  spec.PhoneMode
	}
}

// notify takes a notification and raises its event.
func (a *agent) notify(in wire.Incoming) {
	c := a.c
	row := spec.FindNotification(in.Method)
	if row == nil {
		c.stats.UnknownFrames++
		c.log(LevelDebug, "a notification without an event was dropped")
		return
	}
	if a.seen.again(&in) {
		c.stats.Duplicates++
		return
	}
	if row.Form == spec.CallOf {
		a.callEvent(row, in.Frame)
		return
	}
	if !a.view.apply(row.Name, in.Frame) {
		c.badFrame("wire: a notification holds wrong types")
		return
	}
	switch row.Name {
	case "AgentStateChanged":
		a.revision++
		a.announced.state = ""
	case "PhoneModeChanged":
		a.revision++
		a.announced.mode = ""
	}
	c.emit(Event{Names: row.Names(), Code: spec.Success, Data: textMember(in.Stripped(), "CurStateSubId")})
	c.phone.followMode()
	c.phone.compare()
}

func (a *agent) callEvent(row *spec.Event, frame wire.Value) {
	c := a.c
	payload, callID := frame.Get("Payload"), frame.Get("CallID")
	if payload.Given() && payload.Kind() != wire.Object || callID.Kind() != wire.String {
		c.badFrame("wire: a call event holds wrong types")
		return
	}
	e := Event{Names: row.Names(), Code: spec.Success, Data: wire.CallData(row.Name, frame)}
	if row.Fails != "" {
		e.Code, e.Visible = row.Fails, true
		e.Message, _ = frame.Get("Desc").Text()
	}
	a.view.call(row.Name, callID)
	a.lastCall = e.Data
	c.emit(e)
	c.phone.callEvent(row.Name)
}

// stateCame takes the server's word on agent, phone and call.
func (a *agent) stateCame(s *session, data wire.Value) {
	c := a.c
	state := textMember(wire.StateData(data, isCallEvent), "CurSubStateId")
	index, err := wire.Index(string(state))
	if err != nil {
		c.badFrame("wire: a GetState reply could not be read")
		return
	}
	before := a.view
	if a.announced.state != "" {
		before.AgentState, a.announced.state = a.announced.state, ""
	}
	if a.announced.mode != "" {
		before.PhoneMode, a.announced.mode = a.announced.mode, ""
	}
	a.view.sync(index)
	a.revision++
	names := stateNamesOnly
	switch {
	case c.conn.move(stateCame, spec.NoReason, ""):
		s.poll = c.later(StateInterval, s.pollState)
		s.watchClock()
		if c.conn.everOnline {
			a.resync(before, index)
		} else {
			c.conn.everOnline = true
			names = readyNames
		}
		c.then(c.conn.connected)
	case c.phone.asksState():
		a.resync(before, index)
	}
	a.lastCall = ""
	if a.view.CallID != "" {
		a.lastCall = state
	}
	c.emit(Event{Names: names, Code: spec.Success, Data: state})
	c.phone.followMode()
	c.phone.compare()
}

var (
	stateNamesOnly = []string{"GetState"}
	readyNames     = []string{"Ready", "GetState"}
)

// resync tells what happened while the connection was down: the events that
// the difference between the state before and the state that the server told
// now implies, in the order of the protocol, marked Recovered in their Data.
func (a *agent) resync(before Snapshot, state wire.Value) {
	now := &a.view
	if before.CallID != "" && before.CallID != now.CallID && !before.ended() {
		a.recovered("ConnectionCleared", wire.ClearedData(a.lastCall, before.CallID))
	}
	if before.AgentState != now.AgentState || before.AgentSubState != now.AgentSubState {
		var b wire.Builder
		a.recovered("AgentStateChanged", b.Text("OldState", string(before.AgentState)).Text("CurState", string(now.AgentState)).
			Text("CurStateSubId", now.AgentSubState).Raw("StartTime", state.Get("StartTime").Raw()).Object())
	}
	if before.PhoneMode != now.PhoneMode {
		var b wire.Builder
		a.recovered("PhoneModeChanged", b.Text("CurContact", string(now.PhoneMode)).
			Raw("CurNumber", state.Get("CurContact").Raw()).Text("CurExtState", string(now.PhoneState)).Object())
	}
	if before.PhoneState != now.PhoneState {
		var b wire.Builder
		a.recovered("PhoneStateChanged", b.Text("CallID", now.CallID).Text("CurState", string(now.PhoneState)).Object())
	}
	if now.CallStatus != "" && (before.CallID != now.CallID || before.CallStatus != now.CallStatus) {
		a.recovered(now.CallStatus, wire.CallData(now.CallStatus, state))
	}
	a.c.calls.settleUncertain(state)
}

// recovered queues an event of the gap.
func (a *agent) recovered(name string, data wire.Raw) {
	var b wire.Builder
	data = b.Without(data, func(member string) bool { return member == "Recovered" }).Bool("Recovered", true).Object()
	e := Event{Names: []string{name}, Code: spec.Success, Data: data}
	if row := spec.FindEvent(name); row != nil {
		e.Names = row.Names()
	}
	a.c.emit(e)
}

func isCallEvent(name string) bool {
	row := spec.FindEvent(name)
	return row != nil && row.Form == spec.CallOf && row.Wire != ""
}

// textMember hands a member on as a string that may arrive as a number.
func textMember(object wire.Raw, name string) wire.Raw {
	value := object.Get(name)
	if value.Kind() != wire.Number {
		return object
	}
	var b wire.Builder
	b.Without(object, func(n string) bool { return n == name })
	return b.Text(name, value.TextOrDigits()).Object()
}

// size is a number of bytes as people read it.
func size(bytes int) string {
	if bytes >= 1<<20 {
		return strconv.Itoa(bytes>>20) + " MiB"
	}
	return strconv.Itoa(bytes>>10) + " kB"
}
