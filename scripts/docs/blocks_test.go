package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// blocks lists, for each kind of block in each file, what runs it, or why
// nothing does. A name with a slash is a file with a test; the name of a test is
// one of this package. The first matching rule applies.
var blocks = []struct{ document, language, run, reason string }{
	{`README\.(zh-CN\.)?md`, "sh", "TestEveryCommandIsThere", ""},
	{`README\.md`, "html|js", "scripts/e2e/tests/readme.spec.ts", ""},
	{`README\.zh-CN\.md`, "html|js|go", "TestChineseCodeIsTheEnglishCode", ""},
	{`.*\.md`, "go", "TestGoOfTheDocumentsRuns", ""},
	{`js/README\.md`, "js|", "scripts/e2e/tests/package.spec.ts", ""},
	{`js/API\.md`, "js", "scripts/e2e/tests/reference.spec.ts", ""},
	{`js/API\.md`, "ts", "TestTheSignaturesOfTheReferenceAreThoseOfTheTypes", ""},
	{`js/sandbox/README\.md`, "html|js|json|sh|ts|yaml", "js/sandbox/test/readme.spec.ts", ""},
	{`web/docs/(zh/)?(reference/.*|codes\.md)`, ".*", "TestTheSitesReferenceHasTheCodeOfThePackages", ""},
	{`web/docs/zh/.*`, ".*", "TestChineseCodeIsTheEnglishCode", ""},
	{`web/docs/start\.md`, "sh", "scripts/start/start.mjs", ""},
	{`web/docs/start\.md`, "text", "TestTheProgramOfFiveMinutesPrintsWhatThePageSays", ""},
	{`web/docs/security\.md`, "js", "scripts/e2e/tests/token.spec.ts", ""},
	{`web/docs/servers\.md`, "nginx", "scripts/e2e/tests/docs_blocks.spec.ts", ""},
	{`web/docs/iframes\.md`, "html|", "scripts/e2e/tests/docs_blocks.spec.ts", ""},
	{`web/docs/csp\.md`, "", "TestThePoliciesOfTheSiteAreThoseOfThePackage", ""},
	{`web/docs/troubleshoot\.md`, "sh", "TestEveryCommandIsThere", ""},
	{`CONTRIBUTING\.md`, "sh", "scripts/release/release.test.mjs", ""},
	{`CONTRIBUTING\.md`, "mermaid", "", "a picture, which make gen writes from the table in sdk/states.go"},
	{`CONTRIBUTING\.md`, "", "", "a map of the source files, not code"},
}

// TestEveryBlockIsRunOrSaysWhyNot keeps the table above complete: a new block
// of a kind that nothing runs fails here.
func TestEveryBlockIsRunOrSaysWhyNot(t *testing.T) {
	used := make([]bool, len(blocks))
	for _, d := range documents(t) {
		for _, found := range fence.FindAllStringSubmatch(d.text, -1) {
			known := false
			for i, rule := range blocks {
				if regexp.MustCompile(`^(`+rule.document+`)$`).MatchString(d.path) && regexp.MustCompile(`^(`+rule.language+`)$`).MatchString(found[1]) {
					used[i], known = true, true
					break
				}
			}
			assert.True(t, known, "%s: nothing is known to run this block of %q:\n%s", d.path, found[1], found[2])
		}
	}
	tests := testsHere(t)
	for i, rule := range blocks {
		// The generated pages of the site exist only after make docs.
		if !strings.Contains(rule.document, "reference") {
			assert.True(t, used[i], "no block is of %s, %q any more", rule.document, rule.language)
		}
		switch {
		case rule.run == "":
			assert.NotEmpty(t, rule.reason, rule.document)
		case strings.Contains(rule.run, "/"):
			_, err := os.Stat(filepath.Join(root, rule.run))
			assert.NoError(t, err)
		default:
			assert.Contains(t, tests, "func "+rule.run+"(")
		}
	}
}

// testsHere is the source of this package's tests.
func testsHere(t *testing.T) string {
	files, err := filepath.Glob("*_test.go")
	require.NoError(t, err)
	all := ""
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		all += string(source)
	}
	return all
}

// TestThePoliciesOfTheSiteAreThoseOfThePackage: scripts/e2e/tests/package.spec.ts
// opens pages under the policies that js/README.md shows.
func TestThePoliciesOfTheSiteAreThoseOfThePackage(t *testing.T) {
	var site, shipped []block
	for _, d := range documents(t) {
		switch d.path {
		case "web/docs/csp.md":
			site = d.blocks("")
		case "js/README.md":
			shipped = d.blocks("")
		}
	}
	require.Len(t, site, 2)
	assert.Equal(t, shipped, site)
}

var spaces = regexp.MustCompile(`[\s;]+`)

// TestTheSignaturesOfTheReferenceAreThoseOfTheTypes: make lint compiles the
// package's types, with pages that use them.
func TestTheSignaturesOfTheReferenceAreThoseOfTheTypes(t *testing.T) {
	source, err := os.ReadFile(filepath.Join(root, "js/src/index.d.ts"))
	require.NoError(t, err)
	plain := func(code string) string { return spaces.ReplaceAllString(comment.ReplaceAllString(code, ""), " ") }
	types := plain(string(source))
	signatures := 0
	for _, d := range documents(t) {
		if d.path == "js/API.md" {
			for _, b := range d.blocks("ts") {
				signatures++
				assert.Contains(t, types, strings.TrimSpace(plain(b.code)))
			}
		}
	}
	assert.Greater(t, signatures, 40)
}

var awaited = regexp.MustCompile(`(?s)^const resp = await (.*);\n$`)

// TestTheSitesReferenceHasTheCodeOfThePackages: the code of js/API.md that runs
// is on the site too. The site's pages exist after make docs.
func TestTheSitesReferenceHasTheCodeOfThePackages(t *testing.T) {
	// The two show the same call with a promise and with await.
	plain := func(b block) string {
		code := awaited.ReplaceAllString(b.code, "$1.then((resp) => {});")
		return spaces.ReplaceAllString(comment.ReplaceAllString(code, ""), " ")
	}
	shipped := ""
	all := documents(t)
	for _, d := range all {
		if d.path == "js/API.md" {
			for _, b := range append(d.blocks("js"), d.blocks("ts")...) {
				shipped += plain(b)
			}
		}
	}
	for _, d := range all {
		if strings.HasPrefix(strings.Replace(d.path, "/zh/", "/", 1), "web/docs/reference/") {
			for _, b := range append(d.blocks("js"), d.blocks("ts")...) {
				assert.True(t, strings.Contains(shipped, plain(b)), "%s:\n%s", d.path, b.code)
			}
		}
	}
}
