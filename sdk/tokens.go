package sdk

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// tokenReuse is how long an HTTP call may use a token that another call or the
// socket fetched; the platform accepts one for 5 minutes (documented).
const tokenReuse = 4 * time.Minute

// tokenSource asks the provider for tokens, one at a time: callers that ask
// meanwhile receive the same one.
type tokenSource struct {
	c      *core
	flight *tokenFlight
	newest Credentials
	at     time.Time // when newest came, by the monotonic clock
}

// tokenFlight is a request to the provider.
type tokenFlight struct {
	ctx     *stopContext
	limit   *timer
	waiting []tokenTaker
	asked   int         // how many providers have not answered
	why     spec.Reason // why the first failed
	detail  string
}

// tokenTaker receives a token; why is NoReason on success.
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
	t.ask(f, c.pages.providers())
}

// ask asks the first provider, and the next if that fails or does not answer
// within PagePatience. If none succeeds, the first failure is reported.
func (t *tokenSource) ask(f *tokenFlight, providers []TokenProvider) {
	c, others := t.c, providers[1:]
	next := func() {
		if len(others) > 0 && t.flight == f {
			rest := others
			others = nil
			t.ask(f, rest)
		}
	}
	patience := &timer{}
	if len(others) > 0 {
		patience = c.later(PagePatience, next)
	}
	f.asked++
	var cred Credentials
	var err error
	c.spawn("GetToken", func() { cred, err = providers[0](f.ctx) }, func(failed bool) {
		patience.stop()
		why, detail := judge(cred, err)
		if failed {
			why, detail = spec.TokenFailed, ""
		}
		f.asked--
		if why != spec.NoReason {
			if f.why == spec.NoReason {
				f.why, f.detail = why, detail
			}
			next()
			if f.asked > 0 {
				return
			}
			why, detail = f.why, f.detail
		}
		t.land(f, cred, why, detail)
	})
}

// reuse gets the newest token if it may be reused, otherwise a fresh one.
func (t *tokenSource) reuse(fresh bool, take tokenTaker) {
	if !fresh && t.newest.Token != "" && time.Since(t.at) < tokenReuse {
		take(t.newest, spec.NoReason, "")
		return
	}
	t.fetch(take)
}

// land passes on the result of a flight.
func (t *tokenSource) land(f *tokenFlight, cred Credentials, why spec.Reason, detail string) {
	if t.flight != f {
		return
	}
	t.flight = nil
	t.c.cancel(f.ctx)
	f.limit.stop()
	t.c.record(recordToken, "").n = int64(why)
	if why == spec.NoReason {
		t.newest, t.at = cred, time.Now()
	}
	for _, take := range f.waiting {
		t.c.then(func() { take(cred, why, detail) })
	}
}

// end tells the provider that its token is no longer needed.
func (t *tokenSource) end() {
	if f := t.flight; f != nil {
		t.flight = nil
		t.c.cancel(f.ctx)
		f.limit.stop()
	}
}
