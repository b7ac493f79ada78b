package spec

import (
	"strconv"
	"strings"
)

// A number that a person pastes from a contact list, a spreadsheet or a PDF has
// characters in it that nobody sees or dials. Package unicode knows them all, and
// would add its tables to the page's module; these are the ones that matter.

// runeRange is a range of characters, both ends included.
type runeRange struct{ first, last rune }

// notDialled are the characters that have no meaning for dialling.
var notDialled = [...]runeRange{
	// Blanks of any kind, line breaks among them.
	{0x09, 0x0d}, {' ', ' '}, {0x85, 0x85}, {0xa0, 0xa0}, {0x1680, 0x1680}, {0x2000, 0x200a}, {0x2028, 0x2029},
	{0x202f, 0x202f}, {0x205f, 0x205f}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xffa0, 0xffa0},
	// What has no width: joiners, marks and overrides of direction, selectors of a
	// form, the frame of a key cap, the byte order mark.
	{0xad, 0xad}, {0x34f, 0x34f}, {0x61c, 0x61c}, {0x180b, 0x180f}, {0x200b, 0x200f}, {0x202a, 0x202e},
	{0x2060, 0x206f}, {0x20e3, 0x20e3}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff},
	// Hyphens and dashes, and what keyboards have in their place.
	{'-', '-'}, {0x2d7, 0x2d7}, {0x58a, 0x58a}, {0x5be, 0x5be}, {0x1400, 0x1400}, {0x1806, 0x1806}, {0x2010, 0x2015},
	{0x2043, 0x2043}, {0x2053, 0x2053}, {0x207b, 0x207b}, {0x208b, 0x208b}, {0x2212, 0x2212}, {0x2500, 0x2501}, {0x2e17, 0x2e17},
	{0x2e1a, 0x2e1a}, {0x2e3a, 0x2e3b}, {0x2e40, 0x2e40}, {0x2e5d, 0x2e5d}, {0x301c, 0x301c}, {0x3030, 0x3030},
	{0x30a0, 0x30a0}, {0x30fc, 0x30fc}, {0xfe31, 0xfe32}, {0xfe58, 0xfe58}, {0xfe63, 0xfe63}, {0xff0d, 0xff0d},
	{0xff70, 0xff70}, {0x10ead, 0x10ead},
	// Parentheses.
	{'(', ')'}, {0x207d, 0x207e}, {0x208d, 0x208e}, {0xfd3e, 0xfd3f}, {0xfe35, 0xfe36}, {0xfe59, 0xfe5a}, {0xff08, 0xff09},
	// Dots.
	{'.', '.'}, {0xb7, 0xb7}, {0x2022, 0x2022}, {0x2024, 0x2024}, {0x2027, 0x2027}, {0x2219, 0x2219}, {0x22c5, 0x22c5},
	{0x3002, 0x3002}, {0x30fb, 0x30fb}, {0xfe52, 0xfe52}, {0xff0e, 0xff0e}, {0xff61, 0xff61}, {0xff65, 0xff65},
}

// zeros are the zeros of the world's decimal digits; the other nine follow each.
const zeros = "0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰０" +
	"\U000104a0\U00010d30\U00010d40\U00011066\U000110f0\U00011136\U000111d0\U000112f0\U00011450\U000114d0\U00011650" +
	"\U000116c0\U000116d0\U000116da\U00011730\U000118e0\U00011950\U00011bf0\U00011c50\U00011d50\U00011da0\U00011f50" +
	"\U00016130\U00016a60\U00016ac0\U00016b50\U00016d70\U0001ccf0\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6" +
	"\U0001e140\U0001e2f0\U0001e4f0\U0001e5f1\U0001e950\U0001fbf0"

// PlainNumber returns a telephone number as it is dialled. Bidirectional
// controls, characters without width, blanks, hyphens, parentheses and dots of
// any kind are taken out; decimal digits of any script and the wide forms of
// '*', '#' and '+' become ASCII. Everything else stays, for Dialable to check.
func PlainNumber(number string) string {
	return strings.Map(dialled, number)
}

// dialled returns the character that is dialled for c, -1 for none.
func dialled(c rune) rune {
	if c >= '0' && c <= '9' {
		return c
	}
	switch c {
	case '＋', '﹢':
		return '+'
	case '＊', '﹡', '∗':
		return '*'
	case '＃', '﹟':
		return '#'
	}
	for _, r := range notDialled {
		if c >= r.first && c <= r.last {
			return -1
		}
	}
	for _, zero := range zeros {
		if c >= zero && c <= zero+9 {
			return '0' + c - zero
		}
	}
	return c
}

// maxLeft is how many characters LeftInNumber names.
const maxLeft = 3

// LeftInNumber names the first characters of a number that PlainNumber leaves
// and that cannot be dialled, each by its place, from 1, and its code point: "3
// (U+0061)". It is "" if there are none, and never contains the number.
func LeftInNumber(number string) string {
	var names []string
	place := 0
	for _, c := range number {
		place++
		c = dialled(c)
		if c < 0 || canBeDialled(c) {
			continue
		}
		if len(names) == maxLeft {
			names = append(names, "…")
			break
		}
		code := strings.ToUpper(strconv.FormatInt(int64(c), 16))
		names = append(names, strconv.Itoa(place)+" (U+"+strings.Repeat("0", max(0, 4-len(code)))+code+")")
	}
	return strings.Join(names, ", ")
}

func canBeDialled(c rune) bool {
	return c >= '0' && c <= '9' || c == '*' || c == '#' || c == '+'
}

// Dialable reports whether number can be dialled: at least four characters of
// digits, '*', '#' and '+' (observed).
func Dialable(number string) bool {
	for _, c := range number {
		if !canBeDialled(c) {
			return false
		}
	}
	return len(number) >= 4
}
