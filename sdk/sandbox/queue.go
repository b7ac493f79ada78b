package sandbox

import (
	"cmp"
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

	// waiting are the customers that ring at no agent, in order of arrival. free
	// are the members who can take calls, the longest idle first. Every change
	// keeps both lists sorted, so no change has to look at all of them.
	waiting []*call
	free    []*agent
	arrived []*call // new among the waiting since serveQueues
	freed   bool    // whether a member has become free since then
}

// queued is a customer in a queue.
type queued struct {
	queue   *queue
	arrival int      // orders the customers
	tried   []*agent // did not answer, and are not asked again
	leg     *leg     // the agent who rings now, or nil
	patient *timer
}

func (e *engine) queue(id string) (*queue, error) {
	for _, q := range e.queues {
		if q.id == id {
			return q, nil
		}
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
	if err := e.mayBegin(); err != nil {
		return "", err
	}
	if err := e.mayWait(); err != nil {
		return "", err
	}
	c := e.arrive(from, e.displayNumber(nil))
	e.enqueue(c, q)
	return c.id, nil
}

// transferQueue is the request TransferQueue: the agent is out at once, and the
// queue does not ask them again.
func (e *engine) transferQueue(l *leg, r request) error {
	q, err := e.queue(r.params["QueueID"])
	if err != nil {
		return err
	}
	if err := e.mayWait(); err != nil {
		return err
	}
	c := l.call
	e.clear(l, opTransferQueue, notice{event: eventTransferred}, notice{event: eventConnectionCleared})
	e.enqueue(c, q, l.agent)
	return nil
}

func (e *engine) enqueue(c *call, q *queue, tried ...*agent) {
	e.arrivals++
	c.queued, c.fromQueue = &queued{queue: q, arrival: e.arrivals, tried: tried}, q.id
	c.queued.patient = e.after(time.Duration(q.timeout)*time.Second, func() { e.end(c) })
	e.waiting++
	e.wait(c)
}

// wait adds a customer to those who wait for an agent. They are served when the
// change ends, after all other events.
func (e *engine) wait(c *call) {
	q := c.queued.queue
	i, _ := slices.BinarySearchFunc(q.waiting, c, byArrival)
	q.waiting = slices.Insert(q.waiting, i, c)
	q.arrived = append(q.arrived, c)
}

func (e *engine) stopWaiting(c *call) {
	q := c.queued.queue
	switch i, waits := slices.BinarySearchFunc(q.waiting, c, byArrival); {
	case !waits:
	case i == 0: // as a rule, and without moving all others
		q.waiting[0] = nil
		q.waiting = q.waiting[1:]
	default:
		q.waiting = slices.Delete(q.waiting, i, i+1)
	}
}

func byArrival(a, b *call) int { return cmp.Compare(a.queued.arrival, b.queued.arrival) }

// leaveQueue takes a customer out of their queue, if they are in one.
func (e *engine) leaveQueue(c *call) {
	if c.queued == nil {
		return
	}
	c.queued.patient.stop()
	e.stopWaiting(c)
	c.queued = nil
	e.waiting--
}

// available updates the queues' free members to the agent's state. It is called
// after every change of that state.
func (e *engine) available(a *agent) {
	free := a.state == spec.AgentIdle && a.phone == spec.PhoneIdle
	if free == a.free {
		return
	}
	a.free = free
	for _, q := range a.queues {
		// An agent's turn does not change while they are free.
		i, _ := slices.BinarySearchFunc(q.free, a, func(other, a *agent) int { return cmp.Compare(other.turn, a.turn) })
		if free {
			q.free, q.freed = slices.Insert(q.free, i, a), true
		} else {
			q.free = slices.Delete(q.free, i, i+1)
		}
	}
}

// serveQueues rings a free agent for every waiting customer. When a change ends,
// no free agent and waiting customer fit each other. So after the next change
// only customers who arrived and agents who became free in it need a look.
func (e *engine) serveQueues() {
	for _, q := range e.queues {
		arrived, freed := q.arrived, q.freed
		q.arrived, q.freed = nil, false
		if freed {
			for i := 0; i < len(q.waiting) && len(q.free) > 0; {
				if !e.serve(q.waiting[i]) {
					i++ // otherwise the customer is gone from the list
				}
			}
			continue
		}
		arrived = slices.DeleteFunc(arrived, func(c *call) bool { return c.queued == nil })
		slices.SortFunc(arrived, byArrival)
		for _, c := range arrived {
			e.serve(c)
		}
	}
}

// serve rings the agent who has been idle longest, of those who have not been
// tried. It is false if there is none.
func (e *engine) serve(c *call) bool {
	w := c.queued
	e.looks++
	i := slices.IndexFunc(w.queue.free, func(a *agent) bool { return !slices.Contains(w.tried, a) })
	if i < 0 {
		return false
	}
	a := w.queue.free[i]
	e.stopWaiting(c)
	l := e.ring(c, a, leg{kind: spec.TypeOtherIn, far: c.customer.number}, legRings)
	l.ringing = e.after(agentRing, func() { e.missed(c, legEnds) })
	w.leg = l
	return true
}

// missed handles an agent of a queue who declines or does not answer in time. The
// next agent is rung when the change ends.
func (e *engine) missed(c *call, input legInput) {
	l := c.queued.leg
	c.queued.leg = nil
	c.queued.tried = append(c.queued.tried, l.agent)
	e.wait(c)
	e.clear(l, input, notice{event: eventConnectionCleared})
}
