package sdk

import (
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// agent stores what the server last reported about agent, phone and call, and
// raises the events that follow from it.
type agent struct {
	c        *core
	view     Snapshot
	revision int      // how often the server has reported the agent's state or phone mode
	lastCall wire.Raw // the Data of the last event of the call, "" without a call
	seen     recent
	// announced is the state and the mode of the last events about them, while the
	// event of an agreed change is still to come; "" otherwise.
	announced struct {
		state spec.AgentState
		mode  spec.PhoneMode
	}
}

// notify handles a notification and raises its event.
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
	before := a.view
	if !a.view.apply(row.Name, in.Frame) {
		c.badFrame("wire: a notification holds wrong types")
		return
	}
	if c.conn.state == syncing {
		// The end of a call in the gap is still to be told: the state that was
		// requested decides.
		a.view.CallStatus, a.view.CallID, a.view.Call = before.CallStatus, before.CallID, before.Call
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
	if id, _ := callID.Text(); c.conn.state == syncing {
		a.endedInGap(a.view, a.lastCall, id, nil)
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

// stateCame handles the server's report on agent, phone and call.
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
			c.calls.settleUncertain(index)
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
	c.pages.stateCame(state)
	c.phone.followMode()
	c.phone.compare()
}

var (
	stateNamesOnly = []string{"GetState"}
	readyNames     = []string{"Ready", "GetState"}
)

// resync reports what happened while the connection was down.
func (a *agent) resync(before Snapshot, state wire.Value) {
	a.difference(before, a.lastCall, state, nil)
	a.c.calls.settleUncertain(state)
}

// difference raises the events implied by the difference between the state
// before and the state just reported, in the order of the protocol and marked
// Recovered in their Data; for one page, or for all.
func (a *agent) difference(before Snapshot, lastCall wire.Raw, state wire.Value, to *Page) {
	now := &a.view
	a.endedInGap(before, lastCall, now.CallID, to)
	if before.AgentState != now.AgentState || before.AgentSubState != now.AgentSubState {
		var b wire.Builder
		a.recovered(to, "AgentStateChanged", b.Text("OldState", string(before.AgentState)).Text("CurState", string(now.AgentState)).
			Text("CurStateSubId", now.AgentSubState).Raw("StartTime", state.Get("StartTime").Raw()).Object())
	}
	if before.PhoneMode != now.PhoneMode {
		var b wire.Builder
		a.recovered(to, "PhoneModeChanged", b.Text("CurContact", string(now.PhoneMode)).
			Raw("CurNumber", state.Get("CurContact").Raw()).Text("CurExtState", string(now.PhoneState)).Object())
	}
	if before.PhoneState != now.PhoneState {
		var b wire.Builder
		a.recovered(to, "PhoneStateChanged", b.Text("CallID", now.CallID).Text("CurState", string(now.PhoneState)).Object())
	}
	if now.CallStatus != "" && (before.CallID != now.CallID || before.CallStatus != now.CallStatus) {
		a.recovered(to, now.CallStatus, wire.CallData(now.CallStatus, state))
	}
}

// endedInGap tells the end of the call before, if the agent is in another call or
// in none now and the end was not told.
func (a *agent) endedInGap(before Snapshot, lastCall wire.Raw, now string, to *Page) {
	if before.CallID != "" && before.CallID != now && !before.ended() {
		a.recovered(to, "ConnectionCleared", wire.ClearedData(lastCall, before.CallID))
	}
}

// recovered queues an event that happened during the outage.
func (a *agent) recovered(to *Page, name string, data wire.Raw) {
	var b wire.Builder
	data = b.Without(data, func(member string) bool { return member == "Recovered" }).Bool("Recovered", true).Object()
	names := []string{name}
	if row := spec.FindEvent(name); row != nil {
		names = row.Names()
	}
	if to != nil {
		to.emit(names, data)
		return
	}
	a.c.emit(Event{Names: names, Code: spec.Success, Data: data})
}

func isCallEvent(name string) bool {
	row := spec.FindEvent(name)
	return row != nil && row.Form == spec.CallOf && row.Wire != ""
}

// textMember turns a member that may arrive as a number into a string.
func textMember(object wire.Raw, name string) wire.Raw {
	value := object.Get(name)
	if value.Kind() != wire.Number {
		return object
	}
	var b wire.Builder
	b.Without(object, func(n string) bool { return n == name })
	return b.Text(name, value.TextOrDigits()).Object()
}

// size formats a number of bytes for people.
func size(bytes int) string {
	if bytes >= 1<<20 {
		return strconv.Itoa(bytes>>20) + " MiB"
	}
	return strconv.Itoa(bytes>>10) + " kB"
}
