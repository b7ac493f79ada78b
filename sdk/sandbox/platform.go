// Package sandbox is an embedded CCPaaS platform, importable like httptest. It
// plays the agent gateway, the HTTP backend, a customer's token backend and the
// call engine, and a control API acts for the customers. Tests, demo pages and
// your own programs need no account.
//
//	server, err := sandbox.Start(sandbox.Config{})
//	defer server.Close()
//	// point the client at server.WebSocketURL and server.BackendURL
//	callID, err := server.CustomerCalls("1001", "13800138000")
//
// With Config.InMemory it listens on pipes instead of a socket, so that a test
// under testing/synctest runs hours of calls in milliseconds.
//
// The tenant has the agents 1001 to 1010, or as many as Config.Agents says,
// offline at first, every tenth a supervisor; queue 2 with all others; IVR flow
// 25; break reasons 101 to 103; relay numbers and number pools. A dialled number behaves by its last
// four digits:
//
//	0001  is busy
//	0002  rings, and gives up after a minute
//	0003  answers, and hangs up after two seconds
//	0004  is refused by the gateway (ErrCode 100005)
//	0005  answers, and with a Config.Voice sends back what it hears
//	else  rings for Config.RingTime and answers
//
// A test can cause everything that can go wrong between an agent's page and a
// platform: see Fault.
//
// Where the vendor documents nothing, the platform does what traffic of SDK 2.1.0
// shows, and otherwise what seems most likely. The comments say which.
package sandbox

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// The documented tenant, which the zero Config stands for.
const (
	DefaultAppID  = "00000000-0000-4000-8000-000000000001"
	DefaultSecret = "test-secret"
)

const (
	// MaxAgents is the largest Config.Agents.
	MaxAgents = 50_000

	defaultAgents    = 10
	defaultRingTime  = 200 * time.Millisecond
	defaultAddr      = "127.0.0.1:0"
	defaultSIPServer = "sip.sandbox.invalid"
	voicePath        = "/sip"
	// closeGrace is how long Close waits for clients to answer the close frame.
	closeGrace = time.Second
)

// Config says what the platform is like. Its zero value is the documented
// tenant on a loopback port.
type Config struct {
	// AppID and Secret of the one tenant. Empty means DefaultAppID and
	// DefaultSecret.
	AppID, Secret string
	// Seed of the CallIDs, the ChannelUUIDs and the phones' passwords. The same
	// seed and the same order of calls give the same ids. Zero is a valid seed. The
	// passwords can be computed from the seed, so use a random one for a platform
	// that others can reach.
	Seed uint64
	// Agents is how many agents the tenant has, up to MaxAgents. Zero means 10.
	Agents int
	// Limits are the largest numbers that the platform accepts. The zero Limits has
	// a default for each.
	Limits Limits
	// BindTokens binds each token that the platform issues to the agent it was
	// issued for: no other agent can connect with it, and HTTP calls with it affect
	// only that agent's calls and settings. The vendor's tokens are valid for every
	// agent of the tenant (documented), so this is stricter, and finds pages that
	// mix agents up. Tokens that were signed elsewhere are not bound.
	BindTokens bool
	// Locked makes the token backend and the control API require the Secret: as
	// "Authorization: Bearer SECRET", as the query member key, or as KeyCookie.
	Locked bool
	// InMemory listens on in-memory pipes. Only Server.Client reaches them.
	InMemory bool
	// Addr to listen on without InMemory. Empty means a free loopback port. The
	// platform may be called under a host name in it.
	Addr string
	// Origins of pages that may use the platform, as browsers send them:
	// "http://localhost:8080", or "http://localhost:*" for every port. Its own
	// pages, and those of its own port under another name of this machine, may
	// without being named. Under the origins' host names too the platform may be
	// called, beside localhost, addresses and the name in Addr. Nil means none.
	Origins []string
	// SIPServer is the SIP host, or its URL, that agents get for their web phones
	// and desk phones. A path alone is one on the host that the agent's page
	// has connected to. Empty means "/sip" with a Voice, and without one a name
	// that resolves nowhere.
	SIPServer string
	// RingTime is how long an ordinary customer rings before answering. Zero
	// means 200 ms.
	RingTime time.Duration
	// Voice carries the sound of agents in webrtc mode. Nil means no sound.
	Voice Voice
	// Scenario is replayed to the agents' pages, which then see what was recorded
	// instead of the engine. Methods that act for customers and colleagues are then
	// refused. Nil means that the engine decides.
	Scenario *Scenario
	// ScenarioSpeed divides the scenario's times: with 10 a minute takes six
	// seconds. Zero means 1.
	ScenarioSpeed float64
	// Trace takes every frame from and to agents, numbers and all, so keep it
	// out of logs. A frame that a fault delays is traced when it goes out, one
	// that is lost on the way out is not. It is called from several goroutines
	// and must not call the Platform. Nil means no trace.
	Trace func(Frame)
	// Log takes one line per connection, refusal, failure and fault, never a
	// token or a number. It is called from several goroutines and must not call
	// the Platform. Nil means no log.
	Log func(message string)
}

func (c Config) withDefaults() Config {
	if c.AppID == "" {
		c.AppID = DefaultAppID
	}
	if c.Secret == "" {
		c.Secret = DefaultSecret
	}
	if c.Addr == "" {
		c.Addr = defaultAddr
	}
	if c.SIPServer == "" {
		c.SIPServer = defaultSIPServer
		if c.Voice != nil {
			c.SIPServer = voicePath
		}
	}
	if c.RingTime <= 0 {
		c.RingTime = defaultRingTime
	}
	if c.Log == nil {
		c.Log = func(string) {}
	}
	if c.ScenarioSpeed == 0 {
		c.ScenarioSpeed = 1
	}
	if c.Agents <= 0 {
		c.Agents = defaultAgents
	}
	c.Agents = min(c.Agents, MaxAgents)
	c.Limits = c.Limits.withDefaults(c.Agents)
	return c
}

// Platform is the whole platform as one http.Handler: /ws is the agent gateway,
// /backend/ the HTTP backend, /token a customer's own backend, /sandbox/ the
// control API, and with a Config.Voice /sip the phones' server. Its methods are safe for concurrent use.
type Platform struct {
	config  Config
	access  access
	engine  *engine
	faults  faults // under the engine's lock
	handler http.Handler
	sockets atomic.Int64 // open ones

	// ctx ends every connection that outlives the grace of Close.
	ctx         context.Context
	cancel      context.CancelFunc
	connections sync.WaitGroup
}

// New returns a platform that does not listen. Mount it under a server of your
// own, at the root of a host, and Close it at the end. If an entry of
// Config.Origins is not an origin, no entry is used; if Config.Scenario cannot be
// replayed, it is not used. Config.Log gets a line about either.
func New(config Config) *Platform {
	config = config.withDefaults()
	err := config.checkScenario()
	if err != nil {
		config.Log(err.Error())
		config.Scenario = nil
	}
	p := &Platform{config: config, engine: newEngine(config)}
	if p.access, err = newAccess(config); err != nil {
		config.Log(err.Error())
		config.Origins = nil
		p.access, _ = newAccess(config) // fails for an origin alone
	}
	p.faults = newFaults(p.engine.directory.accounts, config.Log)
	p.ctx, p.cancel = context.WithCancel(context.Background())
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ws", p.serveGateway)
	mux.Handle("GET /token", p.locked(http.HandlerFunc(p.serveToken)))
	mux.Handle("/backend/", http.StripPrefix("/backend", p.backend()))
	mux.Handle("/sandbox/", http.StripPrefix("/sandbox", p.control()))
	if config.Voice != nil {
		mux.Handle("GET "+voicePath, config.Voice)
		config.Voice.Open(p)
	}
	p.handler = p.guard(mux)
	return p
}

// ServeHTTP serves all faces of the platform.
func (p *Platform) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.handler.ServeHTTP(w, r)
}

// Close ends every connection (close code 1001), timer and goroutine. It waits
// for them, a second at most for clients that do not answer the close frame.
func (p *Platform) Close() {
	p.engine.close()
	if p.config.Voice != nil {
		p.config.Voice.Close()
	}
	impatience := time.AfterFunc(closeGrace, p.cancel)
	p.connections.Wait()
	impatience.Stop()
	p.cancel()
}
