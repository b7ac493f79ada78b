package sdk

import (
	"sync"
	"sync/atomic"
	"time"
)

// door is the one way into a client's state and the one way out of it.
//
// Every stimulus (a call, a frame, a close, a token, a dial, an HTTP answer,
// news of the phone, a wake-up, a timer) is a step that runs through enter: it
// holds the lock, and a panic in it becomes an error of the call that it
// served and a log line. What a step wants done to the world outside (frames,
// orders, dials, fetches, settled calls of waiting goroutines) is appended to
// out and performed in order once the lock is free. Events, log lines and done
// callbacks go through the client's queue instead, which has a goroutine of
// its own. So no code of the transport or the user runs under the lock, and
// nothing enters the state machine in the middle of a step: what has to follow
// a step is appended with then.
type door struct {
	mu         sync.Mutex
	out        []func()
	performing bool // a goroutine is performing out
	next       []func()
	serving    *call // the call that a panic would lose
	timers     timers
	// broken is called under the lock after a panic, with the call that it lost.
	broken func(what string, lost *call)

	tasks    int         // goroutines that were spawned and have not come back
	sockets  int         // sockets that have not been released
	ending   atomic.Bool // close was called
	quiet    func() bool // whether the queue is empty
	over     bool        // finished is closed
	finished chan struct{}
}

// enter runs a step and what follows from it.
func (d *door) enter(what string, step func()) {
	d.mu.Lock()
	d.run(what, step)
	for len(d.next) > 0 {
		step, d.next = d.next[0], d.next[1:]
		d.run(what, step)
	}
	d.perform()
	if d.ending.Load() && !d.over && d.tasks == 0 && d.sockets == 0 && d.quiet() {
		d.over = true
		close(d.finished)
	}
	d.mu.Unlock()
}

// run runs one step; a panic in it costs the call that it served.
func (d *door) run(what string, step func()) {
	d.serving = nil
	if guarded(step) {
		d.broken(what, d.serving)
	}
	d.serving = nil
}

// then appends a step that runs when the present one is over.
func (d *door) then(step func()) { d.next = append(d.next, step) }

// effect appends what is to be done once the lock is free.
func (d *door) effect(f func()) { d.out = append(d.out, f) }

// perform does what the steps wanted done. Where a goroutine performs already,
// it takes this over, so that the order is kept.
func (d *door) perform() {
	if d.performing {
		return
	}
	d.performing = true
	for len(d.out) > 0 {
		out := d.out
		d.out = nil
		d.mu.Unlock()
		failed := false
		for _, f := range out {
			failed = guarded(f) || failed
		}
		d.mu.Lock()
		if failed {
			d.broken("an effect", nil)
		}
	}
	d.performing = false
}

// guarded runs f and tells whether it panicked.
func guarded(f func()) (panicked bool) {
	panicked = true
	defer func() { _ = recover() }()
	f()
	return false
}

// spawn runs work on a goroutine of its own, without the lock, and then done
// as a step; failed tells that work panicked.
func (d *door) spawn(what string, work func(), done func(failed bool)) {
	d.tasks++
	d.effect(func() {
		go func() {
			failed := guarded(work)
			d.enter(what, func() {
				d.tasks--
				done(failed)
			})
		}()
	})
}

// later runs f as a step after a time, unless the timer is stopped before.
func (d *door) later(after time.Duration, f func()) *timer {
	t := &timer{}
	if d.ending.Load() {
		return t
	}
	d.timers.start(t, after, f, d.timeCame)
	return t
}

// timeCame runs the timers that are due.
func (d *door) timeCame() {
	d.enter("a timer", func() {
		for _, t := range d.timers.due(d.timeCame) {
			// A timer that an earlier one stopped stays stopped.
			d.then(func() {
				if f := t.f; f != nil {
					t.f = nil
					f()
				}
			})
		}
	})
}

// close keeps timers from starting; those that run are stopped.
func (d *door) close() {
	d.ending.Store(true)
	d.timers.clear()
}
