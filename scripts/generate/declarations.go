package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

//go:embed index.d.ts.tmpl
var declarations string

// tsTypes is the type declaration file: the hand-written template
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
		if !strings.Contains(declarations, "type "+s.name+" =") {
			types.WriteString(tsInterface(t, s))
		}
	}
	reconnect := t.optionNamed("Reconnect").members
	return strings.NewReplacer("{{options}}", tsOptions(t.options), "{{reconnect}}", tsOptions(reconnect), "{{methods}}", strings.TrimRight(methods.String(), "\n"), "{{events}}", strings.TrimRight(events.String(), "\n"),
		"{{types}}", strings.TrimRight(types.String(), "\n")).Replace(declarations)
}

func tsMethod(t *table, m method) string {
	doc := m.doc + extraNote(m.Extra)
	if m.Code != "" {
		doc += "\n\nFailure code: " + string(m.Code) + "."
	}
	for _, a := range tsArgs(m) {
		if a.param != nil {
			doc += "\n@param " + a.name + " " + a.param.doc
		}
	}
	return jsdoc(doc, "  ") + "  " + tsSignature(t, m) + ";\n"
}

// tsSignature is a method as TypeScript declares it.
func tsSignature(t *table, m method) string {
	var args []string
	for _, a := range tsArgs(m) {
		args = append(args, a.name+a.mark+": "+tsArgType(t, m, a))
	}
	result := "void"
	if !m.Sync {
		result = "Promise<Success<" + tsResult(t, m.Result) + ">>"
	}
	return fmt.Sprintf("%s(%s): %s", m.Name, strings.Join(args, ", "), result)
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
	case p.Name == "TerminalType": // a mobile phone has no account
		return `Exclude<PhoneMode, "cellphone">`
	case p.Type != "" && p.Type != "PhoneNumber":
		return p.Type
	}
	if p.Kind == spec.Number || p.Kind == spec.Text && p.Name != "AgentId" && p.Name != "QueueId" {
		return "string" // a telephone number as a number would lose its leading zeros
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
		typ, mark := tsMember(t, f)
		fmt.Fprintf(&b, "%s  %s%s: %s;\n", jsdoc(f.doc, "  "), f.json, mark, typ)
	}
	b.WriteString("}\n\n")
	return b.String()
}

// tsMember is a member's type, and "?" if it may be missing.
func tsMember(t *table, f field) (typ, mark string) {
	typ = tsType(t, f.goType)
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
	return typ, mark
}

func tsType(t *table, goType string) string {
	if element, isList := strings.CutPrefix(goType, "[]"); isList {
		return tsType(t, element) + "[]"
	}
	switch goType {
	case "string", "", "PhoneNumber", "Secret":
		return "string"
	case "int", "float64":
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
	text := indent + "/**\n" + indent + " * " + strings.Join(lines, "\n"+indent+" * ") + "\n" + indent + " */\n"
	return strings.ReplaceAll(text, " * \n", " *\n")
}

func oneLine(doc string) string { return strings.ReplaceAll(doc, "\n", " ") }
