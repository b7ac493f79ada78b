package main

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed chinese.txt
var chineseText string

// chinese is the contents of chinese.txt: the text of each row, and the methods
// of each group in their order.
type chinese struct {
	of     map[string]string
	groups []group
}

// group is the methods that share a page of the reference.
type group struct {
	name    string
	methods []string
}

// readChinese reads the text and checks it against the table: no row without a
// line, no line without a row.
func readChinese(text string, t *table) (*chinese, error) {
	c := &chinese{of: map[string]string{}}
	section, unused := "", map[string]bool{}
	for i, line := range strings.Split(text, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "[") {
			section = strings.Trim(line, "[]")
			continue
		}
		name, says, found := strings.Cut(line, ": ")
		if !found || c.of[name] != "" {
			return nil, fmt.Errorf("chinese.txt:%d: a line is NAME: TEXT, each NAME once", i+1)
		}
		c.of[name], unused[name] = says, true
		for _, m := range t.methods {
			if m.Name == name && section != "events" {
				if n := len(c.groups); n == 0 || c.groups[n-1].name != section {
					c.groups = append(c.groups, group{name: section})
				}
				last := &c.groups[len(c.groups)-1]
				last.methods = append(last.methods, name)
			}
		}
	}
	for _, row := range rowNames(t) {
		used := ""
		for _, name := range row {
			if c.of[name] != "" {
				used = name
				break
			}
		}
		if used == "" {
			return nil, fmt.Errorf("chinese.txt has no line for %s", row[0])
		}
		delete(unused, used)
	}
	for name := range unused {
		return nil, fmt.Errorf("chinese.txt: %s is no row of sdk/spec", name)
	}
	return c, nil
}

// rowNames are the rows that need Chinese: for each the names under which it may
// be listed, its own first.
func rowNames(t *table) (rows [][]string) {
	for _, m := range t.methods {
		rows = append(rows, []string{m.Name})
		for _, p := range m.params {
			rows = append(rows, []string{m.Name + "." + p.Name, "." + p.Name})
		}
	}
	for _, e := range t.events {
		rows = append(rows, []string{e.Name})
	}
	for _, o := range t.options {
		rows = append(rows, []string{"option " + o.Name})
		for _, m := range o.members {
			rows = append(rows, []string{"option " + o.Name + "." + m.Name})
		}
	}
	rows = append(rows, faultRows(t.faults)...)
	for _, v := range codesOfTable(t) {
		rows = append(rows, []string{v.text})
	}
	return rows
}

// codesOfTable are the SDK's own codes.
func codesOfTable(t *table) []value {
	for _, e := range t.enums {
		if e.name == "Code" {
			return e.values
		}
	}
	return nil
}

// param is the Chinese of a method's parameter.
func (c *chinese) param(method, param string) string {
	if text := c.of[method+"."+param]; text != "" {
		return text
	}
	return c.of["."+param]
}
