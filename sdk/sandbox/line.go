package sandbox

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// lineRing is how long a line rings that nobody answers.
const lineRing = 60 * time.Second

// lineState is what an outside telephone is doing: ringing ──▶ talking, and
// either ──▶ cleared.
type lineState string

const (
	lineRinging lineState = "ringing"
	lineTalking lineState = "talking"
	lineCleared lineState = "cleared"
)

// line is a telephone outside of the platform: the customer's, or one that an
// agent has dialled into the call.
type line struct {
	number  string
	channel string
	state   lineState
	heard   lineEvents
	due     *timer // its next action
	habit   habit
}

// lineEvents are called when the line answers or ends by itself.
type lineEvents struct {
	answered func()
	failed   func(desc string)
	left     func()
}

// habit is how a number behaves when it is dialled.
type habit struct {
	refused bool          // the gateway declines to dial it
	busy    bool          // it fails after the ring time
	silent  bool          // nobody answers
	talks   time.Duration // hangs up so long after answering; 0 means never
}

// habits go by a number's last four digits. Every other number rings for
// Config.RingTime, answers and stays.
var habits = map[string]habit{
	"0001": {busy: true},
	"0002": {silent: true},
	"0003": {talks: 2 * time.Second},
	"0004": {refused: true},
}

func habitOf(number string) habit { return habits[number[max(0, len(number)-4):]] }

// checkNumber returns nil if the number can be dialled.
func checkNumber(name, number string) error {
	if !spec.Dialable(number) {
		return refuse(spec.ServerParameterError, "%s cannot be dialled: it needs at least four digits, *, # or +", name)
	}
	if habitOf(number).refused {
		return refuse(spec.ServerNoSuchSpNumber, "no relay number reaches this %s", name)
	}
	return nil
}

// dialLine rings a number that checkNumber has accepted.
func (e *engine) dialLine(number string, heard lineEvents) *line {
	l := &line{number: number, channel: e.uuid(), state: lineRinging, heard: heard, habit: habitOf(number)}
	switch {
	case l.habit.busy:
		l.due = e.after(e.config.RingTime, func() { e.failLine(l, "The number is busy") })
	case l.habit.silent:
		l.due = e.after(lineRing, func() { e.failLine(l, "Nobody answers") })
	default:
		l.due = e.after(e.config.RingTime, func() { e.answerLine(l) })
	}
	return l
}

func (e *engine) answerLine(l *line) {
	l.due.stop()
	l.state = lineTalking
	if l.habit.talks > 0 {
		l.due = e.after(l.habit.talks, func() {
			l.state = lineCleared
			l.heard.left()
		})
	}
	l.heard.answered()
}

func (e *engine) failLine(l *line, desc string) {
	l.state = lineCleared
	l.heard.failed(desc)
}

// drop ends the line from the platform's side. A nil line has ended already.
func (l *line) drop() {
	if l != nil {
		l.due.stop()
		l.state = lineCleared
	}
}
