// Package crossing carries messages between the page and the core. Each message
// crosses once, through a function that the module exports (fromPage) or
// imports (toPage): a kind, two numbers, a name and a text, which
// spec.MessageKind describes. No JavaScript value is made for it.
//
// Names and texts are UTF-8 in the module's memory. For a message to the core,
// the page writes the name and a line feed, if the kind has a name, and the
// text into a buffer that the core provides, and passes the length. The core
// copies it before it does anything else, so that the next message may
// overwrite it, even one caused by the first. For a message to the page, the
// core passes the positions and lengths of name and text; the page reads them
// before it returns. Each side checks that they are within bounds.
package crossing

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// Message is one message, as spec.MessageKind describes it.
type Message struct {
	Kind     spec.MessageKind
	Instance int32
	ID       int32
	Name     string
	JSON     string
}

const (
	// firstRoom is enough for nearly all messages, in bytes.
	firstRoom = 64 << 10
	// MaxText is the longest message from the page, in bytes: js/src/crossing.ts
	// truncates longer ones. The largest meaningful one is a frame of MaxFrame
	// UTF-16 units, each of which is 3 bytes at most.
	MaxText = 4 << 20
)

// receiver is the core's end.
type receiver struct {
	room    []byte
	receive func(Message)
}

// grow makes room for size bytes, nil if that is too much.
func (r *receiver) grow(size int32) []byte {
	switch {
	case size < 0 || size > MaxText:
		return nil
	case int(size) > len(r.room):
		r.room = make([]byte, max(size, firstRoom))
	}
	return r.room
}

// take passes on what the page wrote, false if that exceeds the room.
func (r *receiver) take(kind, instance, id, size int32) bool {
	if r.receive == nil || size < 0 || int(size) > len(r.room) {
		return false
	}
	m := Message{Kind: spec.MessageKind(kind), Instance: instance, ID: id, JSON: string(r.room[:size])}
	if m.Kind.Named() {
		m.Name, m.JSON, _ = strings.Cut(m.JSON, "\n")
	}
	r.receive(m)
	return true
}
