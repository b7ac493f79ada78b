package sandbox

import (
	"cmp"
	"strings"
	"time"

	"github.com/coder/websocket"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// garbage begins like a notification and breaks off. Longer garbage continues
// with letters.
const garbage = `{"Ver":"1.0","MsgType":"NTF","Method":"`

// suffer applies a fault to the current connection once. It returns how often the
// fault is still to be applied to later connections.
func (c *connection) suffer(f Fault) (left int) {
	switch f.Kind {
	case FaultDrop:
		c.drop()
	case FaultClose:
		c.leave(f.closeCode(), f.Reason)
	case FaultStall:
		c.transport.stall(f.duration())
	case FaultGarbage:
		size := cmp.Or(f.Size, len(garbage))
		c.sendTimes(f.Count, []byte((garbage + strings.Repeat("x", size))[:size]))
		return 0
	case FaultRCode:
		c.sendTimes(f.Count, encode(errorFrame{
			Code: spec.ServerCode(cmp.Or(f.Code, string(spec.ServerBadRequest))),
			Desc: cmp.Or(f.Method, "GetState") + " error:a scripted fault",
		}))
		return 0
	}
	return f.Count - 1
}

func (c *connection) sendTimes(count int, frame []byte) {
	for range count {
		c.send(frame)
	}
}

// meetFaults applies the faults that have waited for a new connection.
func (c *connection) meetFaults() {
	for _, kind := range []FaultKind{FaultStall, FaultDrop, FaultClose} {
		if f := c.faults.take(kind, ""); f != nil {
			c.suffer(*f)
		}
		if c.ended {
			return
		}
	}
}

// drop resets the connection. Waiting frames are lost.
func (c *connection) drop() {
	c.transport.reset()
	c.leave(websocket.StatusAbnormalClosure, "")
}

func (f Fault) duration() time.Duration { return time.Duration(f.Ms) * time.Millisecond }
