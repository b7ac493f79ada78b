package main

import (
	"reflect"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// reply checks the answer to a request.
func (c *conversation) reply(e *entry, in wire.Incoming) {
	e.is("%s, reply %s", printable(in.Method), orOK(in.ErrCode))
	a := c.pending[in.MsgID]
	switch {
	case a == nil && c.answered[in.MsgID]:
		e.contradict(spec.Documented, "its request was answered already")
		return
	case a == nil:
		e.contradict(spec.Documented, "it answers no request of this connection")
		return
	case a.method != in.Method:
		e.contradict(spec.Observed, "its request was %s", printable(a.method))
	}
	delete(c.pending, in.MsgID)
	c.answered[in.MsgID] = true
	if e.at-a.entry.at > patience {
		e.contradict(spec.Observed, "it came after more than %.0f s", patience.Seconds())
	}
	if seq := a.frame.Get("SeqId"); seq != "" && seq != in.Frame.Get("SeqId").Raw() {
		e.contradict(spec.Documented, "its SeqId is not the request's")
	}
	for name, value := range in.Stripped().Members {
		switch name {
		case "Data", "ErrDesc":
		case "ErrCode":
			checkCode(e, name, value)
		default:
			e.ignore(printable(name))
		}
	}
	if !in.OK() {
		return
	}
	data := in.Frame.Get("Data").Raw()
	if in.Method == "GetState" {
		c.state(e, data)
		return
	}
	rows := requests[a.method]
	for _, row := range rows {
		e.compareResult(row, in.Frame.Raw())
	}
	e.ignoreUnread("Data", data, rows)
}

func orOK(code string) string {
	if code == "" {
		return "without ErrCode"
	}
	return wire.Printable(code)
}

// checkCode checks a server's code against the known ones.
func checkCode(e *entry, name string, value wire.Raw) {
	switch {
	case value.Kind() != wire.String:
		e.contradict(spec.Documented, "%s is %s, in the table a string", name, kindNames[value.Kind()])
	case !spec.ServerCode(value.TextOrDigits()).Known():
		e.contradict(spec.Documented, "%s %s is no code of the table", name, wire.Printable(value.TextOrDigits()))
	}
}

// compareResult checks what a method's promise is made of against its row.
func (e *entry) compareResult(row *spec.Method, body wire.Raw) {
	value := body.At(strings.Split(row.Result.From, ".")...)
	path := row.Result.From
	switch row.Result.Make {
	case spec.NamedPhoneModes:
		e.compare(path, value, reflect.TypeFor[[]spec.PhoneMode](), row.Evidence)
		return
	case spec.LabelledStates:
		e.compare(path+".State", value.Get("State"), reflect.TypeFor[[]spec.AgentState](), row.Evidence)
		e.compare(path+".Reasons", value.Get("Reasons"), reflect.TypeFor[[]spec.AgentStateOption](), row.Evidence)
		return
	}
	switch row.Result.Kind {
	case spec.Null, spec.Empty:
	case spec.Any:
		if value == "" {
			e.contradict(row.Evidence, "%s is missing", path)
		}
	default:
		e.compare(path, value, typeNamed(row.Result.Type), row.Evidence)
	}
}

// ignoreUnread notes the members of a reply's Data that no row reads. If a row
// reads Data itself, compare has noted what its type does not have.
func (e *entry) ignoreUnread(path string, data wire.Raw, rows []*spec.Method) {
	var read []string
	for _, row := range rows {
		switch from, _ := strings.CutPrefix(row.Result.From, path); {
		case row.Result.Make == spec.LabelledStates:
			read = append(read, "State", "Reasons")
		case row.Result.From == path:
			return
		case strings.HasPrefix(from, "."):
			read = append(read, from[1:])
		}
	}
	for name := range data.Members {
		if !slices.Contains(read, name) {
			e.ignore(join(path, printable(name)))
		}
	}
}

// state checks the Data of a GetState reply: how sdk/wire reads it, and what it
// means for agent and call from then on.
func (c *conversation) state(e *entry, data wire.Raw) {
	if data.Kind() != wire.Object {
		e.contradict(spec.Observed, "Data is %s, in the table an object", kindNames[data.Kind()])
		return
	}
	payload := data.Get("Payload")
	switch payload.Kind() {
	case wire.Object:
		event, _ := payload.Get("CallEvent").Text()
		e.compare("Data.Payload", wire.CallData(event, data.Index()), reflect.TypeFor[spec.CallEvent](), spec.Observed)
	case wire.Null, wire.Missing:
	default:
		e.contradict(spec.Observed, "Data.Payload is %s, in the table an object or null", kindNames[payload.Kind()])
	}
	// The page's CallDirection is the Payload's; the flat one is a work flow.
	e.compare("Data", data, reflect.TypeFor[spec.State](), spec.Observed)
	if flow, _ := data.Get("CallDirection").Text(); flow != "" && !spec.WorkFlow(flow).Known() {
		e.contradict(spec.Observed, "Data.CallDirection has a value that the table does not have for WorkFlow")
	}
	state := textOf(data, "CurState")
	if spec.AgentState(state).Known() {
		e.is("%s: %s", e.understood, state)
	}
	c.course.learn(e, spec.AgentState(state), textOf(data, "CallID"))
}

func textOf(object wire.Raw, name string) string {
	text, _ := object.Get(name).Text()
	return text
}
