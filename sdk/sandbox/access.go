package sandbox

import (
	"crypto/subtle"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// KeyCookie is the cookie that may carry the Secret of a platform with
// Config.Locked.
const KeyCookie = "ccpaas-sandbox-key"

// guard is the one check in front of every face of the platform. A page of any
// website can send requests to a program on the visitor's machine, with that
// program's address or, by DNS rebinding, with a name of its own that points
// there. So the Host must be a name of this machine. The Origin, which a browser
// sends with every WebSocket and every request that could do harm, must be an
// admitted one. Programs that are not browsers send no Origin.
func (p *Platform) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !p.access.isOwnName(hostname(r.Host)) {
			p.keepOut(w, r, "the sandbox may not be called under this host name; "+
				"use localhost or an address, or name it in Config.Origins (-origin)")
			return
		}
		for _, origin := range r.Header.Values("Origin") {
			if !p.access.admits(origin, r) {
				p.keepOut(w, r, "pages of this origin may not use the sandbox; "+
					"name it in Config.Origins (-origin)")
				return
			}
		}
		if allowPage(w, r) {
			next.ServeHTTP(w, r)
		}
	})
}

// keepOut refuses a request and logs its origin, so that a developer whose own
// page is refused sees which setting it needs.
func (p *Platform) keepOut(w http.ResponseWriter, r *http.Request, reason string) {
	p.config.Log(fmt.Sprintf("a request of origin %.100q to host %.100q was refused: %s", r.Header.Get("Origin"), r.Host, reason))
	writeJSON(w, http.StatusForbidden, controlError{spec.ServerAuthFailed, reason})
}

// allowPage tells the browser that the admitted page may read the answer, with
// credentials (documented). It is false if the request was a preflight, which
// has been answered.
func allowPage(w http.ResponseWriter, r *http.Request) bool {
	h := w.Header()
	h.Add("Vary", "Origin")
	h.Set("X-Content-Type-Options", "nosniff")
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	h.Set("Access-Control-Allow-Origin", origin)
	h.Set("Access-Control-Allow-Credentials", "true")
	if r.Method != http.MethodOptions {
		return true
	}
	h.Set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
	if asked := r.Header.Get("Access-Control-Request-Headers"); asked != "" {
		h.Set("Access-Control-Allow-Headers", asked)
	}
	w.WriteHeader(http.StatusNoContent)
	return false
}

// locked requires the Secret if Config.Locked is set.
func (p *Platform) locked(next http.Handler) http.Handler {
	if !p.config.Locked {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key, bearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !bearer {
			key = r.URL.Query().Get("key")
		}
		if cookie, err := r.Cookie(KeyCookie); err == nil && key == "" {
			key = cookie.Value
		}
		if !p.Unlocks(key) {
			writeRefusal(w, refuse(spec.ServerAuthFailed, "the sandbox is locked: send the secret that it printed at its start, "+
				"as Authorization: Bearer SECRET or as the query member key"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Unlocks reports whether the key is the Secret.
func (p *Platform) Unlocks(key string) bool {
	return subtle.ConstantTimeCompare([]byte(key), []byte(p.config.Secret)) == 1
}

// access is who may call, from Config.Addr and Config.Origins.
type access struct {
	names   map[string]bool // host names beside localhost and addresses
	origins map[string]bool // a port of * stands for every port
}

// newAccess fails on an origin that no browser would send.
func newAccess(config Config) (access, error) {
	a := access{names: map[string]bool{hostname(config.Addr): true}, origins: map[string]bool{}}
	if config.InMemory {
		a.names[inMemoryHost] = true
	}
	for _, origin := range config.Origins {
		u, err := url.Parse(strings.TrimSuffix(origin, ":*"))
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.Scheme+"://"+u.Host != strings.TrimSuffix(origin, ":*") {
			return access{}, fmt.Errorf("sandbox: Config.Origins (-origin): %q is not an origin; "+
				`write "http://localhost:5173", or "http://localhost:*" for every port`, origin)
		}
		a.names[hostname(u.Host)] = true
		a.origins[strings.ToLower(origin)] = true
	}
	delete(a.names, "")
	return a, nil
}

// isOwnName reports whether the platform may be called under a host name. An
// address cannot belong to anybody else, and localhost is this machine (RFC 6761).
func (a access) isOwnName(name string) bool {
	_, err := netip.ParseAddr(name)
	return err == nil || name == "localhost" || strings.HasSuffix(name, ".localhost") || a.names[name]
}

// admits reports whether pages of the origin may call: the platform's own, the
// same port under another name of this machine, and those of Config.Origins.
func (a access) admits(origin string, r *http.Request) bool {
	u, err := url.Parse(origin)
	if err != nil || u.Host == "" || u.Scheme+"://"+u.Host != origin {
		return false
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	if u.Scheme == scheme && (strings.EqualFold(u.Host, r.Host) || sameLoopback(u.Host, r.Host)) {
		return true
	}
	return a.origins[strings.ToLower(origin)] || a.origins[strings.ToLower(u.Scheme+"://"+bracketed(u.Hostname())+":*")]
}

// sameLoopback reports whether both are this machine, at the same port.
func sameLoopback(a, b string) bool {
	return isLoopback(hostname(a)) && isLoopback(hostname(b)) && port(a) == port(b)
}

// isLoopback reports whether only this machine can be reached under the name.
func isLoopback(name string) bool {
	address, err := netip.ParseAddr(name)
	return err == nil && address.IsLoopback() || name == "localhost" || strings.HasSuffix(name, ".localhost")
}

// hostname is the host without its port, in lower case.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.ToLower(strings.TrimSuffix(host, "."))
}

func port(host string) string {
	_, port, _ := net.SplitHostPort(host)
	return port
}

func bracketed(name string) string {
	if strings.Contains(name, ":") {
		return "[" + name + "]"
	}
	return name
}
