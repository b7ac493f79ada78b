// Package sandbox is an embedded CCPaaS platform, importable like httptest. It
// plays the agent gateway, the HTTP backend, a customer's token backend and the
// call engine, and a control API moves the customers. Tests, demo pages and
// users' own programs need no account.
//
//	server, err := sandbox.Start(sandbox.Config{})
//	defer server.Close()
//	// point the client at server.WebSocketURL and server.BackendURL
//	callID, err := server.CustomerCalls("1001", "13800138000")
//
// With Config.InMemory it listens on pipes instead of a socket, so that a test
// under testing/synctest runs hours of calls in milliseconds.
//
// The tenant has the agents 1001 to 1010, offline at first, the last one a
// supervisor; queue 2 with the other nine; IVR flow 25; break reasons 101 to
// 103; relay numbers and number pools. A dialled number behaves by its last
// four digits:
//
//	0001  is busy
//	0002  rings, and gives up after a minute
//	0003  answers, and hangs up after two seconds
//	0004  is refused by the gateway (ErrCode 100005)
//	0005  answers, and with a Config.Voice sends back what it hears
//	else  rings for Config.RingTime and answers
//
// Whatever can go wrong between an agent's page and a platform goes wrong when
// a test wants it: see Fault.
//
// Where the vendor documents nothing the platform follows what SDK 2.1.0
// traffic shows, and beyond that a reading of our own. The comments say which.
package sandbox

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// The documented tenant, which the zero Config stands for.
const (
	DefaultAppID  = "00000000-0000-4000-8000-000000000001"
	DefaultSecret = "test-secret"
)

const (
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
	// Seed of the CallIDs and ChannelUUIDs. The same seed and the same order of
	// calls give the same ids. Zero is a seed like any other.
	Seed uint64
	// InMemory listens on in-memory pipes. Only Server.Client reaches them.
	InMemory bool
	// Addr to listen on without InMemory. Empty means a free loopback port. A
	// host name in it is one under which the control API may be called.
	Addr string
	// Origins of pages beside the platform's own that may use the control API,
	// as browsers send them: "http://localhost:8080". Under their host names too
	// the control API may be called, beside localhost, addresses and the name in
	// Addr. Nil means none.
	Origins []string
	// SIPServer is the host of web phones and desk phones as the agents are
	// told it, or its URL. A path alone is one on the host that the agent's page
	// has connected to. Empty means "/sip" with a Voice, and without one a name
	// that resolves nowhere.
	SIPServer string
	// RingTime is how long an ordinary customer rings before answering. Zero
	// means 200 ms.
	RingTime time.Duration
	// Voice carries the sound of agents in webrtc mode. Nil means silence.
	Voice Voice
	// Trace takes every frame from and to agents, numbers and all, so keep it
	// out of logs. A frame that a fault delays is traced when it goes out, one
	// that is lost on the way out is not. It is called from several goroutines
	// and must not call the Platform. Nil means nobody looks.
	Trace func(Frame)
	// Log takes one line per connection, refusal, failure and fault, never a
	// token or a number. It is called from several goroutines and must not call
	// the Platform. Nil means silence.
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
	return c
}

// Platform is the whole platform as one http.Handler: /ws is the agent gateway,
// /backend/ the HTTP backend, /token a customer's own backend, /sandbox/ the
// control API, and with a Config.Voice /sip the phones' server. Its methods are safe for concurrent use.
type Platform struct {
	config Config
	engine *engine
	faults faults // under the engine's lock
	mux    *http.ServeMux

	// ctx ends every connection that outlives the grace of Close.
	ctx         context.Context
	cancel      context.CancelFunc
	connections sync.WaitGroup
}

// New returns a platform that does not listen. Mount it under a server of your
// own, at the root of a host, and Close it in the end.
func New(config Config) *Platform {
	config = config.withDefaults()
	p := &Platform{config: config, engine: newEngine(config), mux: http.NewServeMux()}
	p.faults = newFaults(p.engine.directory.accounts, config.Log)
	p.ctx, p.cancel = context.WithCancel(context.Background())
	p.mux.HandleFunc("GET /ws", p.serveGateway)
	p.mux.HandleFunc("GET /token", p.serveToken)
	p.mux.Handle("/backend/", http.StripPrefix("/backend", p.backend()))
	p.mux.Handle("/sandbox/", http.StripPrefix("/sandbox", p.control()))
	if config.Voice != nil {
		p.mux.Handle("GET "+voicePath, config.Voice)
		config.Voice.Open(p)
	}
	return p
}

// ServeHTTP serves all faces of the platform.
func (p *Platform) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mux.ServeHTTP(w, r)
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

// Credentials is what the token backend answers the agent's page: a token that
// is valid from now for token.Lifetime. A token is the tenant's, not the
// agent's (documented), so every agent gets the same kind.
func (p *Platform) Credentials(agentID string) token.Credentials {
	c := token.Sign(p.config.AppID, p.config.Secret, time.Now())
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	if faults := p.faults.of(agentID); faults != nil {
		faults.tokens.note(c)
	}
	return c
}

// verify checks credentials that a client sent: the agent's on connecting, or
// with an empty agentID those of a backend call.
func (p *Platform) verify(agentID string, c token.Credentials) error {
	if c.AppID != p.config.AppID {
		return refuse(spec.ServerAuthFailed, "unknown AppId; use the sandbox's tenant")
	}
	if err := token.Verify(c, p.config.Secret, time.Now()); err != nil {
		return refuse(spec.ServerAuthFailed, "%v", err)
	}
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	agent := p.faults.of(agentID)
	if agent == nil {
		return p.faults.holders(c.Token).checkToken(c)
	}
	if err := (faults{agent}).checkToken(c); err != nil {
		return err
	}
	agent.tokens.note(c)
	return nil
}
