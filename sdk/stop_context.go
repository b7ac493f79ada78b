package sdk

import (
	"context"
	"sync"
	"time"
)

// stopContext is a context.Context that ends when stop is called: all that a
// provider, a dial and a fetch need. The tree of package context would add more
// to the page's module than all users of this file together; so would embedding
// one, which makes the linker keep everything that formats a time.
type stopContext struct {
	done chan struct{}
	once sync.Once
}

func newStopContext() *stopContext { return &stopContext{done: make(chan struct{})} }

// Deadline returns none: nobody asks for it.
func (s *stopContext) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }

// Value returns nil: a stopContext carries no values.
func (s *stopContext) Value(any) any { return nil }

// Done returns the channel that stop closes.
func (s *stopContext) Done() <-chan struct{} { return s.done }

// Err returns context.Canceled after stop.
func (s *stopContext) Err() error {
	select {
	case <-s.done:
		return context.Canceled
	default:
		return nil
	}
}

// stop ends the context. Safe to call twice.
func (s *stopContext) stop() { s.once.Do(func() { close(s.done) }) }
