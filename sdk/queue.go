package sdk

import (
	"slices"
	"sync"
)

// queue makes all calls into the user's code, one after the other: events to
// their handlers, log lines, and the done callbacks of InvokeFunc. Its
// goroutine runs while there is something to deliver, so a slow or stuck
// handler holds up the deliveries behind it and nothing else. An inline queue
// has no goroutine, and delivers at the end of the step that queued something.
type queue struct {
	log    func(Level, string) // the user's; nil for none
	idle   func()              // called, without a lock, when nothing is left
	inline bool

	mu       sync.Mutex
	waiting  []delivery
	few      [8]delivery // the first storage of waiting; most often it suffices
	events   int         // how many of them are events
	bytes    int         // of the Data of those events
	running  bool
	closed   bool // no event is delivered any more
	handlers []*handler
}

// delivery is an event, a log line or a callback.
type delivery struct {
	event *Event
	done  func()
	level Level
	line  string
}

type handler struct {
	name string // "" for all events
	call func(Event)
	page *Page // whose it is, nil for the client's own
	off  bool
}

// maxLines is how many deliveries may wait before log lines are left out.
const maxLines = 4 * MaxEvents

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

// onPage calls call for the events that are for the page, from now on.
func (q *queue) onPage(p *Page, call func(Event)) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.handlers = append(slices.Clip(q.handlers), &handler{call: call, page: p})
}

// offPage removes what onPage added, or is about to add.
func (q *queue) offPage(p *Page) {
	q.call(func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		q.handlers = slices.DeleteFunc(slices.Clone(q.handlers), func(h *handler) bool { return h.page == p })
	})
}

// event queues an event, false if that many events and bytes wait already.
func (q *queue) event(e *Event, events, bytes int) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	switch {
	case q.closed:
		return true
	case q.events >= events, q.events > 0 && q.bytes+len(e.Data) > bytes:
		return false
	}
	q.events++
	q.bytes += len(e.Data)
	q.push(delivery{event: e})
	return true
}

// call queues a callback, which is always called.
func (q *queue) call(done func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.push(delivery{done: done})
}

func (q *queue) logLine(level Level, line string) {
	if q.log == nil {
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.waiting) < maxLines {
		q.push(delivery{level: level, line: line})
	}
}

func (q *queue) push(d delivery) {
	q.waiting = append(q.waiting, d)
	if !q.running && !q.inline {
		q.running = true
		go q.run()
	}
}

// drain delivers what waits, if the queue is inline and not delivering already.
func (q *queue) drain() {
	if !q.inline {
		return
	}
	q.mu.Lock()
	begin := !q.running && len(q.waiting) > 0
	q.running = q.running || begin
	q.mu.Unlock()
	if begin {
		q.run()
	}
}

// behind reports whether so much waits for the handlers that a new connection
// would only add to it.
func (q *queue) behind() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.events > MaxEvents/2 || q.bytes > MaxEventBytes/2
}

// empty reports whether nothing waits and nothing is being delivered.
func (q *queue) empty() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return !q.running
}

// close drops the events that wait; no handler is called afterwards.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.waiting = slices.DeleteFunc(q.waiting, func(d delivery) bool { return d.event != nil })
	q.events, q.bytes = 0, 0
}

func (q *queue) run() {
	for {
		q.mu.Lock()
		if len(q.waiting) == 0 {
			// What outgrew it left copies there.
			clear(q.few[:])
			q.running, q.waiting = false, q.few[:0]
			q.mu.Unlock()
			q.idle()
			return
		}
		d := q.waiting[0]
		q.waiting[0] = delivery{}
		q.waiting = q.waiting[1:]
		if d.event != nil {
			q.events--
			q.bytes -= len(d.event.Data)
		}
		handlers := q.handlers
		q.mu.Unlock()
		q.deliver(d, handlers)
	}
}

func (q *queue) deliver(d delivery, handlers []*handler) {
	switch {
	case d.done != nil:
		if guarded(d.done) {
			q.logLine(LevelError, "a done callback panicked; nothing else was affected")
		}
	case d.event == nil:
		// A Log that panics changes nothing.
		_ = guarded(func() { q.log(d.level, d.line) })
	default:
		q.raise(d.event, "", handlers)
		for _, name := range d.event.Names {
			q.raise(d.event, name, handlers)
		}
	}
}

func (q *queue) raise(e *Event, name string, handlers []*handler) {
	for _, h := range handlers {
		if h.name != name || e.to != nil && e.to != h.page || h.page != nil && (h.page.gone.Load() || slices.Contains(e.except, h.page)) {
			continue
		}
		q.mu.Lock()
		live := !h.off && !q.closed
		q.mu.Unlock()
		if live && guarded(func() { h.call(*e) }) {
			q.logLine(LevelError, "a handler of "+e.Names[len(e.Names)-1]+" panicked; the event went on to the others")
		}
	}
}
