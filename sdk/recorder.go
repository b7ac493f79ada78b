package sdk

import (
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// What the flight recorder keeps at most; older entries make room.
const (
	RecordEntries = 1000
	RecordBytes   = 256 << 10
	// RecordEntry is how many bytes of one entry's text are kept.
	RecordEntry = 16 << 10
)

// recordKind is what an entry tells. Those of the first group make a replay, the
// others are what it must lead to again.
type recordKind uint8

const (
	recordCall   recordKind = iota // name: a method; text: its arguments
	recordIn                       // text: a frame from the gateway
	recordToken                    // GetToken was answered; n: a reason if not well
	recordDial                     // the socket opened; n: a reason if it did not
	recordClosed                   // the socket ended; text: its code
	recordWake                     // computer, page or network may have come back
	recordRetry                    // the wait before the next attempt; n: microseconds
	recordAnswer                   // an HTTP answer; n: its status, 0 where none came; text: its body
	recordPhone                    // what the web phone told; id: the order's number, name: which news, text: their object
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

// recorder is a bounded ring of what happened. It keeps texts as they are, in
// memory alone; they are redacted when they leave it.
type recorder struct {
	began   time.Time
	entries []entry
	bytes   int
	dropped bool   // whether older entries made room
	keep    int    // how many entries at most
	seed    uint64 // of the names that stand for ids in an export
}

// entry is one thing that happened. Which members count is for its kind to say.
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

// record appends an entry and returns it, so that its other members can be set.
func (c *core) record(kind recordKind, text string) *entry {
	r := &c.recorder
	cut := 0
	if len(text) > RecordEntry {
		// A copy, so that the rest does not stay in memory.
		cut = len(text) - RecordEntry
		text = strings.Clone(text[:RecordEntry])
	}
	r.entries = append(r.entries, entry{at: time.Since(r.began), kind: kind, text: text, cut: cut})
	r.bytes += len(text)
	drop := 0
	for len(r.entries)-drop > r.keep || r.bytes > RecordBytes/RecordEntries*r.keep {
		r.bytes -= len(r.entries[drop].text)
		drop++
	}
	if drop > 0 {
		r.dropped = true
		clear(r.entries[:drop])
		r.entries = r.entries[drop:]
	}
	return &r.entries[len(r.entries)-1]
}

// recordBeginning notes all that the attempt which follows starts from.
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
