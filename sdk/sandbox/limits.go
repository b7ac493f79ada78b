package sandbox

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// Limits are the largest numbers that the platform accepts. A request that would
// exceed one is refused, with a reason that names it. Zero means the default.
type Limits struct {
	// Calls at one time, including waiting customers. The default is 10,000, or
	// twice the number of agents if that is more.
	Calls int
	// Waiting is how many customers may wait in queues. The default is 5,000.
	Waiting int
	// Sockets at one time, of agents and phones. The default is 1,000, or three
	// times the number of agents if that is more.
	Sockets int
	// Faults that are pending, for all agents together. The default is 1,000.
	Faults int
	// CallLength is how long a call may last; then it ends as if the customer
	// had hung up. The default is 24 hours.
	CallLength time.Duration
}

func (l Limits) withDefaults(agents int) Limits {
	orDefault := func(value *int, otherwise int) {
		if *value <= 0 {
			*value = otherwise
		}
	}
	orDefault(&l.Calls, max(10_000, 2*agents))
	orDefault(&l.Waiting, 5_000)
	orDefault(&l.Sockets, max(1_000, 3*agents))
	orDefault(&l.Faults, 1_000)
	if l.CallLength <= 0 {
		l.CallLength = 24 * time.Hour
	}
	return l
}

// mayBegin is nil if there may be one more call.
func (e *engine) mayBegin() error {
	if len(e.calls) >= e.config.Limits.Calls {
		return refuse(spec.ServerInternalError, "there are %d calls, as many as Limits.Calls allows; end some", len(e.calls))
	}
	return nil
}

// mayWait is nil if one more customer may wait in a queue.
func (e *engine) mayWait() error {
	if e.waiting >= e.config.Limits.Waiting {
		return refuse(spec.ServerInternalError, "%d customers wait, as many as Limits.Waiting allows; answer some", e.waiting)
	}
	return nil
}

// enterSocket counts one more socket. The error is a *Refusal if there are as
// many as the limit says. leave is called when the socket has ended.
func (p *Platform) enterSocket() (leave func(), err error) {
	limit := int64(p.config.Limits.Sockets)
	if p.sockets.Add(1) > limit {
		p.sockets.Add(-1)
		return nil, refuse(spec.ServerInternalError, "%d sockets are open, as many as Limits.Sockets allows; close some", limit)
	}
	return func() { p.sockets.Add(-1) }, nil
}
