package sdk

import (
	"slices"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// connection says whether there is a connection, and when the next attempt
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
	waiters    []*call
	// delay says how long to wait after failed attempts: the policy, or a replay.
	delay func(failed int) (time.Duration, bool)
}

const (
	// maxRefused is after how many refused tokens in a row no attempt follows:
	// each had a fresh token.
	maxRefused = 2
	// maxUnopened is after how many attempts in a row without a socket the
	// backend is asked what it makes of the token: a browser cannot tell a
	// refused upgrade from a dead server.
	maxUnopened = 3
)

// move makes a transition and does all that follows from where it leads. It is
// the only writer of the state. why is told to those who wait.
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
		n.waitForRetry(why)
	case stopped:
		n.endSession(spec.ClosedBefore)
		if why == spec.Kicked {
			// The agent's other page has a phone of its own.
			c.phone.end(why)
		}
		n.failWaiters(spec.ConnectFailed, why, detail)
		c.calls.fail(spec.SocketClosed, spec.NotConnected)
		c.raise("NeedManualConnect", n.reasonData(why))
	case idle:
		n.retryTimer.stop()
		n.endSession(spec.ClosedBefore)
		n.failWaiters(spec.ConnectFailed, spec.NotConnected, "")
		c.calls.fail(spec.SocketClosed, spec.NotConnected)
	case destroyed:
		n.endSession(spec.Destroyed)
		c.phone.end(spec.Destroyed)
		c.backend.stop()
		c.tokens.end()
		n.failWaiters(spec.NoSocket, spec.Destroyed, "")
		c.calls.fail(spec.NoSocket, spec.Destroyed)
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

// fail ends the present attempt or connection; whether another follows is for
// the policy to say.
func (n *connection) fail(why spec.Reason, detail string) {
	n.c.log(LevelWarn, "connection lost or not made: "+n.c.englishMessage(why, detail))
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
	if n.refused++; n.refused >= maxRefused {
		n.move(giveUp, spec.Rejected, "")
		return
	}
	n.fail(spec.Rejected, "")
}

// failAwake is fail after a wake-up, when the network is likely to be there: the
// next attempt follows at once.
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

// waitForRetry waits for the next attempt. While the handlers are behind none
// follows: the token would be asked for and the state fetched for nothing.
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

// wake puts a connection to the test, or ends the wait for the next attempt.
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

// connected settles those who wait for the connection, and sends the calls that
// waited for it.
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

// kicked tells whether a close code says that the agent connected elsewhere.
func (n *connection) kicked(code int) bool { return slices.Contains(n.c.cfg.KickCodes, code) }

// tokenRefused tells whether what ended an attempt says that the token was
// refused (inferred: what the platform does is not known). It judges for all
// ways in which that can be said: the upgrade's HTTP status, a server code in
// a reply, an error frame or a backend's answer, and the close code before the
// first state.
func tokenRefused(status int, code spec.ServerCode, closed int) bool {
	return status == 401 || code == spec.ServerAuthFailed || closed == 1008 || closed >= 3000 && closed <= 4999
}

// reasonData is the Data of Disconnected and NeedManualConnect.
func (n *connection) reasonData(why spec.Reason) wire.Raw {
	word := "closed"
	switch why {
	case spec.NotConnected:
		word = "disconnect"
	case spec.Destroyed:
		word = "destroy"
	case spec.Kicked:
		word = "kicked"
	case spec.Rejected:
		word = "rejected"
	case spec.TokenFailed, spec.TokenSilent, spec.TokenMalformed:
		word = "token"
	case spec.DialFailed:
		word = "dial"
	case spec.StateSilent:
		word = "silent"
	}
	var b wire.Builder
	return b.Text("Reason", word).Bool("Retrying", n.state == waiting).Object()
}
