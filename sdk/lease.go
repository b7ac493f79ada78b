package sdk

import (
	"context"
	"sync"
	"time"
)

// lease is a context that ends after a time or when it is given up: all that a
// provider, a dial and a fetch need. The tree of package context would cost the
// page's module more than the rest of this file's users together; so would
// embedding one, by which the linker keeps all that prints a time.
type lease struct {
	done chan struct{}
	once sync.Once
}

func newLease() *lease { return &lease{done: make(chan struct{})} }

// Deadline is unknown: nobody asks for it.
func (l *lease) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }

// Value is nil: a lease carries none.
func (l *lease) Value(any) any { return nil }

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
