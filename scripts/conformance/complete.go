package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// complete fails if a method lacks one of the cases that its transport can
// have: a method with a request can succeed, be refused by the server, be
// refused before sending, and time out. A case's name begins with one of these
// words.
func complete(cases []*vectorCase) error {
	has := map[string][]string{}
	for _, c := range cases {
		word, _, _ := strings.Cut(c.name, " ")
		has[c.row] = append(has[c.row], word)
	}
	var missing []string
	for _, m := range spec.Methods {
		for _, word := range casesOf(m) {
			if !slices.Contains(has[m.Name], word) {
				missing = append(missing, m.Name+" "+word)
			}
		}
	}
	for _, e := range spec.Events {
		if !slices.Contains(has[e.Name], "raised") {
			missing = append(missing, e.Name+" raised")
		}
	}
	if missing != nil {
		return fmt.Errorf("these cases are missing in sdk/testdata/vectors: %s", strings.Join(missing, ", "))
	}
	return nil
}

func casesOf(m spec.Method) []string {
	switch {
	case m.Name == "ConnectAsync", m.Via == spec.Socket, m.Via == spec.HTTP:
		return []string{"success", "refused", "before-sending", "timeout"}
	case m.Sync:
		return []string{"success"}
	}
	return []string{"success", "before-sending"}
}
