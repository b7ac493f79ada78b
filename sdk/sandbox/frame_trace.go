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
	AgentID   string    `json:"AgentId"`
	Time      time.Time // when it was taken in, or handed to the network
	Direction Direction
	Text      string
}

// trace records a frame and shows it to Config.Trace.
func (c *connection) trace(direction Direction, text []byte) {
	frame := Frame{c.agent.id, time.Now(), direction, string(text)}
	c.engine.frames.add(frame)
	if c.engine.config.Trace != nil {
		c.engine.config.Trace(frame)
	}
}
