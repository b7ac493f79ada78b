//go:build !js

package sdk_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// network is the way from a client to the sandbox, which a test can cut.
type network struct {
	dial func(ctx context.Context, network, addr string) (net.Conn, error)

	mu     sync.Mutex
	down   bool
	budget int // bytes that still pass, both ways together; -1 for no limit
	conns  []net.Conn
}

func newNetwork(box *sandbox.Server) *network {
	return &network{dial: box.Client().Transport.(*http.Transport).DialContext, budget: -1}
}

// client is an HTTP client over the network.
func (n *network) client() *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: n.connect, DisableKeepAlives: true}}
}

func (n *network) connect(ctx context.Context, network, addr string) (net.Conn, error) {
	n.mu.Lock()
	down := n.down
	n.mu.Unlock()
	if down {
		return nil, errors.New("the network is down")
	}
	conn, err := n.dial(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.conns = append(n.conns, conn)
	return &metered{Conn: conn, network: n}, nil
}

// cut breaks every connection.
func (n *network) cut() {
	n.mu.Lock()
	conns := n.conns
	n.conns = nil
	n.mu.Unlock()
	for _, conn := range conns {
		conn.Close()
	}
}

// up lets connections be made, or not.
func (n *network) up(up bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.down = !up
}

// cutAfter breaks the connections once that many bytes have passed.
func (n *network) cutAfter(bytes int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.budget = bytes
}

func (n *network) counting() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.budget >= 0
}

// spend takes up to want bytes from the budget; over says that it is used up.
func (n *network) spend(want int) (got int, over bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.budget < 0 {
		return want, false
	}
	got = min(want, n.budget)
	if n.budget -= got; n.budget == 0 {
		n.budget = -1
		return got, true
	}
	return got, false
}

// metered is a connection whose bytes count against the network's budget.
type metered struct {
	net.Conn
	network *network
}

func (m *metered) Read(b []byte) (int, error) {
	// While bytes count, one at a time, so that a cut falls between any two.
	if m.network.counting() && len(b) > 1 {
		b = b[:1]
	}
	n, err := m.Conn.Read(b)
	if got, over := m.network.spend(n); over {
		m.network.cut()
		return got, err
	}
	return n, err
}

func (m *metered) Write(b []byte) (int, error) {
	got, over := m.network.spend(len(b))
	n, err := m.Conn.Write(b[:got])
	if over {
		m.network.cut()
		return n, errors.New("cut")
	}
	return n, err
}
