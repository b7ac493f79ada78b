package sdk

import (
	"strconv"
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// What the flight recorder keeps at most; older entries make room.
const (
	RecordEntries = 1000
	RecordBytes   = 256 << 10
)

// The kinds of entry. Those of the first group make a replay, the others are
// what it must lead to again.
const (
	recordCall   = "call"   // a method and its arguments
	recordIn     = "in"     // a frame from the gateway
	recordToken  = "token"  // GetToken was answered; a reason if not well
	recordDial   = "dial"   // the socket opened; a reason if it did not
	recordClosed = "closed" // the socket ended; its code
	recordWake   = "wake"   // computer, page or network may have come back
	recordRetry  = "retry"  // the wait before the next attempt, in microseconds
	recordAnswer = "answer" // an HTTP answer: its status and body; 0 where none came
	recordPhone  = "phone"  // what the web phone told: the order's number, which news, their object
	recordBegin  = "begin"  // an attempt to connect begins: all that it starts from
	recordWaits  = "waits"  // a call that waits for this attempt, and for how many microseconds at most

	recordOut     = "out"     // a frame to the gateway
	recordOrder   = "order"   // an order to the web phone: its number, and which
	recordState   = "state"   // the connection's state
	recordEvent   = "event"   // an event's names
	recordSettled = "settled" // a method and its code
	recordNote    = "note"    // a log line: what was decided, and why
)

// recorder is a bounded ring of what happened. It keeps texts as they are, in
// memory alone; they are redacted when they leave it.
type recorder struct {
	began   time.Time
	entries []entry
	bytes   int
	dropped bool // whether older entries made room
	keep    int  // how many entries at most
}

type entry struct {
	at   time.Duration
	kind string
	text string
}

func (c *Client) record(kind, text string) {
	r := &c.recorder
	r.entries = append(r.entries, entry{time.Since(r.began), kind, text})
	r.bytes += len(text)
	for len(r.entries) > r.keep || r.bytes > RecordBytes/RecordEntries*r.keep {
		r.bytes -= len(r.entries[0].text)
		r.entries = r.entries[1:]
		r.dropped = true
	}
}

// note records what a step that waited without the lock came to.
func (c *Client) note(kind string, why spec.Reason) {
	c.lock()
	defer c.unlock()
	text := ""
	if why != spec.NoReason {
		text = strconv.Itoa(int(why))
	}
	c.record(kind, text)
}

// ExportLog is the flight recording: what went over the wire, what was called
// and what was decided, a line of JSON each, the time in microseconds since the
// client was made. Tokens and passwords are blotted out by their types in the
// table, and so are telephone numbers unless Config.RecordNumbers is set.
func (c *Client) ExportLog() string {
	c.lock()
	defer c.unlock()
	var head wire.Builder
	out := []byte(head.Text("Kind", "recording").Text("Prefix", c.msgPrefix).Text("AgentId", c.cfg.AgentID).
		Text("Language", c.cfg.Language).Bool("Dropped", c.recorder.dropped).Object())
	for _, e := range c.recorder.entries {
		var b wire.Builder
		b.Int("T", e.at.Microseconds()).Text("Kind", e.kind)
		switch e.kind {
		case recordCall:
			c.exportCall(&b, e.text)
		case recordWaits:
			left, call, _ := strings.Cut(e.text, " ")
			c.exportCall(b.Text("Text", left), call)
		case recordIn, recordOut, recordBegin:
			c.exportFrame(&b, e.text)
		case recordPhone:
			id, news, _ := strings.Cut(e.text, " ")
			news, detail, _ := strings.Cut(news, " {")
			c.exportFrame(b.Text("Id", id).Text("Text", news), "{"+detail)
		case recordAnswer:
			status, body, _ := strings.Cut(e.text, " ")
			c.exportFrame(b.Text("Text", status), body)
		default:
			b.Text("Text", e.text)
		}
		out = append(append(out, '\n'), b.Object()...)
	}
	return string(append(out, '\n'))
}

// exportFrame adds a JSON text, redacted; of any other text its size alone.
func (c *Client) exportFrame(b *wire.Builder, text string) {
	if frame, err := wire.Parse(text); err == nil {
		b.Raw("Frame", c.redact(frame, false))
		return
	}
	b.Text("Garbage", strconv.Itoa(len(text))+" bytes")
}

// recordBeginning notes all that the attempt which follows starts from.
func (c *Client) recordBeginning(from connState, on input) {
	var b wire.Builder
	b.Int("From", int64(from)).Int("On", int64(on)).Int("Seq", c.seq).Bool("Ready", c.everOnline).
		Int("Failed", int64(c.failed)).Int("Refusals", int64(c.refusals)).
		Raw("State", c.view.JSON()).Text("CallID", c.view.CallID).Raw("LastCall", c.lastCall).
		Text("ToldState", string(c.told.agent)).Text("ToldMode", string(c.told.mode)).
		Int("Phone", int64(c.phone.state)).Int("Orders", c.phone.orders)
	if l := c.phone.leg; l != nil {
		b.Text("Leg", l.name).Int("LegState", int64(l.state))
	}
	c.record(recordBegin, string(b.Object()))
	for _, call := range c.parked {
		c.record(recordWaits, strconv.FormatInt(call.patience().Microseconds(), 10)+" "+call.row.Name+string(call.given))
	}
}

// exportCall adds a call: the method's name, which its arguments follow.
func (c *Client) exportCall(b *wire.Builder, text string) {
	method, args := text, ""
	if at := strings.IndexByte(text, '['); at >= 0 {
		method, args = text[:at], text[at:]
	}
	b.Text("Method", method).Raw("Args", c.redactCall(method, wire.Raw(args)))
}

// redactCall blots out the arguments of a call, by the types of its parameters.
func (c *Client) redactCall(method string, args wire.Raw) wire.Raw {
	row := spec.FindMethod(method)
	at := -1
	return list(args, func(value wire.Raw) wire.Raw {
		at++
		blot := row != nil && row.Shape != spec.Options && at < len(row.Params) && value.Kind() != wire.Object &&
			row.Params[at].Type == "PhoneNumber"
		return c.redact(value, blot)
	})
}

// redact blots out what is sensitive in a value; all of it where blot is set.
func (c *Client) redact(value wire.Raw, blot bool) wire.Raw {
	switch value.Kind() {
	case wire.Object:
		var b wire.Builder
		for name, member := range value.Members {
			secret, number := sensitive(name)
			if secret {
				b.Text(name, "***")
			} else {
				b.Raw(name, c.redact(member, blot || number))
			}
		}
		return b.Object()
	case wire.Array:
		return list(value, func(element wire.Raw) wire.Raw { return c.redact(element, blot) })
	case wire.String, wire.Number:
		if !blot || c.cfg.RecordNumbers {
			return value
		}
		text := []byte(value.TextOrDigits())
		for i := range text {
			if text[i] >= '0' && text[i] <= '9' {
				text[i] = '*'
			}
		}
		return wire.Quote(string(text))
	}
	return value
}
