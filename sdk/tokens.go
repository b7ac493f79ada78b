package sdk

import (
	"strings"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// tokenReuse is how long an HTTP call may use a token that another call or the
// socket fetched; the platform takes one for 5 minutes (documented).
const tokenReuse = 4 * time.Minute

// tokenSource asks the provider for tokens, for one at a time: who asks while
// another waits gets the same.
type tokenSource struct {
	c      *core
	flight *tokenFlight
	newest Credentials
	at     time.Time // when newest came, by the monotonic clock
}

// tokenFlight is a question to the provider.
type tokenFlight struct {
	ctx     *stopContext
	limit   *timer
	waiting []tokenTaker
}

// tokenTaker takes a token; why is NoReason on success.
type tokenTaker func(cred Credentials, why spec.Reason, detail string)

// fetch gets a fresh token.
func (t *tokenSource) fetch(take tokenTaker) {
	if t.flight != nil {
		t.flight.waiting = append(t.flight.waiting, take)
		return
	}
	c := t.c
	f := &tokenFlight{ctx: newStopContext(), waiting: []tokenTaker{take}}
	t.flight = f
	f.limit = c.later(TokenTimeout, func() { t.land(f, Credentials{}, spec.TokenSilent, "") })
	var cred Credentials
	var err error
	c.spawn("GetToken", func() { cred, err = c.cfg.Token(f.ctx) }, func(failed bool) {
		why, detail := judge(cred, err)
		if failed {
			why, detail = spec.TokenFailed, ""
		}
		t.land(f, cred, why, detail)
	})
}

// reuse gets the newest token if it is young enough and not to be fresh.
func (t *tokenSource) reuse(fresh bool, take tokenTaker) {
	if !fresh && t.newest.Token != "" && time.Since(t.at) < tokenReuse {
		take(t.newest, spec.NoReason, "")
		return
	}
	t.fetch(take)
}

// land hands out what a flight came to.
func (t *tokenSource) land(f *tokenFlight, cred Credentials, why spec.Reason, detail string) {
	if t.flight != f {
		return
	}
	t.flight = nil
	f.ctx.stop()
	f.limit.stop()
	t.c.record(recordToken, "").n = int64(why)
	if why == spec.NoReason {
		t.newest, t.at = cred, time.Now()
	}
	for _, take := range f.waiting {
		t.c.then(func() { take(cred, why, detail) })
	}
}

// end tells the provider that nobody waits for a token any more.
func (t *tokenSource) end() {
	if f := t.flight; f != nil {
		t.flight = nil
		f.ctx.stop()
		f.limit.stop()
	}
}

// MalformedToken is the error of a provider whose backend answered with
// something else than a token; it says with what, never the value.
type MalformedToken string

func (m MalformedToken) Error() string { return "malformed token: " + string(m) }

// judge says what is wrong with a provider's answer.
func judge(cred Credentials, err error) (spec.Reason, string) {
	if malformed, ok := err.(MalformedToken); ok {
		return spec.TokenMalformed, string(malformed)
	}
	switch {
	case err != nil:
		return spec.TokenFailed, ""
	case strings.TrimSpace(cred.Token) == "":
		return spec.TokenMalformed, "token"
	case strings.TrimSpace(cred.Timestamp) == "":
		return spec.TokenMalformed, "timestamp"
	}
	return spec.NoReason, ""
}
