package main

import (
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// server is the dev server with a folder in place of the SDK's. get requests a
// path, with headers in pairs.
type server struct {
	dist string
	get  func(path string, headers ...string) (*http.Response, string)
}

func serve(t *testing.T, dist string) server {
	t.Helper()
	platform := sandbox.New(sandbox.Config{})
	t.Cleanup(platform.Close)
	listening := httptest.NewServer(routes(platform, folders{
		dist: dist, examples: filepath.Join(dist, "examples"), docs: filepath.Join(dist, "docs"), page: filepath.Join(dist, "page"),
	}))
	t.Cleanup(listening.Close)
	// Go's own client would request gzip automatically.
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	t.Cleanup(client.CloseIdleConnections)

	return server{dist, func(path string, headers ...string) (*http.Response, string) {
		t.Helper()
		request, err := http.NewRequest(http.MethodGet, listening.URL+path, nil)
		require.NoError(t, err)
		for i := 0; i < len(headers); i += 2 {
			request.Header.Set(headers[i], headers[i+1])
		}
		response, err := client.Do(request)
		require.NoError(t, err)
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		return response, string(body)
	}}
}

func (s server) build(t *testing.T, name, content string) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(s.dist, name), []byte(content), 0o600))
}

func builtServer(t *testing.T) server {
	t.Helper()
	s := serve(t, t.TempDir())
	s.build(t, "call-center-class.es6.js", "the script")
	s.build(t, "index.mjs", "the module")
	s.build(t, "index.d.ts", "the types")
	s.build(t, "udesk-ccpaas.wasm", "plain wasm")
	s.build(t, "udesk-ccpaas.wasm.gz", "gzipped wasm")
	s.build(t, "udesk-ccpaas.wasm.br", "brotlied wasm")
	return s
}

func TestBothPathsServeTheSDKToAnyOrigin(t *testing.T) {
	s := builtServer(t)
	for _, folder := range []string{"/sdk/", "/ccpaas-phone-sdk/sdk/cti-phone/2.1.0/"} {
		for _, file := range []struct{ name, kind, content string }{
			{"call-center-class.es6.js", "text/javascript; charset=utf-8", "the script"},
			{"index.mjs", "text/javascript; charset=utf-8", "the module"},
			{"index.d.ts", "text/plain; charset=utf-8", "the types"},
			{"udesk-ccpaas.wasm", "application/wasm", "plain wasm"},
		} {
			response, body := s.get(folder+file.name, "Origin", "https://customer.example")
			assert.Equal(t, http.StatusOK, response.StatusCode, folder+file.name)
			assert.Equal(t, file.content, body)
			assert.Equal(t, file.kind, response.Header.Get("Content-Type"))
			assert.Equal(t, "*", response.Header.Get("Access-Control-Allow-Origin"))
			assert.Equal(t, "cross-origin", response.Header.Get("Cross-Origin-Resource-Policy"))
			assert.Equal(t, "no-cache", response.Header.Get("Cache-Control"))
		}
	}
}

func TestCompressedFormsGoToWhoAcceptsThem(t *testing.T) {
	s := builtServer(t)
	for _, test := range []struct{ accepted, coding, body string }{
		{"", "", "plain wasm"},
		{"identity", "", "plain wasm"},
		{"gzip, deflate, br, zstd", "br", "brotlied wasm"},
		{"gzip, deflate", "gzip", "gzipped wasm"},
		{"GZIP", "gzip", "gzipped wasm"},
		{"br;q=0, gzip;q=0.5", "gzip", "gzipped wasm"},
		{"br;q=0.2, gzip;q=0.8", "gzip", "gzipped wasm"},
		{"*", "br", "brotlied wasm"},
		{"br;q=0, *", "gzip", "gzipped wasm"},
		{"br;q=0, gzip;q=0", "", "plain wasm"},
		{"br;q=much", "", "plain wasm"},
	} {
		t.Run(test.accepted, func(t *testing.T) {
			response, body := s.get("/sdk/udesk-ccpaas.wasm", "Accept-Encoding", test.accepted)
			assert.Equal(t, test.body, body)
			assert.Equal(t, test.coding, response.Header.Get("Content-Encoding"))
			assert.Equal(t, "Accept-Encoding", response.Header.Get("Vary"))
			assert.Equal(t, "application/wasm", response.Header.Get("Content-Type"))
		})
	}

	t.Run("a file with one form only", func(t *testing.T) {
		response, body := s.get("/sdk/index.mjs", "Accept-Encoding", "br")
		assert.Equal(t, "the module", body)
		assert.Empty(t, response.Header.Get("Content-Encoding"))
		assert.Empty(t, response.Header.Get("Vary"))
	})
}

func TestTextIsCompressedForWhoAcceptsIt(t *testing.T) {
	s := builtServer(t)
	long := strings.Repeat("a long script; ", 200)
	s.build(t, "index.mjs", long)
	response, body := s.get("/sdk/index.mjs", "Accept-Encoding", "gzip, br")
	assert.Equal(t, "gzip", response.Header.Get("Content-Encoding"))
	assert.Equal(t, "Accept-Encoding", response.Header.Get("Vary"))
	assert.Less(t, len(body), 200)
	unpacked, err := gzip.NewReader(strings.NewReader(body))
	require.NoError(t, err)
	text, err := io.ReadAll(unpacked)
	require.NoError(t, err)
	assert.Equal(t, long, string(text))

	again, _ := s.get("/sdk/index.mjs", "Accept-Encoding", "gzip", "If-None-Match", response.Header.Get("ETag"))
	assert.Equal(t, http.StatusNotModified, again.StatusCode)
	response, body = s.get("/sdk/index.mjs", "Accept-Encoding", "gzip;q=0")
	assert.Empty(t, response.Header.Get("Content-Encoding"))
	assert.Equal(t, "Accept-Encoding", response.Header.Get("Vary"))
	assert.Equal(t, long, body)
}

func TestAnUnchangedFileIsNotSentTwice(t *testing.T) {
	s := builtServer(t)
	const wasm = "/sdk/udesk-ccpaas.wasm"
	plain, _ := s.get(wasm)
	tag := plain.Header.Get("ETag")
	require.NotEmpty(t, tag)
	compressed, _ := s.get(wasm, "Accept-Encoding", "br")
	assert.NotEqual(t, tag, compressed.Header.Get("ETag"), "another form is another thing")

	again, body := s.get(wasm, "If-None-Match", tag)
	assert.Equal(t, http.StatusNotModified, again.StatusCode)
	assert.Empty(t, body)
	assert.Equal(t, "Accept-Encoding", again.Header.Get("Vary"))

	s.build(t, "udesk-ccpaas.wasm", "newer wasm")
	rebuilt, body := s.get(wasm, "If-None-Match", tag)
	assert.Equal(t, http.StatusOK, rebuilt.StatusCode)
	assert.Equal(t, "newer wasm", body)
}

func TestAMissingSDKSaysHowToBuildIt(t *testing.T) {
	s := serve(t, filepath.Join(t.TempDir(), "dist"))
	response, body := s.get("/sdk/call-center-class.es6.js")
	assert.Equal(t, http.StatusNotFound, response.StatusCode)
	assert.Contains(t, body, "run make dist")
	assert.Equal(t, "text/plain; charset=utf-8", response.Header.Get("Content-Type"))
	assert.Equal(t, "*", response.Header.Get("Access-Control-Allow-Origin"), "a page may read why")
}

func TestExamplesAreFoldersWithAPage(t *testing.T) {
	s := builtServer(t)
	_, body := s.get("/examples/plain/")
	assert.Contains(t, body, "run make examples")

	require.NoError(t, os.MkdirAll(filepath.Join(s.dist, "examples", "plain"), 0o700))
	s.build(t, "examples/plain/index.html", "the page")
	for _, path := range []string{"/examples/plain/", "/examples/plain/index.html"} {
		response, body := s.get(path)
		assert.Equal(t, "the page", body)
		assert.Equal(t, "text/html; charset=utf-8", response.Header.Get("Content-Type"))
	}
}

func TestAPageOfTheUserIsServedBesideTheSandbox(t *testing.T) {
	s := builtServer(t)
	_, body := s.get("/page/")
	assert.Contains(t, body, "index.html is not in "+filepath.Join(s.dist, "page"))

	require.NoError(t, os.MkdirAll(filepath.Join(s.dist, "page"), 0o700))
	s.build(t, "page/index.html", "the page")
	s.build(t, "page/logo.png", "a picture")
	response, body := s.get("/page/")
	assert.Equal(t, "the page", body)
	assert.Empty(t, response.Header.Get("Content-Security-Policy"), "the page brings its own")
	response, _ = s.get("/page/logo.png")
	assert.Equal(t, "image/png", response.Header.Get("Content-Type"))
}

func TestNothingOutsideTheFolderIsServed(t *testing.T) {
	s := serve(t, filepath.Join(t.TempDir(), "dist"))
	require.NoError(t, os.Mkdir(s.dist, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(s.dist, "../secret.txt"), []byte("hidden"), 0o600))
	for _, path := range []string{"/sdk/%2e%2e/secret.txt", "/sdk/..%2fsecret.txt", "/sdk/"} {
		response, body := s.get(path)
		assert.Equal(t, http.StatusNotFound, response.StatusCode, path)
		assert.NotContains(t, body, "hidden", path)
	}
}

func TestThePageIsServedWithAStrictPolicy(t *testing.T) {
	s := serve(t, t.TempDir())
	response, body := s.get("/?agent=1002&lang=en-US")
	assert.Equal(t, http.StatusOK, response.StatusCode)
	assert.Contains(t, body, `<script defer data-lazy src="/ccpaas-phone-sdk/sdk/cti-phone/2.1.0/call-center-class.es6.js"></script>`)
	assert.Contains(t, response.Header.Get("Content-Security-Policy"), "default-src 'self'")
	assert.Empty(t, response.Header.Get("Access-Control-Allow-Origin"))

	require.NoError(t, fs.WalkDir(embedded, "page", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel("page", file)
		require.NoError(t, err)
		response, _ := s.get("/" + filepath.ToSlash(name))
		assert.Equal(t, http.StatusOK, response.StatusCode, name)
		assert.Equal(t, contentTypes[path.Ext(name)], response.Header.Get("Content-Type"), name)
		return nil
	}))

	_, script := s.get("/session.js")
	assert.Contains(t, script, `"`+sandbox.DefaultAppID+`"`, "the page's tenant is the sandbox's")
}

func TestFilesCanOnlyBeRead(t *testing.T) {
	platform := sandbox.New(sandbox.Config{})
	t.Cleanup(platform.Close)
	recorder := httptest.NewRecorder()
	routes(platform, folders{dist: t.TempDir(), examples: t.TempDir(), docs: t.TempDir()}).ServeHTTP(recorder, httptest.NewRequest(http.MethodPost, "/sdk/index.mjs", nil))
	assert.Equal(t, http.StatusMethodNotAllowed, recorder.Code)
	assert.Equal(t, "GET, HEAD", recorder.Header().Get("Allow"))
}

func TestTheFacesKeepOutForeignPages(t *testing.T) {
	s := builtServer(t)
	for _, path := range []string{"/token?AgentId=1001", "/ws", "/backend/agents", "/sandbox/state", "/sip"} {
		response, body := s.get(path, "Origin", "https://evil.example")
		assert.Equal(t, http.StatusForbidden, response.StatusCode, path)
		assert.Contains(t, body, "-origin", path)
	}
}

func TestTheKeyOfALockedSandboxStaysInTheBrowser(t *testing.T) {
	platform := sandbox.New(sandbox.Config{Secret: "s3cret", Locked: true})
	t.Cleanup(platform.Close)
	handler := routes(platform, folders{dist: t.TempDir(), examples: t.TempDir(), docs: t.TempDir()})
	get := func(target string, cookies ...*http.Cookie) *http.Response {
		request := httptest.NewRequest(http.MethodGet, "http://192.0.2.7:8080"+target, nil)
		for _, cookie := range cookies {
			request.AddCookie(cookie)
		}
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		return recorder.Result()
	}
	assert.Equal(t, http.StatusUnauthorized, get("/token?AgentId=1001").StatusCode)
	assert.Empty(t, get("/?key=guessed").Cookies())
	assert.Equal(t, http.StatusOK, get("/?key=guessed").StatusCode, "the page is no secret")

	opened := get("/?agent=1002&key=s3cret")
	require.Equal(t, http.StatusSeeOther, opened.StatusCode)
	assert.Equal(t, "/?agent=1002", opened.Header.Get("Location"))
	require.Len(t, opened.Cookies(), 1)
	cookie := opened.Cookies()[0]
	assert.True(t, cookie.HttpOnly)
	assert.Equal(t, http.SameSiteStrictMode, cookie.SameSite)
	assert.Equal(t, http.StatusOK, get("/token?AgentId=1001", cookie).StatusCode)
	assert.Equal(t, http.StatusOK, get("/sandbox/state", cookie).StatusCode)
	assert.NotRegexp(t, `^(//|http)`, get("//evil.example/?key=s3cret").Header.Get("Location"), "it leads nowhere else")
}
