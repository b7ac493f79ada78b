//go:build js

package sdk

import (
	"context"
	"errors"

	"github.com/hack-pad/safejs"
)

// browserTransport is the browser's own WebSocket and fetch. coder/websocket's
// build for js is not used: it links net/http and crypto/tls, loses messages
// that arrive just before a close, and hides the server's close code.
type browserTransport struct{ native Native }

func newTransport(native Native) transport { return browserTransport{native} }

var errNoBrowser = errors.New("this JavaScript world has no WebSocket or no fetch")

func (t browserTransport) dial(ctx context.Context, url string, on socketEvents) (socket, error) {
	class, err := safejs.Global().Get("WebSocket")
	if err != nil || class.Type() != safejs.TypeFunction {
		return nil, errNoBrowser
	}
	ws, err := class.New(url)
	if err != nil {
		// Its text holds the URL, and so the token.
		return nil, errors.New("the URL is malformed, or the page's CSP forbids it (connect-src)")
	}
	s := &browserSocket{ws: ws, on: on, opened: make(chan error, 1)}
	if s.handler, err = safejs.FuncOf(s.handle); err != nil {
		return nil, err
	}
	for _, name := range handlerNames {
		if err := ws.Set(name, s.handler.Value()); err != nil {
			return nil, err
		}
	}
	s.write, s.release = func(frame string) { _, _ = ws.Call("send", frame) }, func() {}
	if t.native.Frames != nil {
		s.write, s.release = t.native.Frames(ws, FrameEvents{Text: s.text, Large: s.large})
	}
	select {
	case err = <-s.opened:
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		s.detach()
		_, _ = s.ws.Call("close", 1000)
		return nil, err
	}
	return s, nil
}

var handlerNames = [...]string{"onopen", "onmessage", "onclose"}

// browserSocket passes on the events of a WebSocket through one js.Func, which
// is kept as long as the socket is of interest.
type browserSocket struct {
	ws       safejs.Value
	on       socketEvents
	handler  safejs.Func
	opened   chan error // gets one value: nil, or why it did not open
	isOpen   bool
	detached bool // handlers are removed
	write    func(frame string)
	release  func()
}

func (s *browserSocket) handle(_ safejs.Value, args []safejs.Value) any {
	if len(args) == 0 || s.detached {
		return nil
	}
	event := args[0]
	switch kind, _ := property(event, "type").String(); kind {
	case "open":
		s.isOpen = true
		s.opened <- nil
	case "message":
		s.message(property(event, "data"))
	case "close":
		code, _ := property(event, "code").Int()
		s.detach()
		if !s.isOpen {
			s.opened <- errors.New("the upgrade failed")
			return nil
		}
		s.on.closed(code)
		s.on.released()
	}
	return nil
}

func (s *browserSocket) message(data safejs.Value) {
	if data.Type() != safejs.TypeString {
		// Not JSON: counted as a bad frame.
		s.on.message("")
		return
	}
	if size := length(data); size > MaxFrame {
		s.on.oversized(size)
		return
	}
	text, err := data.String()
	if err != nil {
		text = ""
	}
	s.text(text)
}

func (s *browserSocket) large() {
	if !s.detached {
		s.on.oversized(MaxFrame + 1)
	}
}

func (s *browserSocket) text(frame string) {
	switch {
	case s.detached:
	case len(frame) > MaxFrame:
		s.on.oversized(len(frame))
	default:
		s.on.message(frame)
	}
}

func (s *browserSocket) send(frame string) { s.write(frame) }

func (s *browserSocket) close(code int, reason string) {
	if s.detached {
		return
	}
	s.detach()
	// The browser sends what was handed over before it closes.
	_, _ = s.ws.Call("close", code, reason)
	s.on.released()
}

// detach removes the handlers, so that nothing keeps the socket alive.
func (s *browserSocket) detach() {
	if s.detached {
		return
	}
	s.detached = true
	for _, name := range handlerNames {
		_ = s.ws.Set(name, safejs.Null())
	}
	s.handler.Release()
	s.release()
}

func (browserTransport) fetch(ctx context.Context, verb, url, body string) (int, string, error) {
	return fetchWith(ctx, verb, url, body, "include")
}

func fetchWith(ctx context.Context, verb, url, body, credentials string) (int, string, error) {
	world := safejs.Global()
	options := map[string]any{
		"method":      verb,
		"credentials": credentials,
		// The URL contains the token: no other host and no cache may get it.
		"redirect":       "error",
		"referrerPolicy": "no-referrer",
		"cache":          "no-store",
	}
	// Chromium before 66 has no AbortController: there the request continues.
	if class, err := world.Get("AbortController"); err == nil && class.Type() == safejs.TypeFunction {
		abort, err := class.New()
		if err != nil {
			return 0, "", errNoBrowser
		}
		over := make(chan struct{})
		defer close(over)
		go func() {
			select {
			case <-ctx.Done():
				_, _ = abort.Call("abort")
			case <-over:
			}
		}()
		options["signal"] = property(abort, "signal")
	}
	if body != "" {
		options["body"] = body
		options["headers"] = map[string]any{"Content-Type": "application/json"}
	}
	promise, err := world.Call("fetch", url, options)
	if err != nil {
		return 0, "", errNoBrowser
	}
	response, err := await(ctx, promise)
	if err != nil {
		return 0, "", err
	}
	status, err := property(response, "status").Int()
	if err != nil {
		return 0, "", err
	}
	if promise, err = response.Call("text"); err != nil {
		return 0, "", err
	}
	value, err := await(ctx, promise)
	if err != nil {
		return 0, "", err
	}
	if length(value) > MaxAnswer {
		return 0, "", errTooLarge
	}
	text, err := value.String()
	return status, text, err
}

// await waits for a promise that is known to settle, until ctx ends. The two
// functions release themselves when one of them is called.
func await(ctx context.Context, promise safejs.Value) (safejs.Value, error) {
	type outcome struct {
		value safejs.Value
		err   error
	}
	settled := make(chan outcome, 1)
	var then, catch safejs.Func
	settle := func(o outcome) any {
		then.Release()
		catch.Release()
		settled <- o
		return nil
	}
	var err error
	then, err = safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any { return settle(outcome{value: args[0]}) })
	if err != nil {
		return safejs.Value{}, err
	}
	catch, err = safejs.FuncOf(func(safejs.Value, []safejs.Value) any {
		return settle(outcome{err: errors.New("the request failed")})
	})
	if err != nil {
		then.Release()
		return safejs.Value{}, err
	}
	if _, err := promise.Call("then", then.Value(), catch.Value()); err != nil {
		return safejs.Value{}, err
	}
	select {
	case o := <-settled:
		return o.value, o.err
	case <-ctx.Done():
		return safejs.Value{}, ctx.Err()
	}
}

// property returns a member of v, undefined if v has none.
func property(v safejs.Value, name string) safejs.Value {
	value, err := v.Get(name)
	if err != nil {
		return safejs.Undefined()
	}
	return value
}

// length returns a string's length in UTF-16 units, each at least one byte of
// UTF-8. It is read before the text is copied into the module's memory, from a
// String object, since syscall/js reads no members of a plain string.
func length(text safejs.Value) int {
	object, err := safejs.Global().Call("Object", text)
	if err != nil {
		return 0
	}
	n, _ := property(object, "length").Int()
	return n
}
