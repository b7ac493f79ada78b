package sdk

import (
	"context"
	"sync"
	"time"
)

// stopContext is a context.Context that ends when stop is called: all that a
// provider, a dial and a fetch need. The tree of package context would cost the
// page's module more than the rest of this file's users together; so would
// embedding one, by which the linker keeps all that prints a time.
type stopContext struct {
	done chan struct{}
	once sync.Once
}

func newStopContext() *stopContext { return &stopContext{done: make(chan struct{})} }

// Deadline is unknown: nobody asks for it.
func (s *stopContext) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }

// Value is nil: a stopContext carries none.
func (s *stopContext) Value(any) any { return nil }

// Done is closed by stop.
func (s *stopContext) Done() <-chan struct{} { return s.done }

// Err is context.Canceled after stop.
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
