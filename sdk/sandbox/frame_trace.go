package sandbox

import "time"

// Direction is the way a frame goes.
type Direction string

// The directions.
const (
	FromAgent Direction = "from agent"
	ToAgent   Direction = "to agent"
)

// Frame is one message between an agent's page and the gateway, whole and as
// it stands.
type Frame struct {
	AgentID   string
	Time      time.Time // when it was taken in, or handed to the network
	Direction Direction
	Text      string
}

// trace shows a frame to Config.Trace.
func (c *connection) trace(direction Direction, text []byte) {
	if c.engine.config.Trace != nil {
		c.engine.config.Trace(Frame{c.agent.id, time.Now(), direction, string(text)})
	}
}
