package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// ConfigError says which member of a Config cannot be used, and why; never its
// value.
type ConfigError struct {
	Field    string // of Config
	Reason   spec.Reason
	page     bool
	language spec.Language
}

// Error returns the message in English.
func (e *ConfigError) Error() string {
	if e.page {
		return e.why(spec.English)
	}
	return "sdk: " + e.why(spec.English)
}

// Message returns the message for people, in the language of the Config.
func (e *ConfigError) Message() string { return e.why(e.language) }

func (e *ConfigError) why(language spec.Language) string {
	name := "Config." + e.Field
	if e.page {
		name = spec.OptionFor(e.Field)
	}
	return spec.Words{Language: language, Go: !e.page}.Why(e.Reason, name)
}

// check finds the first option that cannot be used.
func (c *Config) check() error {
	language, _ := c.language()
	wrong := func(field string, why spec.Reason) error { return &ConfigError{field, why, c.PageNames, language} }
	for _, option := range []struct{ name, value string }{
		{"AppID", c.AppID}, {"AgentID", c.AgentID}, {"Domain", c.Domain}, {"HTTPDomain", c.HTTPDomain},
	} {
		if strings.TrimSpace(option.value) == "" {
			return wrong(option.name, spec.OptionMissing)
		}
	}
	switch {
	case !hasScheme(c.Domain, "ws", "wss"):
		return wrong("Domain", spec.OptionNotSocket)
	case !hasScheme(c.HTTPDomain, "http", "https") && !(c.PageNames && isPath(c.HTTPDomain)):
		return wrong("HTTPDomain", spec.OptionNotWeb)
	case !c.AllowInsecure && insecure(c.Domain):
		return wrong("Domain", spec.OptionInsecure)
	case !c.AllowInsecure && insecure(c.HTTPDomain):
		return wrong("HTTPDomain", spec.OptionInsecure)
	case c.Token == nil:
		return wrong("Token", spec.TokenMissing)
	}
	return nil
}

// hasScheme reports whether address has one of the schemes, and a host.
func hasScheme(address string, schemes ...string) bool {
	scheme, rest, found := strings.Cut(strings.ToLower(strings.TrimSpace(address)), ":")
	for _, one := range schemes {
		if found && scheme == one {
			return strings.TrimLeft(rest, `/\`) != ""
		}
	}
	return false
}

// isPath reports whether address is a path, which a page resolves.
func isPath(address string) bool { return strings.HasPrefix(strings.TrimSpace(address), "/") }

// insecure reports whether address has the scheme ws or http and is not this
// computer's own.
func insecure(address string) bool {
	scheme, rest, _ := strings.Cut(strings.ToLower(strings.TrimSpace(address)), ":")
	if scheme != "ws" && scheme != "http" {
		return false
	}
	// As browsers read it: any number of slashes, of both kinds.
	host := strings.TrimLeft(rest, `/\`)
	if end := strings.IndexAny(host, `/\?#`); end >= 0 {
		host = host[:end]
	}
	if at := strings.LastIndexByte(host, '@'); at >= 0 {
		host = host[at+1:]
	}
	if strings.HasPrefix(host, "[::1]") {
		return false
	}
	host, _, _ = strings.Cut(host, ":")
	return host != "localhost" && !strings.HasSuffix(host, ".localhost") && !isLoopback(host)
}

// isLoopback reports whether the host is in 127.0.0.0/8, without the code that
// package net would add to the module.
func isLoopback(host string) bool {
	parts := strings.Split(host, ".")
	for _, part := range parts {
		if part == "" || len(part) > 3 || !isDigits(part) {
			return false
		}
	}
	return len(parts) == 4 && parts[0] == "127"
}
