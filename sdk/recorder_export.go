package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// ExportLog is the flight recording: what went over the wire, what was called
// and what was decided, a line of JSON each, the time in microseconds since the
// client was made. Tokens and passwords are left out by their types in the
// table, and so are telephone numbers unless Config.RecordNumbers is set.
func (c *Client) ExportLog() (recording string) {
	c.core.enter("ExportLog", func() { recording = c.core.export() })
	return recording
}

func (c *core) export() string {
	var head wire.Builder
	var out strings.Builder
	out.WriteString(string(head.Text("Kind", "recording").Text("Prefix", c.msgPrefix).Text("AgentId", c.cfg.AgentID).
		Text("Language", c.cfg.Language).Bool("Dropped", c.recorder.dropped).Object()))
	for i := range c.recorder.entries {
		out.WriteByte('\n')
		out.WriteString(string(c.exportEntry(&c.recorder.entries[i])))
	}
	out.WriteByte('\n')
	return out.String()
}

func (c *core) exportEntry(e *entry) wire.Raw {
	var b wire.Builder
	b.Int("T", e.at.Microseconds()).Text("Kind", e.kind.String())
	if e.cut > 0 {
		b.Int("Cut", int64(e.cut))
	}
	switch e.kind {
	case recordCall, recordWaits:
		c.exportArguments(b.Text("Method", e.name), e)
	case recordPhone, recordOrder:
		b.Text("Id", e.id).Text("Text", e.name)
	case recordSettled:
		b.Text("Method", e.name)
	}
	switch e.kind {
	case recordWaits, recordRetry, recordAnswer, recordToken, recordDial:
		b.Int("N", e.n)
	}
	switch e.kind {
	case recordIn, recordOut, recordBegin, recordPhone, recordAnswer:
		c.exportJSON(&b, "Frame", e)
	case recordClosed, recordState, recordSettled, recordNote:
		b.Text("Text", e.text)
	case recordEvent:
		b.Text("Text", strings.Join(e.names, " "))
	}
	return b.Object()
}

// exportJSON adds a JSON text, redacted; of any other text its size alone.
func (c *core) exportJSON(b *wire.Builder, name string, e *entry) {
	if e.text == "" {
		return
	}
	if value, err := wire.Parse(e.text); err == nil && e.cut == 0 {
		b.Raw(name, c.redact(value, false))
		return
	}
	garbage(b, e)
}

// garbage adds the size of a text that cannot be shown.
func garbage(b *wire.Builder, e *entry) { b.Text("Garbage", number(len(e.text)+e.cut)+" bytes") }

// exportArguments adds a call's arguments, redacted by the types of its
// parameters.
func (c *core) exportArguments(b *wire.Builder, e *entry) {
	args, err := wire.Parse(e.text)
	if err != nil || e.cut > 0 || args.Kind() != wire.Array {
		if e.text != "" {
			garbage(b, e)
		}
		return
	}
	row := spec.FindMethod(e.name)
	at := -1
	b.Raw("Args", list(args, func(value wire.Raw) wire.Raw {
		at++
		blot := row != nil && row.Shape != spec.Options && at < len(row.Params) && value.Kind() != wire.Object &&
			row.Params[at].Type == "PhoneNumber"
		return c.redact(value, blot)
	}))
}

// redact leaves out what is sensitive in a value; all of it where blot is set.
func (c *core) redact(value wire.Raw, blot bool) wire.Raw {
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
