package voice

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// upgrades is the net.Listener that sipgo accepts its connections from: the
// WebSockets that an HTTP server has been asked for, each with its request in
// front, because sipgo upgrades by itself.
type upgrades struct {
	asked  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func newUpgrades() *upgrades {
	return &upgrades{asked: make(chan net.Conn), closed: make(chan struct{})}
}

func (u *upgrades) Accept() (net.Conn, error) {
	select {
	case conn := <-u.asked:
		return conn, nil
	case <-u.closed:
		return nil, net.ErrClosed
	}
}

func (u *upgrades) Close() error {
	u.once.Do(func() { close(u.closed) })
	return nil
}

// Addr is made up: sipgo wants an address with a port.
func (u *upgrades) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: wsPort} }

// socket is a phone's connection. While its phone's SIP is silent, frames are
// lost both ways.
type socket struct {
	net.Conn
	in     io.Reader     // the frames
	came   *bytes.Buffer // what is to be read next, the request first
	once   sync.Once
	onGone func()

	phone     atomic.Pointer[phone] // whose it is, once it has said so
	got, sent framing
}

func (c *socket) silent() bool {
	p := c.phone.Load()
	return p != nil && p.silent.now()
}

func (c *socket) Read(p []byte) (int, error) {
	for c.came.Len() == 0 {
		// A frame's header is kept back until it is whole.
		n, err := c.in.Read(p)
		if err != nil {
			return 0, err
		}
		c.came.Write(c.got.filter(p[:n], c.silent))
	}
	return c.came.Read(p)
}

// Write is called by one goroutine at a time.
func (c *socket) Write(p []byte) (int, error) {
	if passed := c.sent.filter(p, c.silent); len(passed) > 0 {
		if _, err := c.Conn.Write(passed); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}

func (c *socket) Close() error {
	c.once.Do(c.onGone)
	return c.Conn.Close()
}

// reset ends the connection without a closing message. sipgo notices on a read.
func (c *socket) reset() {
	if tcp, ok := c.Conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = c.Conn.Close()
}

// ServeHTTP hands a phone's WebSocket (RFC 7118) to the SIP server.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case !strings.EqualFold(r.Header.Get("Upgrade"), "websocket") || !offersSIP(r):
		http.Error(w, "this is a SIP server: connect with a WebSocket of subprotocol sip", http.StatusUpgradeRequired)
		return
	case s.troubles.noSocket.now():
		http.Error(w, "refused by a scripted fault", http.StatusServiceUnavailable)
		return
	}
	var request bytes.Buffer
	if err := r.Write(&request); err != nil {
		http.Error(w, "the request cannot be read", http.StatusBadRequest)
		return
	}
	left, err := s.platform.PhoneConnects()
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	if !s.begin() {
		left()
		http.Error(w, "the sandbox is shutting down", http.StatusServiceUnavailable)
		return
	}
	conn, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		left()
		s.work.Done()
		s.log("a phone's socket could not be opened: %v", err)
		return
	}
	_ = conn.SetDeadline(time.Time{}) // the HTTP server's do not count any more
	c := &socket{Conn: conn, in: buffered, came: &request, sent: framing{head: true}}
	source := conn.RemoteAddr().String()
	c.onGone = func() {
		s.mu.Lock()
		delete(s.sockets, source)
		s.mu.Unlock()
		s.unregisterAt(source)
		left()
		s.work.Done()
	}
	s.mu.Lock()
	s.sockets[source] = c
	s.mu.Unlock()
	select {
	case s.upgrades.asked <- c:
	case <-s.upgrades.closed:
		_ = c.Close()
	}
}

func offersSIP(r *http.Request) bool {
	return slices.ContainsFunc(r.Header.Values("Sec-WebSocket-Protocol"), func(list string) bool {
		return slices.ContainsFunc(strings.Split(list, ","), func(name string) bool {
			return strings.EqualFold(strings.TrimSpace(name), "sip")
		})
	})
}
