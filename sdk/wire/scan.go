package wire

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

func skipSpace(s string, at int) int {
	for at < len(s) && (s[at] == ' ' || s[at] == '\n' || s[at] == '\r' || s[at] == '\t') {
		at++
	}
	return at
}

// scanner finds where values end. With nodes it records their positions.
type scanner struct {
	text  string
	nodes *[]node
}

// scan returns the end of the value at a position, -1 if malformed.
func scan(s string, at, depth int) int {
	return (&scanner{text: s}).value(at, depth, name{})
}

// name is the position of a member's name, with its quotes.
type name struct {
	start, end int32
	escaped    bool // it may differ from the text it stands for
}

// value returns the end of the value at a position, -1 if malformed; called is
// its name as an object's member.
func (s *scanner) value(at, depth int, called name) int {
	if at >= len(s.text) || depth > maxDepth {
		return -1
	}
	index := 0
	if s.nodes != nil {
		index = len(*s.nodes)
		*s.nodes = append(*s.nodes, node{name: called, start: int32(at)})
	}
	end := -1
	switch c := s.text[at]; {
	case c == '"':
		end = scanString(s.text, at)
	case c == '{' || c == '[':
		end = s.container(at, depth+1)
	case c == '-' || c >= '0' && c <= '9':
		end = scanNumber(s.text, at)
	case c == 'n':
		end = scanWord(s.text, at, "null")
	case c == 't':
		end = scanWord(s.text, at, "true")
	case c == 'f':
		end = scanWord(s.text, at, "false")
	}
	if s.nodes != nil && end >= 0 {
		n := &(*s.nodes)[index]
		n.end, n.next = int32(end), int32(len(*s.nodes))
	}
	return end
}

func scanWord(s string, at int, word string) int {
	if len(s)-at >= len(word) && s[at:at+len(word)] == word {
		return at + len(word)
	}
	return -1
}

func (s *scanner) container(at, depth int) int {
	text := s.text
	closing := text[at] + 2 // ']' follows '[' and '}' follows '{' by two
	isObject := text[at] == '{'
	at = skipSpace(text, at+1)
	if at < len(text) && text[at] == closing {
		if depth > maxDepth {
			return -1
		}
		return at + 1
	}
	for {
		var called name
		if isObject {
			end, escaped := scanName(text, at)
			if end < 0 {
				return -1
			}
			called = name{int32(at), int32(end), escaped}
			if at = skipSpace(text, end); at >= len(text) || text[at] != ':' {
				return -1
			}
			at = skipSpace(text, at+1)
		}
		if at = s.value(at, depth, called); at < 0 {
			return -1
		}
		at = skipSpace(text, at)
		if at >= len(text) {
			return -1
		}
		if text[at] == closing {
			return at + 1
		}
		if text[at] != ',' {
			return -1
		}
		at = skipSpace(text, at+1)
	}
}

// scanName returns the end of a string, and whether it may differ from the text
// that it stands for.
func scanName(s string, at int) (end int, escaped bool) {
	if at >= len(s) || s[at] != '"' {
		return -1, false
	}
	for i := at + 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			return i + 1, false
		case c < 0x20 || c == '\\' || c >= utf8.RuneSelf:
			return scanString(s, at), true
		}
	}
	return -1, false
}

func scanString(s string, at int) int {
	if at >= len(s) || s[at] != '"' {
		return -1
	}
	for at++; at < len(s); at++ {
		switch c := s[at]; {
		case c == '"':
			return at + 1
		case c < 0x20:
			return -1
		case c == '\\':
			if at++; at >= len(s) {
				return -1
			}
			switch s[at] {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			case 'u':
				if hex4(s, at+1) < 0 {
					return -1
				}
				at += 4
			default:
				return -1
			}
		}
	}
	return -1
}

func scanNumber(s string, at int) int {
	if s[at] == '-' {
		at++
	}
	if at < len(s) && s[at] == '0' {
		at++
	} else if at = scanDigits(s, at); at < 0 {
		return -1
	}
	if at < len(s) && s[at] == '.' {
		if at = scanDigits(s, at+1); at < 0 {
			return -1
		}
	}
	if at < len(s) && (s[at] == 'e' || s[at] == 'E') {
		at++
		if at < len(s) && (s[at] == '+' || s[at] == '-') {
			at++
		}
		return scanDigits(s, at)
	}
	return at
}

// scanDigits returns the end of the digits, -1 if there is none.
func scanDigits(s string, at int) int {
	start := at
	for at < len(s) && s[at] >= '0' && s[at] <= '9' {
		at++
	}
	if at == start {
		return -1
	}
	return at
}

// hex4 returns the value of four hexadecimal digits, -1 if they are not.
func hex4(s string, at int) rune {
	if at+4 > len(s) {
		return -1
	}
	n, err := strconv.ParseUint(s[at:at+4], 16, 16)
	if err != nil {
		return -1
	}
	return rune(n)
}

// unquote returns the text of a valid JSON string.
func unquote(quoted string) string {
	s := quoted[1 : len(quoted)-1]
	plain := true
	for i := range len(s) {
		if s[i] == '\\' || s[i] >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	out := make([]byte, 0, len(s))
	for at := 0; at < len(s); {
		if s[at] != '\\' {
			r, size := utf8.DecodeRuneInString(s[at:])
			out = utf8.AppendRune(out, r)
			at += size
			continue
		}
		at++
		switch c := s[at]; c {
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r := hex4(s, at+1)
			at += 4
			if utf16.IsSurrogate(r) {
				if at+6 < len(s) && s[at+1] == '\\' && s[at+2] == 'u' {
					if pair := utf16.DecodeRune(r, hex4(s, at+3)); pair != utf8.RuneError {
						out = utf8.AppendRune(out, pair)
						at += 7
						continue
					}
				}
				r = utf8.RuneError
			}
			out = utf8.AppendRune(out, r)
		default:
			out = append(out, c)
		}
		at++
	}
	return string(out)
}
