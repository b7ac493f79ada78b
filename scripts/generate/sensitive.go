package main

import (
	"fmt"
	"slices"
	"strings"
)

// goSensitive tells by their types in the table which members are secret and
// which hold telephone numbers.
func goSensitive(t *table) string {
	secrets := []string{"Token", "token"}
	var numbers []string
	note := func(name, goType string) {
		switch strings.TrimPrefix(goType, "[]") {
		case "Secret":
			secrets = append(secrets, name)
		case "PhoneNumber":
			numbers = append(numbers, name)
		}
	}
	for _, s := range t.structs {
		for _, f := range s.fields {
			note(f.json, f.goType)
		}
	}
	for _, m := range t.methods {
		for _, p := range m.params {
			note(p.Name, p.Type)
			note(p.Wire, p.Type)
		}
		note(m.Result.From[strings.LastIndexByte(m.Result.From, '.')+1:], m.Result.Type)
	}
	list := func(names []string) string {
		slices.Sort(names)
		return fmt.Sprintf("%q", slices.Compact(names))
	}
	quoted := func(names []string) string {
		return strings.ReplaceAll(strings.Trim(list(names), "[]"), "\" \"", "\", \"")
	}
	return goHeader + fmt.Sprintf(`// sensitive tells whether a member of that name is a secret, and whether it
// holds telephone numbers.
func sensitive(name string) (secret, number bool) {
	switch name {
	case %s:
		return true, false
	case %s:
		return false, true
	}
	return false, false
}
`, quoted(secrets), quoted(numbers))
}
