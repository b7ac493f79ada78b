// Package habits holds the repository's files to what CONTRIBUTING.md says of them.
package habits

import (
	"bytes"
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
	// longest is how many lines a file that people write may have.
	longest = 400
)

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

func TestFilesAreShort(t *testing.T) {
	for _, name := range tracked(t, ".go", ".ts", ".js", ".mjs", ".css") {
		base := filepath.Base(name)
		if strings.Contains(base, "_gen.") || strings.Contains(base, ".gen.") || base == "index.d.ts" {
			continue
		}
		lines := bytes.Count(read(t, name), []byte("\n"))
		assert.LessOrEqual(t, lines, longest, "%s: split it by what is in it", name)
	}
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

// allowed is who touches JavaScript without safejs: programs and tests around the SDK, and none of it.
var allowed = map[string]bool{
	"scripts/e2e/globals/main.go":  true, // looks whether a page's globals are touched
	"scripts/size/floor/main.go":   true, // the empty program that sizes are compared with
	"scripts/size/imports_test.go": true, // names the package
	"sdk/bench_gateway_js_test.go": true, // a gateway in the page, whose cost is not the SDK's
}
