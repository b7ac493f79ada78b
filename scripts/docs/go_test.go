package docs

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// imports are the packages that a piece of Go in a document may use.
var imports = []string{
	"context", "encoding/json", "errors", "fmt", "net/http", "testing", "time",
	"github.com/ccpaas/ccpaas-go/sdk", "github.com/ccpaas/ccpaas-go/sdk/sandbox",
	"github.com/ccpaas/ccpaas-go/sdk/sandbox/sandboxtest", "github.com/ccpaas/ccpaas-go/sdk/token",
}

// around is the reader's code around a piece of Go: a platform, an agent, and a
// source of tokens.
const around = `
	box, err := sandbox.Start(sandbox.Config{})
	if err != nil {
		panic(err)
	}
	defer box.Close()
	ctx := context.Background()
	appID, secret := sandbox.DefaultAppID, sandbox.DefaultSecret
	askMyBackend := func(context.Context) (sdk.Credentials, error) {
		return sdk.Credentials(token.Sign(appID, secret, time.Now())), nil
	}
	_, _ = ctx, askMyBackend
`

// TestGoOfTheDocumentsRuns compiles each piece of Go and runs it against the
// sandbox. A piece with its own functions stays unchanged; a test runs as a
// test.
func TestGoOfTheDocumentsRuns(t *testing.T) {
	pieces := 0
	for _, d := range documents(t) {
		for i, b := range d.blocks("go") {
			pieces++
			t.Run(fmt.Sprintf("%s %d", d.path, i+1), func(t *testing.T) {
				require.NoError(t, os.MkdirAll(filepath.Join(root, ".build"), 0o755))
				folder, err := os.MkdirTemp(filepath.Join(root, ".build"), "docs")
				require.NoError(t, err)
				t.Cleanup(func() { os.RemoveAll(folder) })
				name, run := "main.go", []string{"run", "."}
				if strings.Contains(b.code, "*testing.T)") {
					name, run = "piece_test.go", []string{"test", "."}
				}
				require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(program(b.code)), 0o644))
				command := exec.Command("go", run...)
				command.Dir = folder
				output, err := command.CombinedOutput()
				assert.NoError(t, err, "%s\n%s", output, b.code)
			})
		}
	}
	assert.NotZero(t, pieces)
}

// TestTheProgramOfFiveMinutesPrintsWhatThePageSays runs the Go program of the
// page start.md, with a sandbox in place of the demo.
func TestTheProgramOfFiveMinutesPrintsWhatThePageSays(t *testing.T) {
	box, err := sandbox.Start(sandbox.Config{})
	require.NoError(t, err)
	t.Cleanup(box.Close)
	source, err := os.ReadFile(filepath.Join(root, "web/docs/start/my-agent/main.go"))
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(filepath.Join(root, ".build"), 0o755))
	folder, err := os.MkdirTemp(filepath.Join(root, ".build"), "docs")
	require.NoError(t, err)
	t.Cleanup(func() { os.RemoveAll(folder) })
	address := strings.TrimPrefix(strings.TrimSuffix(box.BackendURL, "/backend"), "http://")
	code := strings.ReplaceAll(string(source), "127.0.0.1:8080", address)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "main.go"), []byte(code), 0o644))
	command := exec.Command("go", "run", ".")
	command.Dir = folder
	printed, err := command.Output()
	require.NoError(t, err)

	promised := 0
	for _, d := range documents(t) {
		if strings.HasSuffix(d.path, "docs/start.md") || strings.HasSuffix(d.path, "docs/zh/start.md") {
			for _, b := range d.blocks("text") {
				promised++
				assert.Equal(t, b.code, string(printed), d.path)
			}
		}
	}
	assert.Equal(t, 2, promised)
}

var function = regexp.MustCompile(`(?m)^func `)

// program makes a complete program from a piece of Go.
func program(code string) string {
	if strings.HasPrefix(code, "package ") {
		return code
	}
	if !function.MatchString(code) {
		checks := ""
		if strings.Contains(code, "err =") || strings.Contains(code, "err :=") {
			checks = "\n\tif err != nil {\n\t\tpanic(err)\n\t}"
		}
		code = "func main() {" + around + "\t{\n" + atTheSandbox(code) + checks + "\n\t}\n}\n"
	}
	var b strings.Builder
	b.WriteString("package main\n\n")
	for _, path := range imports {
		name := path[strings.LastIndex(path, "/")+1:]
		if regexp.MustCompile(`\b` + name + `\.[A-Z]`).MatchString(code) {
			fmt.Fprintf(&b, "import %q\n", path)
		}
	}
	return b.String() + "\n" + code
}

// atTheSandbox replaces the reader's addresses with the sandbox's.
func atTheSandbox(code string) string {
	code = strings.ReplaceAll(code, `"wss://gateway.example.com/ws"`, "box.WebSocketURL")
	return strings.ReplaceAll(code, `"https://backend.example.com/backend"`, "box.BackendURL")
}
