package sandbox

import (
	"fmt"
	"slices"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// faults are every agent's. Like the engine they change under its lock, but the
// engine does not use them: they strike where frames and calls come in and go
// out.
type faults struct {
	agents []*agentFaults // in the directory's order
	byID   map[string]*agentFaults
	// holders are the agents who have fetched a token or connected with it, by
	// the token.
	holders map[string]holders
}

// agentFaults is what is still to go wrong for an agent.
type agentFaults struct {
	agentID string
	pending []*Fault // in the order in which they were placed
	tokens  tokenHistory
	log     func(message string)
}

// holders are agents who have a token.
type holders []*agentFaults

func newFaults(accounts []account, log func(string)) faults {
	all := faults{byID: map[string]*agentFaults{}, holders: map[string]holders{}}
	for _, account := range accounts {
		a := &agentFaults{agentID: account.id, log: log}
		all.agents = append(all.agents, a)
		all.byID[account.id] = a
	}
	return all
}

// of returns the faults of an agent, nil if there is none of that id.
func (f faults) of(agentID string) *agentFaults { return f.byID[agentID] }

// concerned returns the agents whose token it is, or all if nobody is known to
// have it.
func (f faults) concerned(token string) holders {
	if known := f.holders[token]; known != nil {
		return known
	}
	return f.agents
}

// note remembers that the agent has the token, and forgets those that nobody
// accepts any more.
func (f faults) note(a *agentFaults, c token.Credentials, issued bool) {
	for _, old := range a.tokens.note(c, issued) {
		left := slices.DeleteFunc(f.holders[old], func(other *agentFaults) bool { return other == a })
		if f.holders[old] = left; len(left) == 0 {
			delete(f.holders, old)
		}
	}
	if !slices.Contains(f.holders[c.Token], a) {
		f.holders[c.Token] = append(f.holders[c.Token], a)
	}
}

// waiting returns how many have yet to strike.
func (f faults) waiting() int {
	n := 0
	for _, a := range f.agents {
		n += len(a.pending)
	}
	return n
}

// take returns the first fault of the kind that is due for the subject, and
// counts its strike. It is nil without one.
func (a *agentFaults) take(kind FaultKind, subject string) *Fault {
	i := slices.IndexFunc(a.pending, func(f *Fault) bool { return f.Kind == kind && f.concerns(subject) })
	if i < 0 {
		return nil
	}
	f := a.pending[i]
	if f.Count--; f.Count == 0 {
		a.pending = slices.Delete(a.pending, i, i+1)
	}
	a.report(kind)
	return f
}

func (a *agentFaults) report(kind FaultKind) {
	a.log(fmt.Sprintf("agent %s: the fault %s strikes", a.agentID, kind))
}

// checkToken refuses good credentials that a fault has made to expire for one
// of these agents.
func (h holders) checkToken(c token.Credentials) error {
	for _, a := range h {
		fresh := a.tokens.fresh(c)
		if fresh && a.take(FaultExpireToken, "") != nil {
			a.tokens.expire()
			fresh = false
		}
		if !fresh {
			return refuse(spec.ServerAuthFailed, "the token has expired; fetch a newer one")
		}
	}
	return nil
}

// takeCall returns the fault that is due for a backend call with the token, nil
// without one.
func (f faults) takeCall(token, path string) *Fault {
	for _, a := range f.concerned(token) {
		if fault := a.take(FaultHTTP, path); fault != nil {
			return fault
		}
	}
	return nil
}
