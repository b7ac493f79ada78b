package sandbox

import (
	"bufio"
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"sync"
	"time"
)

// transport is the network connection below a WebSocket. It can be stalled, so
// that not even control frames are answered, and reset.
type transport struct {
	net.Conn

	mu      sync.Mutex
	stalled context.Context // done when the stall is over
	resume  context.CancelFunc
}

func newTransport(conn net.Conn) *transport {
	t := &transport{Conn: conn}
	t.stall(0)
	return t
}

// stall stops the flow for d from now, whatever was said before.
func (t *transport) stall(d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.resume != nil {
		t.resume()
	}
	t.stalled, t.resume = context.WithTimeout(context.Background(), d)
}

// flow waits until no stall is left, or ctx is done.
func (t *transport) flow(ctx context.Context) {
	for {
		t.mu.Lock()
		stalled := t.stalled
		t.mu.Unlock()
		if stalled.Err() != nil || ctx.Err() != nil {
			return
		}
		select {
		case <-stalled.Done():
		case <-ctx.Done():
		}
	}
}

// Read keeps back what came in during a stall.
func (t *transport) Read(p []byte) (int, error) {
	n, err := t.Conn.Read(p)
	if err == nil {
		t.flow(context.Background())
	}
	return n, err
}

// Close ends a stall, so that a Read comes back.
func (t *transport) Close() error {
	t.stall(0)
	return t.Conn.Close()
}

// reset ends the connection without a closing message on any layer: nothing
// arrives that the client has not read yet.
func (t *transport) reset() {
	conn := t.Conn
	if secure, ok := conn.(*tls.Conn); ok {
		conn = secure.NetConn()
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0) // makes Close send RST in place of FIN
	}
	_ = conn.Close()
	t.stall(0)
}

// hijacker gets at the transport of a connection that is being upgraded.
type hijacker struct {
	http.ResponseWriter
	transport *transport
}

// Hijack takes the connection over from the HTTP server, as http.Hijacker says.
func (h *hijacker) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, buffers, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	h.transport = newTransport(conn)
	return h.transport, buffers, nil
}

// pause waits for d, or until ctx is done.
func pause(ctx context.Context, d time.Duration) {
	waited, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	<-waited.Done()
}
