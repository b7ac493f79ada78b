package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// files serves a folder. A page always revalidates its copy, so that a new build
// shows at the next reload. If a file has a compressed form beside it, a client
// that accepts that gets it; text without one is compressed with gzip, as servers
// do.
type files struct {
	folder  fs.FS
	missing string // the text of the 404 after the file's name
}

// contentTypes has the types of the SDK's and the page's files. The system's own
// table is not used: for it, .ts is a video.
var contentTypes = map[string]string{
	"":       "text/plain; charset=utf-8", // LICENSE
	".css":   "text/css; charset=utf-8",
	".html":  "text/html; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".jpg":   "image/jpeg",
	".json":  "application/json",
	".map":   "application/json",
	".mjs":   "text/javascript; charset=utf-8",
	".png":   "image/png",
	".svg":   "image/svg+xml",
	".ts":    "text/plain; charset=utf-8",
	".txt":   "text/plain; charset=utf-8",
	".wasm":  "application/wasm",
	".webp":  "image/webp",
	".woff2": "font/woff2",
}

// codings are the compressed forms, the smallest first, and their suffixes.
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
	if coding == "" && isText(kind) && len(content) >= worthCompressing {
		h.Set("Vary", "Accept-Encoding")
		if quality(r.Header.Get("Accept-Encoding"), "gzip") > 0 {
			content, coding = gzipped(content), "gzip"
		}
	}
	if coding != "" {
		h.Set("Content-Encoding", coding)
	}
	// Each form has different bytes, and so its own tag.
	h.Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(content)))
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

// negotiate reads the file in the form that the client prefers, and sets Vary if
// another client may get another form. The error is the folder's.
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

// worthCompressing is the length from which a text is compressed, in bytes: a
// shorter one fits in a packet uncompressed.
const worthCompressing = 1200

func isText(kind string) bool {
	return strings.HasPrefix(kind, "text/") || kind == "application/json" || kind == "image/svg+xml"
}

// gzipped compresses a text; the same text gives the same bytes.
func gzipped(text []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(text) // a bytes.Buffer accepts everything
	_ = w.Close()
	return b.Bytes()
}

// quality is the weight of a coding in an Accept-Encoding header, from 0, not
// acceptable, to 1.
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
