package main

import (
	"fmt"
	"strings"
)

// jsEventNames are the events that the console page listens to: all of them.
func jsEventNames(t *table) string {
	var b strings.Builder
	b.WriteString(tsHeader + "/** Every event that the SDK raises. */\nexport const eventNames = [\n")
	for _, e := range t.events {
		fmt.Fprintf(&b, "  %q,\n", e.Name)
	}
	b.WriteString("];\n")
	return b.String()
}
