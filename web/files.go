package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// files serves a folder. A page always asks again whether its copy is the newest,
// so that a new build shows at the next reload. Where a file has a compressed
// form beside it, a client that accepts it gets that one.
type files struct {
	folder  fs.FS
	missing string // what the 404 says behind the file's name
}

// contentTypes has what the SDK and the page consist of. The system's own table
// is not asked: it calls .ts a film.
var contentTypes = map[string]string{
	"":       "text/plain; charset=utf-8", // LICENSE
	".css":   "text/css; charset=utf-8",
	".html":  "text/html; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".json":  "application/json",
	".map":   "application/json",
	".mjs":   "text/javascript; charset=utf-8",
	".svg":   "image/svg+xml",
	".ts":    "text/plain; charset=utf-8",
	".txt":   "text/plain; charset=utf-8",
	".wasm":  "application/wasm",
	".woff2": "font/woff2",
}

// codings are the compressed forms, the smallest first, and how their files end.
var codings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

func (f files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "files can only be read: use GET or HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := r.URL.Path
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("X-Content-Type-Options", "nosniff")
	content, coding, err := f.negotiate(h, name, r.Header.Get("Accept-Encoding"))
	if err != nil {
		http.Error(w, fmt.Sprintf("%s %s", name, f.missing), http.StatusNotFound)
		return
	}
	kind, known := contentTypes[path.Ext(name)]
	if !known {
		kind = "application/octet-stream"
	}
	h.Set("Content-Type", kind)
	if coding != "" {
		h.Set("Content-Encoding", coding)
	}
	// Each form has other bytes and so a tag of its own.
	h.Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(content)))
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

// negotiate reads the file in the form that the client likes best, and says in
// Vary whether another client may get another. The error is the folder's.
func (f files) negotiate(h http.Header, name, accepted string) (content []byte, coding string, err error) {
	if content, err = fs.ReadFile(f.folder, name); err != nil {
		return nil, "", err
	}
	best := 0.0
	for _, c := range codings {
		compressed, err := fs.ReadFile(f.folder, name+c.suffix)
		if err != nil {
			continue
		}
		h.Set("Vary", "Accept-Encoding")
		if q := quality(accepted, c.name); q > best {
			content, coding, best = compressed, c.name, q
		}
	}
	return content, coding, nil
}

// quality is how much an Accept-Encoding header likes a coding, from 0, not at
// all, to 1.
func quality(accepted, coding string) float64 {
	others := 0.0
	for item := range strings.SplitSeq(accepted, ",") {
		name, weight, weighted := strings.Cut(item, ";")
		q := 1.0
		if weighted {
			text, _ := strings.CutPrefix(strings.ToLower(strings.TrimSpace(weight)), "q=")
			parsed, err := strconv.ParseFloat(text, 64)
			if err != nil || parsed < 0 || parsed > 1 {
				continue
			}
			q = parsed
		}
		switch strings.ToLower(strings.TrimSpace(name)) {
		case coding:
			return q
		case "*":
			others = q
		}
	}
	return others
}
