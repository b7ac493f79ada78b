package main

import (
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// maxBurst bounds how much one request can make the gateway send.
const maxBurst = 200_000

// pages serves the measured page, the SDKs, the token and the bursts.
func (g *gateway) pages(folder string, sdks map[string]string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /page/", http.StripPrefix("/page/", files(folder)))
	for name, sdk := range sdks {
		prefix := "/sdk/" + name + "/"
		mux.Handle("GET "+prefix, http.StripPrefix(prefix, files(sdk)))
	}
	mux.HandleFunc("GET /token", token)
	mux.HandleFunc("POST /burst", func(w http.ResponseWriter, r *http.Request) {
		count, err := strconv.Atoi(r.FormValue("count"))
		if err != nil || count < 1 || count > maxBurst {
			http.Error(w, "count is not a number up to "+strconv.Itoa(maxBurst), http.StatusBadRequest)
			return
		}
		if err := g.burst(r.Context(), r.FormValue("agent"), count); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	return isolated(mux)
}

// token answers like a customer's own backend over an open connection: after
// one round trip.
func token(w http.ResponseWriter, r *http.Request) {
	rtt, err := time.ParseDuration(r.FormValue("rtt"))
	if err != nil {
		http.Error(w, "rtt is not a duration", http.StatusBadRequest)
		return
	}
	time.Sleep(rtt)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	_, _ = io.WriteString(w, `{"appId":"00000000-0000-4000-8000-000000000001","timestamp":"1700000000",`+
		`"token":"de3000034797d4fd58f759ea60264431ce392cae"}`)
}

// isolated gives pages the precise clock, which browsers deny to others.
func isolated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		next.ServeHTTP(w, r)
	})
}

// files serves a folder as a good host does: a file with a .br beside it is
// sent in that form, and a warm cache need not revalidate.
func files(folder string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file := filepath.Join(folder, filepath.FromSlash(path.Clean("/"+r.URL.Path)))
		w.Header().Set("Cache-Control", "max-age=3600")
		w.Header().Set("Content-Type", contentType(file))
		if strings.Contains(r.Header.Get("Accept-Encoding"), "br") {
			if _, err := os.Stat(file + ".br"); err == nil {
				file += ".br"
				w.Header().Set("Content-Encoding", "br")
			}
		}
		body, err := os.ReadFile(file)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(body)
	})
}

// contentType does not depend on the machine's mime.types.
func contentType(file string) string {
	switch filepath.Ext(file) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".wasm":
		return "application/wasm"
	}
	return "application/octet-stream"
}
