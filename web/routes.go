package main

import (
	"embed"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// vendorPath is the script's path in the vendor's document, so that a customer's
// page needs only another host in its script tag.
const vendorPath = "/ccpaas-phone-sdk/sdk/cti-phone/2.1.0/"

//go:embed page
var embedded embed.FS

// folders are where the server's files are.
type folders struct {
	dist     string // the built SDK
	examples string // the built examples
	docs     string // the built documentation site
	page     string // a page of the user's own, none if empty
}

// routes puts everything on one port: the platform's four faces, the SDK's
// files under two paths, examples, documentation, a page of the user's own, and
// the console page at the root.
func routes(platform *sandbox.Platform, from folders) http.Handler {
	mux := http.NewServeMux()
	for _, face := range []string{"/ws", "/token", "/backend/", "/sandbox/", "/sip"} {
		mux.Handle(face, platform)
	}
	sdk := forAnyOrigin(files{os.DirFS(from.dist), "is not in " + from.dist + ": run make dist, which builds the SDK"})
	for _, path := range []string{"/sdk/", vendorPath} {
		mux.Handle(path, http.StripPrefix(path, sdk))
	}
	mux.Handle("/examples/", http.StripPrefix("/examples/",
		files{os.DirFS(from.examples), "is not in " + from.examples + ": run make examples, which builds them"}))
	mux.Handle("/docs/", http.StripPrefix("/docs/", docsHandler(from.docs)))
	if from.page != "" {
		mux.Handle("/page/", http.StripPrefix("/page/", files{os.DirFS(from.page), "is not in " + from.page}))
	}
	page, err := fs.Sub(embedded, "page")
	if err != nil {
		panic(err) // the folder's name is a constant
	}
	mux.Handle("/", http.StripPrefix("/", forItselfOnly(files{page, "is no file of the console page"})))
	return unlock(platform, mux)
}

// unlock stores the key that a locked sandbox has printed in the browser that
// opens a page with it, so that the page's own requests have it too, and removes
// it from the address.
func unlock(platform *sandbox.Platform, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query := r.URL.Query()
		// A path that begins with // would lead to another host.
		page := strings.HasSuffix(r.URL.Path, "/") && !strings.HasPrefix(r.URL.Path, "//") && r.Method == http.MethodGet
		if key := query.Get("key"); page && key != "" && platform.Unlocks(key) {
			http.SetCookie(w, &http.Cookie{
				Name: sandbox.KeyCookie, Value: key, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
			})
			query.Del("key")
			w.Header().Set("Referrer-Policy", "no-referrer")
			http.Redirect(w, r, (&url.URL{Path: r.URL.Path, RawQuery: query.Encode()}).String(), http.StatusSeeOther)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// forAnyOrigin lets pages of other origins load script and module, including
// pages that isolate themselves with Cross-Origin-Embedder-Policy.
func forAnyOrigin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
		next.ServeHTTP(w, r)
	})
}

// forItselfOnly limits the page to scripts, styles and servers of its own origin,
// and forbids frames. A page must grant the SDK 'wasm-unsafe-eval'.
func forItselfOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy",
			"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "+
				"base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		next.ServeHTTP(w, r)
	})
}
