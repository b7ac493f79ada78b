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

var (
	link      = regexp.MustCompile(`\]\(([^)\s]+)\)|<(?:img|a) [^>]*(?:src|href)="([^"]+)"`)
	heading   = regexp.MustCompile(`(?m)^#+ (.*)$`)
	unspoken  = regexp.MustCompile(`[^\p{L}\p{N}\s_-]`)
	elsewhere = regexp.MustCompile(`^(https?|mailto):`)
)

func TestEveryRelativeLinkLeadsSomewhere(t *testing.T) {
	for _, d := range documents(t) {
		if strings.HasPrefix(d.path, "web/docs/") && !strings.HasPrefix(d.path, "web/docs/decisions/") && !strings.HasSuffix(d.path, "/README.md") {
			continue // links there are the site's, which its generator and scripts/e2e check
		}
		for _, found := range link.FindAllStringSubmatch(d.prose(), -1) {
			target := found[1] + found[2]
			if elsewhere.MatchString(target) {
				continue
			}
			path, anchor, _ := strings.Cut(target, "#")
			to := d
			if path != "" {
				file := filepath.Join(filepath.FromSlash(d.path), "..", filepath.FromSlash(path))
				info, err := os.Stat(filepath.Join(root, file))
				if !assert.NoError(t, err, "%s links to %s", d.path, target) || info.IsDir() || anchor == "" {
					continue
				}
				text, err := os.ReadFile(filepath.Join(root, file))
				require.NoError(t, err)
				to = document{file, string(text)}
			}
			if anchor != "" {
				assert.Contains(t, anchors(to), anchor, "%s links to %s", d.path, target)
			}
		}
	}
}

// anchors are the names that a forge gives to the headings of a page.
func anchors(d document) (names []string) {
	for _, found := range heading.FindAllStringSubmatch(d.prose(), -1) {
		name := unspoken.ReplaceAllString(strings.ToLower(found[1]), "")
		names = append(names, strings.ReplaceAll(name, " ", "-"))
	}
	return names
}
