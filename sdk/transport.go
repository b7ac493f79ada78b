package sdk

import (
	"context"
	"errors"
)

// transport is how the client reaches the platform: coder/websocket and
// net/http in a native program, the browser's own WebSocket and fetch in a
// page.
type transport interface {
	// dial opens a socket and returns when it is open. It MUST give up when ctx
	// is done, leaving nothing behind.
	dial(ctx context.Context, url string, on socketEvents) (socket, error)
	// fetch makes an HTTP request with a JSON body, none if body is "". It returns
	// whatever status arrived, without following a redirect; an error means that
	// none arrived, errTooLarge that the answer is larger than MaxAnswer.
	fetch(ctx context.Context, verb, url, body string) (status int, text string, err error)
}

// socket is an open WebSocket of text frames.
type socket interface {
	// send hands a frame over for sending, in order. It MUST NOT block and MUST
	// NOT call back. A frame that can no longer be sent is dropped: closed reports
	// the end.
	send(frame string)
	// close sends what was handed over, then closes with the code: 1000 or 3000
	// to 4999, all that a browser may send. It MUST NOT block and MUST NOT call
	// back. The transport releases the socket whether the other side answers
	// or not.
	close(code int, reason string)
}

// socketEvents are the events of a socket, one call at a time: message for each
// text frame in order, oversized in place of one larger than MaxFrame, then
// closed once, after the last message, unless close was called. released comes
// last, when nothing of the socket is left. They may come before dial has
// returned.
type socketEvents struct {
	message   func(text string)
	oversized func(size int)
	closed    func(code int)
	released  func()
}

// Close codes that a socket reports without having received one.
const (
	closeAbnormal = 1006 // the connection broke
)

// refusedUpgrade is dial's error if the answer to the upgrade was HTTP 401:
// a native program sees it, a page does not.
type refusedUpgrade struct{ error }

var errTooLarge = errors.New("the answer is larger than MaxAnswer")
