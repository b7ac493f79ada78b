package sdk

import (
	"context"
	"time"
)

// withLimit is context.WithTimeout without its deadline, whose text form would
// bring the formatting of times and the time zones into the page's module.
func withLimit(parent context.Context, limit time.Duration) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	timer := time.AfterFunc(limit, cancel)
	return ctx, func() {
		timer.Stop()
		cancel()
	}
}
