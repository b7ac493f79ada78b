//go:build !race && !js

// The race detector would make this test take minutes.

package sdk

import (
	"runtime"
	"strconv"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
)

// The heap after each tenth of a million events: over the last half its slope
// is within what the collector leaves behind, far less than a byte an
// event.
func TestAMillionEventsLeaveNoHeapBehind(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		seen := 0
		c.OnHeld(func(CallEvent) { seen++ })
		const tenth = 100_000
		var heap []float64
		for i := range 10 * tenth {
			s.say(`{"Method":"Held","MsgType":"NTF","MsgId":"` + strconv.Itoa(i) + `","Timestamp":1,"CallID":"c","Payload":{"CallAuthority":{"AllowHold":true}}}`)
			if i%1000 == 999 {
				s.happened()
				s.data = s.data[:0]
			}
			if i%tenth == tenth-1 {
				synctest.Wait()
				runtime.GC()
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				heap = append(heap, float64(m.HeapAlloc))
			}
		}
		assert.Equal(t, 10*tenth, seen)
		perEvent := (heap[9] - heap[4]) / (5 * tenth)
		assert.Less(t, perEvent, 0.5, "bytes kept for each event; heap %v", heap)
	})
}
