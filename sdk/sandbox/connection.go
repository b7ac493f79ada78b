package sandbox

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/coder/websocket"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

const (
	closeGoingAway websocket.StatusCode = 1001
	// closeKicked ends a connection whose agent has connected again (our
	// choice: what the platform does is unknown).
	closeKicked websocket.StatusCode = 4409

	// maxFrame is the longest frame a client may send, in bytes.
	maxFrame = 64 << 10
	// maxQueued is how many frames may wait for a client that reads slowly. One
	// more ends the connection.
	maxQueued = 256
	// writeTimeout ends a connection whose client takes nothing at all.
	writeTimeout = 10 * time.Second
)

// connection is one agent's WebSocket. Every frame that comes in passes
// through receive and every frame that goes out through send, so these are the
// only two places that handle faults of frames.
type connection struct {
	engine    *engine
	agent     *agent
	origin    string       // the platform's, as the page calls it: ws://HOST
	faults    *agentFaults // the agent's
	socket    *websocket.Conn
	transport *transport // below the socket
	replay    *replay    // of the scenario, nil without one

	// Under the engine's lock. out is closed when ended becomes true, and so
	// tells the writer that code and reason are set.
	out    chan outgoing
	ended  bool
	code   websocket.StatusCode
	reason string
	cut    context.CancelFunc // ends the socket without a close frame
}

// outgoing is a frame on its way to the client.
type outgoing struct {
	text []byte
	due  time.Time // before which it is not sent
}

// attach makes the connection the agent's. An earlier connection of the agent is
// closed. It is false when the platform is closing.
func (c *connection) attach() bool {
	c.engine.mu.Lock()
	defer c.engine.mu.Unlock()
	if c.engine.closed {
		return false
	}
	if old := c.agent.connection; old != nil {
		old.end(closeKicked, "this agent has connected again elsewhere")
	}
	c.agent.connection = c
	c.meetFaults()
	if c.replay != nil {
		c.replay.begin()
	}
	return true
}

func (c *connection) detach() {
	_ = c.engine.do(func() error {
		c.leave(websocket.StatusNormalClosure, "")
		return nil
	})
}

// leave takes the connection from its agent and ends it.
func (c *connection) leave(code websocket.StatusCode, reason string) {
	if c.agent.connection == c {
		c.agent.connection = nil
	}
	if c.replay != nil {
		c.replay.timer.stop()
	}
	c.end(code, reason)
}

// run serves the connection until it ends. It returns why.
func (c *connection) run(ctx context.Context) error {
	ctx, c.cut = context.WithCancel(ctx)
	defer c.cut()
	if !c.attach() {
		return context.Canceled
	}
	reading, gone := context.WithCancel(ctx)
	written := make(chan struct{})
	go func() {
		defer close(written)
		c.write(ctx, reading)
	}()
	err := c.read(ctx)
	gone()
	c.detach()
	<-written
	return err
}

func (c *connection) read(ctx context.Context) error {
	for {
		kind, frame, err := c.socket.Read(ctx)
		if err != nil {
			return err
		}
		c.receive(kind, frame)
	}
}

// write sends what is queued, each frame when it is due. When reading has ended,
// the client is gone, and waiting frames are discarded.
func (c *connection) write(ctx, reading context.Context) {
	for frame := range c.out {
		pause(reading, time.Until(frame.due))
		c.transport.flow(reading)
		if reading.Err() != nil {
			continue
		}
		c.trace(ToAgent, frame.text)
		bounded, cancel := context.WithTimeout(ctx, writeTimeout)
		err := c.socket.Write(bounded, websocket.MessageText, frame.text)
		cancel()
		if err != nil {
			c.cut()
			return
		}
	}
	c.transport.flow(reading)
	if ctx.Err() != nil {
		// Cut off: a close frame would wait for a client that does not read.
		return
	}
	// The reader may have closed the socket already; then a close frame cannot
	// be sent.
	_ = c.socket.Close(c.code, c.reason)
}

// receive takes one frame from the client.
func (c *connection) receive(kind websocket.MessageType, frame []byte) {
	c.engine.mu.Lock()
	defer c.engine.mu.Unlock()
	if c.ended {
		return
	}
	c.trace(FromAgent, frame)
	if kind == websocket.MessageText && string(frame) == "ping" {
		c.send([]byte("pong"))
		return
	}
	r, err := parseRequest(frame)
	if kind != websocket.MessageText || err != nil {
		c.engine.config.Log(fmt.Sprintf("agent %s sent a frame that is not a request", c.agent.id))
		c.send(encode(errorFrame{spec.ServerBadRequest, fmt.Sprintf("bad request: %v", err)}))
		return
	}
	if c.faults.take(FaultLoseRequest, r.method) != nil {
		c.drop()
		return
	}
	if c.replay != nil {
		c.replay.take(r)
		return
	}
	data, err := c.perform(r)
	if err != nil {
		c.engine.config.Log(fmt.Sprintf("agent %s was refused a request: %s", c.agent.id, asRefusal(err).Code))
	}
	if c.faults.take(FaultLoseReply, r.method) != nil {
		c.drop()
	}
	if c.hasEvents() && c.faults.take(FaultReorder, r.method) != nil {
		c.engine.flush()
	}
	c.address(newReply(r, data, err), typeReply)
	c.engine.flush()
}

// perform carries a request out, unless a fault refuses it.
func (c *connection) perform(r request) (any, error) {
	if f := c.faults.take(FaultRefuse, r.method); f != nil {
		return nil, refuse(f.ErrCode, "refused by a scripted fault")
	}
	return c.engine.perform(c.agent, r)
}

// notify sends an event of the engine, unless a scenario supplies the events.
func (c *connection) notify(event notification) {
	if c.replay != nil {
		return
	}
	c.agent.notified++
	h := event.head()
	h.SeqId, h.MsgId = c.agent.notified, fmt.Sprintf("ntf-%s-%d", c.agent.id, c.agent.notified)
	c.address(event, typeNotification)
	if c.faults.take(FaultDuplicate, h.Method) != nil {
		c.send(encode(event))
	}
}

// hasEvents reports whether events wait for this agent.
func (c *connection) hasEvents() bool {
	return slices.ContainsFunc(c.engine.outbox, func(d delivery) bool { return d.to == c.agent })
}

// address completes a frame's header and sends it.
func (c *connection) address(frame notification, kind string) {
	h := frame.head()
	h.Ver, h.MsgType, h.Timestamp = protocolVersion, kind, time.Now().UnixMilli()
	c.send(encode(frame))
}

func encode(frame any) []byte {
	text, err := json.Marshal(frame)
	if err != nil {
		panic(fmt.Sprintf("sandbox: a frame cannot be encoded: %v", err))
	}
	return text
}

// send queues a frame for the client. It never waits: a client that has let the
// queue fill up is cut off.
func (c *connection) send(frame []byte) {
	if c.ended {
		return
	}
	next := outgoing{text: frame}
	if f := c.faults.take(FaultDelay, ""); f != nil {
		next.due = time.Now().Add(f.duration())
	}
	select {
	case c.out <- next:
	default:
		c.engine.config.Log(fmt.Sprintf("agent %s reads too slowly; the connection is cut", c.agent.id))
		c.end(websocket.StatusPolicyViolation, "reads too slowly")
		c.cut()
	}
}

// end closes the connection after the frames that wait. It is called under the
// engine's lock; ending twice does nothing.
func (c *connection) end(code websocket.StatusCode, reason string) {
	if !c.ended {
		c.ended, c.code, c.reason = true, code, reason
		close(c.out)
	}
}
