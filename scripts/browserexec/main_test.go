package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEnvironmentHandsOnOnlyWhatTheToolNeeds(t *testing.T) {
	caller := map[string]string{"PATH": "/bin", "HOME": "/home/a", "SECRET": "s", "GOOS": "js"}

	environment, err := environment(t.TempDir(), func(name string) string { return caller[name] })

	require.NoError(t, err)
	require.Len(t, environment, 4)
	assert.Contains(t, environment, "PATH=/bin")
	assert.Contains(t, environment, "HOME=/home/a")
}

func TestEnvironmentPutsTheChosenBrowserFirst(t *testing.T) {
	folder := t.TempDir()
	caller := map[string]string{"PATH": "/bin", "CHROMIUM": "/opt/chromium"}

	environment, err := environment(folder, func(name string) string { return caller[name] })

	require.NoError(t, err)
	assert.Contains(t, environment, "PATH="+folder+string(os.PathListSeparator)+"/bin")
	target, err := os.Readlink(filepath.Join(folder, "headless_shell"))
	require.NoError(t, err)
	assert.Equal(t, "/opt/chromium", target)
}

func TestLineFilterDropsNoiseHoweverTheTextIsCut(t *testing.T) {
	const text = "first\nsome noise here\n\nlast\n"
	for size := 1; size <= len(text); size++ {
		var written bytes.Buffer
		filter := &lineFilter{to: &written, noise: []byte("noise")}
		for rest := text; rest != ""; {
			n := min(size, len(rest))
			_, err := filter.Write([]byte(rest[:n]))
			require.NoError(t, err)
			rest = rest[n:]
		}
		assert.Equal(t, "first\n\nlast\n", written.String(), "in pieces of %d", size)
	}
}
