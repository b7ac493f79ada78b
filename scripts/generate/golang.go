package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

const goHeader = "// Code generated from sdk/spec by make gen. DO NOT EDIT.\n\npackage sdk\n\n"

// goMethods is the typed surface: one method of *Client per row.
func goMethods(t *table) string {
	var b strings.Builder
	b.WriteString(goHeader + "import (\n\t\"context\"\n\n\t\"github.com/ccpaas/ccpaas-go/sdk/spec\"\n\t\"github.com/ccpaas/ccpaas-go/sdk/wire\"\n)\n\n")
	for _, m := range t.methods {
		if m.Go == "" {
			continue
		}
		doc := comment(t.goWords(m.doc) + "\n\nFailure code: " + string(m.Code) + "." + extraNote(m.Extra))
		params, give := goParams(t, &b, m)
		fmt.Fprintf(&b, "%sfunc (c *Client) %s(ctx context.Context%s) ", doc, m.Go, params)
		if m.Result.Type == "" {
			fmt.Fprintf(&b, "error {\n%s\t_, err := c.call(ctx, %q, args)\n\treturn err\n}\n\n", give, m.Name)
			continue
		}
		fmt.Fprintf(&b, "(%s, error) {\n%s\tdata, err := c.call(ctx, %q, args)\n\treturn %s, err\n}\n\n",
			m.Result.Type, give, m.Name, decode(t, m.Result.Type, "data"))
	}
	return b.String()
}

// goParams is a method's parameter list and the code that passes the arguments;
// if the method takes a struct of parameters, that is written to b.
func goParams(t *table, b *strings.Builder, m method) (list, give string) {
	object := m.Shape == spec.Options
	if object {
		give = "\tvar o wire.Builder\n"
	}
	give += "\tvar args argList\n"
	source := func(p param) string { return goVar(p.Name) }
	if object && len(m.params) > 1 {
		list = fmt.Sprintf(", p %sParams", m.Go)
		source = func(p param) string { return "p." + goName(p.Name) }
		fmt.Fprintf(b, "// %sParams are the parameters of %s.\ntype %sParams struct {\n", m.Go, m.Go, m.Go)
		for _, p := range m.params {
			doc := t.goWords(p.doc)
			if p.Optional {
				doc += " Optional."
			}
			fmt.Fprintf(b, "%s\t%s %s\n", comment(doc), goName(p.Name), goType(p))
		}
		b.WriteString("}\n\n")
	}
	for _, p := range m.params {
		if p.Apart {
			give += "\targs.add(\"\")\n"
			continue
		}
		if list == "" || !strings.HasPrefix(list, ", p ") {
			list += fmt.Sprintf(", %s %s", goVar(p.Name), goType(p))
		}
		value := fmt.Sprintf("textArg(%s)", source(p))
		switch {
		case p.Kind == spec.Integer && p.Optional:
			value = fmt.Sprintf("intArg(%s)", source(p))
		case p.Kind == spec.Integer:
			value = fmt.Sprintf("numberArg(%s)", source(p))
		}
		if object {
			give += fmt.Sprintf("\to.Raw(%q, %s)\n", p.Name, value)
		} else {
			give += fmt.Sprintf("\targs.add(%s)\n", value)
		}
	}
	if object {
		give += "\targs.add(o.Object())\n"
	}
	if m.Open {
		list += ", members ...Member"
		give += "\targs.add(membersArg(members))\n"
	}
	return list, give
}

// goEvents is a typed On… per event.
func goEvents(t *table) string {
	var b strings.Builder
	b.WriteString(goHeader)
	for _, e := range t.events {
		b.WriteString(comment("On" + t.goWords(e.doc) + " The handler is called until off is." + extraNote(e.Extra)))
		if e.Type == "" {
			fmt.Fprintf(&b, "func (c *Client) On%s(handler func()) (off func()) {\n\treturn c.core.queue.on(%q, func(Event) { handler() })\n}\n\n", e.Name, e.Name)
			continue
		}
		fmt.Fprintf(&b, "func (c *Client) On%s(handler func(%s)) (off func()) {\n\treturn c.core.queue.on(%q, func(e Event) { handler(decode%s(e.Data)) })\n}\n\n",
			e.Name, e.Type, e.Name, e.Type)
	}
	return b.String()
}

// goNames declares the table's types and values in the package.
func goNames(t *table) string {
	var b strings.Builder
	b.WriteString(goHeader + "import \"github.com/ccpaas/ccpaas-go/sdk/spec\"\n\n// The types of Data and of its members.\ntype (\n")
	b.WriteString("// Raw is one JSON value as text.\nRaw = spec.Raw\n// StringOrNumber is a value that arrives as a string or as a number.\nStringOrNumber = spec.StringOrNumber\n// PhoneNumber is a telephone number.\nPhoneNumber = spec.PhoneNumber\n// Secret is a password.\nSecret = spec.Secret\n")
	for _, s := range t.structs {
		fmt.Fprintf(&b, "%s%s = spec.%s\n", comment(s.doc), s.name, s.name)
	}
	for _, e := range t.enums {
		if !internalEnum(e.name) {
			fmt.Fprintf(&b, "%s%s = spec.%s\n", comment(e.doc), e.name, e.name)
		}
	}
	b.WriteString(")\n\n")
	for _, e := range t.enums {
		if internalEnum(e.name) {
			continue
		}
		fmt.Fprintf(&b, "// The values of %s.\nconst (\n", e.name)
		for _, v := range e.values {
			if v.doc != "" {
				b.WriteString(comment(v.doc))
			}
			fmt.Fprintf(&b, "%s = spec.%s\n", goConstant(e.name, v.name), v.name)
		}
		b.WriteString(")\n\n")
	}
	b.WriteString("// Reason says why a call failed, beside its code, which says what failed.\ntype Reason = spec.Reason\n\n// The values of Reason, for errors.Is.\nconst (\n")
	for _, name := range t.reasons {
		fmt.Fprintf(&b, "Reason%s = spec.%s\n", name, name)
	}
	b.WriteString(")\n")
	return b.String()
}

// goConstant is the name of an enum's value in package sdk: codes begin with
// Code, since errors.Is takes them.
func goConstant(enum, value string) string {
	if enum == "Code" {
		return "Code" + value
	}
	return value
}

// goDecoders reads each type of Data from its JSON, without reflection.
func goDecoders(t *table) string {
	var b strings.Builder
	b.WriteString(goHeader + "import (\n\t\"github.com/ccpaas/ccpaas-go/sdk/spec\"\n\t\"github.com/ccpaas/ccpaas-go/sdk/wire\"\n)\n\n")
	for _, s := range t.structs {
		fmt.Fprintf(&b, "func decode%s(v wire.Raw) (d %s) {\n", s.name, s.name)
		for _, f := range s.fields {
			if f.embedded {
				fmt.Fprintf(&b, "\td.%s = decode%s(v)\n", f.goType, f.goType)
			}
		}
		if s.whole != "" {
			fmt.Fprintf(&b, "\td.%s = v\n", s.whole)
		}
		b.WriteString("\tfor name, value := range v.Members {\n\t\tswitch name {\n")
		for _, f := range s.fields {
			if !f.embedded {
				fmt.Fprintf(&b, "\t\tcase %q:\n\t\t\td.%s = %s\n", f.json, f.name, decode(t, f.goType, "value"))
			}
		}
		b.WriteString("\t\t}\n\t}\n\treturn d\n}\n\n")
	}
	return b.String()
}

// decode is the expression that reads a value of a Go type from the Raw v.
func decode(t *table, goType, v string) string {
	element, isList := strings.CutPrefix(goType, "[]")
	switch {
	case isList:
		return fmt.Sprintf("decodeList(%s, func(v wire.Raw) %s { return %s })", v, element, decode(t, element, "v"))
	case goType == "string":
		return v + ".TextOrDigits()"
	case goType == "int":
		return fmt.Sprintf("decodeInt(%s)", v)
	case goType == "float64":
		return fmt.Sprintf("decodeFloat(%s)", v)
	case goType == "bool":
		return v + ".Kind() == wire.True"
	case goType == "Raw":
		return fmt.Sprintf("spec.Raw(%s)", v)
	case t.structNamed(goType) != nil:
		return fmt.Sprintf("decode%s(%s)", goType, v)
	}
	return fmt.Sprintf("spec.%s(%s.TextOrDigits())", goType, v)
}

func goType(p param) string {
	switch {
	case p.Type != "":
		return p.Type
	case p.Kind == spec.Integer:
		return "int"
	}
	return "string"
}

// goName is a parameter's name as an exported Go name, goVar as a variable's.
func goName(name string) string {
	name = strings.ToUpper(name[:1]) + name[1:]
	if rest, ok := strings.CutSuffix(name, "Id"); ok {
		return rest + "ID"
	}
	return name
}

func goVar(name string) string {
	name = goName(name)
	if name == "ID" || name == "Type" {
		return map[string]string{"ID": "id", "Type": "kind"}[name]
	}
	return strings.ToLower(name[:1]) + name[1:]
}

var asyncName = regexp.MustCompile(`\b([A-Z][A-Za-z]+)Async\b`)

// goWords is a row's text with the names of Go.
func (t *table) goWords(doc string) string { return asyncName.ReplaceAllString(doc, "$1") }

func extraNote(extra bool) string {
	if extra {
		return "\n\nA compatibility extra: not in the vendor's document."
	}
	return ""
}

func comment(doc string) string {
	return "// " + strings.ReplaceAll(strings.TrimSpace(doc), "\n", "\n// ") + "\n"
}
