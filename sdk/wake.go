package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

const (
	// WakeTimeout is how long a GetState after a wake-up waits for its answer.
	WakeTimeout = 1500 * time.Millisecond
	// watchInterval is the time between two looks at the clocks, and jump how far
	// they may be from what they should show.
	watchInterval = time.Second
	jump          = 2 * time.Second
)

// Wake tells the client that the computer, the page or the network may have
// just come back. A connection is put to the test at once, and connected anew
// if it does not answer within WakeTimeout; a wait for the next attempt ends.
// In a page the script calls it; a native program calls it where it knows more
// than the clocks tell.
func (c *Client) Wake() {
	c.lock()
	defer c.unlock()
	c.record(recordWake, "")
	c.wake()
}

func (c *Client) wake() {
	switch c.state {
	case waiting:
		c.step(retry, spec.NoReason, "")
	case online:
		c.session.getState(WakeTimeout, nil)
	}
}

// watchClock looks at the clocks once a second: after a sleep the wall clock
// has run on while the monotonic one, or this timer, stood still.
func (s *session) watchClock() {
	s.watched = time.Now()
	s.watch = time.AfterFunc(watchInterval, func() {
		c := s.c
		c.lock()
		defer c.unlock()
		if c.session != s {
			return
		}
		now := time.Now()
		monotonic := now.Sub(s.watched)
		wall := now.Round(0).Sub(s.watched.Round(0))
		s.watched = now
		if slept := max(monotonic-watchInterval, (wall - monotonic).Abs()); slept > jump {
			c.log(LevelInfo, "the clocks jumped: asking whether the connection lives")
			c.wake()
		}
		s.watch.Reset(watchInterval)
	})
}
