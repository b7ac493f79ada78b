package sdk

import (
	"strings"
	"unicode"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// redaction shows only those parts of a recording that are known to be
// harmless: true, false and null, and what the table allows by a member's name
// if the value has the expected form. Of everything else it shows kind and
// length: an asterisk stands for each character.
type redaction struct {
	prefix  string // begins the ids that the client made itself
	numbers bool   // whether telephone numbers are shown
	seed    uint64 // for the names that stand for ids
}

// value redacts a member's value. Elements of an array are shown as the array,
// members of an object by their own names.
func (r *redaction) value(value wire.Raw, as spec.Shown) wire.Raw {
	switch value.Kind() {
	case wire.Object:
		var b wire.Builder
		for name, member := range value.Members {
			as, known := shownAs(name)
			if !known || strings.Contains(name, "\n") {
				name = asterisks(name)
			}
			b.Raw(name, r.value(member, as))
		}
		return b.Object()
	case wire.Array:
		return list(value, func(element wire.Raw) wire.Raw { return r.value(element, as) })
	case wire.Number:
		if as <= spec.ShownID {
			if shown, ok := smallNumber(string(value)); ok {
				return wire.Raw(shown)
			}
		}
		return wire.Quote(r.text(string(value), as))
	case wire.String:
		return wire.Quote(r.text(value.TextOrDigits(), as))
	}
	return value
}

// own redacts an object of the client's own, whose numbers are counts.
func (r *redaction) own(object wire.Raw) wire.Raw {
	var b wire.Builder
	for name, member := range object.Members {
		if member.Kind() == wire.Number {
			b.Raw(name, member)
			continue
		}
		as, _ := shownAs(name)
		b.Raw(name, r.value(member, as))
	}
	return b.Object()
}

// text redacts a text.
func (r *redaction) text(text string, as spec.Shown) string {
	switch {
	case as == spec.Never:
		return "***"
	case as == spec.ShownPhone:
		return r.phone(text)
	case as == spec.ShownWord && knownWords(text),
		as == spec.ShownTime && isTime(text),
		as == spec.ShownCode && isCode(text),
		as <= spec.ShownID && len(text) < fewDigits && isDigits(text):
		return text
	case as == spec.ShownID:
		return r.id(text)
	}
	return asterisks(text)
}

// id shows an id. One that could be a telephone number, or does not look like
// an id, gets another name, the same wherever it occurs.
func (r *redaction) id(text string) string {
	switch {
	case text == "" || isUUID(text):
		return text
	case strings.HasPrefix(text, r.prefix) && !manyDigits(text[len(r.prefix):]):
		return text
	case len(text) <= 64 && isPlain(text) && !manyDigits(text):
		return text
	}
	const letters = 12
	name := []byte("id-")
	for sum := r.hash(text); len(name) < len("id-")+letters; sum /= 26 {
		name = append(name, byte('a'+sum%26))
	}
	return string(name)
}

// hash is FNV-1a with a random seed, so that nobody finds a number by trying.
func (r *redaction) hash(text string) uint64 {
	sum := r.seed
	for i := range len(text) {
		sum = (sum ^ uint64(text[i])) * 1099511628211
	}
	return sum
}

// phone shows a telephone number; or an asterisk for each character that can be
// dialled and x for any other, so that a replay refuses what was refused.
func (r *redaction) phone(text string) string {
	plain := spec.PlainNumber(text)
	valid := spec.LeftInNumber(text) == ""
	if knownWords(text) || r.numbers && valid && len(plain) <= 20 {
		return text
	}
	if valid {
		return strings.Repeat("*", len(plain))
	}
	return asterisks(text) + "x"
}

// asterisks hides everything of a text but its length.
func asterisks(text string) string { return strings.Repeat("*", len([]rune(text))) }

// fewDigits is the minimum number of digits in a row in a telephone number.
const fewDigits = 5

// manyDigits reports whether text has digits in a row that could be a number.
func manyDigits(text string) bool { return withoutDigits(text) != text }

// withoutDigits hides each run of five or more digits, of any script, except
// for the platform's codes.
func withoutDigits(text string) string {
	runes := []rune(text)
	for from := 0; from < len(runes); from++ {
		to := from
		for to < len(runes) && unicode.IsDigit(runes[to]) {
			to++
		}
		if to-from >= fewDigits && !spec.ServerCode(string(runes[from:to])).Known() {
			for i := from; i < to; i++ {
				runes[i] = '*'
			}
		}
		from = to
	}
	return string(runes)
}

// smallNumber returns a number of at most four digits before the point and
// three after it.
func smallNumber(digits string) (shown string, ok bool) {
	whole, decimals, _ := strings.Cut(strings.TrimPrefix(digits, "-"), ".")
	if len(whole) > fewDigits-1 || !isDigits(whole) || !isDigits(decimals) {
		return "", false
	}
	return digits[:len(digits)-max(len(decimals)-3, 0)], true
}

// knownWords reports whether text is words of the table, separated by commas.
func knownWords(text string) bool {
	for word := range strings.SplitSeq(text, ",") {
		if !knownWord(word) {
			return false
		}
	}
	return true
}

// isTime reports whether text is a date, a time of day, or both.
func isTime(text string) bool {
	digits := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			if digits++; digits >= fewDigits {
				return false
			}
		case strings.IndexByte("-: TZ.+/", c) >= 0:
			digits = 0
		default:
			return false
		}
	}
	return len(text) <= 35
}

// isCode reports whether text is a code of the platform: six digits
// (documented), or a short word.
func isCode(text string) bool {
	return len(text) <= 6 && isPlain(text) && (!manyDigits(text) || len(text) == 6 && isDigits(text))
}

// isPlain reports whether text has only characters of which ids are made.
func isPlain(text string) bool {
	for i := range len(text) {
		c := text[i]
		if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') && strings.IndexByte("-_.", c) < 0 {
			return false
		}
	}
	return true
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// isUUID reports whether text has the form of a UUID.
func isUUID(text string) bool {
	for i := range len(text) {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		hex := text[i] >= '0' && text[i] <= '9' || text[i]|0x20 >= 'a' && text[i]|0x20 <= 'f'
		if dash != (text[i] == '-') || !dash && !hex {
			return false
		}
	}
	return len(text) == 36
}
