package voice

import (
	"bufio"
	"bytes"
	"strings"

	"github.com/emiago/sipgo/sip"
	"github.com/pion/rtp"
)

// digits are the DTMF events 0 to 15 (RFC 4733, section 3.2).
const digits = "0123456789*#ABCD"

// events takes the DTMF of one RTP stream.
type events struct {
	dialled func(digit byte)
	began   uint32 // timestamp of the last event
	any     bool
}

// take reads a telephone-event packet. One event is sent in many packets of one
// timestamp, so that none is missed.
func (e *events) take(packet *rtp.Packet) {
	if len(packet.Payload) < 4 || e.any && packet.Timestamp == e.began {
		return
	}
	e.any, e.began = true, packet.Timestamp
	if event := int(packet.Payload[0]); event < len(digits) {
		e.dialled(digits[event])
	}
}

// info handles DTMF that a phone sends in a request of its own: as
// application/dtmf-relay, Signal=5, or application/dtmf, 5.
func (s *Server) info(r *sip.Request, tx sip.ServerTransaction) {
	c := s.sessionOf(r)
	if c == nil {
		refuseUnknownCall(r, tx)
		return
	}
	digit, ok := digitOf(r)
	if !ok {
		respond(tx, r, sip.StatusUnsupportedMediaType, "Only DTMF is understood in INFO")
		return
	}
	respond(tx, r, sip.StatusOK, "OK")
	s.rooms.dialled(c, digit)
}

func digitOf(r *sip.Request) (byte, bool) {
	h := r.ContentType()
	if h == nil || !strings.HasPrefix(strings.ToLower(h.Value()), "application/dtmf") {
		return 0, false
	}
	lines := bufio.NewScanner(bytes.NewReader(r.Body()))
	for lines.Scan() {
		name, value, named := strings.Cut(lines.Text(), "=")
		if !named {
			name, value = "Signal", name
		}
		value = strings.ToUpper(strings.TrimSpace(value))
		if strings.EqualFold(strings.TrimSpace(name), "Signal") && len(value) == 1 && strings.Contains(digits, value) {
			return value[0], true
		}
	}
	return 0, false
}
