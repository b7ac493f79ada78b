package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// include is VitePress's syntax for including another file, from a line on.
var include = regexp.MustCompile(`(?m)^<!--@include: ([^\s{#]+)(?:#\w+)?(?:\{(\d+),\})?-->$`)

// comment is the part of code that may be in the reader's language.
var comment = regexp.MustCompile(`(?ms)/\*\*?\s.*?\*/|(?:^|\s)(?://|#)\s.*?$|<!-- .*? -->`)

// TestChineseCodeIsTheEnglishCode: the code that the tests run of an English
// page is also in the Chinese one, except for comments, and no other code is.
func TestChineseCodeIsTheEnglishCode(t *testing.T) {
	all := documents(t)
	pages := 0
	for _, d := range all {
		name, isChinese := strings.CutPrefix(d.path, "web/docs/zh/")
		name = "web/docs/" + name
		if d.path == "README.zh-CN.md" {
			name, isChinese = "README.md", true
		}
		english := slices.IndexFunc(all, func(d document) bool { return d.path == name })
		if !isChinese || english < 0 || strings.Contains(name, "reference/") {
			continue
		}
		pages++
		assert.Equal(t, codeOf(t, all[english]), codeOf(t, d), "%s", d.path)
	}
	assert.Greater(t, pages, 20)
}

var snippet = regexp.MustCompile(`(?m)^<<< (\S+)`)

// codeOf is the code of a page without its comments, and the files that it
// includes.
func codeOf(t *testing.T, d document) (code []string) {
	t.Helper()
	text := include.ReplaceAllStringFunc(d.text, func(line string) string {
		parts := include.FindStringSubmatch(line)
		other, err := os.ReadFile(filepath.Join(root, filepath.Dir(filepath.FromSlash(d.path)), filepath.FromSlash(parts[1])))
		require.NoError(t, err, d.path)
		from, _ := strconv.Atoi(parts[2])
		return strings.Join(strings.SplitAfter(string(other), "\n")[max(0, from-1):], "")
	})
	for _, found := range fence.FindAllStringSubmatch(text, -1) {
		if found[1] == "mermaid" {
			continue
		}
		plain := comment.ReplaceAllString(found[2], "")
		code = append(code, found[1]+": "+strings.Join(strings.Fields(plain), " "))
	}
	for _, found := range snippet.FindAllStringSubmatch(text, -1) {
		code = append(code, found[1])
	}
	return code
}
