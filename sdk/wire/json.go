package wire

import (
	"errors"
	"strconv"
)

// Raw is one valid JSON value as text; "" is a missing one. Parse creates it;
// all methods assume that it is valid.
type Raw string

// Kind is what a Raw holds.
type Kind byte

// The kinds, named by a value's first character.
const (
	Missing Kind = 0
	Null    Kind = 'n'
	True    Kind = 't'
	False   Kind = 'f'
	Number  Kind = '0'
	String  Kind = '"'
	Array   Kind = '['
	Object  Kind = '{'
)

// maxDepth is how deep values may nest. A module in a page has the browser's
// small stack: some thousand levels of nesting would end the program.
const maxDepth = 256

// ErrJSON is the error of Parse for text that is not one JSON value, or nests
// too deep.
var ErrJSON = errors.New("wire: not valid JSON, or nested deeper than 256 levels")

// Parse checks that text is exactly one JSON value, white space around it
// allowed, and returns it.
func Parse(text string) (Raw, error) {
	start := skipSpace(text, 0)
	end := scan(text, start, 0)
	if end < 0 || skipSpace(text, end) != len(text) {
		return "", ErrJSON
	}
	return Raw(text[start:end]), nil
}

// Kind returns what r holds.
func (r Raw) Kind() Kind {
	if r == "" {
		return Missing
	}
	switch c := r[0]; c {
	case 'n', 't', 'f', '"', '[', '{':
		return Kind(c)
	}
	return Number
}

// Given reports whether r is present and not null.
func (r Raw) Given() bool { return r != "" && r != "null" }

// Members calls yield with each member of an object, in order, until it
// returns false. Anything but an object has none.
func (r Raw) Members(yield func(name string, value Raw) bool) {
	if r.Kind() != Object {
		return
	}
	text := string(r)
	for at := skipSpace(text, 1); text[at] == '"'; {
		nameEnd := scanString(text, at)
		colon := skipSpace(text, nameEnd)
		start := skipSpace(text, colon+1)
		end := scan(text, start, 0)
		if !yield(unquote(text[at:nameEnd]), Raw(text[start:end])) {
			return
		}
		if at = skipSpace(text, end); text[at] == ',' {
			at = skipSpace(text, at+1)
		}
	}
}

// Elements calls yield with each element of an array, in order, until it
// returns false. Anything but an array has none.
func (r Raw) Elements(yield func(value Raw) bool) {
	if r.Kind() != Array {
		return
	}
	text := string(r)
	for at := skipSpace(text, 1); text[at] != ']'; {
		end := scan(text, at, 0)
		if !yield(Raw(text[at:end])) {
			return
		}
		if at = skipSpace(text, end); text[at] == ',' {
			at = skipSpace(text, at+1)
		}
	}
}

// Get returns the object's member of that name, the last one if several have
// it, as in JSON.parse.
func (r Raw) Get(name string) (found Raw) {
	for n, value := range r.Members {
		if n == name {
			found = value
		}
	}
	return found
}

// At follows a path of members; "" if one is missing.
func (r Raw) At(path ...string) Raw {
	for _, name := range path {
		r = r.Get(name)
	}
	return r
}

// Text returns the string that r holds. Lone surrogates become U+FFFD.
func (r Raw) Text() (string, bool) {
	if r.Kind() != String {
		return "", false
	}
	return unquote(string(r)), true
}

// TextOrDigits returns the string that r holds, or a number's digits, ""
// otherwise: for members that arrive as either.
func (r Raw) TextOrDigits() string {
	switch r.Kind() {
	case String:
		return unquote(string(r))
	case Number:
		return string(r)
	}
	return ""
}

// Int returns the integer that r holds, as a number or as a string of digits.
func (r Raw) Int() (int64, bool) {
	n, err := strconv.ParseInt(r.TextOrDigits(), 10, 64)
	return n, err == nil
}
