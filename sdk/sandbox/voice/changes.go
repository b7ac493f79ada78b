package voice

import (
	"sync"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// changes is the queue between the engine, which must not wait, and conduct.
type changes struct {
	mu     *sync.Mutex
	some   *sync.Cond
	queue  []sandbox.LegChange
	closed bool
}

func newChanges() changes {
	mu := &sync.Mutex{}
	return changes{mu: mu, some: sync.NewCond(mu)}
}

// LegChanged takes a change from the engine. Package sandbox calls it.
func (s *Server) LegChanged(c sandbox.LegChange) {
	q := &s.changes
	q.mu.Lock()
	defer q.mu.Unlock()
	q.queue = append(q.queue, c)
	q.some.Signal()
}

// next waits for a change. It is false when the queue is closed.
func (q *changes) next() (sandbox.LegChange, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.queue) == 0 && !q.closed {
		q.some.Wait()
	}
	if q.closed {
		return sandbox.LegChange{}, false
	}
	c := q.queue[0]
	q.queue = q.queue[1:]
	return c, true
}

func (q *changes) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.some.Broadcast()
}
