package voice

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The values are those of ITU-T G.711, table 2, at 16 bits.
func TestULaw(t *testing.T) {
	assert.Equal(t, []int16{0, 0, 8, -8, 32124, -32124, 3132}, decodeULaw([]byte{0xff, 0x7f, 0xfe, 0x7e, 0x80, 0x00, 0xb6}))
	assert.Equal(t, []byte{0xff, 0xff, 0x80, 0x00, 0x00}, encodeULaw([]int16{0, 3, 32767, -32767, -32768}))
	for b := range 256 {
		if b != 0x7f { // the other zero
			assert.Equal(t, []byte{byte(b)}, encodeULaw(decodeULaw([]byte{byte(b)})))
		}
	}
}

func TestTheMeterTellsLevelAndFrequency(t *testing.T) {
	var m meter
	level, frequency := m.read()
	assert.Zero(t, level)
	assert.Zero(t, frequency)
	for _, n := range []Note{{500, frameTime}, {1000, frameTime}, {3400, frameTime}} {
		tone := tune{notes: []Note{n}}
		for range meterSamples / frameSamples {
			m.hear(tone.frame())
		}
		level, frequency = m.read()
		assert.InDelta(t, loudness/1.414, level, 0.001)
		assert.Equal(t, n.Frequency, frequency)
	}
}
