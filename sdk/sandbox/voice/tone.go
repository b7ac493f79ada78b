package voice

import (
	"math"
	"time"
)

// Note is a steady tone, or a rest if its Frequency is 0.
type Note struct {
	Frequency int // in hertz
	Length    time.Duration
}

// What the sandbox plays, over and over. The frequencies are far enough apart to
// be told apart by a page's AnalyserNode.
var (
	// Melody is what a customer plays while an agent talks to them.
	Melody = []Note{{500, noteLength}, {600, noteLength}, {750, noteLength}}
	// HoldMusic is what a customer hears on hold.
	HoldMusic = []Note{{300, noteLength}, {400, noteLength}}
	// RingBack is what is heard while waiting for a colleague or a customer to
	// answer: the tone of Chinese networks.
	RingBack = []Note{{450, time.Second}, {0, 4 * time.Second}}
)

const noteLength = 400 * time.Millisecond

// loudness is that of all tones, of at most 1.
const loudness = 0.25

// tune plays notes over and over. Frequencies that are multiples of 50 Hz fit a
// frame, so that no note begins or ends with a click.
type tune struct {
	notes []Note
	at    time.Duration // within the notes
}

func (t *tune) frame() []int16 {
	at, length := t.at, time.Duration(0)
	for _, n := range t.notes {
		length += n.Length
	}
	t.at = (t.at + frameTime) % length
	samples := make([]int16, frameSamples)
	for _, n := range t.notes {
		if at < n.Length {
			step := 2 * math.Pi * float64(n.Frequency) / sampleRate
			for i := range samples {
				samples[i] = int16(loudness * math.MaxInt16 * math.Sin(step*float64(i)))
			}
			return samples
		}
		at -= n.Length
	}
	return samples
}
