package voice

import (
	"strings"
	"sync"

	"github.com/pion/rtp"
	"github.com/pion/webrtc/v4"
)

// speech is a softphone's track: its microphone, and the keys that are pressed,
// in one stream as RFC 4733 has it.
type speech struct {
	webrtc.TrackLocal // for what it is called

	mu     sync.Mutex
	stream webrtc.TrackLocalWriter
	event  uint8 // telephone-event's payload type
	header rtp.Header
	keys   []byte // that are still to be sent, each in five packets
}

func (s *speech) Bind(c webrtc.TrackLocalContext) (webrtc.RTPCodecParameters, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stream, s.header = c.WriteStream(), rtp.Header{Version: 2, SSRC: uint32(c.SSRC())}
	var sound webrtc.RTPCodecParameters
	for _, codec := range c.CodecParameters() {
		if codec.MimeType == telephoneEvent {
			s.event = uint8(codec.PayloadType)
		} else {
			sound = codec
		}
	}
	return sound, nil
}

func (s *speech) Unbind(webrtc.TrackLocalContext) error { return nil }

// press sends digits with the next frames.
func (s *speech) press(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keys = append(s.keys, text...)
}

// play sends a frame, or the next packets of a digit in its place: the last
// three with the end bit, all with the timestamp of the first.
func (s *speech) play(frame []int16) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stream == nil {
		return
	}
	s.header.Timestamp += frameSamples
	if len(s.keys) == 0 {
		s.write(0, encodeULaw(frame))
		return
	}
	key := byte(strings.IndexByte(digits, s.keys[0]))
	s.keys = s.keys[1:]
	for _, flags := range []byte{0x0a, 0x0a, 0x8a, 0x8a, 0x8a} {
		s.write(s.event, []byte{key, flags, 0, frameSamples})
	}
}

func (s *speech) write(kind uint8, payload []byte) {
	s.header.SequenceNumber++
	s.header.PayloadType = kind
	_, _ = s.stream.WriteRTP(&s.header, payload)
}
