package sandbox

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"
)

// inMemoryHost is the host in the URLs of a server that listens on pipes. It
// names this computer, to which a client may connect without encryption.
const inMemoryHost = "sandbox.localhost"

// readHeaderTimeout frees the goroutine of a client that never sends a request.
const readHeaderTimeout = 10 * time.Second

// Server is a Platform that listens.
type Server struct {
	*Platform

	// URL is the server's root, without a trailing slash. The control API is
	// at URL + "/sandbox".
	URL string
	// WebSocketURL is the agent gateway, for the SDK's option Domain.
	WebSocketURL string
	// BackendURL is the HTTP backend, for the SDK's option HttpDomain.
	BackendURL string
	// TokenURL is the customer's own backend; add "?AgentId=1001".
	TokenURL string

	http   *http.Server
	client *http.Client
	served chan struct{}
}

// Start returns a platform that listens on Config.Addr or in memory. The error
// is the listener's, or says what is wrong with the Config.
func Start(config Config) (*Server, error) {
	if config.Agents > MaxAgents {
		return nil, fmt.Errorf("sandbox: Config.Agents is %d; %d is the most", config.Agents, MaxAgents)
	}
	config = config.withDefaults()
	if err := config.checkScenario(); err != nil {
		return nil, err
	}
	if _, err := newAccess(config); err != nil {
		return nil, err
	}
	var (
		listener  net.Listener
		transport http.Transport
		host      string
	)
	if config.InMemory {
		pipes := newPipeListener()
		listener, transport.DialContext, host = pipes, pipes.dial, inMemoryHost
	} else {
		tcp, err := net.Listen("tcp", config.Addr)
		if err != nil {
			return nil, fmt.Errorf("sandbox: cannot listen on %s, choose another Addr: %w", config.Addr, err)
		}
		listener, host = tcp, tcp.Addr().String()
	}
	platform := New(config)
	s := &Server{
		Platform:     platform,
		URL:          "http://" + host,
		WebSocketURL: "ws://" + host + "/ws",
		BackendURL:   "http://" + host + "/backend",
		TokenURL:     "http://" + host + "/token",
		http:         &http.Server{Handler: platform, ReadHeaderTimeout: readHeaderTimeout},
		client:       &http.Client{Transport: &transport},
		served:       make(chan struct{}),
	}
	go func() {
		defer close(s.served)
		if err := s.http.Serve(listener); err != http.ErrServerClosed {
			platform.config.Log(fmt.Sprintf("sandbox stopped serving: %v", err))
		}
	}()
	return s, nil
}

// Client returns a client that reaches the server, in memory too. Close ends
// its idle connections.
func (s *Server) Client() *http.Client { return s.client }

// Close ends the platform and stops listening. Requests that are under way have
// a second to end.
func (s *Server) Close() {
	s.Platform.Close()
	s.client.CloseIdleConnections()
	ctx, cancel := context.WithTimeout(context.Background(), closeGrace)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		s.config.Log(fmt.Sprintf("sandbox cut its last requests: %v", err))
		_ = s.http.Close()
	}
	<-s.served
}
