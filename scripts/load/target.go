package main

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// target is the gateway under load.
type target struct {
	domain, httpDomain, appID, secret string
	first                             int
}

func (t target) sign() token.Credentials { return token.Sign(t.appID, t.secret, time.Now()) }

// check is nil if the gateway may be loaded.
func (t target) check(yes bool) error {
	for flag, text := range map[string]string{"-domain": t.domain, "-http-domain": t.httpDomain} {
		u, err := url.Parse(text)
		if err != nil || u.Host == "" {
			return fmt.Errorf("%s %q is not a URL", flag, text)
		}
		address, err := netip.ParseAddr(u.Hostname())
		loopback := u.Hostname() == "localhost" || err == nil && address.IsLoopback()
		if !loopback && !yes {
			return fmt.Errorf("%s %s is not on loopback: give -yes if that gateway is yours and may be loaded", flag, u.Host)
		}
	}
	if t.appID == "" || t.secret == "" {
		return fmt.Errorf("-app-id and the environment variable CCPAAS_SECRET are needed with -domain")
	}
	return nil
}

// start returns the gateway to load, and how to end it.
func (s *settings) start() (target, func(), error) {
	if s.target.domain != "" {
		return s.target, func() {}, nil
	}
	box, err := sandbox.Start(sandbox.Config{Agents: s.agents, Addr: net.JoinHostPort("127.0.0.1", "0")})
	if err != nil {
		return target{}, nil, err
	}
	return target{box.WebSocketURL, box.BackendURL, sandbox.DefaultAppID, sandbox.DefaultSecret, 1001}, box.Close, nil
}
