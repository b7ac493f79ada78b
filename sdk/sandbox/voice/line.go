package voice

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// echoing is how the numbers end that send back what they hear.
const echoing = "0005"

// line is the sound of a telephone outside.
type line struct {
	number string
	tune   tune
	echo   []int16 // what it heard last, nil if it does not send that back
	meter  meter
	digits []byte
}

func newLine(number string) *line {
	l := &line{number: number, tune: tune{notes: Melody}}
	if strings.HasSuffix(number, echoing) {
		l.echo = make([]int16, frameSamples)
	}
	return l
}

func (l *line) frame() []int16 {
	if l.echo != nil {
		return l.echo
	}
	return l.tune.frame()
}

func (l *line) hear(frame []int16) {
	l.meter.hear(frame)
	if l.echo != nil {
		l.echo = frame
	}
}

func (l *line) heard() sandbox.Heard {
	h := sandbox.Heard{Number: l.number, Digits: string(l.digits)}
	h.Level, h.Frequency = l.meter.read()
	return h
}
