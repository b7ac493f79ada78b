package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// ExportLog returns the flight recording: what was sent, received, called and
// decided, a line of JSON each, the time in microseconds since the client was
// made. It shows what the table knows to be harmless (states, ids, codes,
// flags, times, names of methods and events), and of everything else the kind
// and the length. Config.RecordNumbers adds telephone numbers.
func (c *Client) ExportLog() (recording string) {
	c.core.enter("ExportLog", func() { recording = c.core.export() })
	return recording
}

func (c *core) export() string {
	var head wire.Builder
	var out strings.Builder
	out.WriteString(string(head.Text("Kind", "recording").Text("Prefix", c.msgPrefix).Text("AgentId", c.redaction().id(c.cfg.AgentID)).
		Text("Language", c.cfg.Language).Bool("Dropped", c.recorder.dropped).Object()))
	r := c.redaction()
	for i := range c.recorder.count {
		out.WriteByte('\n')
		out.WriteString(string(r.entry(c.recorder.entry(i))))
	}
	out.WriteByte('\n')
	return out.String()
}

func (c *core) redaction() *redaction {
	return &redaction{prefix: c.msgPrefix, numbers: c.cfg.RecordNumbers, seed: c.recorder.seed}
}

func (r *redaction) entry(e *entry) wire.Raw {
	var b wire.Builder
	b.Int("T", e.at.Microseconds()).Text("Kind", e.kind.String())
	if e.cut > 0 {
		b.Int("Cut", int64(e.cut))
	}
	switch e.kind {
	case recordCall, recordWaits:
		r.arguments(b.Text("Method", e.name), e)
	case recordPhone, recordOrder:
		b.Text("Id", r.id(e.id)).Text("Text", r.text(e.name, spec.ShownWord))
	case recordSettled:
		b.Text("Method", e.name)
	}
	switch e.kind {
	case recordWaits, recordRetry, recordAnswer, recordToken, recordDial:
		b.Int("N", e.n)
	}
	switch e.kind {
	case recordIn, recordOut, recordBegin, recordPhone, recordAnswer:
		r.json(&b, "Frame", e)
	case recordClosed, recordState, recordSettled, recordNote:
		b.Text("Text", e.text)
	case recordEvent:
		b.Text("Text", strings.Join(e.names, " "))
	}
	return b.Object()
}

// json adds a JSON text; of any other text, only its size.
func (r *redaction) json(b *wire.Builder, name string, e *entry) {
	if e.text == "" {
		return
	}
	value, err := wire.Parse(e.text)
	switch {
	case err != nil || e.cut > 0:
		garbage(b, e)
	case e.kind == recordBegin:
		b.Raw(name, r.own(value))
	default:
		b.Raw(name, r.value(value, spec.Hidden))
	}
}

// garbage adds the size of a text that cannot be shown.
func garbage(b *wire.Builder, e *entry) { b.Text("Garbage", number(len(e.text)+e.cut)+" bytes") }

// arguments adds a call's arguments, each shown as the parameter at its place.
func (r *redaction) arguments(b *wire.Builder, e *entry) {
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
		as := spec.Hidden
		if row != nil && row.Shape != spec.Options && at < len(row.Params) {
			as, _ = shownAs(row.Params[at].Name)
		}
		return r.value(value, as)
	}))
}
