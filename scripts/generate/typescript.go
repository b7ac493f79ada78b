package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

const tsHeader = "// Generated from sdk/spec by make gen. Do not edit.\n\n"

// tsMethods are the methods on the prototype of the page's class: their types,
// and their names, of which the script makes them.
func tsMethods(t *table) string {
	var types strings.Builder
	var byArguments [][]string
	for _, m := range t.methods {
		if m.Sync {
			continue
		}
		var params []string
		for _, a := range tsArgs(m) {
			params = append(params, a.name+"?: unknown")
		}
		fmt.Fprintf(&types, "  %s(%s): Promise<Envelope>;\n", m.Name, strings.Join(params, ", "))
		for len(byArguments) <= len(params) {
			byArguments = append(byArguments, nil)
		}
		byArguments[len(params)] = append(byArguments[len(params)], m.Name)
	}
	var b strings.Builder
	b.WriteString(tsHeader + "import type { Envelope } from \"./link\";\n\nexport interface Methods {\n" + types.String() + "}\n\n")
	b.WriteString("/** The methods' names, at the number of the arguments that they take. */\nexport const methods = [\n")
	for _, names := range byArguments {
		fmt.Fprintf(&b, "  %q,\n", strings.Join(names, " "))
	}
	b.WriteString("];\n")
	return b.String()
}

// tsEvents is what the shim must know of events, envelopes and messages.
func tsEvents(t *table) string {
	var b strings.Builder
	b.WriteString(tsHeader)
	b.WriteString("/**\n * How Data gets its documented form: the events' names, whether it is an array of one element, whether they are\n" +
		" * among the eight events of a call, and which keys are there even where the server sent nothing.\n */\n" +
		"export type Shape = [names: string, element: boolean, call: boolean, undefined: string];\n\n")
	b.WriteString("export const shapes: Shape[] = [\n")
	var shapes []string
	names := map[string][]string{}
	for _, e := range t.events {
		shape := fmt.Sprintf("%t, %t, %q", e.Form == spec.Element, e.Call, t.undefinedKeys(e.Type))
		if shape == `false, false, ""` {
			continue
		}
		if names[shape] == nil {
			shapes = append(shapes, shape)
		}
		names[shape] = append(names[shape], e.Name)
	}
	for _, shape := range shapes {
		fmt.Fprintf(&b, "  [%q, %s],\n", strings.Join(names[shape], " "), shape)
	}
	b.WriteString("];\n\n")
	b.WriteString(tsEnum(t, "MessageKind", "Kind", "Kind"))
	b.WriteString(tsEnum(t, "PhoneOrder", "Order", "Order"))
	b.WriteString(tsEnum(t, "PhoneNews", "News", "News"))
	b.WriteString(tsEnum(t, "PhoneFault", "Fault", "Fault"))
	b.WriteString(tsMessages())
	return b.String()
}

// tsMessages are the messages for when no core can speak.
func tsMessages() string {
	chinese, english := spec.Words{Language: spec.Chinese}, spec.Words{Language: spec.English}
	var b strings.Builder
	b.WriteString("/** What failed, by the code, in Chinese and English. */\nexport const openings = {\n")
	for _, code := range []spec.Code{spec.NoSocket, spec.Failed} {
		fmt.Fprintf(&b, "  %q: [%q, %q],\n", code, chinese.What(code)+spec.Separator[spec.Chinese],
			english.What(code)+spec.Separator[spec.English])
	}
	b.WriteString("};\n\ntype Message = readonly [code: keyof typeof openings, chinese: string, english: string];\n\n" +
		"/** Why, where no core can speak; {} is a detail. */\nexport const messages = {\n")
	for _, m := range []struct {
		name   string
		code   spec.Code
		reason spec.Reason
	}{
		{"destroyed", spec.NoSocket, spec.Destroyed},
		{"notJSON", spec.Failed, spec.ArgsNotJSON},
		{"missing", spec.Failed, spec.ModuleMissing},
		{"forbidden", spec.Failed, spec.ModuleForbidden},
		{"unsupported", spec.Failed, spec.BrowserTooOld},
		{"mismatch", spec.Failed, spec.BuildMismatch},
		{"ended", spec.Failed, spec.ProgramEnded},
		{"unplaced", spec.Failed, spec.ScriptUnplaced},
		{"noBrowser", spec.Failed, spec.NoBrowser},
	} {
		row := fmt.Sprintf("[%q, %q, %q]", m.code, chinese.Why(m.reason, "{}"), english.Why(m.reason, "{}"))
		if m.reason == spec.NoBrowser {
			b.WriteString("  // Only the forms for bundlers run in Node.js.\n")
			row = "(HAS_CHUNKS && " + row + ") as Message"
		}
		fmt.Fprintf(&b, "  %s: %s,\n", m.name, row)
	}
	b.WriteString("} as const;\n")
	fmt.Fprintf(&b, "\n/** What follows Domain in the gateway's address; the digits are AppId, AgentId, token and timestamp. */\nexport const socketQuery = %q;\n",
		wire.SocketURL("", "0", "1", "2", "3"))
	fmt.Fprintf(&b, "\n/** What a tab is told that shares a connection with one of another version. */\nexport const tabDiffers: Message = [%q, %q, %q];\n",
		spec.Failed, chinese.What(spec.Failed)+spec.Separator[spec.Chinese]+chinese.Why(spec.TabDiffers, ""),
		english.What(spec.Failed)+spec.Separator[spec.English]+english.Why(spec.TabDiffers, ""))
	return b.String()
}

// tsEnum is an enum of the table under another name, its values without their
// prefix.
func tsEnum(t *table, name, as, prefix string) string {
	var b strings.Builder
	for _, e := range t.enums {
		if e.name != name {
			continue
		}
		fmt.Fprintf(&b, "%sexport const enum %s {\n", jsdoc(e.doc, ""), as)
		for _, v := range e.values {
			text := v.text
			if !e.numbers {
				text = strconv.Quote(text)
			}
			fmt.Fprintf(&b, "  /** %s */\n  %s = %s,\n", v.doc, strings.TrimPrefix(v.name, prefix), text)
		}
		b.WriteString("}\n\n")
	}
	return b.String()
}

func (t *table) undefinedKeys(typeName string) string {
	s := t.structNamed(typeName)
	if s == nil {
		return ""
	}
	var keys []string
	for _, f := range s.fields {
		switch {
		case f.embedded:
			keys = append(keys, t.undefinedKeys(f.goType))
		case f.undefined:
			keys = append(keys, f.json)
		}
	}
	return strings.Join(slices.DeleteFunc(keys, func(k string) bool { return k == "" }), " ")
}
