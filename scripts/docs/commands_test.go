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

var packageName = regexp.MustCompile(`"name": "(@[^"]+)"`)

// What a reader is asked to type must exist: make's targets, programs of this
// repository, our packages. Another test runs the two commands with which the
// README begins.
func TestEveryCommandIsThere(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	require.NoError(t, err)
	ours := map[string]bool{}
	for _, folder := range []string{"js", "js/sandbox"} {
		manifest, err := os.ReadFile(filepath.Join(root, folder, "package.json"))
		require.NoError(t, err)
		ours[packageName.FindStringSubmatch(string(manifest))[1]] = true
	}
	for _, d := range documents(t) {
		for _, b := range d.blocks("sh") {
			for line := range strings.Lines(b.code) {
				line = strings.Replace(line, "make -C ccpaas-go ", "make ", 1) // from the folder that has the clone
				words := strings.Fields(strings.SplitN(line, "#", 2)[0])
				if len(words) < 2 {
					continue
				}
				for _, word := range words[1:] {
					switch {
					case words[0] == "make" && !strings.Contains(word, "="):
						assert.Regexp(t, `(?m)^`+word+`:`, string(makefile), "%s: %s", d.path, line)
					case strings.HasPrefix(word, "./"):
						_, err := os.Stat(filepath.Join(root, word))
						assert.NoError(t, err, "%s: %s", d.path, line)
					case strings.HasPrefix(word, "@ccpaas/"):
						assert.True(t, ours[word], "%s: %s", d.path, line)
					}
				}
			}
		}
	}
}
