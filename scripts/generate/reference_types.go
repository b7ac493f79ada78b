package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func writeCodes(b *strings.Builder, t *table) {
	b.WriteString("## Codes\n\nThe values are observed; that `0000` is success is documented.\n\n| code | meaning | methods |\n|---|---|---|\n")
	for _, v := range t.enumNamed("Code").values {
		_, meaning, _ := strings.Cut(v.doc, ": ")
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", v.text, cell(meaning), strings.Join(failingWith(t, spec.Code(v.text)), ", "))
	}
	b.WriteString("\n## Server codes\n\nThe platform's own code of a refusal stands in `Data.ErrCode` (documented on the vendor's backend page).\n\n" +
		"| ErrCode | what the Message says of it |\n|---|---|\n")
	for _, v := range t.enumNamed("ServerCode").values {
		if v.text == string(spec.ServerOK) {
			continue
		}
		says := spec.Words{Language: spec.English}.Message("", spec.ReasonFor(spec.ServerCode(v.text)), v.text, "")
		fmt.Fprintf(b, "| `%s` | %s |\n", v.text, cell(strings.TrimSuffix(strings.TrimPrefix(says, ": "), " []")))
	}
	b.WriteString("\n")
}

// failingWith are the methods that reject with a code of their own accord.
func failingWith(t *table, code spec.Code) (methods []string) {
	for _, m := range t.methods {
		fails := m.Code == code || m.StateCode == code
		for _, p := range m.params {
			fails = fails || p.Bad == code
		}
		if fails && code != "" {
			methods = append(methods, linkTo(m.Name))
		}
	}
	return methods
}

func writeTypes(b *strings.Builder, t *table) {
	b.WriteString("## Types\n\n")
	for _, s := range t.structs {
		fmt.Fprintf(b, "### %s\n\n%s\n\n| member | type | meaning |\n|---|---|---|\n", s.name, s.doc)
		for _, f := range s.fields {
			if f.embedded {
				fmt.Fprintf(b, "| | | all members of %s |\n", linkTo(f.goType))
				continue
			}
			typ, mark := tsMember(t, f)
			meaning := cell(f.doc)
			if mark != "" {
				meaning = strings.TrimPrefix(meaning+"; may be missing", "; ")
			}
			fmt.Fprintf(b, "| %s | %s | %s |\n", f.json, codeCell(typ), meaning)
		}
		b.WriteString("\n")
	}
	for _, e := range t.enums {
		if internalEnum(e.name) || e.name == "Code" {
			continue
		}
		fmt.Fprintf(b, "### %s\n\n%s\n\n| value | meaning |\n|---|---|\n", e.name, e.doc)
		for _, v := range e.values {
			fmt.Fprintf(b, "| `%q` | %s |\n", v.text, cell(v.doc))
		}
		b.WriteString("\n")
	}
}

// memberDoc is the documentation inside the objects of a signature.
var memberDoc = regexp.MustCompile(`/\*\* .*? \*/ `)

func cell(text string) string { return strings.ReplaceAll(oneLine(text), "|", `\|`) }

func codeCell(text string) string { return "`" + cell(text) + "`" }

func (t *table) enumNamed(name string) *enum {
	for i := range t.enums {
		if t.enums[i].name == name {
			return &t.enums[i]
		}
	}
	return &enum{}
}
