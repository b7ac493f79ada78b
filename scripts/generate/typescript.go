package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

const tsHeader = "// Generated from sdk/spec by make gen. Do not edit.\n\n"

// tsMethods are the methods of the page's class, on its prototype.
func tsMethods(t *table) string {
	var b strings.Builder
	b.WriteString(tsHeader + "import { Instance } from \"./instance\";\nimport type { Envelope } from \"./instance\";\n\n")
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
		fmt.Fprintf(&b, "  %s(%s): Promise<Envelope> {\n    return this.invoke(%q, [%s]);\n  }\n",
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
	b.WriteString("};\n\n/** The kinds of envelope between page and core. */\nexport const enum Kind {\n")
	for _, e := range t.enums {
		if e.name == "EnvelopeKind" {
			for _, v := range e.values {
				fmt.Fprintf(&b, "  /** %s */\n  %s = %q,\n", v.doc, strings.TrimPrefix(v.name, "Kind"), v.text)
			}
		}
	}
	b.WriteString("}\n\n/** Messages for when no core can speak, in Chinese and English; {} is the method's name, {1} a detail. */\nexport const messages = {\n")
	for _, m := range []struct {
		name   string
		code   spec.Code
		reason spec.Reason
	}{
		{"destroyed", spec.NoSocket, spec.Destroyed},
		{"notJSON", spec.Failed, spec.ArgsNotJSON},
		{"missing", spec.Failed, spec.ModuleMissing},
		{"forbidden", spec.Failed, spec.ModuleForbidden},
		{"unsupported", spec.Failed, spec.NoWebAssembly},
		{"mismatch", spec.Failed, spec.BuildMismatch},
		{"ended", spec.Failed, spec.ProgramEnded},
	} {
		fmt.Fprintf(&b, "  %s: [%q, %q, %q],\n", m.name, m.code,
			spec.Message(spec.Chinese, m.code, m.reason, "{1}", "{}"), spec.Message(spec.English, m.code, m.reason, "{1}", "{}"))
	}
	b.WriteString("} as const;\n")
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

//go:embed index.d.ts.tmpl
var declarations string

// tsTypes is the type declaration file: the hand-written frame in
// index.d.ts.tmpl, filled from the table.
func tsTypes(t *table) string {
	var methods, events, types strings.Builder
	for _, m := range t.methods {
		methods.WriteString(tsMethod(t, m))
	}
	for _, e := range t.events {
		data := "null"
		if e.Type != "" {
			data = tsType(t, e.Type)
		}
		if e.Form == spec.Element {
			data = "Element<" + data + ">"
		}
		fmt.Fprintf(&events, "%s  %s: %s;\n", jsdoc(e.doc+extraNote(e.Extra), "  "), e.Name, data)
	}
	for _, e := range t.enums {
		if internalEnum(e.name) {
			continue
		}
		var lines []string
		for _, v := range e.values {
			lines = append(lines, strings.ReplaceAll(jsdoc(v.doc, "  "), "\n", "")+fmt.Sprintf(" | %q", v.text))
		}
		fmt.Fprintf(&types, "%sexport type %s =\n%s;\n\n", jsdoc(e.doc, ""), e.name, strings.Join(lines, "\n"))
	}
	for _, s := range t.structs {
		types.WriteString(tsInterface(t, s))
	}
	return strings.NewReplacer("{{methods}}", strings.TrimRight(methods.String(), "\n"), "{{events}}", strings.TrimRight(events.String(), "\n"),
		"{{types}}", strings.TrimRight(types.String(), "\n")).Replace(declarations)
}

func tsMethod(t *table, m method) string {
	result := "void"
	if !m.Sync {
		result = "Promise<Success<" + tsResult(t, m.Result) + ">>"
	}
	doc := m.doc
	if m.Code != "" {
		doc += "\n\nFailure code: " + string(m.Code) + "."
	}
	var args []string
	for _, a := range tsArgs(m) {
		args = append(args, a.name+a.mark+": "+tsArgType(t, m, a))
		if a.param != nil {
			doc += "\n@param " + a.name + " " + a.param.doc
		}
	}
	return fmt.Sprintf("%s  %s(%s): %s;\n", jsdoc(doc+extraNote(m.Extra), "  "), m.Name, strings.Join(args, ", "), result)
}

// tsArg is one argument of a method in JavaScript: a parameter by itself, or
// the object of several.
type tsArg struct {
	name, mark string
	param      *param
}

func tsArgs(m method) (args []tsArg) {
	if m.Shape == spec.Options {
		mark := "?"
		for _, p := range m.params {
			if !p.Optional {
				mark = ""
			}
		}
		return []tsArg{{name: "Options", mark: mark}}
	}
	for i := range m.params {
		p := &m.params[i]
		mark := ""
		if p.Optional {
			mark = "?"
		}
		args = append(args, tsArg{p.Name, mark, p})
	}
	if m.Open {
		args = append(args, tsArg{name: "Options", mark: "?"})
	}
	return args
}

func tsArgType(t *table, m method, a tsArg) string {
	switch {
	case a.param != nil && m.Shape == spec.Either:
		return tsParamType(t, *a.param) + " | " + tsObject(t, m, m.params)
	case a.param != nil:
		return tsParamType(t, *a.param)
	case m.Open:
		return "{ [member: string]: unknown }"
	case m.OneOf[0] == "":
		return tsObject(t, m, m.params)
	}
	var choices []string
	for _, chosen := range m.OneOf {
		var some []param
		for _, p := range m.params {
			switch {
			case p.Name == chosen:
				p.Optional = false
			case slices.Contains(m.OneOf[:], p.Name):
				p.Type = "never"
			}
			some = append(some, p)
		}
		choices = append(choices, tsObject(t, m, some))
	}
	return strings.Join(choices, " | ")
}

func tsObject(t *table, m method, params []param) string {
	var members []string
	for _, p := range params {
		mark := ""
		if p.Optional {
			mark = "?"
		}
		members = append(members, fmt.Sprintf("/** %s */ %s%s: %s", oneLine(p.doc), p.Name, mark, tsParamType(t, p)))
	}
	object := "{ " + strings.Join(members, "; ") + " }"
	if len(params) > 0 && params[0].Name == "CallId" {
		return "CallRef<" + object + ">"
	}
	return object
}

func tsParamType(t *table, p param) string {
	switch {
	case p.Type == "never":
		return "undefined"
	case p.Type == "AgentState":
		return "SettableState"
	case p.Type != "":
		return p.Type
	}
	if p.Kind == spec.Text && (p.Name == "CallId" || p.Name == "Number") {
		return "string"
	}
	return "string | number"
}

func tsResult(t *table, r spec.Result) string {
	switch {
	case r.Kind == spec.Null:
		return "null"
	case r.Kind == spec.Empty:
		return "Record<string, never>"
	}
	return tsType(t, r.Type)
}

func tsInterface(t *table, s structType) string {
	var b strings.Builder
	extends := ""
	for _, f := range s.fields {
		if f.embedded {
			extends = " extends " + f.goType
		}
	}
	fmt.Fprintf(&b, "%sexport interface %s%s {\n", jsdoc(s.doc, ""), s.name, extends)
	for _, f := range s.fields {
		if f.embedded {
			continue
		}
		typ, mark := tsType(t, f.goType), ""
		switch {
		case f.name == "CustomerInfo":
			typ = "Customer"
		case f.name == "CallAuthority":
			typ += ` | ""`
		case f.json == "defaultId":
			typ += " | null"
		}
		if f.undefined {
			typ += " | undefined"
		}
		if f.optional {
			mark = "?"
		}
		fmt.Fprintf(&b, "%s  %s%s: %s;\n", jsdoc(f.doc, "  "), f.json, mark, typ)
	}
	b.WriteString("}\n\n")
	return b.String()
}

func tsType(t *table, goType string) string {
	if element, isList := strings.CutPrefix(goType, "[]"); isList {
		return tsType(t, element) + "[]"
	}
	switch goType {
	case "string", "":
		return "string"
	case "int":
		return "number"
	case "bool":
		return "boolean"
	case "StringOrNumber":
		return "string | number"
	case "Raw":
		return "unknown"
	}
	return goType
}

func jsdoc(doc, indent string) string {
	if doc == "" {
		return ""
	}
	lines := strings.Split(doc, "\n")
	if len(lines) == 1 {
		return indent + "/** " + doc + " */\n"
	}
	return indent + "/**\n" + indent + " * " + strings.Join(lines, "\n"+indent+" * ") + "\n" + indent + " */\n"
}

func oneLine(doc string) string { return strings.ReplaceAll(doc, "\n", " ") }
