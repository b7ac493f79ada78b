package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// table is sdk/spec with the comments of its source: the rows come from the
// package, their documentation from the comments above them.
type table struct {
	methods []method
	events  []event
	structs []structType
	options []option
	enums   []enum
	faults  []fault  // of the sandbox
	reasons []string // the names of the reasons of failures
	vars    map[string]*ast.ValueSpec
	files   []*ast.File
	fset    *token.FileSet
}

type method struct {
	spec.Method
	doc    string
	onWire string // what the reference says about its frames besides the row
	params []param
}

type param struct {
	spec.Param
	doc string
}

type event struct {
	spec.Event
	doc string
}

// structType is a type of Data.
type structType struct {
	name, doc string
	fields    []field
	whole     string // the Go field that holds the object as it came, "" for none
}

type field struct {
	name, json, goType, doc string
	embedded                bool // a struct whose members are the type's own
	optional                bool // the member may be missing
	rare                    bool // samples leave the member out
	undefined               bool // the member is put back with the value undefined
}

// enum is a named type of strings, or of numbers, with its values.
type enum struct {
	name, doc string
	numbers   bool
	values    []value
}

type value struct{ name, text, doc string }

func readTable(dir string) (*table, error) {
	t := &table{fset: token.NewFileSet(), vars: map[string]*ast.ValueSpec{}}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no table in %s", dir)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(t.fset, name, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		t.files = append(t.files, file)
	}
	for _, file := range t.files {
		source := filepath.Base(t.fset.Position(file.Pos()).Filename)
		for _, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok {
				t.readDecl(gen, source)
			}
		}
	}
	rows := t.rows("Methods")
	for i, row := range spec.Methods {
		doc, onWire, _ := strings.Cut(t.commentAbove(rows[i]), "\n\nOn the wire: ")
		m := method{Method: row, doc: doc, onWire: strings.ReplaceAll(onWire, "\n", " ")}
		docs := t.paramDocs(fieldOf(rows[i], "Params"))
		for j, p := range row.Params {
			m.params = append(m.params, param{p, docs[j]})
		}
		t.methods = append(t.methods, m)
	}
	t.options = t.optionRows(spec.ConstructorOptions, t.vars["ConstructorOptions"].Values[0].(*ast.CompositeLit).Elts)
	rows = t.rows("Events")
	for i, row := range spec.Events {
		t.events = append(t.events, event{row, t.commentAbove(rows[i])})
	}
	docs, err := sandboxDocs(filepath.Join(dir, "..", ".."))
	if err != nil {
		return nil, err
	}
	t.faults, err = readFaults(docs)
	return t, err
}

// readDecl reads the types of Data from types.go, the enums from values.go and
// codes.go, the reasons, and the variables from all files.
func (t *table) readDecl(gen *ast.GenDecl, source string) {
	var of string // the type of the constants of this block
	for _, s := range gen.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			doc := text(gen.Doc, s.Doc)
			switch typ := s.Type.(type) {
			case *ast.StructType:
				if source != "types.go" {
					continue
				}
				all, whole := fields(typ)
				t.structs = append(t.structs, structType{s.Name.Name, doc, all, whole})
			case *ast.Ident:
				if (typ.Name == "string" || typ.Name == "int32") && source != "types.go" {
					t.enums = append(t.enums, enum{name: s.Name.Name, doc: doc, numbers: typ.Name == "int32"})
				}
			}
		case *ast.ValueSpec:
			t.vars[s.Names[0].Name] = s
			if typ, ok := s.Type.(*ast.Ident); ok {
				of = typ.Name
			}
			if gen.Tok == token.CONST {
				t.readConst(s, of)
				if of == "Reason" {
					t.reasons = append(t.reasons, s.Names[0].Name)
				}
			}
		}
	}
}

func (t *table) readConst(s *ast.ValueSpec, of string) {
	for i := range t.enums {
		if t.enums[i].name == of && len(s.Values) == 1 {
			if lit, ok := s.Values[0].(*ast.BasicLit); ok {
				text := lit.Value
				if lit.Kind == token.STRING {
					text, _ = strconv.Unquote(text)
				}
				t.enums[i].values = append(t.enums[i].values, value{s.Names[0].Name, text, docOf(s.Doc, s.Comment)})
			}
		}
	}
}

func fields(typ *ast.StructType) (all []field, whole string) {
	for _, f := range typ.Fields.List {
		one := field{goType: typeText(f.Type), doc: docOf(f.Doc, f.Comment)}
		if one.embedded = len(f.Names) == 0; one.embedded {
			all = append(all, one)
			continue
		}
		one.name = f.Names[0].Name
		one.json = one.name
		if f.Tag != nil {
			tag, _ := strconv.Unquote(f.Tag.Value)
			name, option, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
			one.optional, one.undefined, one.rare = option == "omitempty" || option == "rare", option == "undefined", option == "rare"
			if name == "-" {
				whole = one.name
				continue
			}
			if name != "" {
				one.json = name
			}
		}
		all = append(all, one)
	}
	return all, whole
}

func typeText(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.ArrayType:
		return "[]" + typeText(e.Elt)
	}
	return "?"
}

// rows are the elements of a table's literal.
func (t *table) rows(name string) []*ast.CompositeLit {
	var rows []*ast.CompositeLit
	for _, e := range t.vars[name].Values[0].(*ast.CompositeLit).Elts {
		rows = append(rows, e.(*ast.CompositeLit))
	}
	return rows
}

func fieldOf(row *ast.CompositeLit, name string) ast.Expr {
	for _, e := range row.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok && kv.Key.(*ast.Ident).Name == name {
			return kv.Value
		}
	}
	return nil
}

// paramDocs are the comments of a row's parameters: above the parameter in the
// row, or else above the shared variable.
func (t *table) paramDocs(e ast.Expr) (docs []string) {
	switch e := e.(type) {
	case *ast.Ident:
		return t.paramDocs(t.vars[e.Name].Values[0])
	case *ast.CompositeLit:
		for _, element := range e.Elts {
			doc := ""
			if t.line(element.Pos()) > t.line(e.Lbrace) { // otherwise the comment above is the row's
				doc = t.commentAbove(element)
			}
			if ident, ok := element.(*ast.Ident); ok && doc == "" {
				doc = text(t.vars[ident.Name].Doc)
			}
			docs = append(docs, doc)
		}
	}
	return docs
}

func (t *table) line(at token.Pos) int { return t.fset.Position(at).Line }

// commentAbove is the comment that ends on the line before the node.
func (t *table) commentAbove(node ast.Node) string {
	line := t.fset.Position(node.Pos()).Line
	name := t.fset.Position(node.Pos()).Filename
	for _, file := range t.files {
		if t.fset.Position(file.Pos()).Filename != name {
			continue
		}
		for _, group := range file.Comments {
			if t.fset.Position(group.End()).Line == line-1 {
				return text(group)
			}
		}
	}
	return ""
}

// docOf is the comment above, or else the one behind.
func docOf(above, behind *ast.CommentGroup) string {
	if doc := text(above); doc != "" {
		return doc
	}
	return text(behind)
}

func text(groups ...*ast.CommentGroup) string {
	for _, g := range groups {
		if s := strings.TrimSpace(g.Text()); s != "" {
			return s
		}
	}
	return ""
}

func (t *table) structNamed(name string) *structType {
	for i := range t.structs {
		if t.structs[i].name == name {
			return &t.structs[i]
		}
	}
	return nil
}

// internalEnum reports whether an enum is not part of the public surface.
func internalEnum(name string) bool {
	switch name {
	case "ServerCode", "MessageKind", "PhoneOrder", "PhoneNews", "PhoneFault":
		return true
	}
	return false
}
