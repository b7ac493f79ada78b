//go:build !nophone

package sdk

import (
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// noMedia is the Warning of a second in which nothing was received.
const noMedia = "NoMedia"

const (
	poorOf   = 3
	poorLast = 5
)

// soundCheck is what the last seconds of a call sounded like.
type soundCheck struct {
	received, lost int64
	seconds        [poorLast][3]bool // poor in round trip, jitter, loss
	at             int
}

var poorNames = [3]string{"RoundTripTime", "Jitter", "PacketLoss"}

// soundIs handles a second's figures and raises CallQuality.
func (p *webPhone) soundIs(detail wire.Raw) {
	number := func(name string) int64 { n, _ := detail.Get(name).Int(); return n }
	s := &p.sound
	rtt, jitter := number("Rtt"), number("Jitter")
	received, lost := number("Received")-s.received, max(number("Lost")-s.lost, 0)
	s.received, s.lost = number("Received"), number("Lost")
	loss := 0.0
	if received+lost > 0 {
		loss = 100 * float64(lost) / float64(max(received, 0)+lost)
	}
	s.seconds[s.at] = [3]bool{rtt > PoorRoundTrip, jitter > PoorJitter, loss > PoorLoss}
	s.at = (s.at + 1) % poorLast
	mos, warning := opinion(rtt, jitter, loss), s.warning()
	if received == 0 && lost == 0 {
		// Not one packet in a second: the remaining figures mean nothing.
		mos, warning = 1, noMedia
	}

	var b wire.Builder
	data := b.Text("CallID", p.host.snapshot().CallID).Int("RoundTripTime", rtt).Int("Jitter", jitter).
		Raw("PacketLoss", decimal(loss)).Raw("InputLevel", decimal(float64(number("Input"))/1000)).
		Raw("OutputLevel", decimal(float64(number("Output"))/1000)).Raw("Mos", decimal(mos)).
		Text("Warning", warning).Object()
	// Once a second: too often for the recording.
	p.host.raiseUnrecorded("CallQuality", data)
}

func (s *soundCheck) warning() (names string) {
	for what, name := range poorNames {
		poor := 0
		for _, second := range s.seconds {
			if second[what] {
				poor++
			}
		}
		if poor >= poorOf {
			if names != "" {
				names += ","
			}
			names += name
		}
	}
	return names
}

// opinion estimates the mean opinion score by the E-model of ITU-T G.107 for
// G.711 with concealment: the rating R is 93.2, less Id for the delay in the
// form of Cole and Rosenbluth (2001), less Ie,eff for the loss with Ie 0 and
// Bpl 25.1 (G.113, appendix I). The delay is half the round trip, twice the
// jitter for the buffer, and 20 ms for the packets.
func opinion(rtt, jitter int64, loss float64) float64 {
	delay := float64(rtt)/2 + 2*float64(jitter) + 20
	r := 93.2 - 0.024*delay - 95*loss/(loss+25.1)
	if late := delay - 177.3; late > 0 {
		r -= 0.11 * late
	}
	r = max(r, 0)
	return max(1+0.035*r+r*(r-60)*(100-r)*7e-6, 1)
}

// decimal formats a number from 0 to 100 with two decimals, at half the code
// size of package strconv.
func decimal(f float64) wire.Raw {
	hundredths := int64(f*100 + 0.5)
	cents := strconv.FormatInt(hundredths%100, 10)
	if len(cents) < 2 {
		cents = "0" + cents
	}
	return wire.Raw(strconv.FormatInt(hundredths/100, 10) + "." + cents)
}
