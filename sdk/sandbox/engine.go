package sandbox

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"time"
)

// engine is the tenant's agents and calls. Everything in it, and in the agents,
// calls, legs and lines it owns, changes only under mu: in a request, in a control
// call or when a timer fires. Events for agents wait in outbox, so that a reply
// is sent before the events it causes.
type engine struct {
	config    Config
	directory directory
	frames    frameRecord // under its own lock

	mu      sync.Mutex
	closed  bool
	random  *rand.Rand
	agents  map[string]*agent
	queues  []*queue
	calls   map[string]*call
	numbers numbers
	timers  map[*timer]struct{}
	outbox  []delivery
	// turns counts how often an agent became idle, and so orders idle agents;
	// arrivals counts customers who entered a queue, begun counts calls. waiting is
	// the number of customers in queues.
	turns, arrivals, begun, waiting int
	// replayed counts an agent's connections that replay the scenario, called
	// which of its Calls have been answered.
	replayed map[string]int
	called   map[int]bool
	// looks counts how often an agent was looked for, for tests.
	looks int
}

// delivery is an event on its way to an agent.
type delivery struct {
	to    *agent
	event notification
}

func newEngine(config Config) *engine {
	e := &engine{
		config:    config,
		directory: newDirectory(config),
		random:    rand.New(rand.NewPCG(config.Seed, 0)),
		agents:    map[string]*agent{},
		calls:     map[string]*call{},
		numbers:   numbers{turn: map[string]int{}},
		timers:    map[*timer]struct{}{},
		replayed:  map[string]int{},
		called:    map[int]bool{},
	}
	for _, account := range e.directory.accounts {
		a := newAgent(account)
		a.registered = config.Voice == nil
		e.agents[account.id] = a
	}
	for _, q := range e.directory.queues {
		e.queues = append(e.queues, &q)
		for _, id := range q.members {
			e.agents[id].queues = append(e.agents[id].queues, &q)
		}
	}
	return e
}

// do runs one change of the engine's state and sends the events it causes.
func (e *engine) do(change func() error) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	err := change()
	e.flush()
	return err
}

// flush ends a change: waiting customers are connected to agents who have become
// idle, colleagues answer, and the events are sent in the order in which they
// happened.
func (e *engine) flush() {
	e.serveQueues()
	e.serveColleagues()
	for _, d := range e.outbox {
		if d.to.connection != nil {
			d.to.connection.notify(d.event)
		}
	}
	clear(e.outbox)
	e.outbox = e.outbox[:0]
}

func (e *engine) notify(to *agent, event notification) {
	e.outbox = append(e.outbox, delivery{to, event})
}

// close stops every timer and ends every connection.
func (e *engine) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	for t := range e.timers {
		t.stop()
	}
	for _, a := range e.agents {
		if a.connection != nil {
			a.connection.end(closeGoingAway, "the sandbox is shutting down")
		}
	}
}

// uuid returns the next id of the seeded sequence, a lower-case UUID.
func (e *engine) uuid() string {
	high, low := e.random.Uint64(), e.random.Uint64()
	high = high&^0xf000 | 0x4000
	low = low&^(0xc<<60) | 0x8<<60
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x",
		high>>32, high>>16&0xffff, high&0xffff, low>>48, low&0xffffffffffff)
}

// timer is a change of the engine's state that is due later.
type timer struct {
	engine *engine
	clock  *time.Timer
	done   bool
}

// after runs change in d, unless the timer is stopped before. Like everything
// else in the engine both it and stop are called under the lock.
func (e *engine) after(d time.Duration, change func()) *timer {
	t := &timer{engine: e}
	if e.closed {
		t.done = true
		return t
	}
	e.timers[t] = struct{}{}
	t.clock = time.AfterFunc(d, func() {
		_ = e.do(func() error {
			if !t.done {
				t.stop()
				change()
			}
			return nil
		})
	})
	return t
}

// stop makes sure that the timer's change does not happen. Stopping a timer
// that fired, was stopped or is nil does nothing.
func (t *timer) stop() {
	if t == nil || t.done {
		return
	}
	t.done = true
	t.clock.Stop()
	delete(t.engine.timers, t)
}
