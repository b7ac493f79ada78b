// Package size limits what the page downloads.
package size

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// banned packages would each make the page's module noticeably larger. One import anywhere below
// ./wasm adds such a package unnoticed.
var banned = []string{
	"crypto/tls",
	"encoding/json",
	"log/slog",
	"net/http",
	"regexp",
	"text/template",
}

func TestPageModuleLinksNoBannedPackage(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./wasm")
	list.Dir = "../.."
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	list.Stderr = os.Stderr
	output, err := list.Output()
	require.NoError(t, err, "go list -deps ./wasm, for the page")

	importers := map[string][]string{}
	for line := range strings.Lines(string(output)) {
		names := strings.Fields(line)
		for _, imported := range names[1:] {
			importers[imported] = append(importers[imported], names[0])
		}
	}
	require.Contains(t, importers, "syscall/js", "the list is that of a page's program")
	for _, path := range banned {
		assert.Empty(t, importers[path], "%s would be in the page's module; these packages import it", path)
	}
}
