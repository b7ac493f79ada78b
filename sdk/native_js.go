package sdk

import "github.com/hack-pad/safejs"

// Native holds the options of a program in a browser. The page's module sets
// them; a page's own Go program leaves them empty.
type Native struct {
	// Frames takes over the events of a WebSocket, and returns how to send to it;
	// nil means the browser's WebSocket through js.Func and js.Value.
	Frames func(ws safejs.Value, hears FrameEvents) (send func(frame string), release func())
	// Inline says that handlers, done callbacks and Log neither block nor wait:
	// they are called on the goroutine on which something happened.
	Inline bool
	// Stirred is called when the client has started a goroutine or a timer, which
	// runs once the caller is idle. A caller that does not run under Go's
	// scheduler, such as a function that the module exports, must see to that.
	Stirred func()
}

// FrameEvents are what Native.Frames reports, one call at a time: Text for each
// text frame, "" for one that is not text, and Large in place of one of more
// than MaxFrame UTF-16 units.
type FrameEvents struct {
	Text  func(frame string)
	Large func()
}

func (n Native) inline() bool { return n.Inline }

func (n Native) stirred() {
	if n.Stirred != nil {
		n.Stirred()
	}
}
