package spec

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

func TestWhatIsDialledOfANumber(t *testing.T) {
	for number, want := range map[string]string{
		"13800138000":                   "13800138000",
		"\u202a+86 138-0013-8000\u202c": "+8613800138000", // a contact list of Windows
		"\u2066010\u2069\u200e1234":     "0101234",
		"\ufeff10086\r\n":               "10086", // a spreadsheet
		"(010)\u00a08888\u20118888":     "01088888888",
		"1\u00ad0\u200b0\u200d8\u20606": "10086", // a PDF
		"１３８－００１３　８０００":                 "13800138000",
		"（０１０）＊＃＋":                      "010*#+",
		"١٠٠٨٦":                         "10086", "१००८६": "10086", "\U0001d7cf\U0001d7ce0": "100",
		"1\ufe0f\u20e30\ufe0f\u20e3": "10",
		"010.8888·88。8":              "0108888888",
		"":                           "",
		"a/b,²":                      "a/b,²",
	} {
		assert.Equal(t, want, PlainNumber(number), "%q", number)
	}
}

// The tables are those of package unicode, which the page's module leaves out.
func TestTheCharactersOfNumbers(t *testing.T) {
	for c := rune(0); c <= unicode.MaxRune; c++ {
		got := dialled(c)
		switch {
		case unicode.Is(unicode.Nd, c):
			assert.True(t, got >= '0' && got <= '9', "%U is a digit", c)
		case unicode.Is(unicode.Bidi_Control, c), unicode.Is(unicode.White_Space, c), unicode.Is(unicode.Dash, c):
			assert.EqualValues(t, -1, got, "%U", c)
		case unicode.IsLetter(c) && c != 'ー' && c != 'ｰ' && c != '\u3164' && c != '\uffa0', unicode.Is(unicode.No, c), unicode.Is(unicode.Nl, c):
			assert.Equal(t, c, got, "%U stays", c)
		}
	}
	last := rune(0)
	for _, r := range notDialled {
		assert.LessOrEqual(t, r.first, r.last)
	}
	for _, zero := range zeros {
		assert.Greater(t, zero, last, "%U comes in order, once", zero)
		last = zero
	}
}

func TestWhatIsLeftInANumber(t *testing.T) {
	for number, want := range map[string]string{
		"":                "",
		"+86 (10) *#":     "",
		"1x":              "2 (U+0078)",
		"\u202a1²\u202c":  "3 (U+00B2)",
		"😀1":              "1 (U+1F600)",
		"abcd":            "1 (U+0061), 2 (U+0062), 3 (U+0063), …",
		"10086,13800\xff": "6 (U+002C), 12 (U+FFFD)",
	} {
		assert.Equal(t, want, LeftInNumber(number), "%q", number)
	}
}

var dialable = regexp.MustCompile(`\A[0-9*#+]{4,}\z`)

// FuzzDialable checks Dialable against a regular expression, and the three
// functions against each other.
func FuzzDialable(f *testing.F) {
	for _, seed := range []string{"", "110", "10086", "*100#", "+8613800138000", "1380-0138", "1380\n", "１２３４", "abcd", "1234\x00", "\u202a1２\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, number string) {
		assert.Equal(t, dialable.MatchString(number), Dialable(number), "%q", number)
		plain := PlainNumber(number)
		assert.Equal(t, plain, PlainNumber(plain), "%q", number)
		left := LeftInNumber(number)
		assert.Equal(t, left == "", plain == "" || Dialable(strings.Repeat(plain, 4)), "%q", number)
	})
}
