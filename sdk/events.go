package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Event is something that happened, with the Data that a page gets.
type Event struct {
	// Names are those under which it is raised, in order: a call's event is
	// AdvancedCallStatusChanged first.
	Names   []string
	Code    spec.Code // Success, but for CallFailed
	Data    wire.Raw  // "" for an event without data
	Message string
	Visible bool
	State   Snapshot // agent, phone and connection right after it
}

// Envelope is the event as a page's handler gets it.
func (e Event) Envelope() wire.Raw { return envelope(e.Code, e.Data, e.Message, e.Visible) }

// On calls handler for every event of that name until the returned function is
// called. The name "" stands for every event, each once.
func (c *Client) On(name string, handler func(Event)) (off func()) {
	return c.core.queue.on(name, handler)
}
