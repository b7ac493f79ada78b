package main

import (
	"crypto/sha256"
	"encoding/base64"
	"io/fs"
	"net/http"
	"os"
	"regexp"
	"strings"
)

// inlineScript is a script in a page of the documentation site.
var inlineScript = regexp.MustCompile(`<script(?: [^>]*)?>([^<]+)</script>`)

// docsHandler serves the documentation site, built by make docs.
func docsHandler(folder string) http.Handler {
	site := os.DirFS(folder)
	pages := files{site, "is not in " + folder + ": run make docs, which builds the documentation"}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", docsPolicy(site, r.URL.Path))
		pages.ServeHTTP(w, r)
	})
}

// docsPolicy limits a page of the site to its own origin. The scripts that the
// generator writes into a page are allowed by their hashes; its colours of code
// need inline styles.
func docsPolicy(site fs.FS, page string) string {
	scripts := "'self'"
	if page == "" || strings.HasSuffix(page, "/") {
		page += "index.html"
	}
	if strings.HasSuffix(page, ".html") {
		html, _ := fs.ReadFile(site, page) // a missing page has no scripts
		for _, script := range inlineScript.FindAllSubmatch(html, -1) {
			hash := sha256.Sum256(script[1])
			scripts += " 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
		}
	}
	return "default-src 'self'; script-src " + scripts + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}
