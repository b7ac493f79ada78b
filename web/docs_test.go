package main

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheDocumentationRunsNoScriptsButItsOwn(t *testing.T) {
	s := serve(t, t.TempDir())
	_, body := s.get("/docs/")
	assert.Contains(t, body, "run make docs")

	require.NoError(t, os.MkdirAll(filepath.Join(s.dist, "docs", "zh"), 0o700))
	s.build(t, "docs/index.html", `<script id="a">alert(1)</script><script type="module" src="/docs/app.js"></script>`)
	s.build(t, "docs/zh/index.html", "no script")
	response, body := s.get("/docs/")
	assert.Equal(t, http.StatusOK, response.StatusCode)
	assert.Contains(t, body, "alert(1)")
	// What the browser computes of alert(1).
	assert.Contains(t, response.Header.Get("Content-Security-Policy"),
		"script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';")
	response, _ = s.get("/docs/zh/")
	assert.Contains(t, response.Header.Get("Content-Security-Policy"), "script-src 'self';")
}
