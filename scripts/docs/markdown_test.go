package docs

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const root = "../.."

// document is a Markdown file of the repository.
type document struct {
	path string // from the root, with slashes
	text string
}

// block is a fenced piece of code.
type block struct{ language, code string }

// documents are all written or generated Markdown files, without installed or
// built ones.
func documents(t *testing.T) (all []document) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && (slices.Contains([]string{"node_modules", "dist", "test-results"}, entry.Name()) || strings.HasPrefix(entry.Name(), ".")):
			return filepath.SkipDir
		case filepath.Ext(path) != ".md":
			return nil
		}
		text, err := os.ReadFile(path)
		relative, _ := filepath.Rel(root, path)
		all = append(all, document{filepath.ToSlash(relative), string(text)})
		return err
	})
	require.NoError(t, err)
	require.NotEmpty(t, all)
	return all
}

var fence = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")

func (d document) blocks(language string) (all []block) {
	for _, found := range fence.FindAllStringSubmatch(d.text, -1) {
		if found[1] == language {
			all = append(all, block{found[1], found[2]})
		}
	}
	return all
}

// prose is the text without its code, in which nothing is a link or a heading.
func (d document) prose() string { return fence.ReplaceAllString(d.text, "") }
