//go:build js

package main

import (
	"github.com/hack-pad/safejs"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/wasm/crossing"
)

// frames are the sockets whose frames cross as messages.
type frames struct {
	toPage  func(kind spec.MessageKind, instance, id int32, name, json string)
	last    int32
	sockets map[int32]sdk.FrameEvents
}

// hear has the page listen to a socket.
func (f *frames) hear(ws safejs.Value, events sdk.FrameEvents) (send func(frame string), release func()) {
	f.last++
	id := f.last
	f.sockets[id] = events
	_, _ = safejs.Global().Call("listen", ws, int(id), sdk.MaxFrame)
	send = func(frame string) { f.toPage(spec.KindFrame, 0, id, "", frame) }
	release = func() {
		delete(f.sockets, id)
		f.toPage(spec.KindRelease, 0, id, "", "")
	}
	return send, release
}

func (f *frames) heard(m crossing.Message) {
	hears, known := f.sockets[m.ID]
	switch {
	case !known:
	case m.Kind == spec.KindLarge:
		hears.Large()
	default:
		hears.Text(m.JSON)
	}
}
