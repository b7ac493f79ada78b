package sandbox

import (
	"fmt"
	"slices"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// faults are every agent's, in the directory's order. Like the engine they
// change under its lock, but the engine does not know of them: they strike
// where frames and calls come in and go out.
type faults []*agentFaults

// agentFaults is what is still to go wrong for an agent.
type agentFaults struct {
	agentID string
	pending []*Fault // in the order in which they were placed
	tokens  tokenHistory
	log     func(message string)
}

func newFaults(accounts []account, log func(string)) faults {
	var all faults
	for _, account := range accounts {
		all = append(all, &agentFaults{agentID: account.id, log: log})
	}
	return all
}

// of is the faults of an agent, nil if there is none of that id.
func (f faults) of(agentID string) *agentFaults {
	for _, a := range f {
		if a.agentID == agentID {
			return a
		}
	}
	return nil
}

// holders are the faults of the agents whose token it is, or everybody's if
// nobody is known to have it.
func (f faults) holders(token string) faults {
	var holders faults
	for _, a := range f {
		if a.tokens.has(token) {
			holders = append(holders, a)
		}
	}
	if holders == nil {
		return f
	}
	return holders
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
func (f faults) checkToken(c token.Credentials) error {
	for _, a := range f {
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
	for _, a := range f.holders(token) {
		if fault := a.take(FaultHTTP, path); fault != nil {
			return fault
		}
	}
	return nil
}
