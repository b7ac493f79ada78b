package sdk

import (
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Limits of the flight recorder; older entries are dropped.
const (
	RecordEntries = 1000
	RecordBytes   = 256 << 10
	// RecordEntry is how many bytes of one entry's text are kept.
	RecordEntry = 16 << 10
)

// recordKind is the kind of an entry. Those of the first group drive a replay,
// the others are what it must reproduce.
type recordKind uint8

const (
	recordCall   recordKind = iota // name: a method; text: its arguments
	recordIn                       // text: a frame from the gateway
	recordToken                    // GetToken was answered; n: a reason if not well
	recordDial                     // the socket opened; n: a reason if it did not
	recordClosed                   // the socket ended; text: its code
	recordWake                     // computer, page or network may have come back
	recordRetry                    // the wait before the next attempt; n: microseconds
	recordAnswer                   // an HTTP answer; n: its status, 0 if none came; text: its body
	recordPhone                    // news of the web phone; id: the order's number, name: which news, text: its object
	recordBegin                    // an attempt to connect begins; text: all that it starts from
	recordWaits                    // a call that waits for this attempt; name and text as for call, n: microseconds at most

	recordOut     // text: a frame to the gateway
	recordOrder   // an order to the web phone; id: its number, name: which
	recordState   // text: the connection's state, the input, the state after it
	recordEvent   // names: an event's
	recordSettled // name: a method; text: its code
	recordNote    // text: a log line, or what was decided
)

var recordNames = [...]string{"call", "in", "token", "dial", "closed", "wake", "retry", "answer", "phone", "begin", "waits", "out", "order", "state", "event", "settled", "note"}

func (k recordKind) String() string { return recordNames[k] }

// recorder is a bounded ring of what happened. It keeps texts unchanged, in
// memory only; they are redacted on export.
type recorder struct {
	began   time.Time
	ring    []entry // of keep entries once it is full
	first   int     // where the oldest is
	count   int
	bytes   int
	dropped bool   // whether older entries made room
	keep    int    // how many entries at most
	seed    uint64 // of the names that stand for ids in an export
}

// entry is one thing that happened. Its kind decides which members are used.
type entry struct {
	at    time.Duration
	kind  recordKind
	names []string
	name  string
	id    string
	text  string
	n     int64
	cut   int // how many bytes of text were left out
}

// elapsed returns the time since the recording began.
func (c *core) elapsed() time.Duration { return c.stepTime().Sub(c.recorder.began) }

// record appends an entry and returns it, so that its other members can be set.
func (c *core) record(kind recordKind, text string) *entry {
	r := &c.recorder
	cut := 0
	if len(text) > RecordEntry {
		// A copy, so that the rest does not stay in memory.
		cut = len(text) - RecordEntry
		text = strings.Clone(text[:RecordEntry])
	}
	r.bytes += len(text)
	for r.count == r.keep || r.count > 0 && r.bytes > RecordBytes/RecordEntries*r.keep {
		oldest := r.entry(0)
		r.bytes -= len(oldest.text)
		*oldest = entry{}
		r.first = (r.first + 1) % len(r.ring)
		r.count--
		r.dropped = true
	}
	if r.count == len(r.ring) {
		r.grow()
	}
	r.count++
	e := r.entry(r.count - 1)
	*e = entry{at: c.elapsed(), kind: kind, text: text, cut: cut}
	return e
}

// entry returns the entry of that number, counted from the oldest.
func (r *recorder) entry(number int) *entry { return &r.ring[(r.first+number)%len(r.ring)] }

// grow makes room for more entries; a short-lived client has only a few.
func (r *recorder) grow() {
	ring := make([]entry, min(max(2*r.count, 64), r.keep))
	for i := range r.count {
		ring[i] = *r.entry(i)
	}
	r.ring, r.first = ring, 0
}

// recordBeginning records the state from which the next attempt starts.
func (c *core) recordBeginning(from connState, on input) {
	n := &c.conn
	var b wire.Builder
	b.Int("From", int64(from)).Int("On", int64(on)).Int("Seq", c.calls.seq).Bool("Ready", n.everOnline).
		Int("Failed", int64(n.failed)).Int("Refused", int64(n.refused)).Int("Unopened", int64(n.unopened)).
		Raw("State", c.agent.view.recorded()).Raw("LastCall", c.agent.lastCall).
		Text("AnnouncedState", string(c.agent.announced.state)).Text("AnnouncedMode", string(c.agent.announced.mode))
	c.phone.recordBeginning(&b)
	c.record(recordBegin, string(b.Object()))
	c.calls.noteParked()
}
