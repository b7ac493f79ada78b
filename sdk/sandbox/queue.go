package sandbox

import (
	"slices"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// queue hands customers to its idle agents, the one who has been idle longest
// first. Timeout is how many seconds a customer waits until an agent answers
// (inferred).
type queue struct {
	id, name string
	strategy int
	timeout  int
	members  []string // agents' ids
}

// queued is a customer in a queue.
type queued struct {
	queue   *queue
	tried   []*agent // who did not answer is not asked again
	leg     *leg     // the agent who rings now, or nil
	patient *timer
}

func (e *engine) queue(id string) (*queue, error) {
	if q, ok := e.queues[id]; ok {
		return q, nil
	}
	return nil, refuse(spec.ServerNoRecord, "no queue %q; see the list of queues", id)
}

// customerCallsQueue puts a customer who calls into a queue.
func (e *engine) customerCallsQueue(queueID, from string) (string, error) {
	from, err := callerNumber(from)
	if err != nil {
		return "", err
	}
	q, err := e.queue(queueID)
	if err != nil {
		return "", err
	}
	c := e.arrive(from, e.displayNumber(nil))
	e.enqueue(c, q)
	return c.id, nil
}

// transferQueue is the request TransferQueue: the agent is out at once, and the
// queue does not ask him again.
func (e *engine) transferQueue(l *leg, r request) error {
	q, err := e.queue(r.params["QueueID"])
	if err != nil {
		return err
	}
	c := l.call
	e.clear(l, opTransferQueue, notice{event: eventTransferred}, notice{event: eventConnectionCleared})
	e.enqueue(c, q, l.agent)
	return nil
}

func (e *engine) enqueue(c *call, q *queue, tried ...*agent) {
	c.queued, c.fromQueue = &queued{queue: q, tried: tried}, q.id
	c.queued.patient = e.after(time.Duration(q.timeout)*time.Second, func() { e.end(c) })
	e.waiting = append(e.waiting, c)
}

// leaveQueue takes a customer out of his queue, if he is in one.
func (e *engine) leaveQueue(c *call) {
	if c.queued == nil {
		return
	}
	c.queued.patient.stop()
	c.queued = nil
	e.waiting = slices.DeleteFunc(e.waiting, func(other *call) bool { return other == c })
}

// serveQueues rings an agent for every waiting customer for whom there is one.
func (e *engine) serveQueues() {
	for _, c := range e.waiting {
		if c.queued.leg != nil {
			continue
		}
		a := e.longestIdle(c.queued)
		if a == nil {
			continue
		}
		l := e.ring(c, a, leg{kind: spec.TypeOtherIn, far: c.customer.number}, legRings)
		l.ringing = e.after(agentRing, func() { e.missed(c, legEnds) })
		c.queued.leg = l
	}
}

func (e *engine) longestIdle(w *queued) *agent {
	var best *agent
	for _, id := range w.queue.members {
		a := e.agents[id]
		if a.takesCalls() != nil || slices.Contains(w.tried, a) {
			continue
		}
		if best == nil || a.turn < best.turn {
			best = a
		}
	}
	return best
}

// missed is an agent of a queue who refuses, or does not answer in time. The
// next is rung when the change ends.
func (e *engine) missed(c *call, input legInput) {
	l := c.queued.leg
	c.queued.leg = nil
	c.queued.tried = append(c.queued.tried, l.agent)
	e.clear(l, input, notice{event: eventConnectionCleared})
}
