package spec

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParseLanguage(t *testing.T) {
	for code, want := range map[string]Language{
		"": Chinese, "zh-CN": Chinese, "ZH-CN": Chinese, "zh": Chinese, "zh_TW": Chinese, " zh-Hant-HK ": Chinese,
		"en-US": English, "EN-us": English, "en": English, "en_GB": English,
	} {
		l, known := ParseLanguage(code)
		assert.True(t, known, code)
		assert.Equal(t, want, l, code)
	}
	for _, code := range []string{"fr-FR", "zhen", "english", "e n"} {
		l, known := ParseLanguage(code)
		assert.False(t, known, code)
		assert.Equal(t, Chinese, l, code)
	}
}

var (
	english   = regexp.MustCompile(`(?s)\Aen([-_].*)?\z`)
	supported = regexp.MustCompile(`(?s)\A(en|zh|)([-_].*)?\z`)
)

// FuzzParseLanguage checks ParseLanguage against two regular expressions.
func FuzzParseLanguage(f *testing.F) {
	for _, seed := range []string{"", "zh-CN", "EN-us", "en_US", "fr", " en ", "-", "_en", "\xff", "ZH", "enn", "İ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, code string) {
		plain := strings.ToLower(strings.TrimSpace(code))
		l, known := ParseLanguage(code)
		assert.Equal(t, english.MatchString(plain), l == English, "%q", code)
		assert.Equal(t, supported.MatchString(plain), known, "%q", code)
	})
}
