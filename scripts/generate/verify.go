package main

import (
	"fmt"
	"path/filepath"
	"strings"
)

// verify fails on errors in the table: a duplicate name, or a row or a parameter
// without its documentation.
func (t *table) verify(root string) error {
	seen := map[string]bool{}
	once := func(name, doc string) error {
		if seen[name] {
			return fmt.Errorf("%s stands in the table twice", name)
		}
		seen[name] = true
		if doc == "" {
			return fmt.Errorf("%s has no comment above its row", name)
		}
		return nil
	}
	for _, m := range t.methods {
		if err := once(m.Name, m.doc); err != nil {
			return err
		}
		if !strings.HasPrefix(m.doc, m.Name+" ") {
			return fmt.Errorf("the comment of %s must begin with its name", m.Name)
		}
		for _, p := range m.params {
			if p.doc == "" {
				return fmt.Errorf("%s: parameter %s has no comment", m.Name, p.Name)
			}
		}
	}
	for _, e := range t.events {
		if err := once("event "+e.Name, e.doc); err != nil {
			return err
		}
	}
	return t.verifyVectors(filepath.Join(root, "sdk", "testdata", "vectors"))
}

// verifyVectors fails on a row without conformance vectors and on vectors of no
// row. Command conformance checks which cases a row must have.
func (t *table) verifyVectors(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return err
	}
	without := map[string]bool{}
	for _, m := range t.methods {
		without[m.Name] = true
	}
	for _, e := range t.events {
		without[e.Name] = true
	}
	for _, file := range files {
		row := strings.TrimSuffix(filepath.Base(file), ".txt")
		if !without[row] {
			return fmt.Errorf("%s is named after no row of the table", file)
		}
		delete(without, row)
	}
	for row := range without {
		return fmt.Errorf("%s has no conformance vectors; write %s", row, filepath.Join(folder, row+".txt"))
	}
	return nil
}
