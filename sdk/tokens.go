package sdk

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// tokenReuse is how long an HTTP call may use a token that another call or the
// socket fetched; the platform takes one for 5 minutes (documented).
const tokenReuse = 4 * time.Minute

// tokenSource asks the provider for tokens, for one at a time: who asks while
// another waits gets the same.
type tokenSource struct {
	provider TokenProvider
	note     func(kind string, why spec.Reason) // records what the provider came to

	mu     sync.Mutex
	flight *tokenFlight
	newest Credentials
	at     time.Time // when newest came, by the monotonic clock
}

type tokenFlight struct {
	lease  *lease
	done   chan struct{}
	cred   Credentials
	why    spec.Reason
	detail string
}

// fetch gets a fresh token. why is NoReason on success.
func (t *tokenSource) fetch(ctx context.Context) (cred Credentials, why spec.Reason, detail string) {
	t.mu.Lock()
	f := t.flight
	if f == nil {
		f = &tokenFlight{lease: newLease(), done: make(chan struct{})}
		t.flight = f
		go t.fly(f)
	}
	t.mu.Unlock()
	select {
	case <-f.done:
		return f.cred, f.why, f.detail
	case <-ctx.Done():
		return Credentials{}, spec.TokenSilent, ""
	}
}

// stop tells the provider that nobody waits for a token any more.
func (t *tokenSource) stop() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.flight != nil {
		t.flight.lease.end()
	}
}

// reuse gets the newest token if it is young enough and not to be fresh.
func (t *tokenSource) reuse(ctx context.Context, fresh bool) (Credentials, spec.Reason, string) {
	t.mu.Lock()
	newest, at := t.newest, t.at
	t.mu.Unlock()
	if !fresh && newest.Token != "" && time.Since(at) < tokenReuse {
		return newest, spec.NoReason, ""
	}
	return t.fetch(ctx)
}

func (t *tokenSource) fly(f *tokenFlight) {
	ctx := f.lease
	defer ctx.end()
	defer ctx.limit(TokenTimeout)()
	answered := make(chan error, 1)
	var cred Credentials
	go func() {
		got, err := t.provider(ctx)
		cred = got
		answered <- err
	}()
	select {
	case err := <-answered:
		f.cred = cred
		f.why, f.detail = judge(cred, err)
	case <-ctx.Done():
		f.why = spec.TokenSilent
	}
	t.note(recordToken, f.why)
	t.mu.Lock()
	t.flight = nil
	if f.why == spec.NoReason {
		t.newest, t.at = f.cred, time.Now()
	}
	t.mu.Unlock()
	close(f.done)
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
