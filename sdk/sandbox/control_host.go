package sandbox

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// ownNamesOnly keeps out pages whose owner lets a name of his point here (DNS
// rebinding): to a browser they are of the platform's own origin.
func (p *Platform) ownNamesOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !p.isOwnName(hostname(r.Host)) {
			writeJSON(w, http.StatusForbidden, controlError{
				spec.ServerAuthFailed, "the control API may not be called under this host name; " +
					"use localhost or an address, or name it in Config.Addr or Config.Origins",
			})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// isOwnName tells whether the control API may be called under a host name. Of
// an address nobody else can be the owner, and localhost is this machine (RFC
// 6761).
func (p *Platform) isOwnName(name string) bool {
	if _, err := netip.ParseAddr(name); err == nil || name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	own := []string{p.config.Addr}
	if p.config.InMemory {
		own = append(own, inMemoryHost)
	}
	for _, origin := range p.config.Origins {
		if u, err := url.Parse(origin); err == nil {
			own = append(own, u.Host)
		}
	}
	for _, host := range own {
		if name != "" && name == hostname(host) {
			return true
		}
	}
	return false
}

// hostname is the host without its port, in lower case.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.ToLower(strings.TrimSuffix(host, "."))
}
