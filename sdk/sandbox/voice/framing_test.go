package voice

import (
	"bytes"
	"testing"

	"github.com/gobwas/ws"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWholeFramesAreTakenOut(t *testing.T) {
	t.Parallel()
	for _, masked := range []bool{false, true} {
		var frames [][]byte
		for _, length := range []int{0, 5, 125, 126, 70_000} {
			frame := ws.NewTextFrame(bytes.Repeat([]byte{'a'}, length))
			if masked {
				frame = ws.MaskFrame(frame)
			}
			var b bytes.Buffer
			require.NoError(t, ws.WriteFrame(&b, frame))
			frames = append(frames, b.Bytes())
		}
		const response = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"
		for _, step := range []int{1, 3, 50, 1 << 20} {
			// Every second frame is lost, and the loss begins and ends in the middle of others.
			f, begun := framing{head: true}, 0
			lost := func() bool { begun++; return begun%2 == 0 }
			all, want := []byte(response), []byte(response)
			for i, frame := range frames {
				if all = append(all, frame...); i%2 == 0 {
					want = append(want, frame...)
				}
			}
			var passed []byte
			for len(all) > 0 {
				n := min(step, len(all))
				passed = append(passed, f.filter(all[:n], lost)...)
				all = all[n:]
			}
			assert.Equal(t, want, passed, "masked %t, %d bytes at a time", masked, step)
		}
	}
}
