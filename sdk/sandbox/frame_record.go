package sandbox

import (
	"net/http"
	"sync"
)

// How many frames, and bytes of them, the platform remembers. Older ones make
// room.
const (
	keptFrames = 10_000
	keptBytes  = 16 << 20
)

// frameRecord is what agents' pages and the gateway have sent each other.
type frameRecord struct {
	mu     sync.Mutex
	frames []Frame
	bytes  int
}

func (r *frameRecord) add(frame Frame) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.frames = append(r.frames, frame)
	r.bytes += len(frame.Text)
	for len(r.frames) > keptFrames || r.bytes > keptBytes && len(r.frames) > 1 {
		r.bytes -= len(r.frames[0].Text)
		r.frames = r.frames[1:]
	}
}

func (r *frameRecord) clear() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.frames, r.bytes = nil, 0
}

// Frames is what an agent's page and the gateway have sent each other since the
// beginning or the last Reset, over all their connections, in the gateway's order.
// An empty agentID means all agents. The last 10,000 frames are remembered, 16
// MiB at most.
func (p *Platform) Frames(agentID string) []Frame {
	r := &p.engine.frames
	r.mu.Lock()
	defer r.mu.Unlock()
	frames := []Frame{}
	for _, frame := range r.frames {
		if agentID == "" || frame.AgentID == agentID {
			frames = append(frames, frame)
		}
	}
	return frames
}

func (p *Platform) getFrames(w http.ResponseWriter, r *http.Request) {
	agentID := r.URL.Query().Get("AgentId")
	if agentID != "" {
		if _, err := p.engine.agent(agentID); err != nil {
			writeRefusal(w, err)
			return
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, http.StatusOK, struct{ Frames []Frame }{p.Frames(agentID)})
}
