package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// told is what a page was last told: the state from which the next client
// starts, and with which it compares the current one.
type told struct {
	number   int64 // of the last event for all pages
	ready    bool  // Ready was among them
	view     Snapshot
	lastCall wire.Raw
	text     wire.Raw
}

// Told returns what the page was told with the event and those before it, if
// the client is shared. Share, Attach and ResumeFunc of the next client take
// it. A page passes it on unchanged.
func (e *Event) Told() Raw { return e.told }

// told encodes what all pages have been told so far.
func (c *core) told() wire.Raw {
	n, v := &c.conn, &c.agent.view
	var b, state wire.Builder
	state.Text("connectState", string(v.ConnectState)).Text("agentState", string(v.AgentState)).Text("agentSubState", v.AgentSubState).
		Text("phoneMode", string(v.PhoneMode)).Text("phoneState", string(v.PhoneState)).Text("callStatus", v.CallStatus).
		Text("callId", v.CallID).Text("startTime", v.AgentStartTime).Bool("microphoneOn", v.MicrophoneOn)
	if call := v.Call; call != (SnapshotCall{}) {
		var b wire.Builder
		state.Raw("call", b.Text("CallID", call.CallID).Text("DestNumber", call.DestNumber).Text("SpNumber", call.SpNumber).
			Text("CallDirection", call.CallDirection).Object())
	}
	b.Int("Number", c.pages.number).Bool("Ready", n.everOnline).Bool("Wanted", n.state != idle && n.state != stopped).
		Bool("StayClosed", n.stayClosed).Raw("State", state.Object()).Raw("LastCall", c.agent.lastCall).
		Text("AnnouncedState", string(c.agent.announced.state)).Text("AnnouncedMode", string(c.agent.announced.mode))
	if page := c.pages.phonePage(); page != "" {
		b.Text("PhonePage", page)
		c.phone.recordBeginning(&b)
	}
	return b.Object()
}

func readTold(text wire.Raw) *told {
	member := func(name string) string { return text.At("State", name).TextOrDigits() }
	call := func(name string) string { return text.At("State", "call", name).TextOrDigits() }
	number, _ := text.Get("Number").Int()
	return &told{
		number: number, ready: text.Get("Ready").Kind() == wire.True, lastCall: text.Get("LastCall"), text: text,
		view: Snapshot{
			ConnectState: spec.ConnectState(member("connectState")),
			AgentState:   spec.AgentState(member("agentState")), AgentSubState: member("agentSubState"),
			PhoneMode: spec.PhoneMode(member("phoneMode")), PhoneState: spec.PhoneState(member("phoneState")),
			CallStatus: member("callStatus"), CallID: member("callId"), AgentStartTime: member("startTime"),
			MicrophoneOn: text.At("State", "microphoneOn").Kind() == wire.True,
			Call: SnapshotCall{CallID: call("CallID"), DestNumber: call("DestNumber"), SpNumber: call("SpNumber"),
				CallDirection: call("CallDirection")},
		},
	}
}

// lostData is the Data of a Disconnected that another attempt follows.
const lostData wire.Raw = `{"Reason":"closed","Retrying":true}`

// restore brings an unused client to the state in which another one ended.
func (c *core) restore(t *told) {
	text := t.text
	// A replay begins with the attempt that follows.
	c.recorder.dropped = true
	c.record(recordNote, "the connection of another page is taken up")
	c.pages.number = t.number
	c.conn.everOnline = t.ready
	c.agent.view, c.agent.lastCall = t.view, t.lastCall
	c.agent.announced.state = spec.AgentState(text.Get("AnnouncedState").TextOrDigits())
	c.agent.announced.mode = spec.PhoneMode(text.Get("AnnouncedMode").TextOrDigits())
	c.agent.view.ConnectState = spec.ConnectDisconnect
	page := text.Get("PhonePage").TextOrDigits()
	if page == "" {
		c.agent.view.MicrophoneOn = false
		return
	}
	// The telephone repeats its news of the time in between.
	c.phone.restore(text)
	if page != c.pages.own {
		c.pages.awaited = page
	}
}

// takeUp connects if the previous client was to be connected.
func (c *core) takeUp(t *told) {
	n := &c.conn
	wanted := t.text.Get("Wanted").Kind() == wire.True
	if wanted {
		n.state = waiting
	} else {
		n.stayClosed = t.text.Get("StayClosed").Kind() == wire.True
	}
	if t.view.ConnectState != spec.ConnectDisconnect {
		c.raise("Disconnected", n.reasonData(spec.NoReason))
	}
	if wanted {
		n.move(retry, spec.NoReason, "")
	}
}

// present returns the current state, in the form of Ready's Data: the last one
// from the gateway, updated by the events since.
func (ps *pages) present() wire.Raw {
	v := &ps.c.agent.view
	var b wire.Builder
	state, last := ps.state, ps.c.agent.lastCall
	now := new(wire.Builder).Text("CurState", string(v.AgentState)).Text("CurSubStateId", v.AgentSubState).
		Text("CurMode", string(v.PhoneMode)).Text("CurExtState", string(v.PhoneState)).Text("CallID", v.CallID).
		Text("StartTime", v.AgentStartTime)
	if v.CallID != "" && v.CallStatus != "" {
		now.Text("AdvancedCallStatus", v.CallStatus)
	}
	given := now.Object()
	// Without the call, what the state says of it is outdated; for a call that
	// began since, its last event has the data.
	old := state.Get("CallID").TextOrDigits() != v.CallID
	if v.CallID == "" {
		last = ""
	}
	b.Without(state, func(name string) bool {
		return given.Get(name) != "" || last.Get(name) != "" || old && !flatState(name)
	})
	b.Without(last, func(name string) bool { return given.Get(name) != "" })
	b.Without(given, func(string) bool { return false })
	return b.Object()
}

// flatState reports whether a member of a state does not belong to the call.
func flatState(name string) bool {
	return name == "AgentId" || name == "CurContact" || name == "Number"
}
