package voice

import "sync"

const (
	// jitterDepth is how much sound is waited for before it is played, and
	// jitterLimit how much may wait before the oldest is thrown away.
	jitterDepth = 3 * frameSamples
	jitterLimit = 12 * frameSamples
)

// jitter evens out when sound arrives. Packets of a browser on the same network
// come in order; what does not is played as it comes.
type jitter struct {
	mu      sync.Mutex
	samples []int16
	flowing bool
}

func (j *jitter) put(samples []int16) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.samples = append(j.samples, samples...)
	if over := len(j.samples) - jitterLimit; over > 0 {
		j.samples = j.samples[over:]
	}
	j.flowing = j.flowing || len(j.samples) >= jitterDepth
}

// frame returns the next frame, silence if there is none.
func (j *jitter) frame() []int16 {
	frame := make([]int16, frameSamples)
	j.mu.Lock()
	defer j.mu.Unlock()
	if !j.flowing {
		return frame
	}
	n := copy(frame, j.samples)
	j.samples = j.samples[n:]
	j.flowing = n == frameSamples
	return frame
}
