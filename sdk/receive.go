package sdk

import (
	"hash/maphash"
	"slices"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// message handles a frame from the socket.
func (s *session) message(text string) {
	c := s.c
	if text == wire.Pong {
		return
	}
	c.record(recordIn, text)
	in, err := s.reader.Read(text)
	switch {
	case err != nil:
		c.badFrame(err.Error())
	case in.Method == "":
		s.errorFrame(in)
	case in.Reply:
		s.reply(in)
	default:
		c.agent.notify(in)
	}
}

func (s *session) oversized() {
	s.c.stats.Oversized++
	s.c.log(LevelWarn, "a frame larger than "+size(MaxFrame)+" was dropped; the gateway should not send such")
}

// closed handles the end of the socket.
func (s *session) closed(code int) {
	conn := &s.c.conn
	s.c.record(recordClosed, number(code))
	switch {
	case conn.kicked(code):
		conn.move(giveUp, spec.Kicked, "")
	case conn.state == syncing && tokenRefused(0, "", code):
		conn.refuse()
	default:
		conn.fail(spec.NoReason, "")
	}
}

func (s *session) reply(in wire.Incoming) {
	r := s.take(func(r *request) bool { return r.id == in.MsgID })
	if r == nil {
		s.c.stats.LateReplies++
		s.c.log(LevelDebug, "a reply that nobody waits for was dropped")
		return
	}
	r.timer.stop()
	s.answered(r, &in, spec.NoReason)
}

// errorFrame handles the frame that answers no request (observed). If exactly
// one request of the name in it is pending, it refuses that one (inferred).
func (s *session) errorFrame(in wire.Incoming) {
	c := s.c
	c.log(LevelWarn, "the gateway sent an error frame, rcode "+wire.Printable(in.Rcode))
	if c.conn.state == syncing && tokenRefused(0, spec.ServerCode(in.Rcode), 0) {
		c.conn.refuse()
		return
	}
	found := ""
	for _, r := range s.pending {
		if r.method == in.About {
			if found != "" {
				return
			}
			found = r.id
		}
	}
	if found != "" {
		in.MsgID, in.ErrCode, in.Reply = found, in.Rcode, true
		s.reply(in)
	}
}

func (c *core) badFrame(why string) {
	c.stats.BadFrames++
	c.log(LevelWarn, "a frame was dropped: "+why)
}

// recent remembers the last notifications by MsgId and Timestamp. MsgId alone
// should suffice (documented), but events would then be lost from a gateway
// that counts from the beginning on each connection. It keeps their hashes, so
// that long ids cost no memory.
type recent struct {
	seed  maphash.Seed
	ring  [256]uint64
	count int // how many were remembered
}

// again reports whether the notification came before, and remembers it.
func (r *recent) again(in *wire.Incoming) bool {
	if in.MsgID == "" {
		return false
	}
	if r.count == 0 {
		r.seed = maphash.MakeSeed()
	}
	id := maphash.String(r.seed, in.MsgID)*31 + maphash.String(r.seed, string(in.Frame.Get("Timestamp").Raw()))
	if slices.Contains(r.ring[:min(r.count, len(r.ring))], id) {
		return true
	}
	r.ring[r.count%len(r.ring)] = id
	r.count++
	return false
}
