package main

import (
	"net/http"
	"strings"
)

// openToPages lets pages of every origin use the platform's control API. The platform itself refuses
// foreign pages there, and rightly; but a test's page is such a page, from a port nobody knows before
// wasmbrowsertest has chosen it, and this platform lives for one test binary.
func openToPages(platform http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/sandbox/") {
			w.Header().Set("Access-Control-Allow-Origin", "*")
			if r.Method == http.MethodOptions {
				w.Header().Set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
				w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
				w.WriteHeader(http.StatusNoContent)
				return
			}
			r.Header.Del("Origin")
		}
		platform.ServeHTTP(w, r)
	})
}
