package sdk

import (
	"math/rand/v2"
	"time"
)

// ReconnectPolicy says when a lost connection is tried again: after a random
// part of a ceiling that doubles from Base to Max with every attempt in a row
// ("full jitter"), so that many pages do not come back at the same moment.
type ReconnectPolicy struct {
	// Off keeps a lost connection closed until Connect.
	Off bool
	// Base is the first ceiling; zero means 1 s.
	Base time.Duration
	// Max is the last ceiling; zero means 20 s.
	Max time.Duration
	// Attempts is how many tries in a row may fail before the client gives up
	// and raises NeedManualConnect; zero means no end.
	Attempts int
}

// next returns the wait before the attempt after failed ones, false if there is
// to be none.
func (p ReconnectPolicy) next(failed int) (time.Duration, bool) {
	if p.Off || p.Attempts > 0 && failed > p.Attempts {
		return 0, false
	}
	ceiling, last := p.Base, p.Max
	if ceiling <= 0 {
		ceiling = time.Second
	}
	if last <= 0 {
		last = 20 * time.Second
	}
	for i := 1; i < failed && ceiling < last; i++ {
		ceiling *= 2
	}
	return rand.N(min(ceiling, last)) + 1, true
}
