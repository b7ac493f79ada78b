package sdk

import (
	"slices"
	"strings"
	"sync"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Event is something that happened, with the Data that a page gets.
type Event struct {
	// Names are those under which it is raised, in order: a call's event is
	// AdvancedCallStatusChanged first.
	Names   []string
	Code    spec.Code // Success, but for CallFailed
	Data    wire.Raw  // "" for an event without data
	Message string
	Visible bool
	State   Snapshot // agent, phone and connection right after it
}

// Envelope is the event as a page's handler gets it.
func (e Event) Envelope() wire.Raw { return envelope(e.Code, e.Data, e.Message, e.Visible) }

// On calls handler for every event of that name until the returned function is
// called. The name "" stands for every event, each once.
func (c *Client) On(name string, handler func(Event)) (off func()) {
	return c.events.on(name, handler)
}

// emit queues an event. Where the queue is full the handlers are hopelessly
// behind: the connection is dropped, and the next GetState tells the truth.
func (c *Client) emit(e Event) {
	e.State = c.view
	c.record(recordEvent, strings.Join(e.Names, " "))
	if !c.events.push(e, MaxEvents) && c.session != nil {
		c.log(LevelError, "event handlers are too slow: events were dropped, connecting anew")
		c.fail(spec.NoReason, "")
	}
}

// raise queues an event of the client's own: a few for each attempt to connect,
// so that they find room where the gateway's do not.
func (c *Client) raise(name string, data wire.Raw) {
	e := Event{Names: []string{name}, Code: spec.Success, Data: data, State: c.view}
	c.record(recordEvent, name)
	c.events.push(e, 2*MaxEvents)
}

// queue delivers events one after the other on a goroutine that lives while
// there are some.
type queue struct {
	logNow func(Level, string)

	mu       sync.Mutex
	waiting  []Event
	running  bool
	closed   bool
	handlers []*handler
}

type handler struct {
	name string
	call func(Event)
	off  bool
}

func newQueue(logNow func(Level, string)) *queue { return &queue{logNow: logNow} }

func (q *queue) on(name string, call func(Event)) (off func()) {
	h := &handler{name: name, call: call}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.handlers = append(slices.Clip(q.handlers), h)
	return func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		h.off = true
		q.handlers = slices.DeleteFunc(slices.Clone(q.handlers), func(other *handler) bool { return other == h })
	}
}

// push queues an event, false where as many as limit wait already.
func (q *queue) push(e Event, limit int) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return true
	}
	if len(q.waiting) >= limit {
		return false
	}
	q.waiting = append(q.waiting, e)
	if !q.running {
		q.running = true
		go q.run()
	}
	return true
}

// close drops what waits; no handler is called afterwards.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed, q.waiting = true, nil
}

func (q *queue) run() {
	for {
		q.mu.Lock()
		if len(q.waiting) == 0 {
			q.running, q.waiting = false, nil
			q.mu.Unlock()
			return
		}
		e := q.waiting[0]
		q.waiting = q.waiting[1:]
		handlers := q.handlers
		q.mu.Unlock()
		q.deliver(e, "", handlers)
		for _, name := range e.Names {
			q.deliver(e, name, handlers)
		}
	}
}

func (q *queue) deliver(e Event, name string, handlers []*handler) {
	for _, h := range handlers {
		q.mu.Lock()
		live := h.name == name && !h.off && !q.closed
		q.mu.Unlock()
		if live {
			q.call(h, e)
		}
	}
}

// call runs one handler; a panic in it is logged and ends nothing.
func (q *queue) call(h *handler, e Event) {
	defer func() {
		if recover() != nil {
			q.logNow(LevelError, "a handler of "+e.Names[len(e.Names)-1]+" panicked; the event went on to the others")
		}
	}()
	h.call(e)
}
