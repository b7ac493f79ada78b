// Command generate writes everything that is made from the table in sdk/spec:
// the typed Go surface, the page's class, its type declarations and the API
// reference. With -check it writes nothing and fails if a file is stale.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	check := flag.Bool("check", false, "fail if a generated file is stale, write nothing")
	root := flag.String("root", ".", "the repository")
	site := flag.String("site", "", "write the reference's pages for the documentation site into this folder, and nothing else")
	flag.Parse()
	err := error(nil)
	if *site != "" {
		err = runSite(*root, *site)
	} else {
		err = run(*root, *check)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// runSite writes the pages of the documentation site that are made from the
// table.
func runSite(root, site string) error {
	rows, err := readTable(filepath.Join(root, "sdk", "spec"))
	if err != nil {
		return err
	}
	return writeSite(rows, site)
}

// run writes the generated files, or compares them.
func run(root string, check bool) error {
	rows, err := readTable(filepath.Join(root, "sdk", "spec"))
	if err != nil {
		return err
	}
	if err := rows.verify(root); err != nil {
		return err
	}
	if err := verifySamples(rows); err != nil {
		return err
	}
	c, err := readChinese(chineseText, rows)
	if err != nil {
		return err
	}
	contributing, err := contributingWithStates(root)
	if err != nil {
		return err
	}
	control, err := tsSandbox(root, rows)
	if err != nil {
		return err
	}
	for name, write := range map[string]func(*table) string{
		"sdk/methods_gen.go":         goMethods,
		"sdk/events_gen.go":          goEvents,
		"sdk/names_gen.go":           goNames,
		"sdk/shown_gen.go":           goShown,
		"sdk/decode_gen.go":          goDecoders,
		"js/src/methods.gen.ts":      tsMethods,
		"js/src/events.gen.ts":       tsEvents,
		"js/src/index.d.ts":          tsTypes,
		"js/src/options.gen.ts":      tsOptionRows,
		"js/src/fake/samples.gen.ts": tsSamples,
		"wasm/options_gen.go":        goOptions,
		"sdk/spec/fields_gen.go":     goFields,
		"js/API.md":                  reference,
		"web/page/events.gen.js":     jsEventNames,
		"web/page/faults.gen.js":     func(t *table) string { return jsFaultTitles(t, c) },
		"CONTRIBUTING.md":            func(*table) string { return contributing },

		"js/sandbox/src/control.gen.ts": func(*table) string { return control },
		"js/test/types/examples.gen.ts": tsExamples,
	} {
		text := []byte(write(rows))
		if strings.HasSuffix(name, ".go") {
			if text, err = format.Source(text); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		path := filepath.Join(root, filepath.FromSlash(name))
		old, _ := os.ReadFile(path)
		if bytes.Equal(old, text) {
			continue
		}
		if check {
			return fmt.Errorf("%s is stale; run: make gen", name)
		}
		if err := os.WriteFile(path, text, 0o644); err != nil {
			return err
		}
		fmt.Println("wrote", name)
	}
	return nil
}
