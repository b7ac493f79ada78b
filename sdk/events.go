package sdk

import (
	"errors"
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Event is something that happened, with the Data that a page receives.
type Event struct {
	// Names are the names under which it is raised, in order: a call's event is
	// AdvancedCallStatusChanged first.
	Names   []string
	Code    spec.Code // Success, but for CallFailed and PhoneTrouble
	Data    wire.Raw  // "" for an event without data
	Message string
	Visible bool
	State   Snapshot // agent, phone and connection right after it

	told   wire.Raw
	to     *Page   // the page that gets it, nil for all
	except []*Page // the pages that do not get it
}

// On calls handler for every event of that name, one of the table's, until off
// is called; an unknown name is an error. The typed OnDelivered and so on are
// checked by the compiler.
func (c *Client) On(name string, handler func(Event)) (off func(), err error) {
	if spec.FindEvent(name) == nil {
		return nil, errors.New("sdk: On(" + strconv.Quote(name) + "): there is no such event; use one of the On methods")
	}
	return c.core.queue.on(name, handler), nil
}

// OnAny calls handler for every event, each once, until off is called.
func (c *Client) OnAny(handler func(Event)) (off func()) { return c.core.queue.on("", handler) }
