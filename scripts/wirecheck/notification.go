package main

import (
	"slices"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// notification checks an event's frame.
func (c *conversation) notification(e *entry, in wire.Incoming) {
	if in.MsgID != "" && c.seen[in.MsgID] {
		e.contradict(spec.Documented, "its MsgId was another notification's")
	}
	c.seen[in.MsgID] = true
	row := spec.FindNotification(in.Method)
	switch {
	case row != nil && row.Form == spec.CallOf:
		c.callEvent(e, row, in)
	case row != nil:
		data := in.Stripped()
		e.is("%s%s: event %s", in.Method, states(data), row.Name)
		e.compare("", data, types[row.Type], row.Evidence)
		c.course.flat(e, row, data)
	case slices.Contains(spec.Legacy[:], in.Method):
		e.is("%s, which raises no event", in.Method)
	default:
		e.ignore("event " + printable(in.Method))
		e.contradict(spec.Observed, "the table has no event %s", printable(in.Method))
	}
}

// states is the change that a flat event reports, as far as the table has it.
func states(data wire.Raw) (text string) {
	for _, name := range []string{"OldState", "CurState", "CurContact"} {
		value := textOf(data, name)
		switch known := spec.AgentState(value).Known() || spec.PhoneState(value).Known() || spec.PhoneMode(value).Known(); {
		case known && text != "":
			text += "→" + value
		case known:
			text = " " + value
		}
	}
	return text
}

// callEvent checks an event of a call: how sdk/wire reads it.
func (c *conversation) callEvent(e *entry, row *spec.Event, in wire.Incoming) {
	frame := in.Frame.Raw()
	payload := frame.Get("Payload")
	kind := textOf(payload, "CallType")
	e.is("%s: event %s", in.Method, row.Name)
	if spec.CallType(kind).Known() {
		e.is("%s %s: event %s", in.Method, kind, row.Name)
	}
	switch {
	case payload.Kind() != wire.Object:
		e.contradict(spec.Observed, "Payload is %s, in the table an object", kindNames[payload.Kind()])
		return
	case textOf(frame, "CallID") == "":
		e.contradict(spec.Observed, "CallID is missing")
		return
	case payload.Get("CallEvent") != "" && textOf(payload, "CallEvent") != in.Method:
		e.contradict(spec.Observed, "Payload.CallEvent is another than Method")
	}
	e.compare("", wire.CallData(row.Name, in.Frame), types[row.Type], row.Evidence)
	for name := range in.Stripped().Members {
		if !slices.Contains([]string{"CallID", "CallType", "Payload", "Desc"}, name) {
			e.ignore(printable(name))
		}
	}
	c.course.callEvent(e, in.Method, textOf(frame, "CallID"), kind)
}
