package sdk

import (
	"context"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// Timings that the platform expects (observed) or that the client sets itself.
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

// Credentials is the token that a provider returns. The value that token.Sign
// returns on a backend converts to it.
type Credentials struct {
	AppID     string // the tenant; "" means Config.AppID
	Timestamp string // Unix seconds, decimal
	Token     string
}

// TokenProvider fetches a token from the customer's own backend. It is called
// for every attempt to connect. Its error is never logged.
type TokenProvider func(ctx context.Context) (Credentials, error)

// Level is the severity of a log line.
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
	// Log receives the client's log lines; nil means none. They contain no token,
	// no password and no telephone number. It runs where the event handlers run.
	Log func(level Level, message string)
	// Reconnect says when to connect again; its zero value is the default policy.
	Reconnect ReconnectPolicy
	// KickCodes are the close codes with which the gateway says that the agent
	// connected elsewhere; nil means DefaultKickCodes(), an empty list none.
	KickCodes []int
	// Phone is the telephone of phone mode webrtc; nil means that there is none,
	// and SetPhoneMode refuses the mode.
	Phone Phone
	// ManualAnswer keeps the web phone from answering automatically when the
	// platform asks for that.
	ManualAnswer bool
	// AllowInsecure permits addresses of the schemes ws and http outside this
	// computer, over which tokens and numbers are sent unencrypted.
	AllowInsecure bool
	// RecordNumbers leaves telephone numbers readable in what ExportLog returns.
	RecordNumbers bool
	// PageNames makes messages name methods and options as the page's class does,
	// GetToken and HttpDomain, instead of Token and HTTPDomain.
	PageNames bool
	// Native holds options that exist outside a browser only.
	Native
}

// DefaultKickCodes returns the code with which the sandbox closes; what the
// platform uses is not known (inferred).
func DefaultKickCodes() []int { return []int{4409} }

func (c *Config) language() (l spec.Language, known bool) { return spec.ParseLanguage(c.Language) }
