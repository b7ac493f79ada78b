package main

import (
	"reflect"
	"regexp"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// types are the table's types of Data by their names there.
var types = byName(
	reflect.TypeFor[spec.Raw](), reflect.TypeFor[spec.PhoneNumber](), reflect.TypeFor[spec.TerminalInfo](),
	reflect.TypeFor[spec.InWrapUpTime](), reflect.TypeFor[spec.WrapUpTimes](), reflect.TypeFor[spec.IvrNode](),
	reflect.TypeFor[spec.Queue](), reflect.TypeFor[spec.Agent](), reflect.TypeFor[spec.NumberList](),
	reflect.TypeFor[spec.PhoneModeOption](), reflect.TypeFor[spec.AgentStateOption](),
	reflect.TypeFor[spec.AgentStateChange](), reflect.TypeFor[spec.PhoneModeChange](), reflect.TypeFor[spec.PhoneStateChange](),
	reflect.TypeFor[spec.CallEvent](), reflect.TypeFor[spec.CallFailure](), reflect.TypeFor[spec.State](),
)

func byName(types ...reflect.Type) map[string]reflect.Type {
	named := map[string]reflect.Type{}
	for _, t := range types {
		named[t.Name()] = t
	}
	return named
}

// typeNamed is the type of a row, a slice for "[]…".
func typeNamed(name string) reflect.Type {
	if element, isList := strings.CutPrefix(name, "[]"); isList {
		return reflect.SliceOf(types[element])
	}
	return types[name]
}

// closed is a type of which the table has all values. Only those are printed.
type closed interface{ Known() bool }

// forms are the formats of the strings of some members, and their grounds.
var forms = map[string]struct {
	fits   func(string) bool
	want   string
	ground spec.Evidence
}{
	"CallID":      {uuid.MatchString, "a lower-case UUID", spec.Documented},
	"ChannelUUID": {uuid.MatchString, "a lower-case UUID", spec.Documented},
	"StartTime":   {isTime, "of the form YYYY-MM-DD hh:mm:ss", spec.Inferred},
}

var uuid = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

func isTime(text string) bool {
	_, err := time.Parse(time.DateTime, text)
	return err == nil
}

// compare checks a value against its type in the table. path names it in the
// output.
func (e *entry) compare(path string, value wire.Raw, typ reflect.Type, ground spec.Evidence) {
	kind := value.Kind()
	want := ""
	switch {
	case typ == reflect.TypeFor[spec.Raw]():
	case typ == reflect.TypeFor[spec.CallAuthority]() && value == `""`: // in some of the document's samples
	case typ == reflect.TypeFor[spec.StringOrNumber]():
		if kind != wire.String && kind != wire.Number && kind != wire.Null {
			want = "a string or a number"
		}
	case typ.Kind() == reflect.Struct:
		if kind == wire.Object {
			e.compareObject(path, value, typ, ground)
			return
		}
		want = "an object"
	case typ.Kind() == reflect.Slice:
		if kind == wire.Array {
			for element := range value.Elements {
				e.compare(path+"[]", element, typ.Elem(), ground)
			}
			return
		}
		want = "an array"
	case typ.Kind() == reflect.Bool && kind != wire.True && kind != wire.False:
		want = "true or false"
	case typ.Kind() == reflect.Int && (kind != wire.Number || !isInteger(value)):
		want = "an integer"
	case typ.Kind() == reflect.String && kind != wire.String:
		want = "a string"
	case typ.Kind() == reflect.String:
		e.compareText(path, value, typ, ground)
	}
	if want != "" {
		e.contradict(ground, "%s is %s, in the table %s", path, kindNames[kind], want)
	}
}

func (e *entry) compareText(path string, value wire.Raw, typ reflect.Type, ground spec.Evidence) {
	text, _ := value.Text()
	if v, ok := reflect.ValueOf(text).Convert(typ).Interface().(closed); ok && text != "" && !v.Known() {
		e.contradict(ground, "%s has a value that the table does not have for %s", path, typ.Name())
	}
	form, ok := forms[path[strings.LastIndexByte(path, '.')+1:]]
	if ok && text != "" && !form.fits(text) {
		e.contradict(form.ground, "%s is not %s", path, form.want)
	}
}

func (e *entry) compareObject(path string, object wire.Raw, typ reflect.Type, ground spec.Evidence) {
	known := map[string]bool{}
	for _, f := range members(typ) {
		known[f.name] = true
		value := object.Get(f.name)
		switch {
		case value == "" && !f.optional:
			e.contradict(ground, "%s is missing", join(path, f.name))
		case value == "":
		case value == "null" && typ == reflect.TypeFor[spec.Agent](): // stays null (documented)
		case f.name == "CurStateSubId" && value.Kind() == wire.Number: // its type on the wire is open
		default:
			e.compare(join(path, f.name), value, f.typ, ground)
		}
	}
	for name := range object.Members {
		if !known[name] {
			e.ignore(join(path, printable(name)))
		}
	}
}

// member is a member of an object by its type in the table.
type member struct {
	name     string
	typ      reflect.Type
	optional bool
}

func members(typ reflect.Type) (all []member) {
	for f := range typ.Fields() {
		if f.Anonymous {
			all = append(all, members(f.Type)...)
			continue
		}
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		all = append(all, member{name, f.Type, option != ""})
	}
	return all
}

func isInteger(value wire.Raw) bool {
	_, ok := value.Int()
	return ok
}

var kindNames = map[wire.Kind]string{
	wire.Missing: "missing", wire.Null: "null", wire.True: "true", wire.False: "false",
	wire.Number: "a number", wire.String: "a string", wire.Array: "an array", wire.Object: "an object",
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// printable is a name in printable form: a member's or a method's is a word; a
// map of numbers would have them as names.
func printable(name string) string {
	if len(name) > 40 || !word.MatchString(name) {
		return "(a name that is no word)"
	}
	return name
}

var word = regexp.MustCompile(`^[A-Za-z_][A-Za-z_]*[0-9]{0,2}$`)
