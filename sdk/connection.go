package sdk

import (
	"slices"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// connection tracks whether there is a connection, and when the next attempt
// follows. states.go has the table of its states.
type connection struct {
	c          *core
	state      connState
	session    *session // of the present attempt or connection, nil without one
	failed     int      // attempts and connections that failed in a row
	refused    int      // how many of the last of those had their token refused
	unopened   int      // how many of the last of those never got a socket
	retryTimer *timer
	retryDelay time.Duration
	everOnline bool // Ready was raised
	stayClosed bool // Disconnect was called and no Connect since
	cause      cause
	waiters    []*call
	// delay says how long to wait after failed attempts: the policy, or a replay.
	delay func(failed int) (time.Duration, bool)
}

const (
	// maxRefused is the number of refused tokens in a row after which no attempt
	// follows; each of them was fresh.
	maxRefused = 2
	// maxUnopened is the number of attempts in a row without a socket after which
	// the backend is asked about the token: a browser cannot tell a refused
	// upgrade from a dead server. A client that never had a connection asks after
	// the first attempt that was answered.
	maxUnopened = 3
)

// move makes a transition and does all that follows from the new state. It is
// the only writer of the state. Calls that fail get why as the reason.
func (n *connection) move(on input, why spec.Reason, detail string) bool {
	to, ok := n.state.next(on)
	if !ok {
		return false
	}
	c, from, was := n.c, n.state, n.state.shown()
	if to == asking {
		c.recordBeginning(from, on)
	}
	c.record(recordState, from.String()+" "+on.String()+" "+to.String())
	n.state = to
	if to == destroyed {
		c.queue.close()
	}
	now := to.shown()
	c.agent.view.ConnectState = now
	if was == spec.ConnectDisconnect && now == spec.ConnectConnecting {
		c.raise("Connecting", "")
	} else if was != spec.ConnectDisconnect && now == spec.ConnectDisconnect {
		c.raise("Disconnected", n.reasonData(why))
	}
	n.cause.follow(to, why, detail)
	switch to {
	case asking:
		n.retryTimer.stop()
		c.dropping = false
		n.session = newSession(c)
		n.session.start()
	case online:
		n.failed, n.refused, n.unopened = 0, 0, 0
		c.raise("Connected", "")
	case waiting:
		n.endSession(spec.ClosedBefore)
		n.failWaiters(spec.ConnectFailed, why, detail)
		if isMalformed(why) {
			c.calls.failParked(c.notConnected)
		}
		n.waitForRetry(why)
	case stopped:
		n.endSession(spec.ClosedBefore)
		if why == spec.Kicked {
			// The agent's other page has a phone of its own.
			c.phone.end(why)
		}
		c.log(n.cause.level(n.everOnline), "no attempt to connect follows by itself: "+c.englishMessage(why, detail))
		n.failWaiters(spec.ConnectFailed, why, detail)
		c.calls.fail(c.notConnected)
		c.raise("NeedManualConnect", n.reasonData(why))
	case idle:
		n.retryTimer.stop()
		n.endSession(spec.ClosedBefore)
		n.failWaiters(spec.ConnectFailed, spec.NotConnected, "")
		c.calls.fail(c.notConnected)
	case destroyed:
		n.endSession(spec.Destroyed)
		c.phone.end(spec.Destroyed)
		c.backend.stop()
		c.tokens.end()
		n.failWaiters(spec.NoSocket, spec.Destroyed, "")
		c.calls.fail(func(call *call) *Error { return c.failure(call.row.Name, spec.NoSocket, spec.Destroyed, "") })
		c.close()
	}
	return true
}

// connect asks for a connection and settles call when there is one.
func (n *connection) connect(call *call) {
	n.stayClosed = false
	if n.state == online {
		n.c.settle(call, "null", nil)
		return
	}
	n.waiters = append(n.waiters, call)
	if n.state == stopped || n.state == idle {
		n.failed, n.refused, n.unopened = 0, 0, 0
	}
	n.move(connect, spec.NoReason, "")
}

func (n *connection) disconnect() {
	n.stayClosed = true
	n.move(disconnect, spec.NotConnected, "")
}

func (n *connection) destroy() {
	if s := n.session; s != nil && s.socket != nil {
		s.send("Logout", "")
	}
	n.move(destroy, spec.Destroyed, "")
}

// fail ends the current attempt or connection; the policy decides whether
// another follows.
func (n *connection) fail(why spec.Reason, detail string) {
	level := LevelWarn
	if !n.everOnline && why != spec.NoReason {
		level = LevelError
	}
	n.c.log(level, "connection lost or not made: "+n.c.englishMessage(why, detail))
	if why == spec.StateSilent {
		n.c.phone.renew()
	}
	if why != spec.Rejected {
		n.refused = 0
	}
	n.failed++
	delay, again := n.delay(n.failed)
	if !again {
		n.move(giveUp, why, detail)
		return
	}
	n.retryDelay = delay
	n.move(lost, why, detail)
}

// refuse is fail for a token that was refused.
func (n *connection) refuse() {
	if s := n.session; s.appID != "" && s.appID != n.c.cfg.AppID {
		n.move(giveUp, spec.AppDiffers, "")
		return
	}
	if n.refused++; n.refused >= maxRefused {
		n.move(giveUp, spec.Rejected, "")
		return
	}
	n.fail(spec.Rejected, "")
}

// failAwake is fail after a wake-up, when the network is probably up: the next
// attempt follows at once.
func (n *connection) failAwake() {
	n.c.log(LevelWarn, "the connection did not survive the sleep")
	n.c.phone.renew()
	if n.c.cfg.Reconnect.Off {
		n.move(giveUp, spec.StateSilent, "")
		return
	}
	n.retryDelay = 0
	n.move(lost, spec.StateSilent, "")
}

// waitForRetry waits for the next attempt. None is made while the handlers are
// behind: the token and the state would be fetched for nothing.
func (n *connection) waitForRetry(why spec.Reason) {
	n.c.record(recordRetry, "").n = n.retryDelay.Microseconds()
	n.retryTimer = n.c.later(n.retryDelay, func() { n.retry(why) })
}

func (n *connection) retry(why spec.Reason) {
	if n.c.queue.behind() {
		delay, _ := ReconnectPolicy{Base: n.c.cfg.Reconnect.Max, Max: n.c.cfg.Reconnect.Max}.next(1)
		n.retryTimer = n.c.later(delay, func() { n.retry(why) })
		return
	}
	n.move(retry, why, "")
}

// wake tests the connection, or ends the wait for the next attempt.
func (n *connection) wake() {
	switch n.state {
	case waiting:
		n.retryTimer.stop()
		n.retry(spec.NoReason)
	case online:
		n.session.getState(WakeTimeout, nil)
	}
}

func (n *connection) endSession(why spec.Reason) {
	if s := n.session; s != nil {
		n.session = nil
		s.end(why)
	}
}

// connected settles the calls of Connect, and sends the calls that waited for
// the connection.
func (n *connection) connected() {
	waiters := n.waiters
	n.waiters = nil
	for _, call := range waiters {
		n.c.settle(call, "null", nil)
	}
	n.c.calls.release()
}

func (n *connection) failWaiters(code spec.Code, why spec.Reason, detail string) {
	waiters := n.waiters
	n.waiters = nil
	for _, call := range waiters {
		n.c.fail(call, code, why, detail)
	}
}

// kicked reports whether a close code says that the agent connected elsewhere.
func (n *connection) kicked(code int) bool { return slices.Contains(n.c.cfg.KickCodes, code) }

// tokenRefused reports whether what ended an attempt means that the token was
// refused (inferred: what the platform does is not known). It covers every way
// in which that can be reported: the upgrade's HTTP status, a server code in a
// reply, an error frame or a backend's answer, and the close code before the
// first state.
func tokenRefused(status int, code spec.ServerCode, closed int) bool {
	return status == 401 || code == spec.ServerAuthFailed || closed == 1008 || closed >= 3000 && closed <= 4999
}

// reasonData returns the Data of Disconnected and NeedManualConnect.
func (n *connection) reasonData(why spec.Reason) wire.Raw {
	word := "closed"
	switch why {
	case spec.NotConnected:
		word = "disconnect"
	case spec.Destroyed:
		word = "destroy"
	case spec.Kicked:
		word = "kicked"
	case spec.Rejected, spec.AppDiffers:
		word = "rejected"
	case spec.TokenFailed, spec.TokenSilent, spec.TokenMalformed, spec.TokenWrapped, spec.TokenNotJSON:
		word = "token"
	case spec.DialFailed, spec.DialRefused:
		word = "dial"
	case spec.StateSilent:
		word = "silent"
	}
	var b wire.Builder
	return b.Text("Reason", word).Bool("Retrying", n.state == waiting).Object()
}
