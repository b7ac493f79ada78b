package voice

import (
	"math"
	"slices"
	"sync"
)

// meterSamples is how much sound a meter looks at: the last 200 ms.
const meterSamples = sampleRate / 5

// meter listens.
type meter struct {
	mu   sync.Mutex
	last []int16
}

func (m *meter) hear(frame []int16) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.last = append(m.last, frame...)
	if over := len(m.last) - meterSamples; over > 0 {
		m.last = m.last[over:]
	}
}

func (m *meter) samples() []int16 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.last)
}

// read returns the root mean square of what was heard last, from 0 to 1, and
// its strongest frequency in steps of 10 Hz, 0 in silence.
func (m *meter) read() (level float64, frequency int) {
	samples := m.samples()
	sum := 0.0
	for _, s := range samples {
		sum += float64(s) * float64(s)
	}
	if sum == 0 {
		return 0, 0
	}
	level = math.Sqrt(sum/float64(len(samples))) / math.MaxInt16
	strongest := 0.0
	for f := 50; f <= sampleRate/2; f += 10 {
		if p := power(samples, f); p > strongest {
			strongest, frequency = p, f
		}
	}
	return level, frequency
}

// power returns how much of a frequency there is, by Goertzel's algorithm.
func power(samples []int16, frequency int) float64 {
	k := 2 * math.Cos(2*math.Pi*float64(frequency)/sampleRate)
	var before, last float64
	for _, s := range samples {
		before, last = last, float64(s)+k*last-before
	}
	return before*before + last*last - k*before*last
}
