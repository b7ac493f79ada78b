package wire

import (
	"strconv"
	"unicode/utf8"
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

// Bool adds a member whose value is true or false.
func (b *Builder) Bool(name string, value bool) *Builder {
	b.name(name)
	b.text = strconv.AppendBool(b.text, value)
	return b
}

// Without adds the members of an object but for those that leave names.
func (b *Builder) Without(object Raw, leave func(name string) bool) *Builder {
	for name, value := range object.Members {
		if !leave(name) {
			b.Raw(name, value)
		}
	}
	return b
}

// Except adds the members of an object but for those that leave names.
func (b *Builder) Except(object Value, leave func(name string) bool) *Builder {
	for name, value := range object.Members {
		if !leave(name) {
			b.Raw(name, value.Raw())
		}
	}
	return b
}

// Object is the finished object.
func (b *Builder) Object() Raw {
	if len(b.text) == 0 {
		return "{}"
	}
	return Raw(append(b.text, '}'))
}

func (b *Builder) name(name string) {
	if len(b.text) == 0 {
		b.text = append(b.text, '{')
	} else {
		b.text = append(b.text, ',')
	}
	b.text = append(appendQuoted(b.text, name), ':')
}

// Quote is text as a JSON string.
func Quote(text string) Raw { return Raw(appendQuoted(nil, text)) }

func appendQuoted(out []byte, text string) []byte {
	const hex = "0123456789abcdef"
	out = append(out, '"')
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
