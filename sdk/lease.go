package sdk

import (
	"context"
	"sync"
	"time"
)

// lease is a context that ends after a time or when it is given up: all that a
// provider, a dial and a fetch need. The tree of package context would cost the
// page's module more than the rest of this file's users together.
type lease struct {
	context.Context // Background, for what a lease does not have
	done            chan struct{}
	once            sync.Once
}

func newLease() *lease {
	return &lease{Context: context.Background(), done: make(chan struct{})}
}

// limit ends the lease after a time too; stop takes that back.
func (l *lease) limit(limit time.Duration) (stop func() bool) {
	return time.AfterFunc(limit, l.end).Stop
}

// end gives the lease up. Safe to call twice.
func (l *lease) end() { l.once.Do(func() { close(l.done) }) }

func (l *lease) Done() <-chan struct{} { return l.done }

func (l *lease) Err() error {
	select {
	case <-l.done:
		return context.Canceled
	default:
		return nil
	}
}
