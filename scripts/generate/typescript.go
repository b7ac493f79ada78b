package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

const tsHeader = "// Generated from sdk/spec by make gen. Do not edit.\n\n"

// tsMethods are the methods of the page's class, on its prototype.
func tsMethods(t *table) string {
	var b strings.Builder
	b.WriteString(tsHeader + "import { Instance, link } from \"./instance\";\nimport type { Envelope } from \"./link\";\n\n")
	b.WriteString("export class Methods extends Instance {\n")
	for _, m := range t.methods {
		if m.Sync {
			continue
		}
		var names []string
		for _, a := range tsArgs(m) {
			names = append(names, a.name)
		}
		params := ""
		for _, n := range names {
			params += n + "?: unknown, "
		}
		fmt.Fprintf(&b, "  %s(%s): Promise<Envelope> {\n    return this[link]().invoke(%q, [%s]);\n  }\n",
			m.Name, strings.TrimSuffix(params, ", "), m.Name, strings.Join(names, ", "))
	}
	b.WriteString("}\n")
	return b.String()
}

// tsEvents is what the shim must know of events, envelopes and messages.
func tsEvents(t *table) string {
	var b strings.Builder
	b.WriteString(tsHeader)
	b.WriteString("/** How an event's Data gets its documented form. */\nexport interface Shape {\n" +
		"  /** An array of one element. */\n  element?: true;\n" +
		"  /** One of the eight events of a call. */\n  call?: true;\n" +
		"  /** Own keys that are there even where the server sent nothing. */\n  undefined?: string[];\n}\n\n")
	b.WriteString("export const shapes: Record<string, Shape> = {\n")
	for _, e := range t.events {
		var parts []string
		if e.Form == spec.Element {
			parts = append(parts, "element: true")
		}
		if e.Call {
			parts = append(parts, "call: true")
		}
		if keys := t.undefinedKeys(e.Type); keys != "" {
			parts = append(parts, "undefined: ["+keys+"]")
		}
		if len(parts) > 0 {
			fmt.Fprintf(&b, "  %s: { %s },\n", e.Name, strings.Join(parts, ", "))
		}
	}
	b.WriteString("};\n\n")
	b.WriteString(tsEnum(t, "MessageKind", "Kind", "Kind"))
	b.WriteString(tsEnum(t, "PhoneOrder", "Order", "Order"))
	b.WriteString(tsEnum(t, "PhoneNews", "News", "News"))
	b.WriteString(tsEnum(t, "PhoneFault", "Fault", "Fault"))
	b.WriteString("/** Messages for when no core can speak, in Chinese and English; {} is the method's name, {1} a detail. */\nexport const messages = {\n")
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
		{"altered", spec.Failed, spec.ModuleAltered},
		{"ended", spec.Failed, spec.ProgramEnded},
		{"unplaced", spec.Failed, spec.ScriptUnplaced},
	} {
		fmt.Fprintf(&b, "  %s: [%q, %q, %q],\n", m.name, m.code,
			spec.Message(spec.Chinese, m.code, m.reason, "{1}", "{}"), spec.Message(spec.English, m.code, m.reason, "{1}", "{}"))
	}
	b.WriteString("} as const;\n")
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
			fmt.Fprintf(&b, "  /** %s */\n  %s = %q,\n", v.doc, strings.TrimPrefix(v.name, prefix), v.text)
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
			keys = append(keys, fmt.Sprintf("%q", f.json))
		}
	}
	return strings.Join(slices.DeleteFunc(keys, func(k string) bool { return k == "" }), ", ")
}
