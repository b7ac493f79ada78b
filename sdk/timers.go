package sdk

import "time"

// timers are a client's timers. One timer of the runtime serves them all, set
// for the earliest; a page's event loop, and a test's fake clock, see no other.
// Everything here runs under the door's lock.
type timers struct {
	running []*timer
	clock   *time.Timer
	armed   time.Time // when clock fires, zero if it is not set
	late    bool      // the timers that are due were given a little more time
}

// timer is a running timer, or one that has fired or was stopped.
type timer struct {
	at time.Time
	f  func() // nil once it has fired or was stopped
}

const (
	// lateness is how late a timer may fire before it proves that the program
	// itself stood still: a page whose main thread was blocked, a computer that
	// slept. What arrived meanwhile then waits behind the timer, so the timer
	// waits for it: a time-out must not precede an answer that has arrived.
	lateness = 500 * time.Millisecond
	catchUp  = 200 * time.Millisecond
)

// stop keeps the timer from firing. A nil timer is stopped already.
func (t *timer) stop() {
	if t != nil {
		t.f = nil
	}
}

// start lets t run f some time after now; sooner reports whether it is the earliest.
func (ts *timers) start(t *timer, now time.Time, after time.Duration, f func(), fire func()) (sooner bool) {
	t.at, t.f = now.Add(max(after, 0)), f
	ts.running = append(ts.running, t)
	sooner = ts.armed.IsZero() || t.at.Before(ts.armed)
	if sooner {
		ts.arm(t.at, fire)
	}
	return sooner
}

func (ts *timers) arm(at time.Time, fire func()) {
	ts.armed = at
	if ts.clock == nil {
		ts.clock = time.AfterFunc(time.Until(at), fire)
	} else {
		ts.clock.Reset(time.Until(at))
	}
}

// due removes and returns the timers that are due, the earliest first, and sets
// the clock for the next.
func (ts *timers) due(fire func()) (due []*timer) {
	now := time.Now()
	if !ts.late && !ts.armed.IsZero() && now.Sub(ts.armed) > lateness {
		ts.late = true
		ts.arm(now.Add(catchUp), fire)
		return nil
	}
	ts.late = false
	ts.armed = time.Time{}
	rest := ts.running[:0]
	var next time.Time
	for _, t := range ts.running {
		switch {
		case t.f == nil:
		case t.at.After(now):
			rest = append(rest, t)
			if next.IsZero() || t.at.Before(next) {
				next = t.at
			}
		default:
			at := len(due)
			for at > 0 && t.at.Before(due[at-1].at) {
				at--
			}
			due = append(due, nil)
			copy(due[at+1:], due[at:])
			due[at] = t
		}
	}
	clear(ts.running[len(rest):])
	ts.running = rest
	if !next.IsZero() {
		ts.arm(next, fire)
	}
	return due
}

// clear stops all timers.
func (ts *timers) clear() {
	for _, t := range ts.running {
		t.f = nil
	}
	ts.running, ts.armed = nil, time.Time{}
	if ts.clock != nil {
		ts.clock.Stop()
	}
}
