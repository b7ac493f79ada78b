package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// tsSandbox is the types of the sandbox's control API in @ccpaas/sandbox: the Go
// types themselves, with the comments of their source.
func tsSandbox(root string, t *table) (string, error) {
	docs, err := sandboxDocs(root)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("// Generated from sdk/sandbox by make gen. Do not edit.\n")
	types := []reflect.Type{reflect.TypeFor[sandbox.State](), reflect.TypeFor[sandbox.Frame]()}
	for i := 0; i < len(types); i++ {
		typ := types[i]
		fmt.Fprintf(&b, "\n%sexport interface %s {\n", jsdoc(docs.of[typ.Name()], ""), typ.Name())
		for f := range typ.Fields() {
			if part := element(f.Type); part.Kind() == reflect.Struct && part != timeType && !slices.Contains(types, part) {
				types = append(types, part)
			}
			name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "" {
				name = f.Name
			}
			if option == "omitempty" {
				name += "?"
			}
			fmt.Fprintf(&b, "%s  %s: %s;\n", jsdoc(docs.of[typ.Name()+"."+f.Name], "  "), name, docs.tsType(f.Type))
		}
		b.WriteString("}\n")
	}
	return b.String() + tsFaults(t.faults), nil
}

var timeType = reflect.TypeFor[time.Time]()

// element is the element type of a list or a pointer; otherwise the type.
func element(typ reflect.Type) reflect.Type {
	if typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
		return typ.Elem()
	}
	return typ
}

// sandboxSource has the comments and the enums of sdk/sandbox and sdk/spec.
type sandboxSource struct {
	of    map[string]string // the comment of a type, or of Type.Field
	enums []enum
}

func sandboxDocs(root string) (sandboxSource, error) {
	docs := sandboxSource{of: map[string]string{}}
	for _, dir := range []string{"sdk/spec", "sdk/sandbox"} {
		t := &table{fset: token.NewFileSet(), vars: map[string]*ast.ValueSpec{}}
		names, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(dir), "*.go"))
		if err != nil {
			return docs, err
		}
		for _, name := range names {
			file, err := parser.ParseFile(t.fset, name, nil, parser.ParseComments)
			if err != nil {
				return docs, err
			}
			t.readTypes(file)
		}
		for _, s := range t.structs {
			docs.of[s.name] = s.doc
			for _, f := range s.fields {
				docs.of[s.name+"."+f.name] = f.doc
			}
		}
		docs.enums = append(docs.enums, t.enums...)
	}
	return docs, nil
}

// readTypes takes a file's structs and enums.
func (t *table) readTypes(file *ast.File) {
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		t.readDecl(gen, "values.go")
		for _, s := range gen.Specs {
			if s, ok := s.(*ast.TypeSpec); ok {
				if typ, ok := s.Type.(*ast.StructType); ok {
					all, whole := fields(typ)
					t.structs = append(t.structs, structType{s.Name.Name, text(gen.Doc, s.Doc), all, whole})
				}
			}
		}
	}
}

// tsType is the TypeScript of a Go type; that of an enum is the union of its
// values.
func (d sandboxSource) tsType(typ reflect.Type) string {
	switch typ.Kind() {
	case reflect.Slice:
		return d.tsType(typ.Elem()) + "[]"
	case reflect.Pointer:
		return d.tsType(typ.Elem())
	case reflect.Struct:
		if typ == timeType {
			return "string"
		}
		return typ.Name()
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Int64, reflect.Float64:
		return "number"
	}
	var values []string
	for _, e := range d.enums {
		for _, v := range e.values {
			if e.name == typ.Name() && token.IsExported(v.name) {
				values = append(values, fmt.Sprintf("%q", v.text))
			}
		}
	}
	if values == nil {
		return "string"
	}
	return strings.Join(slices.Compact(values), " | ")
}

// tsFaults is a type for each fault, and all of them.
func tsFaults(faults []fault) string {
	choices := map[string][]string{}
	var one strings.Builder
	for _, form := range faults {
		members := ""
		for _, m := range form.Members {
			typ, mark := "string", "?"
			switch {
			case m.Choices != nil:
				choices[m.Name], typ = m.Choices, m.Name
			case m.Number:
				typ = "number"
			}
			if m.Needed {
				mark = ""
			}
			members += fmt.Sprintf("; /** %s */ %s%s: %s", m.Want, m.Name, mark, typ)
		}
		fmt.Fprintf(&one, "%s  | { Fault: %q%s }\n", jsdoc(form.doc, "  "), form.Fault, members)
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(choices)) {
		fmt.Fprintf(&b, "\n/** What a fault's %s may be. */\nexport type %s =\n  | \"%s\";\n", name, name, strings.Join(choices[name], "\"\n  | \""))
	}
	b.WriteString("\n/** Something that is to go wrong for one agent. */\nexport type Fault = {\n  /** Whose connection or call it strikes. */\n" +
		"  AgentId: string;\n  /** How often it strikes, up to 1000; once if missing. Not of those that last. */\n  Count?: number;\n} & (\n" + one.String() + ");\n")
	return b.String()
}
