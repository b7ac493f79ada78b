package sdk

import (
	"slices"
	"strconv"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// step moves the connection and does all that follows from where it gets to.
// It is the only writer of c.state. why is told to those who wait.
func (c *Client) step(on input, why spec.Reason, detail string) bool {
	to, ok := c.state.next(on)
	if !ok {
		return false
	}
	from, was := c.state, c.state.shown()
	if to == asking {
		c.recordBeginning(from, on)
	}
	c.record(recordState, c.state.String()+" "+on.String()+" "+to.String())
	c.state = to
	if to == destroyed {
		c.events.close()
	}
	c.view.ConnectState = to.shown()
	if now := to.shown(); was == spec.ConnectDisconnect && now == spec.ConnectConnecting {
		c.raise("Connecting", "")
	} else if was != spec.ConnectDisconnect && now == spec.ConnectDisconnect {
		c.raise("Disconnected", c.reasonData(why))
	}
	switch to {
	case asking:
		c.stopRetry()
		c.session = newSession(c)
		go c.session.open()
	case online:
		c.failed, c.refusals = 0, 0
		c.raise("Connected", "")
	case waiting:
		c.endSession()
		c.failConnecting(why, detail)
		c.waitForRetry(why)
	case stopped:
		c.endSession()
		if why == spec.Kicked {
			// The agent's other page has a phone of its own.
			c.endPhone(why)
		}
		c.failConnecting(why, detail)
		c.settleDoubts(false, "")
		c.failParked(spec.SocketClosed, spec.NotConnected)
		c.raise("NeedManualConnect", c.reasonData(why))
	case idle:
		c.stopRetry()
		c.endSession()
		c.failConnecting(spec.NotConnected, "")
		c.settleDoubts(false, "")
		c.failParked(spec.SocketClosed, spec.NotConnected)
	case destroyed:
		c.stopRetry()
		c.tokens.stop()
		c.endSession()
		c.endPhone(why)
		c.failConnecting(spec.Destroyed, "")
		c.settleDoubts(false, "")
		c.failParked(spec.NoSocket, spec.Destroyed)
	}
	return true
}

// connect asks for a connection and tells done when there is one.
func (c *Client) connect(done func(*Error)) {
	c.stayClosed = false
	if c.state == online {
		c.after = append(c.after, func() { done(nil) })
		return
	}
	c.connecting = append(c.connecting, done)
	if c.state == stopped || c.state == idle {
		c.failed, c.refusals = 0, 0
	}
	c.step(connect, spec.NoReason, "")
}

func (c *Client) disconnect() {
	c.stayClosed = true
	c.step(disconnect, spec.NotConnected, "")
}

func (c *Client) destroy() {
	if s := c.session; s != nil && s.socket != nil {
		s.send("Logout", "")
	}
	c.step(destroy, spec.Destroyed, "")
}

// fail ends the present attempt or connection; whether another follows is for
// the policy to say.
func (c *Client) fail(why spec.Reason, detail string) {
	c.log(LevelWarn, "connection lost or not made: "+spec.Message(spec.English, spec.ConnectFailed, why, detail, ""))
	c.failed++
	delay, again := c.delay(c.failed)
	if !again {
		c.step(giveUp, why, detail)
		return
	}
	c.retryDelay = delay
	c.step(lost, why, detail)
}

// failAwake is fail after a wake-up, when the network is likely to be there: the
// next attempt follows at once.
func (c *Client) failAwake() {
	c.log(LevelWarn, "the connection did not survive the sleep")
	c.retryDelay = 0
	if c.cfg.Reconnect.Off {
		c.step(giveUp, spec.StateSilent, "")
		return
	}
	c.step(lost, spec.StateSilent, "")
}

// refuse is fail for a token that the gateway refused: the second time in a
// row no attempt follows, since each had a fresh token.
func (c *Client) refuse() {
	if c.refusals++; c.refusals >= 2 {
		c.step(giveUp, spec.Rejected, "")
		return
	}
	c.fail(spec.Rejected, "")
}

func (c *Client) waitForRetry(why spec.Reason) {
	c.record(recordRetry, strconv.FormatInt(c.retryDelay.Microseconds(), 10))
	var timer *time.Timer
	timer = time.AfterFunc(c.retryDelay, func() {
		c.lock()
		defer c.unlock()
		if c.retryTimer == timer {
			c.step(retry, why, "")
		}
	})
	c.retryTimer = timer
}

func (c *Client) stopRetry() {
	if c.retryTimer != nil {
		c.retryTimer.Stop()
		c.retryTimer = nil
	}
}

func (c *Client) endSession() {
	if s := c.session; s != nil {
		c.session = nil
		why := spec.ClosedBefore
		if c.state == destroyed {
			why = spec.Destroyed
		}
		s.end(why)
	}
}

// connected tells those who wait for the connection, and lets parked calls go.
func (c *Client) connected() {
	for _, done := range c.connecting {
		c.after = append(c.after, func() { done(nil) })
	}
	c.connecting = nil
	parked := c.parked
	c.parked = nil
	for _, call := range parked {
		call.timer.Stop()
		c.perform(call)
	}
}

func (c *Client) failConnecting(why spec.Reason, detail string) {
	code := spec.ConnectFailed
	if why == spec.Destroyed {
		code = spec.NoSocket
	}
	err := c.failure("ConnectAsync", code, why, detail)
	for _, done := range c.connecting {
		c.after = append(c.after, func() { done(err) })
	}
	c.connecting = nil
}

func (c *Client) failParked(code spec.Code, why spec.Reason) {
	parked := c.parked
	c.parked = nil
	for _, call := range parked {
		call.timer.Stop()
		c.settle(call, "", c.failure(call.row.Name, code, why, ""))
	}
}

// kicked tells whether a close code says that the agent connected elsewhere.
func (c *Client) kicked(code int) bool { return slices.Contains(c.cfg.KickCodes, code) }

// reasonData is the Data of Disconnected and NeedManualConnect.
func (c *Client) reasonData(why spec.Reason) wire.Raw {
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
	return b.Text("Reason", word).Bool("Retrying", c.state == waiting).Object()
}
