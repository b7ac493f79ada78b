package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// goShown defines how a recording shows a member, by its types in the table, and
// which words are in the table.
func goShown(t *table) string {
	shown := maps.Clone(spec.RecordedMembers)
	note := func(name string, as spec.Shown) {
		if _, explicit := spec.RecordedMembers[name]; name != "" && !(explicit && as == spec.Hidden) {
			shown[name] = max(shown[name], as)
		}
	}
	for _, s := range t.structs {
		for _, f := range s.fields {
			if !f.embedded {
				note(f.json, t.shown(f.json, f.goType))
			}
		}
	}
	for _, m := range t.methods {
		for _, p := range m.params {
			as := t.shownParam(p)
			for _, name := range append([]string{p.Name, p.Wire}, p.Aliases...) {
				note(name, as)
			}
		}
		for _, fixed := range m.Fixed {
			note(fixed.Wire, t.shown(fixed.Wire, "AgentState"))
		}
		note(m.Result.From[strings.LastIndexByte(m.Result.From, '.')+1:], t.shown("", m.Result.Type))
	}
	names := map[spec.Shown][]string{}
	for name, as := range shown {
		names[as] = append(names[as], name)
	}
	var b strings.Builder
	b.WriteString(goHeader + `import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// shownNames are the names that the table knows, by how a recording shows them,
// each between line feeds: an export is rare, and code for it is large.
var shownNames = [...]string{
`)
	constants := []string{"ShownNumber", "ShownWord", "ShownTime", "ShownCode", "ShownID", "Hidden", "ShownPhone", "Never"}
	for as, constant := range constants {
		list := names[spec.Shown(as)]
		slices.Sort(list)
		fmt.Fprintf(&b, "spec.%s: %q,\n", constant, lines(list))
	}
	fmt.Fprintf(&b, `}

// shownAs tells how a recording shows a member of that name; false where the
// table does not know the name.
func shownAs(name string) (as spec.Shown, known bool) {
	for as, names := range shownNames {
		if strings.Contains(names, "\n"+name+"\n") {
			return spec.Shown(as), true
		}
	}
	return spec.Hidden, false
}

const knownWordList = %q

// knownWord tells a word of the table.
func knownWord(text string) bool { return strings.Contains(knownWordList, "\n"+text+"\n") }
`, lines(t.words()))
	return b.String()
}

// lines has each text between line feeds.
func lines(list []string) string { return "\n" + strings.Join(list, "\n") + "\n" }

// shown is how a member with that name and Go type is shown.
func (t *table) shown(name, goType string) spec.Shown {
	switch elem := strings.TrimPrefix(goType, "[]"); {
	case elem == "Secret":
		return spec.Never
	case elem == "PhoneNumber":
		return spec.ShownPhone
	case elem == "int" || elem == "float64" || elem == "bool":
		return spec.ShownNumber
	case elem == "StringOrNumber" || isID(name) && elem != "int":
		return spec.ShownID
	case elem == "string" && strings.HasSuffix(name, "Time"):
		return spec.ShownTime
	case slices.ContainsFunc(t.enums, func(e enum) bool { return e.name == elem }):
		return spec.ShownWord
	}
	return spec.Hidden
}

func (t *table) shownParam(p param) spec.Shown {
	switch {
	case p.Type != "":
		return t.shown(p.Name, p.Type)
	case p.Kind == spec.Integer:
		return spec.ShownNumber
	case p.Kind == spec.AsGiven:
		return spec.ShownID
	case p.Kind == spec.Number:
		return spec.ShownPhone
	}
	return t.shown(p.Name, "string")
}

// isID reports whether a name ends like the names of ids.
func isID(name string) bool {
	for _, end := range []string{"Id", "ID", "UUID", "_id", "defaultId"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return name == "id"
}

// words are the values of the table's types, and the names of its methods and
// events on the wire and in the page.
func (t *table) words() []string {
	words := slices.Clone(spec.RecordedWords)
	for _, e := range t.enums {
		if e.numbers {
			continue
		}
		for _, v := range e.values {
			words = append(words, v.text)
		}
	}
	for _, m := range t.methods {
		words = append(words, m.Name, m.Wire)
	}
	for _, e := range t.events {
		words = append(words, e.Name, e.Wire)
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" || strings.ContainsAny(w, "/") })
	slices.Sort(words)
	return slices.Compact(words)
}
