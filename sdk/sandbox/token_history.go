package sandbox

import (
	"strconv"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// tokenHistory is the tokens that an agent has fetched or connected with, and
// which of them have been made to expire. A token fetched twice within a second
// is the same text, so what counts is the generation it was last fetched in.
type tokenHistory struct {
	seen       map[string]seenToken
	generation int       // grows with every expiry
	expired    time.Time // when the last generation ended; zero if none did
}

type seenToken struct {
	at         time.Time
	generation int
	issued     bool // by the platform, to this agent
}

// note puts a token into the present generation. It returns those that are
// forgotten, because nobody accepts them any more.
func (h *tokenHistory) note(c token.Credentials, issued bool) (forgotten []string) {
	now := time.Now()
	if h.seen == nil {
		h.seen = map[string]seenToken{}
	}
	for text, seen := range h.seen {
		if now.Sub(seen.at) > 2*token.Lifetime {
			delete(h.seen, text)
			forgotten = append(forgotten, text)
		}
	}
	h.seen[c.Token] = seenToken{now, h.generation, issued || h.seen[c.Token].issued}
	return forgotten
}

// expire ends the present generation.
func (h *tokenHistory) expire() {
	h.generation++
	h.expired = time.Now()
}

// forgive makes all tokens good again.
func (h *tokenHistory) forgive() {
	*h = tokenHistory{seen: h.seen}
	for text, seen := range h.seen {
		h.seen[text] = seenToken{seen.at, h.generation, seen.issued}
	}
}

// fresh reports whether the token is of the present generation. One that was
// signed elsewhere is checked by its timestamp, which verify has found good.
func (h *tokenHistory) fresh(c token.Credentials) bool {
	if seen, ok := h.seen[c.Token]; ok {
		return seen.generation == h.generation
	}
	signed, _ := strconv.ParseInt(c.Timestamp, 10, 64)
	return h.expired.IsZero() || signed > h.expired.Unix()
}
