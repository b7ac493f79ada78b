package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// write writes a scenario with one frame or call per line.
func write(text *strings.Builder, s sandbox.Scenario) error {
	encoder := json.NewEncoder(text)
	encoder.SetEscapeHTML(false)
	list := func(n int, element func(i int) any) (err error) {
		for i := range n {
			text.WriteString(map[bool]string{true: "  ", false: " ,"}[i == 0])
			err = errors.Join(err, encoder.Encode(element(i)))
		}
		return err
	}
	fmt.Fprintf(text, "{\"Format\": %q, \"Connections\": [\n", s.Format)
	var failed error
	for i, connection := range s.Connections {
		if i > 0 {
			text.WriteString(",\n")
		}
		fmt.Fprintf(text, "{\"AgentId\": %q, ", connection.AgentID)
		if connection.Status != 0 {
			fmt.Fprintf(text, "\"Status\": %d, ", connection.Status)
		}
		if connection.LostAt != 0 {
			fmt.Fprintf(text, "\"LostAt\": %d, ", connection.LostAt)
		}
		text.WriteString("\"Frames\": [\n")
		failed = errors.Join(failed, list(len(connection.Frames), func(i int) any { return connection.Frames[i] }))
		text.WriteString("]}")
	}
	text.WriteString("\n], \"Calls\": [\n")
	failed = errors.Join(failed, list(len(s.Calls), func(i int) any { return s.Calls[i] }))
	text.WriteString("]}\n")
	return failed
}
