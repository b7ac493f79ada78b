package wire

import "strconv"

// Value is one value of a JSON text that was scanned once: reading its members
// does not scan it again. The zero Value is a missing one.
type Value struct {
	text  *indexed
	index int32
}

// indexed is a JSON text and the values in it, in the order of the text: a
// container comes before what it contains.
type indexed struct {
	text  string
	nodes []node
}

// node is the position of a value in the text.
type node struct {
	name       name // zero for a value that is not a member
	start, end int32
	next       int32 // the index of the first node after the value
}

// Index checks that text is exactly one JSON value, as Parse does, and records
// the position of each value in it.
func Index(text string) (Value, error) { return new(indexed).index(text) }

// index replaces what t holds.
func (t *indexed) index(text string) (Value, error) {
	if t.nodes == nil {
		t.nodes = make([]node, 0, 48)
	}
	t.text, t.nodes = text, t.nodes[:0]
	s := scanner{text: text, nodes: &t.nodes}
	start := skipSpace(text, 0)
	end := s.value(start, 0, name{})
	if end < 0 || skipSpace(text, end) != len(text) {
		return Value{}, ErrJSON
	}
	return Value{text: t}, nil
}

// Index scans the value, so that its members can be read without another scan.
func (r Raw) Index() Value {
	v, _ := Index(string(r))
	return v
}

func (v Value) node() *node { return &v.text.nodes[v.index] }

// Raw returns the value as text, "" for a missing one.
func (v Value) Raw() Raw {
	if v.text == nil {
		return ""
	}
	n := v.node()
	return Raw(v.text.text[n.start:n.end])
}

// Kind returns what the value is.
func (v Value) Kind() Kind { return v.Raw().Kind() }

// Given reports whether the value is present and not null.
func (v Value) Given() bool { return v.Raw().Given() }

// Text returns the string that the value holds. Lone surrogates become U+FFFD.
func (v Value) Text() (string, bool) { return v.Raw().Text() }

// TextOrDigits returns the string that the value holds, or a number's digits,
// "" otherwise.
func (v Value) TextOrDigits() string { return v.Raw().TextOrDigits() }

// Int returns the integer that the value holds, as a number or as a string of
// digits.
func (v Value) Int() (int64, bool) {
	n, err := strconv.ParseInt(v.TextOrDigits(), 10, 64)
	return n, err == nil
}

// Members calls yield with each member of an object, in order, until it
// returns false. Anything but an object has none.
func (v Value) Members(yield func(name string, value Value) bool) {
	if v.Kind() != Object {
		return
	}
	for at := range v.children() {
		n := &v.text.nodes[at]
		if !yield(v.text.nameOf(n), Value{v.text, at}) {
			return
		}
	}
}

// Elements calls yield with each element of an array, in order, until it
// returns false. Anything but an array has none.
func (v Value) Elements(yield func(value Value) bool) {
	if v.Kind() != Array {
		return
	}
	for at := range v.children() {
		if !yield(Value{v.text, at}) {
			return
		}
	}
}

func (v Value) children() func(yield func(at int32) bool) {
	return func(yield func(int32) bool) {
		end := v.node().next
		for at := v.index + 1; at < end; at = v.text.nodes[at].next {
			if !yield(at) {
				return
			}
		}
	}
}

// Get returns the object's member of that name, the last one if several have
// it, as in JSON.parse.
func (v Value) Get(name string) (found Value) {
	if v.Kind() != Object {
		return found
	}
	end := v.node().next
	for at := v.index + 1; at < end; at = v.text.nodes[at].next {
		if v.text.named(at, name) {
			found = Value{v.text, at}
		}
	}
	return found
}

// named reports whether the member at that node has the name.
func (t *indexed) named(at int32, name string) bool { return t.nameOf(&t.nodes[at]) == name }

// nameOf returns the member's name.
func (t *indexed) nameOf(n *node) string {
	if n.name.escaped {
		return unquote(t.text[n.name.start:n.name.end])
	}
	return t.text[n.name.start+1 : n.name.end-1]
}

// At follows a path of members; missing if one of them is.
func (v Value) At(path ...string) Value {
	for _, name := range path {
		v = v.Get(name)
	}
	return v
}
