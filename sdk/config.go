package sdk

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// Timings that bind the client to the platform (observed) or that the client
// sets itself.
const (
	// ReplyTimeout is how long a request waits for its reply (observed).
	ReplyTimeout = 10 * time.Second
	// PingInterval is the time between two keep-alives (observed).
	PingInterval = 50 * time.Second
	// StateInterval is the time between two GetStates (observed).
	StateInterval = 60 * time.Second
	// TokenTimeout is how long the provider may take for a token.
	TokenTimeout = 10 * time.Second
	// DialTimeout is how long opening the socket may take.
	DialTimeout = 10 * time.Second
	// WaitLimit is how long a call waits for the connection.
	WaitLimit = 20 * time.Second
)

// Limits that keep a flood from filling the memory.
const (
	// MaxFrame is the size in bytes of the largest frame that is read; a larger
	// one is logged, counted and dropped.
	MaxFrame = 1 << 20
	// MaxParams is the size in bytes of the largest arguments of one call.
	MaxParams = 64 << 10
	// MaxAnswer is the size in bytes of the largest HTTP answer that is read; a
	// larger one is a failure.
	MaxAnswer = 4 << 20
	// MaxWaiting is how many calls may wait for the connection.
	MaxWaiting = 20
	// MaxPending is how many requests may wait for their replies.
	MaxPending = 1000
	// MaxEvents is how many events may wait for their handlers, and MaxEventBytes
	// how many bytes of Data they may have together. One more event drops the
	// connection; when the handlers have caught up the state is fetched again.
	MaxEvents     = 4096
	MaxEventBytes = 16 << 20
)

// Credentials is what a provider's token consists of. The value that
// token.Sign returns on a backend converts to it.
type Credentials struct {
	AppID     string // the tenant; "" means Config.AppID
	Timestamp string // Unix seconds, decimal
	Token     string
}

// TokenProvider fetches a token from the customer's own backend. It is called
// for every attempt to connect. Its error reaches no log.
type TokenProvider func(ctx context.Context) (Credentials, error)

// Level is the weight of a log line.
type Level string

// The levels.
const (
	LevelDebug Level = "debug"
	LevelInfo  Level = "info"
	LevelWarn  Level = "warn"
	LevelError Level = "error"
)

// Config says who the agent is and where the platform is.
type Config struct {
	AppID      string        // the tenant; required
	AgentID    string        // the agent; required
	Domain     string        // the gateway's WebSocket URL; required
	HTTPDomain string        // the HTTP backend's base URL; required
	Token      TokenProvider // required
	// Language is a code such as "en-US" for messages and labels; zero means zh-CN.
	Language string
	// Log takes the client's log lines; nil means none. They hold no token, no
	// password and no number. It runs where the event handlers run.
	Log func(level Level, message string)
	// Reconnect says when to connect again; its zero value is the default policy.
	Reconnect ReconnectPolicy
	// KickCodes are the close codes with which the gateway says that the agent
	// connected elsewhere; nil means DefaultKickCodes(), an empty list none.
	KickCodes []int
	// Phone is the telephone of phone mode webrtc; nil means that there is none,
	// and SetPhoneMode refuses the mode.
	Phone Phone
	// ManualAnswer keeps the web phone from answering by itself where the platform
	// asks for that.
	ManualAnswer bool
	// AllowInsecure admits addresses of the schemes ws and http outside this
	// computer, over which tokens and numbers travel in the open.
	AllowInsecure bool
	// RecordNumbers leaves telephone numbers readable in what ExportLog returns.
	RecordNumbers bool
	// Native holds options that exist outside a browser only.
	Native
}

// DefaultKickCodes is what the sandbox closes with; what the platform closes
// with is not known (inferred).
func DefaultKickCodes() []int { return []int{4409} }

// check names the first option that is missing, never its value.
func (c *Config) check() error {
	for _, option := range []struct{ name, value string }{
		{"AppID", c.AppID}, {"AgentID", c.AgentID}, {"Domain", c.Domain}, {"HTTPDomain", c.HTTPDomain},
	} {
		if strings.TrimSpace(option.value) == "" {
			return errors.New("sdk: Config." + option.name + " (a string) is missing or blank; set it")
		}
	}
	for _, address := range []struct{ name, value string }{{"Domain", c.Domain}, {"HTTPDomain", c.HTTPDomain}} {
		if !c.AllowInsecure && insecure(address.value) {
			return errors.New("sdk: Config." + address.name + " is not encrypted: anyone on the network path can read tokens and numbers; " +
				"use wss: or https:, or set AllowInsecure")
		}
	}
	if c.Token == nil {
		return errors.New("sdk: Config.Token (a TokenProvider) is missing; set it")
	}
	return nil
}

// insecure tells an address of the schemes ws and http that is not this
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

// isLoopback tells an address of 127.0.0.0/8, without what package net would
// add to the module.
func isLoopback(host string) bool {
	parts := strings.Split(host, ".")
	for _, part := range parts {
		if part == "" || len(part) > 3 || !isDigits(part) {
			return false
		}
	}
	return len(parts) == 4 && parts[0] == "127"
}

func (c *Config) language() (l spec.Language, known bool) { return spec.ParseLanguage(c.Language) }
