package main

import (
	"fmt"
	"go/ast"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// option is a row of the options' table with its documentation.
type option struct {
	spec.Option
	doc     string
	members []option
}

// optionRows are the rows of a table of options.
func (t *table) optionRows(rows []spec.Option, source []ast.Expr) (all []option) {
	for i, row := range rows {
		lit := source[i].(*ast.CompositeLit)
		o := option{Option: row, doc: t.commentAbove(lit)}
		if members, ok := fieldOf(lit, "Members").(*ast.CompositeLit); ok {
			o.members = t.optionRows(row.Members, members.Elts)
		}
		all = append(all, o)
	}
	return all
}

// says is the option's description without its name at the start.
func (o *option) says() string {
	text := strings.TrimPrefix(o.doc, o.Name+" ")
	for _, verb := range []string{"is ", "are "} {
		if rest, ok := strings.CutPrefix(text, verb); ok {
			text = rest
			break
		}
	}
	text = strings.ToUpper(text[:1]) + text[1:]
	if o.Default != "" {
		text = strings.TrimSuffix(text, ".") + "; default " + o.Default + "."
	}
	return text
}

// tsType is the option's type in index.d.ts.
func (o *option) tsType() string {
	if o.TS != "" {
		return o.TS
	}
	return map[spec.OptionType]string{spec.OptionText: "string", spec.OptionURL: "string", spec.OptionID: "string | number", spec.OptionFlag: "boolean",
		spec.OptionNumber: "number", spec.OptionNumbers: "number[]"}[o.Type]
}

// tsOptions are the members of the declared interface of options.
func tsOptions(options []option) string {
	var b strings.Builder
	for _, o := range options {
		mark := "?"
		if o.Required {
			mark = ""
		}
		fmt.Fprintf(&b, "%s  %s%s: %s;\n", jsdoc(o.says(), "  "), o.Name, mark, o.tsType())
	}
	return strings.TrimRight(b.String(), "\n")
}

// optionChecks names the function of options.ts that checks a type.
var optionChecks = map[spec.OptionType]string{spec.OptionText: "text", spec.OptionURL: "url", spec.OptionID: "id", spec.OptionFlag: "flag", spec.OptionNumber: "numeric",
	spec.OptionFunction: "callable", spec.OptionProvider: "provider", spec.OptionObject: "object", spec.OptionNumbers: "numbers",
	spec.OptionElement: "element", spec.OptionServers: "servers", spec.OptionTransport: "transport"}

// scriptType is the option's type in the script, after the check.
func (o *option) scriptType() string {
	typ := o.tsType()
	switch o.Type {
	case spec.OptionID:
		typ = "string"
	case spec.OptionProvider:
		typ = "AppDataProvider"
	case spec.OptionObject:
		typ = "object"
	case spec.OptionElement:
		typ += " | null"
	case spec.OptionFunction:
		typ = "(" + strings.ReplaceAll(typ, "LogType", "string") + ")"
	}
	if o.otherwise() == "undefined" && !o.Required {
		typ += " | undefined"
	}
	return typ
}

// otherwise is the default of a missing option in the script.
func (o *option) otherwise() string {
	switch {
	case o.Required:
		return "undefined"
	case o.Type == spec.OptionText:
		return `""`
	case o.Reader == spec.ReadByCore && o.Type != spec.OptionFlag:
		return "undefined" // the core has its own defaults
	case o.Type == spec.OptionElement:
		return "null"
	case o.Default != "":
		return o.Default
	}
	return "undefined"
}

// tsOptionRows is the table with which the script checks the options, and which
// of them it passes to the core.
func tsOptionRows(t *table) string {
	var b strings.Builder
	b.WriteString(tsHeader + "import type { AppDataProvider } from \"./provider\";\n\n/** How an option's value is checked: the functions of options.ts. */\nexport type Check =\n")
	var union []string
	seen := map[string]bool{}
	for _, o := range t.options {
		if name := optionChecks[o.Type]; !seen[name] {
			seen[name] = true
			union = append(union, fmt.Sprintf("  | %q", name))
		}
	}
	b.WriteString(strings.Join(union, "\n") + ";\n\n/** The constructor's options after the check. */\nexport interface Options {\n")
	for _, o := range t.options {
		fmt.Fprintf(&b, "%s  %s: %s;\n", jsdoc(o.says(), "  "), o.Name, o.scriptType())
	}
	b.WriteString("}\n\n/** The options: name, check, whether it must be given, what stands for a missing one, whether the core reads it. */\n")
	b.WriteString("export const optionRows: [name: string, check: Check, required: boolean, otherwise: unknown, core: boolean][] = [\n")
	for _, o := range t.options {
		fmt.Fprintf(&b, "  [%q, %q, %t, %s, %t],\n", o.Name, optionChecks[o.Type], o.Required, o.otherwise(), o.Reader == spec.ReadByCore)
	}
	b.WriteString("];\n")
	return b.String()
}

// goOptions reads the options that the script passes into a Config.
func goOptions(t *table) string {
	var b strings.Builder
	b.WriteString("//go:build js\n\n" + strings.Replace(goHeader, "package sdk", "package main", 1) +
		"import (\n\t\"github.com/ccpaas/ccpaas-go/sdk\"\n\t\"github.com/ccpaas/ccpaas-go/sdk/wire\"\n)\n\n" +
		"// readOptions reads what the script sends of the constructor's options.\nfunc readOptions(from wire.Raw, c *sdk.Config) {\n")
	goReads(&b, t.options, "from", "c.")
	b.WriteString("}\n")
	return b.String()
}

// goFields sets the fields of Config from options, without the options' table,
// which would otherwise be in the module too.
func goFields(t *table) string {
	var b strings.Builder
	b.WriteString(strings.Replace(goHeader, "package sdk", "package spec", 1) +
		"// fields are options of the page's class and what they are in sdk.Config.\nvar fields = [...]struct{ option, field string }{\n")
	for _, o := range t.options {
		if o.Config != "" {
			fmt.Fprintf(&b, "\t{%q, %q},\n", o.Name, o.Config)
		}
	}
	b.WriteString("}\n")
	return b.String()
}

func goReads(b *strings.Builder, options []option, from, to string) {
	for _, o := range options {
		if o.Config == "" {
			continue
		}
		value := fmt.Sprintf("%s.Get(%q)", from, o.Name)
		field := to + o.Config
		switch o.Type {
		case spec.OptionText, spec.OptionURL, spec.OptionID:
			fmt.Fprintf(b, "\t%s = %s.TextOrDigits()\n", field, value)
		case spec.OptionFlag:
			set := "wire.True"
			if o.Inverse {
				set = "wire.False"
			}
			fmt.Fprintf(b, "\t%s = %s.Kind() == %s\n", field, value, set)
		case spec.OptionNumber:
			read := fmt.Sprintf("integer(%s)", value)
			if o.Milliseconds {
				read = fmt.Sprintf("milliseconds(%s)", value)
			}
			fmt.Fprintf(b, "\t%s = %s\n", field, read)
		case spec.OptionNumbers:
			fmt.Fprintf(b, "\t%s = integers(%s)\n", field, value)
		case spec.OptionObject:
			name := goVar(o.Name)
			fmt.Fprintf(b, "\t%s := %s\n", name, value)
			goReads(b, o.members, name, field+".")
		}
	}
}

// optionReference is the reference's table of options.
func optionReference(options []option) string {
	var b strings.Builder
	b.WriteString("| option | type | what it is |\n|---|---|---|\n")
	var rows func(options []option, prefix string)
	rows = func(options []option, prefix string) {
		for _, o := range options {
			says := strings.ReplaceAll(o.says(), "\n", " ")
			if o.Required {
				says += " Required."
			}
			kind := o.tsType()
			if o.Evidence == spec.Inferred {
				says += " A compatibility extra: not in the vendor's document."
			}
			fmt.Fprintf(&b, "| `%s%s` | `%s` | %s |\n", prefix, o.Name, strings.ReplaceAll(kind, "|", "\\|"), says)
			rows(o.members, o.Name+".")
		}
	}
	rows(options, "")
	return strings.TrimRight(b.String(), "\n")
}

func (t *table) optionNamed(name string) *option {
	for i := range t.options {
		if t.options[i].Name == name {
			return &t.options[i]
		}
	}
	return &option{}
}
