package wire

import (
	"slices"
	"strconv"
	"unicode/utf8"
	"unsafe"
)

// Builder writes one JSON object, member by member.
type Builder struct{ text []byte }

// Raw adds a member whose value is JSON already; a missing one is left out.
func (b *Builder) Raw(name string, value Raw) *Builder {
	if value == "" {
		return b
	}
	b.name(name)
	b.text = append(b.text, value...)
	return b
}

// Text adds a member whose value is a string.
func (b *Builder) Text(name, value string) *Builder {
	b.name(name)
	b.text = appendQuoted(b.text, value)
	return b
}

// Int adds a member whose value is an integer.
func (b *Builder) Int(name string, value int64) *Builder {
	b.name(name)
	b.text = strconv.AppendInt(b.text, value, 10)
	return b
}

// Digits adds a member whose value is a string of an integer's digits.
func (b *Builder) Digits(name string, value int64) *Builder {
	b.name(name)
	b.text = append(strconv.AppendInt(append(b.text, '"'), value, 10), '"')
	return b
}

// Bool adds a member whose value is true or false.
func (b *Builder) Bool(name string, value bool) *Builder {
	b.name(name)
	b.text = strconv.AppendBool(b.text, value)
	return b
}

// Without adds the members of an object, except those that leave selects.
func (b *Builder) Without(object Raw, leave func(name string) bool) *Builder {
	for name, value := range object.Members {
		if !leave(name) {
			b.Raw(name, value)
		}
	}
	return b
}

// Except adds the members of an object unchanged, except those that leave
// selects.
func (b *Builder) Except(object Value, leave func(name string) bool) *Builder {
	if object.Kind() != Object {
		return b
	}
	all := object.text
	// Runs of members that stay are copied together.
	var from, to int32
	for at := range object.children() {
		n := &all.nodes[at]
		switch {
		case !leave(all.nameOf(n)):
			if to == 0 {
				from = n.name.start
			}
			to = n.end
		case to > 0:
			b.members(all.text[from:to])
			to = 0
		}
	}
	if to > 0 {
		b.members(all.text[from:to])
	}
	return b
}

// Grow makes room for a text of that many bytes.
func (b *Builder) Grow(size int) *Builder {
	b.text = slices.Grow(b.text, size)
	return b
}

// Object returns the finished object. The builder is empty afterwards.
func (b *Builder) Object() Raw {
	if len(b.text) == 0 {
		return "{}"
	}
	text := append(b.text, '}')
	b.text = nil
	return Raw(unsafe.String(unsafe.SliceData(text), len(text)))
}

// members adds members that are written already.
func (b *Builder) members(text string) {
	b.separate()
	b.text = append(b.text, text...)
}

func (b *Builder) separate() {
	if len(b.text) == 0 {
		b.text = append(b.text, '{')
	} else {
		b.text = append(b.text, ',')
	}
}

func (b *Builder) name(name string) {
	b.separate()
	b.text = append(appendQuoted(b.text, name), ':')
}

// Quote returns text as a JSON string.
func Quote(text string) Raw { return Raw(appendQuoted(nil, text)) }

func appendQuoted(out []byte, text string) []byte {
	const hex = "0123456789abcdef"
	out = append(out, '"')
	if isPlain(text) {
		return append(append(out, text...), '"')
	}
	for at := 0; at < len(text); {
		c := text[at]
		switch {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case c < 0x20:
			out = append(out, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		case c < utf8.RuneSelf:
			out = append(out, c)
		default:
			r, size := utf8.DecodeRuneInString(text[at:])
			out = utf8.AppendRune(out, r)
			at += size
			continue
		}
		at++
	}
	return append(out, '"')
}

// isPlain reports whether a JSON string of text is text itself between quotes.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < 0x20 || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
