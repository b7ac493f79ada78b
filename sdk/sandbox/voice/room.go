package voice

import (
	"context"
	"math"
	"sync"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// rooms are the calls that have sound: those with a web phone that talks.
type rooms struct {
	arranging sync.Mutex // so that what the engine said last counts

	mu   sync.Mutex
	open map[string]*room // by CallID
}

// room is where a call's parties hear each other.
type room struct {
	callID string
	closed chan struct{}

	mu       sync.Mutex
	sessions map[party]*session
	lines    map[party]*line
	tunes    map[party]*tune
	hearing  hearing
}

// enter lets a session that talks into the call's room.
func (s *Server) enter(c *session, callID string) {
	s.rooms.mu.Lock()
	defer s.rooms.mu.Unlock()
	if c.ctx.Err() != nil {
		return
	}
	r := s.rooms.open[callID]
	if r == nil {
		r = &room{
			callID: callID, closed: make(chan struct{}),
			sessions: map[party]*session{},
			lines:    map[party]*line{},
			tunes:    map[party]*tune{holdMusic: {notes: HoldMusic}, ringBack: {notes: RingBack}},
		}
		s.rooms.open[callID] = r
		s.run(func() { r.run(s.ctx) })
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.sessions[c.party()] = c
}

// leave takes a session out of its room. The last one closes it.
func (rs *rooms) leave(c *session) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	for _, r := range rs.open {
		r.mu.Lock()
		if r.sessions[c.party()] == c {
			delete(r.sessions, c.party())
			if len(r.sessions) == 0 {
				close(r.closed)
				delete(rs.open, r.callID)
			}
		}
		r.mu.Unlock()
	}
}

func (rs *rooms) find(callID string) *room {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	return rs.open[callID]
}

// arrange connects the sound of the call's parties.
func (rs *rooms) arrange(platform *sandbox.Platform, callID string) {
	rs.arranging.Lock()
	defer rs.arranging.Unlock()
	r := rs.find(callID)
	if r == nil {
		return
	}
	for _, call := range platform.State().Calls {
		if call.CallID == callID {
			r.arrange(call)
		}
	}
}

func (r *room) arrange(call sandbox.CallInfo) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for p, number := range map[party]string{customer: call.Number, external: call.ExternalNumber} {
		switch l := r.lines[p]; {
		case number == "":
			delete(r.lines, p)
		case l == nil || l.number != number:
			r.lines[p] = newLine(number)
		}
	}
	r.hearing = hearingIn(call)
}

// run plays a frame to everybody in the room, again and again.
func (r *room) run(ctx context.Context) {
	beat := time.NewTicker(frameTime)
	defer beat.Stop()
	for {
		select {
		case <-beat.C:
			r.play()
		case <-r.closed:
			return
		case <-ctx.Done():
			return
		}
	}
}

func (r *room) play() {
	r.mu.Lock()
	defer r.mu.Unlock()
	frames := map[party][]int16{}
	for p, c := range r.sessions {
		frames[p] = c.media.in.frame()
	}
	for p, l := range r.lines {
		frames[p] = l.frame()
	}
	for p, t := range r.tunes {
		frames[p] = t.frame()
	}
	for listener, heard := range r.hearing {
		mixed := mix(frames, heard)
		if c := r.sessions[listener]; c != nil {
			c.media.play(mixed)
		} else if l := r.lines[listener]; l != nil {
			l.hear(mixed)
		}
	}
}

// mix adds frames up. What is too loud is cut off.
func mix(frames map[party][]int16, heard []party) []int16 {
	mixed := make([]int16, frameSamples)
	for _, p := range heard {
		for i, sample := range frames[p] {
			mixed[i] = int16(min(max(int(mixed[i])+int(sample), math.MinInt16), math.MaxInt16))
		}
	}
	return mixed
}

// dialled passes a digit that a session's agent has dialled to the telephones
// outside that hear the agent.
func (rs *rooms) dialled(c *session, digit byte) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	for _, r := range rs.open {
		r.mu.Lock()
		if r.sessions[c.party()] == c {
			for p, l := range r.lines {
				if r.hearing.hears(p, c.party()) {
					l.digits = append(l.digits, digit)
				}
			}
		}
		r.mu.Unlock()
	}
}

// Heard returns what the telephones outside hear of the call. Package sandbox
// calls it for Platform.State.
func (s *Server) Heard(callID string) []sandbox.Heard {
	r := s.rooms.find(callID)
	if r == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	var heard []sandbox.Heard
	for _, p := range []party{customer, external} {
		if l := r.lines[p]; l != nil {
			heard = append(heard, l.heard())
		}
	}
	return heard
}
