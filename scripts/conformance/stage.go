package main

import (
	"context"
	"fmt"
	"time"

	"github.com/coder/websocket"

	"github.com/ccpaas/ccpaas-go/scripts/conformance/executor"
)

// patience is how long a step waits for what it expects: twice the client's
// longest time-out, for a busy machine.
const patience = 20 * time.Second

// stage is where one case is played in one world. What the client does arrives
// in its channels, each in order.
type stage struct {
	ctx      context.Context // ends with the case
	patience time.Duration
	upgrades chan *upgrade
	heard    chan heard
	requests chan *request
	events   chan executor.Report
	settled  chan executor.Report
	orders   chan executor.Report // to the phone
	gone     chan executor.Report
}

// upgrade is a client's request for a WebSocket.
type upgrade struct {
	query  string
	status chan int // the response
	conn   chan *websocket.Conn
}

// heard is a frame from the client, or the end of its socket.
type heard struct {
	frame string
	ended bool
	code  websocket.StatusCode
}

// request is a client's HTTP call; an unanswered one waits until the client
// gives up.
type request struct {
	verb, path, query, body, contentType string
	answer                               chan answer
}

type answer struct {
	status int
	body   string
}

func newStage(ctx context.Context, patience time.Duration) *stage {
	const room = 64 // far more than any case makes
	return &stage{
		ctx:      ctx,
		patience: patience,
		upgrades: make(chan *upgrade, room),
		heard:    make(chan heard, room),
		requests: make(chan *request, room),
		events:   make(chan executor.Report, room),
		settled:  make(chan executor.Report, room),
		orders:   make(chan executor.Report, room),
		gone:     make(chan executor.Report, 1),
	}
}

// report accepts a report of the world's executor.
func (s *stage) report(r executor.Report) {
	to := s.settled
	switch r.Kind {
	case "event":
		to = s.events
	case "order":
		to = s.orders
	case "gone":
		to = s.gone
	}
	select {
	case to <- r:
	case <-s.ctx.Done():
	}
}

// next waits for what a step expects.
func next[T any](s *stage, from chan T, what string) (T, error) {
	select {
	case got := <-from:
		return got, nil
	default:
	}
	timer := time.NewTimer(s.patience)
	defer timer.Stop()
	var none T
	select {
	case got := <-from:
		return got, nil
	case <-timer.C:
		return none, fmt.Errorf("%s did not come within %v%s", what, s.patience, s.instead())
	case <-s.ctx.Done():
		return none, context.Cause(s.ctx)
	}
}

// instead describes what else the client did, if anything.
func (s *stage) instead() string {
	select {
	case u := <-s.upgrades:
		return "; the client opened a socket: " + u.query
	case h := <-s.heard:
		return fmt.Sprintf("; the client's socket says %q, ended: %v", h.frame, h.ended)
	case r := <-s.requests:
		return "; the client made the request " + r.verb + " " + r.path
	case e := <-s.events:
		return "; there was the event " + e.Name + " " + string(e.Envelope)
	case o := <-s.orders:
		return "; the phone was ordered to " + o.Name + " " + string(o.Envelope)
	case r := <-s.settled:
		return "; a call " + r.Kind + " " + string(r.Envelope)
	default:
		return ""
	}
}

// quiet fails if the client did something that no step expected.
func (s *stage) quiet() error {
	if more := s.instead(); more != "" {
		return fmt.Errorf("nothing more should have happened%s", more)
	}
	return nil
}
