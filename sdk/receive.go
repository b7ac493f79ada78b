package sdk

import (
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// message takes a frame from the socket.
func (s *session) message(text string) {
	c := s.c
	c.lock()
	defer c.unlock()
	defer c.survive("a frame")
	if c.session != s || text == wire.Pong {
		return
	}
	c.record(recordIn, text)
	in, err := wire.Read(text)
	switch {
	case err != nil:
		c.badFrame(err.Error())
	case in.Method == "":
		s.errorFrame(in)
	case in.Reply:
		s.reply(in)
	default:
		c.notify(in)
	}
}

func (s *session) oversized(size int) {
	s.c.lock()
	defer s.c.unlock()
	s.c.stats.Oversized++
	s.c.log(LevelWarn, "a frame larger than 1 MiB was dropped; the gateway should not send such")
}

// closed takes the end of the socket.
func (s *session) closed(code int) {
	c := s.c
	c.lock()
	defer c.unlock()
	defer c.survive("the end of the socket")
	if c.session != s {
		return
	}
	c.record(recordClosed, strconv.Itoa(code))
	switch {
	case c.kicked(code):
		c.step(giveUp, spec.Kicked, "")
	case c.state == syncing && code != closeAbnormal:
		// A close frame before the first reply; a connection that broke proves
		// nothing about the token.
		c.refuse()
	case c.state == opening:
		c.fail(spec.DialFailed, "")
	default:
		c.fail(spec.NoReason, "")
	}
}

func (s *session) reply(in wire.Incoming) {
	r := s.pending[in.MsgID]
	if r == nil {
		s.c.stats.LateReplies++
		s.c.log(LevelDebug, "a reply that nobody waits for was dropped")
		return
	}
	delete(s.pending, in.MsgID)
	r.timer.Stop()
	r.answer(&in, spec.NoReason)
}

// errorFrame takes the frame that answers nobody (observed). Where exactly one
// request of the name in it is pending, it is that one's refusal (inferred).
// Before the first reply it is a refused token.
func (s *session) errorFrame(in wire.Incoming) {
	c := s.c
	c.log(LevelWarn, "the gateway sent an error frame, rcode "+wire.Printable(in.Rcode))
	if c.state == syncing {
		c.refuse()
		return
	}
	found := ""
	for id, r := range s.pending {
		if r.method == in.About {
			if found != "" {
				return
			}
			found = id
		}
	}
	if found != "" {
		in.MsgID, in.ErrCode = found, in.Rcode
		s.reply(in)
	}
}

// notify takes a notification and raises its event.
func (c *Client) notify(in wire.Incoming) {
	row := spec.FindNotification(in.Method)
	if row == nil {
		c.stats.UnknownFrames++
		c.log(LevelDebug, "a notification without an event was dropped")
		return
	}
	if c.seen.again(in) {
		c.stats.Duplicates++
		return
	}
	if row.Form == spec.CallOf {
		c.notifyCall(row, in)
		return
	}
	data := textMember(in.Stripped(), "CurStateSubId")
	if !c.view.apply(row.Name, data) {
		c.badFrame("wire: a notification holds wrong types")
		return
	}
	switch row.Name {
	case "AgentStateChanged":
		c.agentNews++
		c.told.agent = ""
	case "PhoneModeChanged":
		c.agentNews++
		c.told.mode = ""
	}
	c.emit(Event{Names: []string{row.Name}, Code: spec.Success, Data: data})
	c.followMode()
	c.comparePhone()
}

func (c *Client) notifyCall(row *spec.Event, in wire.Incoming) {
	payload, callID := in.Frame.Get("Payload"), in.Frame.Get("CallID")
	if payload.Given() && payload.Kind() != wire.Object || callID.Kind() != wire.String {
		c.badFrame("wire: a call event holds wrong types")
		return
	}
	e := Event{Names: []string{row.Name}, Code: spec.Success, Data: wire.CallData(row.Name, in.Frame)}
	if row.Call {
		e.Names = []string{"AdvancedCallStatusChanged", row.Name}
	}
	if row.Name == "CallFailed" {
		e.Code, e.Visible = spec.MakeCallFailed, true
		e.Message, _ = in.Frame.Get("Desc").Text()
	}
	c.view.call(row.Name, callID)
	c.lastCall = e.Data
	c.emit(e)
	c.callToldOf(row.Name)
}

func (c *Client) badFrame(why string) {
	c.stats.BadFrames++
	c.log(LevelWarn, "a frame was dropped: "+why)
}

// survive keeps a panic in a callback of the transport from ending the
// program.
func (c *Client) survive(what string) {
	if r := recover(); r != nil {
		c.log(LevelError, "the SDK failed on "+what+"; send this log to its developers")
	}
}

func isCallEvent(name string) bool {
	for i := range spec.Events {
		if spec.Events[i].Name == name {
			return spec.Events[i].Form == spec.CallOf && spec.Events[i].Wire != ""
		}
	}
	return false
}

// textMember hands a member on as a string that may arrive as a number.
func textMember(object wire.Raw, name string) wire.Raw {
	value := object.Get(name)
	if value.Kind() != wire.Number {
		return object
	}
	var b wire.Builder
	b.Without(object, func(n string) bool { return n == name })
	return b.Text(name, value.TextOrDigits()).Object()
}

// recent remembers the last notifications by MsgId and Timestamp. MsgId alone
// should do (documented), but a gateway that counts anew on each connection
// would then lose events.
type recent struct {
	ids  map[string]struct{}
	ring [256]string
	at   int
}

// again tells whether the notification came before, and remembers it.
func (r *recent) again(in wire.Incoming) bool {
	if in.MsgID == "" {
		return false
	}
	id := in.MsgID + " " + string(in.Frame.Get("Timestamp"))
	if _, ok := r.ids[id]; ok {
		return true
	}
	if r.ids == nil {
		r.ids = make(map[string]struct{}, len(r.ring))
	}
	delete(r.ids, r.ring[r.at])
	r.ring[r.at], r.ids[id] = id, struct{}{}
	r.at = (r.at + 1) % len(r.ring)
	return false
}
