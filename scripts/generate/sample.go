package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// plausible are the reference's values of parameters and members by name, and
// of types, as JavaScript writes them.
var plausible = map[string]string{
	"Number": `"13800138000"`, "CallId": `"ea648a5d-56f6-432b-44e1-0941febbb870"`, "AgentId": `"1002"`, "AgentPhone": `"13800138000"`,
	"PhoneMode": `"voip"`, "State": `"onBreak"`, "SubState": "101", "OwnerType": `"app"`, "DisplayNumber": `"051480114036"`,
	"TerminalType": `"voip"`, "IvrId": `"25"`, "NodeId": "1", "JumpType": `"agent_hangup"`, "QueueId": `"2"`, "type": "1", "id": `"1"`,
	"WrapUpTime": "30", "InWrapUpTime": "30", "OutWrapUpTime": "60",

	"AgentInfo": `{ TelNumber: "90310468561028" }`, "CallerInfo": `{ TelNumber: "90310468561028" }`,
	"CustomerInfo": `{ TelNumber: "13800138000", City: "Beijing" }`, "CalledInfo": `{ TelNumber: "13800138000", City: "Beijing" }`,
	"DisplayInfo": `{ TelNumber: "051480114036", City: "Beijing" }`, "ChannelUUID": `"42de0839-74ba-442d-a3a5-7744029bd573"`,
	"CallID": `"ea648a5d-56f6-432b-44e1-0941febbb870"`, "CurNumber": `"90310468561028"`, "CurStateSubId": `"0"`, "Desc": `"The line is busy"`,
	"StartTime": `"2023-11-14 22:13:20"`, "OldState": `"idle"`, "CurState": `"busy"`, "Reason": `"closed"`, "CurSubStateId": `""`,

	"EchoNumber": `"10005"`, "Outcome": `"warn"`, "Advice": `"Connect one and try again."`,
	"Digits": `"12#"`, "Kind": `"speaker"`, "DeviceId": `"default"`, "Selected": "true", "RoundTripTime": "42", "Jitter": "3", "PacketLoss": "0.5",
	"InputLevel": "0.12", "OutputLevel": "0.34", "Mos": "4.36",

	"SipServer": `"sip.example.com"`, "Password": `"…"`, "Strategy": "2", "Timeout": "60", "Role": `"agent"`, "Enable": "true",
	"AppId": `"00000000-0000-4000-8000-000000000001"`, "Mobile": `"13900001002"`, "defaultId": `"1"`,

	"CallDirection": `"Outbound"`, "WorkFlow": `"out_callback"`, "CallType": `"OtherIn"`, "PhoneState": `"busy"`,
	"string": `""`, "PhoneNumber": `""`, "Secret": `""`, "int": "0", "bool": "false", "Raw": "null", "StringOrNumber": "1",
}

// aside are the values that differ from plausible for a member of that type, or
// a parameter of that method; "" omits the member.
var aside = map[string]map[string]string{
	"TerminalInfo":     {"Number": `"90310468561028"`},
	"PhoneTroubleData": {"Trouble": `"MediaLost"`, "Device": ""},
	"TabRoleChange":    {"Role": `"leader"`},
	"PhoneLegChange":   {"Leg": `"1"`, "State": `"talking"`},
	"IvrNode":          {"id": "1", "name": `"Main menu"`},
	"PhoneCheck":       {"Name": `"devices"`, "Reason": `"no speaker or headset was found."`},
	"AudioDevice":      {"Label": `"Headset"`},
	"Queue":            {"Name": `"Support"`},
	"GetIvrNodesAsync": {"id": `"25"`},
	"Agent":            {"State": "2", "WrapUpTime": "0", "Name": `"Bob"`},
	// Without a call.
	"State": {"AgentInfo": "undefined", "CustomerInfo": "undefined", "CallType": "undefined", "CallID": `""`, "StartTime": `""`, "CallDirection": `""`, "CurState": `"idle"`,
		"CurContact": `"90310468561028"`, "CurExtState": `"idle"`, "CurMode": `"voip"`, "AgentNumber": "", "CallAuthority": "", "WorkFlow": ""},
}

// verifySamples fails if the reference would lack a value.
func verifySamples(t *table) error {
	for _, m := range t.methods {
		for _, p := range m.params {
			if argument(m, p) == "" {
				return fmt.Errorf("parameter %s has no example; add one to plausible in scripts/generate/sample.go", p.Name)
			}
		}
		if strings.Contains(resultSample(t, m), ": ,") {
			return fmt.Errorf("the result of %s has a type without a sample; add one to plausible in scripts/generate/sample.go", m.Name)
		}
	}
	return nil
}

// sampleOf is a value of a Go type in JavaScript. name is the member that holds
// it, owner the type that has the member.
func sampleOf(t *table, goType, owner, name, indent string) string {
	if text, ok := aside[owner][name]; ok {
		return text
	}
	if text, ok := plausible[name]; ok {
		return text
	}
	if element, isList := strings.CutPrefix(goType, "[]"); isList {
		if element == "Raw" {
			return "[]"
		}
		if element == "PhoneNumber" {
			return "[" + plausible["DisplayNumber"] + "]"
		}
		return "[" + sampleOf(t, element, "", "", indent) + "]"
	}
	if s := t.structNamed(goType); s != nil {
		return "{\n" + membersOf(t, s, indent+"  ") + indent + "}"
	}
	return plausible[goType]
}

func membersOf(t *table, s *structType, indent string) string {
	var b strings.Builder
	for _, f := range s.fields {
		if f.embedded {
			b.WriteString(membersOf(t, t.structNamed(f.goType), indent))
			continue
		}
		text := sampleOf(t, f.goType, s.name, f.json, indent)
		if f.undefined && plausible[f.json] == "" {
			text = "undefined"
		}
		if text != "" && !f.rare {
			fmt.Fprintf(&b, "%s%s: %s,\n", indent, f.json, text)
		}
	}
	return b.String()
}

// resultSample is what a method's promise resolves to.
func resultSample(t *table, m method) string {
	return envelopeSample(`"0000"`, resultData(t, m), `""`, "false")
}

// resultData is the Data of that.
func resultData(t *table, m method) string {
	data := "null"
	switch {
	case m.Result.Kind == spec.Empty:
		data = "{}"
	case m.Result.Make == spec.NamedPhoneModes:
		data = "[\n"
		for _, mode := range []spec.PhoneMode{spec.ModeCellphone, spec.ModeVoIP, spec.ModeWebRTC} {
			data += fmt.Sprintf("    { Id: %q, Name: %q },\n", mode, spec.PhoneModeName(spec.English, mode))
		}
		data += "  ]"
	case m.Result.Make == spec.LabelledStates:
		data = "[\n"
		for _, state := range []spec.AgentState{spec.AgentIdle, spec.AgentBusy, spec.AgentOnBreak, spec.AgentOffline} {
			data += fmt.Sprintf("    { Code: %q, Label: %q },\n", state, spec.AgentStateLabel(spec.English, state))
		}
		data += "    { Code: 101, Label: \"Lunch\", Owner: \"onBreak\" },\n  ]"
	case m.Result.Kind != spec.Null:
		data = sampleOf(t, m.Result.Type, "", "", "  ")
	}
	return data
}

// allowed are the flags of CallAuthority that are true in an event's sample, as
// the sandbox sends them.
var allowed = map[string][]string{
	"Delivered":   {"AllowAnswer", "AllowHangup"},
	"Originated":  {"AllowHangup"},
	"Established": {"AllowHangup", "AllowHold", "AllowTransfer", "AllowConsultation", "AllowThreeWay"},
	"Held":        {"AllowHangup", "AllowUnHold"},
	"Retrieved":   {"AllowHangup", "AllowHold", "AllowTransfer", "AllowConsultation", "AllowThreeWay"},
	"Conferenced": {"AllowHangup", "AllowCancel", "AllowTransferAfterThreeWay", "OnBarButtonSwitch"},
}

// eventData is the Data of an event without the array that may be around it.
func eventData(t *table, e event) string {
	if e.Type == "" {
		return "null"
	}
	var change []string
	for _, c := range eventChanges(e) {
		change = append(change, c.from, c.to)
	}
	for _, flag := range allowed[sampledEvent(e)] {
		change = append(change, flag+": false", flag+": true")
	}
	return strings.NewReplacer(change...).Replace(sampleOf(t, e.Type, "", "", "  "))
}

// sampledEvent is the event of a call that an event's sample reports.
func sampledEvent(e event) string {
	if e.Name == "AdvancedCallStatusChanged" {
		return "Originated"
	}
	return e.Name
}

// eventChanges are the members in which an event's Data differs from its type's
// sample, apart from the flags of CallAuthority.
func eventChanges(e event) (changes []struct{ from, to string }) {
	name := sampledEvent(e)
	change := func(member, from, to string) {
		changes = append(changes, struct{ from, to string }{member + ": " + from, member + ": " + to})
	}
	change("AdvancedCallStatus", `""`, strconv.Quote(name))
	change("CallEvent", `""`, strconv.Quote(name))
	switch name {
	case "Delivered": // the customer calls
		customer, agent := plausible["CustomerInfo"], plausible["AgentInfo"]
		change("CallDirection", plausible["CallDirection"], strconv.Quote(string(spec.Inbound)))
		change("WorkFlow", plausible["WorkFlow"], strconv.Quote(string(spec.FlowIn)))
		change("FromQueue", `""`, `"2"`)
		change("CallerInfo", agent, customer)
		change("CalledInfo", customer, agent)
	case "Conferenced":
		change("CallType", plausible["CallType"], strconv.Quote(string(spec.TypeConference)))
	}
	return changes
}

func eventSample(t *table, e event) string {
	data := eventData(t, e)
	if e.Form == spec.Element {
		data = "[" + data + "]"
	}
	switch {
	case e.Name == "CallFailed":
		return envelopeSample(strconv.Quote(string(spec.MakeCallFailed)), data, plausible["Desc"], "true")
	case e.Fails != "":
		return envelopeSample(fmt.Sprintf("%q", e.Fails), data, `"…"`, "true")
	}
	return envelopeSample(`"0000"`, data, `""`, "false")
}

func envelopeSample(code, data, message, visible string) string {
	if !strings.Contains(data, "\n") {
		return fmt.Sprintf("{ Code: %s, Data: %s, Message: %s, Visible: %s }", code, data, message, visible)
	}
	return fmt.Sprintf("{\n  Code: %s,\n  Data: %s,\n  Message: %s,\n  Visible: %s,\n}", code, data, message, visible)
}

// openOptions are the further members for the methods that pass them on.
var openOptions = map[string]string{"MakeCallAsync": `{ BizId: "order-42" }`, "GetOtherAgentsAsync": `{ State: "idle" }`}

// exampleCalls are calls of the method: one for each way to pass its
// parameters.
func exampleCalls(m method) (calls []string) {
	var args []string
	for _, p := range m.params {
		args = append(args, argument(m, p))
	}
	if m.Open && openOptions[m.Name] != "" {
		args = append(args, openOptions[m.Name])
	}
	with := func(args string) { calls = append(calls, fmt.Sprintf("instance.%s(%s)", m.Name, args)) }
	switch {
	case m.Shape != spec.Options:
		with(strings.Join(args, ", "))
	case m.OneOf[0] == "":
		with(objectOf(m, ""))
	default:
		with(objectOf(m, m.OneOf[1]))
		with(objectOf(m, m.OneOf[0]))
	}
	return calls
}

// argument is a parameter's value in the examples of a method.
func argument(m method, p param) string {
	if text := aside[m.Name][p.Name]; text != "" {
		return text
	}
	return plausible[p.Name]
}

func objectOf(m method, but string) string {
	var members []string
	for _, p := range m.params {
		if p.Name != but {
			members = append(members, p.Name+": "+argument(m, p))
		}
	}
	return "{ " + strings.Join(members, ", ") + " }"
}
