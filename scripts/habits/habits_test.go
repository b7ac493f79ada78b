// Package habits checks the repository's files against the rules in CONTRIBUTING.md.
package habits

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	root = "../.."
	// longest is how many lines a hand-written file may have.
	longest = 300
)

// suffixes are those of hand-written files.
var suffixes = []string{".go", ".ts", ".tsx", ".js", ".mjs", ".cjs", ".vue", ".css", ".html", ".tmpl", ".sh"}

// tracked are the repository's files that end in one of the suffixes.
func tracked(t *testing.T, suffixes ...string) (files []string) {
	t.Helper()
	list := exec.Command("git", "ls-files", "-z")
	list.Dir = root
	output, err := list.Output()
	require.NoError(t, err)
	for name := range strings.SplitSeq(string(output), "\x00") {
		for _, suffix := range suffixes {
			if strings.HasSuffix(name, suffix) {
				files = append(files, name)
			}
		}
	}
	require.NotEmpty(t, files)
	return files
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(root, name))
	if os.IsNotExist(err) { // removed, and not committed yet
		return nil
	}
	require.NoError(t, err)
	return content
}

// long lists the files that may be longer, and why.
var long = map[string]string{
	"js/src/index.d.ts": "made by make gen, as one file for editors",
}

func TestFilesAreShort(t *testing.T) {
	exceptions := maps.Clone(long)
	for _, name := range tracked(t, suffixes...) {
		base := filepath.Base(name)
		if strings.Contains(base, "_gen.") || strings.Contains(base, ".gen.") || strings.HasPrefix(name, "scripts/toolchains/projects/") {
			continue
		}
		lines := bytes.Count(read(t, name), []byte("\n"))
		if exceptions[name] != "" && lines > longest {
			delete(exceptions, name)
			continue
		}
		assert.LessOrEqual(t, lines, longest, "%s: split it by what is in it", name)
	}
	assert.Empty(t, exceptions, "these need no exception any more")
}

// Package safejs returns errors where syscall/js panics. An example is a program of a user's own.
func TestJavaScriptIsTouchedThroughSafejs(t *testing.T) {
	for _, name := range tracked(t, ".go") {
		if strings.HasPrefix(name, "web/examples/") || name == "scripts/habits/habits_test.go" || allowed[name] {
			continue
		}
		assert.NotContains(t, string(read(t, name)), `"syscall/js"`, "%s: use safejs", name)
	}
	for name := range allowed {
		assert.Contains(t, string(read(t, name)), `"syscall/js"`, "%s needs no exception any more", name)
	}
}

// allowed lists the files that use JavaScript without safejs: programs and tests around the SDK, but not the SDK.
var allowed = map[string]bool{
	"scripts/e2e/loader/main.go":   true, // checks the page's loader from Go
	"scripts/size/floor/main.go":   true, // the empty program that sizes are compared with
	"scripts/size/imports_test.go": true, // names the package
	"sdk/bench_gateway_js_test.go": true, // a gateway in the page, whose cost is not the SDK's
}
