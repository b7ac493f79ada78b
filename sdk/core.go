package sdk

import (
	"math/rand/v2"
	"strconv"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// core implements a client: its parts, and what they share. Each part is a type
// with a file of its own; all of them run as steps of the door.
//
//	connection  whether there is a socket, and when the next attempt follows
//	session     one attempt and, if it succeeds, the socket and its requests
//	calls       the methods' calls: which are sent, which wait, how they settle
//	agent       what the server last reported, and the events that follow from it
//	backend     the calls of the HTTP backend
//	phonePart   the web phone, or none
//	pages       the users of the client besides its first
type core struct {
	door
	cfg       Config
	lang      spec.Language
	words     spec.Words
	transport transport
	msgPrefix string
	queue     *queue
	recorder  recorder
	stats     Stats
	tokens    tokenSource
	conn      connection
	calls     calls
	agent     agent
	backend   backend
	phone     phonePart
	pages     pages
	dropping  bool // the queue was full: the connection's further events are dropped
}

func newCore(cfg Config) *core {
	c := &core{cfg: cfg, transport: newTransport(cfg.Native), msgPrefix: letters(13) + "-"}
	c.queue = &queue{log: cfg.Log, idle: c.checkOver, inline: cfg.Native.inline()}
	c.stir = cfg.Native.stirred
	c.finished, c.quiet, c.drain, c.broken = make(chan struct{}), c.queue.empty, c.queue.drain, c.panicked
	c.recorder = recorder{began: time.Now(), keep: RecordEntries, seed: rand.Uint64()}
	c.tokens = tokenSource{c: c}
	c.conn = connection{c: c, delay: cfg.Reconnect.next, cause: cause{why: spec.NotConnected}}
	c.calls = calls{c: c}
	c.agent = agent{c: c}
	c.agent.view.ConnectState = spec.ConnectDisconnect
	c.backend = backend{c: c, underWay: map[*fetch]bool{}}
	c.pages = pages{c: c}
	c.phone = newPhonePart(c, cfg.Phone)
	known := false
	c.words.Go = !cfg.PageNames
	if c.lang, known = cfg.language(); !known {
		c.log(LevelWarn, "unknown language code: messages and labels are in zh-CN; pass zh-CN or en-US")
		c.drain()
	}
	c.words.Language = c.lang
	return c
}

// panicked logs a panic in a step, and fails the call that it lost.
func (c *core) panicked(what string, lost *call) {
	c.log(LevelError, "the SDK failed on "+what+"; send this log to its developers")
	if lost != nil {
		c.settle(lost, "", c.failure(lost.row.Name, lost.row.Code, spec.Broken, ""))
	}
}

// checkOver closes finished if the client is closed and the queue is empty.
func (c *core) checkOver() {
	if c.ending.Load() {
		c.enter("the end", func() {})
	}
}

// log queues a line and adds it to the recording. Long runs of digits are
// hidden, so no telephone number remains in it.
func (c *core) log(level Level, message string) {
	message = withoutDigits(message)
	c.record(recordNote, message)
	c.queue.logLine(level, message)
}

// emit queues an event. If there is no room, the handlers are too far behind:
// the connection is dropped, and the state is fetched when they have caught up.
func (c *core) emit(e Event) {
	if c.dropping {
		return
	}
	c.address(&e)
	e.except = c.pages.apart()
	c.record(recordEvent, "").names = e.Names
	if c.queue.event(&e, MaxEvents, MaxEventBytes) {
		return
	}
	c.dropping = true
	c.log(LevelError, "event handlers are too slow: events were dropped; the SDK connects again when they have caught up")
	c.then(func() { c.conn.fail(spec.NoReason, "") })
}

// raise queues an event of the client's own. There are only a few for each
// attempt to connect, so they find room when the gateway's do not.
func (c *core) raise(name string, data wire.Raw) {
	e := &Event{Names: []string{name}, Code: spec.Success, Data: data}
	c.address(e)
	c.record(recordEvent, "").names = e.Names
	c.queue.event(e, 2*MaxEvents, 2*MaxEventBytes)
}

// address sets the state, and what pages have been told, in an event for all.
func (c *core) address(e *Event) {
	e.State = c.agent.view
	if c.pages.shared {
		c.pages.number++
		e.told = c.told()
	}
}

// settle passes the result of the call to its caller: once, whatever happens.
func (c *core) settle(call *call, data wire.Raw, err *Error) {
	if call.settled {
		return
	}
	call.settled = true
	call.timer.stop()
	if call.inner != nil {
		c.then(func() { call.inner(data, err) })
		return
	}
	code := spec.Success
	if err != nil {
		code = err.Code
	}
	c.record(recordSettled, string(code)).name = call.row.Name
	if call.waits {
		// The waiting goroutine may be a handler's: the queue would never reach it.
		c.effect(func() { call.done(data, err) })
	} else {
		c.queue.call(func() { call.done(data, err) })
	}
}

// fail settles a call with a failure of its method.
func (c *core) fail(call *call, code spec.Code, reason spec.Reason, detail string) {
	c.settle(call, "", c.failure(call.row.Name, code, reason, detail))
}

// failure returns the Error of a method's row and a reason; detail fills the
// reason's text.
func (c *core) failure(method string, code spec.Code, reason spec.Reason, detail string) *Error {
	if code == "" {
		code = spec.Failed
	}
	if detail == "" {
		detail = limitOf(reason)
	}
	if !isCode(detail) {
		detail = withoutDigits(detail)
	}
	return &Error{
		Code:    code,
		Message: c.words.Message(code, reason, detail, method),
		Data:    "null",
		Visible: true,
		Method:  method,
		Reason:  reason,
	}
}

// englishMessage returns the text of a log line about a failed attempt: log
// lines are always in English.
func (c *core) englishMessage(why spec.Reason, detail string) string {
	if detail == "" {
		detail = limitOf(why)
	}
	return spec.Words{Language: spec.English, Go: c.words.Go}.Message(spec.ConnectFailed, why, detail, "")
}

// limitOf returns the limit, in seconds, that was exceeded.
func limitOf(reason spec.Reason) string {
	switch reason {
	case spec.TimedOut:
		return number(int64(ReplyTimeout / time.Second))
	case spec.MicrophoneAsked:
		return number(int64(OpenTimeout / time.Second))
	case spec.WaitEnded:
		return number(int64(WaitLimit / time.Second))
	case spec.TokenSilent:
		return number(int64(TokenTimeout / time.Second))
	}
	return ""
}

// refusal returns the Error of a request that the server answered with a code.
func (c *core) refusal(row *spec.Method, serverCode string, data wire.Raw) *Error {
	err := c.failure(row.Name, row.Code, spec.ReasonFor(spec.ServerCode(serverCode)), serverCode)
	if data != "" {
		err.Data = data
	}
	return err
}

// askState requests the state from the gateway, if that is possible.
func (c *core) askState() {
	if c.conn.state == online {
		c.conn.session.getState(ReplyTimeout, nil)
	}
}

// number formats an integer as a detail.
func number[T int | int64](n T) string { return strconv.FormatInt(int64(n), 10) }

// letters returns n random lower-case letters.
func letters(n int) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = byte('a' + rand.IntN(26))
	}
	return string(text)
}
