package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// contributingWithStates is CONTRIBUTING.md with the diagram of the connection's
// states, drawn from the table of transitions in sdk/states.go. A sentence covers
// what leads to idle and destroyed from every state.
func contributingWithStates(root string) (string, error) {
	contributing, err := os.ReadFile(filepath.Join(root, "CONTRIBUTING.md"))
	if err != nil {
		return "", err
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, "sdk", "states.go"), nil, 0)
	if err != nil {
		return "", err
	}
	var diagram strings.Builder
	diagram.WriteString("<!-- made from sdk/states.go by make gen -->\n```mermaid\nstateDiagram-v2\n    [*] --> idle\n")
	ast.Inspect(file, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if !ok || spec.Names[0].Name != "transitions" {
			return true
		}
		for _, row := range spec.Values[0].(*ast.CompositeLit).Elts {
			var part [3]string
			for i, e := range row.(*ast.CompositeLit).Elts {
				part[i] = e.(*ast.Ident).Name
			}
			if part[1] != "disconnect" && part[1] != "destroy" {
				fmt.Fprintf(&diagram, "    %s --> %s: %s\n", part[0], part[2], part[1])
			}
		}
		return false
	})
	diagram.WriteString("```\n<!-- end -->")
	before, rest, found := strings.Cut(string(contributing), "<!-- made from sdk/states.go by make gen -->")
	_, after, foundEnd := strings.Cut(rest, "<!-- end -->")
	if !found || !foundEnd {
		return "", fmt.Errorf("CONTRIBUTING.md has no place for the states: two comments, made from… and end")
	}
	return before + diagram.String() + after, nil
}
