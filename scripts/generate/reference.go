package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// conventions is the part of the reference that belongs to no row.
//
//go:embed reference.md.tmpl
var conventions string

var evidence = map[spec.Evidence]string{spec.Documented: "documented", spec.Observed: "observed", spec.Inferred: "inferred"}

// reference is the API reference for pages.
func reference(t *table) string {
	var b strings.Builder
	head, rest, _ := strings.Cut(conventions, "{{contents}}\n")
	b.WriteString(head)
	writeContents(&b, t)
	b.WriteString(rest)
	b.WriteString("\n## Methods\n\n")
	for _, m := range t.methods {
		writeMethod(&b, t, m)
	}
	b.WriteString("## Options\n\nThe constructor takes one object. It throws an Error that names the first option which is missing or of a wrong\ntype.\n\n" + optionReference(t.options) + "\n\n")
	b.WriteString("## Events\n\n")
	for _, e := range t.events {
		writeEvent(&b, t, e)
	}
	writeCodes(&b, t)
	writeTypes(&b, t)
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func writeContents(b *strings.Builder, t *table) {
	var documented, extra, events, extraEvents, types []string
	for _, m := range t.methods {
		if m.Extra {
			extra = append(extra, m.Name)
		} else {
			documented = append(documented, m.Name)
		}
	}
	for _, e := range t.events {
		if e.Extra {
			extraEvents = append(extraEvents, e.Name)
		} else {
			events = append(events, e.Name)
		}
	}
	for _, s := range t.structs {
		types = append(types, s.name)
	}
	for _, e := range t.enums {
		if !internalEnum(e.name) && e.name != "Code" {
			types = append(types, e.name)
		}
	}
	b.WriteString("- [Conventions](#conventions)\n")
	for _, part := range []struct {
		title, anchor string
		names         []string
	}{
		{"Methods", "methods", documented}, {"Compatibility extras", "methods", extra},
		{"Events", "events", events}, {"Compatibility extras", "events", extraEvents},
		{"Options", "options", nil}, {"Codes", "codes", nil}, {"Server codes", "server-codes", nil}, {"Types", "types", types},
	} {
		fmt.Fprintf(b, "- [%s](#%s)", part.title, part.anchor)
		for i, name := range part.names {
			b.WriteString([]string{", ", ": "}[min(1, max(0, 1-i))] + linkTo(name))
		}
		b.WriteString("\n")
	}
}

func linkTo(name string) string { return fmt.Sprintf("[%s](#%s)", name, strings.ToLower(name)) }

func writeMethod(b *strings.Builder, t *table, m method) {
	fmt.Fprintf(b, "### %s\n\n%s\n\n%s", m.Name, m.doc, extraLine(m.Extra))
	fmt.Fprintf(b, "```ts\n%s\n```\n\n", memberDoc.ReplaceAllString(tsSignature(t, m), ""))
	if len(m.params) > 0 {
		b.WriteString("| parameter | type | required | meaning |\n|---|---|---|---|\n")
		for _, p := range m.params {
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", p.Name, codeCell(tsParamType(t, p)), required(m, p), cell(p.doc))
		}
		b.WriteString("\n")
	}
	calls := exampleCalls(m)
	if m.Sync {
		fmt.Fprintf(b, "```js\n%s;\n```\n\n", strings.Join(calls, ";\n"))
	} else {
		fmt.Fprintf(b, "```js\n%s.then((resp) => {});\n```\n\nresp:\n\n```js\n%s\n```\n\n", strings.Join(calls, ".then((resp) => {});\n"), resultSample(t, m))
		if m.Result.Kind == spec.Any {
			b.WriteString("Data is handed on as the server sends it; its form is not documented.\n\n")
		}
	}
	if m.Code != "" {
		fmt.Fprintf(b, "Rejects with %s.\n\n", codesOf(m))
	}
	fmt.Fprintf(b, "On the wire: %s\n\n", wireOf(m))
}

func required(m method, p param) string {
	switch {
	case slices.Contains(m.OneOf[:], p.Name):
		return "one of two"
	case p.Default != "":
		return fmt.Sprintf("no, default `%q`", p.Default)
	case p.Optional:
		return "no"
	}
	return "yes"
}

// codesOf are the codes of a method's own failures.
func codesOf(m method) string {
	text := fmt.Sprintf("`%s`", m.Code)
	for _, p := range m.params {
		if p.Bad != "" {
			text += fmt.Sprintf(", `%s` for a bad %s", p.Bad, p.Name)
		}
	}
	if m.StateCode != "" {
		text += fmt.Sprintf(", `%s` in a state that forbids it", m.StateCode)
	}
	return text
}

// wireOf is the method's request, and the ground for it.
func wireOf(m method) string {
	path := m.Wire
	var members []string
	for _, p := range m.params {
		if strings.Contains(path, "{"+p.Name+"}") {
			path = strings.ReplaceAll(path, "{"+p.Name+"}", strings.Trim(argument(m, p), `"`))
			continue
		}
		if p.Accept || p.Name == m.OneOf[1] {
			continue
		}
		members = append(members, fmt.Sprintf("%q: %s", p.Wire, argument(m, p)))
	}
	for _, f := range m.Fixed {
		value := f.JSON
		if value == "" {
			value = `"1001"`
		}
		members = append(members, fmt.Sprintf("%q: %s", f.Wire, value))
	}
	members = append(members, openMembers(m)...)
	path = strings.ReplaceAll(path, "{AgentId}", "1001")
	text := ""
	switch {
	case m.Via == spec.Local, m.Via == spec.WebPhone:
	case m.Via == spec.Socket:
		text = fmt.Sprintf("frame `%s`%s, %s. ", m.Wire, withMembers(members, " with `{%s}`"), evidence[m.Evidence])
	case strings.HasPrefix(path, "GET "):
		query := strings.NewReplacer(`"`, "", ": ", "=").Replace(strings.Join(members, "&"))
		text = fmt.Sprintf("`%s`%s, %s. ", path, withMembers([]string{query}, " with the query `%s`"), evidence[m.Evidence])
	default:
		text = fmt.Sprintf("`%s`%s, %s. ", path, withMembers(members, " with `{%s}`"), evidence[m.Evidence])
	}
	return strings.TrimSpace(text + m.onWire)
}

func withMembers(members []string, format string) string {
	if text := strings.Join(members, ", "); text != "" {
		return fmt.Sprintf(format, text)
	}
	return ""
}

// openMembers are the further members of the example as in JSON.
func openMembers(m method) []string {
	name, value, found := strings.Cut(strings.Trim(openOptions[m.Name], "{ }"), ": ")
	if !found {
		return nil
	}
	return []string{fmt.Sprintf("%q: %s", name, value)}
}

func writeEvent(b *strings.Builder, t *table, e event) {
	fmt.Fprintf(b, "### %s\n\n%s\n\n%s", e.Name, e.doc, extraLine(e.Extra))
	fmt.Fprintf(b, "```js\ninstance.on(%q, (resp) => {});\n```\n\nresp:\n\n```js\n%s\n```\n\n", e.Name, eventSample(t, e))
	if e.Type != "" {
		fmt.Fprintf(b, "Data is %s %s. ", map[bool]string{true: "an array of one", false: "of type"}[e.Form == spec.Element], linkTo(e.Type))
	}
	if e.Form == spec.Element {
		b.WriteString("Its members can be read on the array too. ")
	}
	switch {
	case e.Wire == "":
		fmt.Fprintf(b, "It has no notification of its own, %s.\n\n", evidence[e.Evidence])
	default:
		fmt.Fprintf(b, "On the wire: notification `%s`, %s.\n\n", e.Wire, evidence[e.Evidence])
	}
}

func extraLine(extra bool) string {
	if extra {
		return strings.TrimPrefix(extraNote(true), "\n\n") + "\n\n"
	}
	return ""
}
