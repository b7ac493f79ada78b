package sdk

import (
	"sync"
	"sync/atomic"
	"time"
)

// door is the only way into a client's state and the only way out of it.
//
// Every stimulus (a call, a frame, a close, a token, a dial, an HTTP answer,
// news of the phone, a wake-up, a timer) is a step that runs through enter: it
// holds the lock, and a panic in it becomes an error of the call that it
// served and a log line. The external effects of a step (frames, orders, dials,
// fetches, settled calls of waiting goroutines) are appended to out and
// performed in order once the lock is free. Events, log lines and done
// callbacks go through the client's queue instead, which has a goroutine of
// its own. So no code of the transport or the user runs under the lock, and
// nothing enters the state machine in the middle of a step: what has to follow
// a step is appended with then.
type door struct {
	mu         sync.Mutex
	out        []func()
	spare      []func() // where the next effects are kept, while those of out are performed
	performing bool     // a goroutine is performing out
	next       []func()
	serving    *call     // the call that a panic would lose
	now        time.Time // when the step began, zero until it is needed
	timers     timers
	// broken is called under the lock after a panic, with the call that it lost.
	broken func(what string, lost *call)

	tasks    int         // goroutines that were spawned and have not come back
	sockets  int         // sockets that have not been released
	ending   atomic.Bool // close was called
	quiet    func() bool // whether the queue is empty
	drain    func()      // called without the lock after each step and its effects
	stir     func()      // called when something starts that runs once the caller is idle: a goroutine, a timer
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
	d.drain()
}

// run runs one step; a panic in it fails the call that it served.
func (d *door) run(what string, step func()) {
	d.serving, d.now = nil, time.Time{}
	if guarded(step) {
		d.broken(what, d.serving)
	}
	d.serving = nil
}

// stepTime returns the time of the current step, which reads the clock once.
func (d *door) stepTime() time.Time {
	if d.now.IsZero() {
		d.now = time.Now()
	}
	return d.now
}

// then appends a step that runs when the current one is over.
func (d *door) then(step func()) { d.next = append(d.next, step) }

// effect appends what is to be done once the lock is free.
func (d *door) effect(f func()) { d.out = append(d.out, f) }

// perform runs the effects of the steps. If a goroutine is performing already,
// it runs these too, so that the order is kept.
func (d *door) perform() {
	if d.performing {
		return
	}
	d.performing = true
	for len(d.out) > 0 {
		out := d.out
		d.out = d.spare[:0]
		d.mu.Unlock()
		failed := false
		for _, f := range out {
			failed = guarded(f) || failed
		}
		d.mu.Lock()
		clear(out)
		d.spare = out
		if failed {
			d.broken("an effect", nil)
		}
	}
	d.performing = false
}

// guarded runs f and reports whether it panicked.
func guarded(f func()) (panicked bool) {
	panicked = true
	defer func() { _ = recover() }()
	f()
	return false
}

// spawn runs work on a goroutine of its own, without the lock, and then done as
// a step; failed reports that work panicked.
func (d *door) spawn(what string, work func(), done func(failed bool)) {
	d.tasks++
	d.stir()
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
	if d.timers.start(t, d.stepTime(), after, f, d.timeCame) {
		d.stir()
	}
	return t
}

// cancel ends a context, on which goroutines may wait.
func (d *door) cancel(ctx *stopContext) {
	ctx.stop()
	d.stir()
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

// close stops all timers and prevents new ones.
func (d *door) close() {
	d.ending.Store(true)
	d.timers.clear()
}
