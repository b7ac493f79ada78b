package sandbox

import (
	"slices"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/token"
)

// Credentials is what the token backend answers the agent's page: a token that
// is valid from now for token.Lifetime. A token is the tenant's, not the
// agent's (documented), so agents who ask within one second get the same one.
// With Config.BindTokens each gets one of their own.
func (p *Platform) Credentials(agentID string) token.Credentials {
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	now := time.Now()
	c := token.Sign(p.config.AppID, p.config.Secret, now)
	agent := p.faults.of(agentID)
	if agent == nil {
		return c
	}
	if p.config.BindTokens {
		c = p.ownToken(agent, now)
	}
	p.faults.note(agent, c, true)
	return c
}

// maxAge is how old a token may be when it is issued, so that agents who ask
// within one second get different ones: their timestamps are what differs.
const maxAge = 30 * time.Second

// ownToken is the newest token that no other agent has. When all have been
// issued, agents share the newest.
func (p *Platform) ownToken(agent *agentFaults, now time.Time) token.Credentials {
	for age := time.Duration(0); age <= maxAge; age += time.Second {
		c := token.Sign(p.config.AppID, p.config.Secret, now.Add(-age))
		if !slices.ContainsFunc(p.faults.holders[c.Token], func(a *agentFaults) bool { return a != agent }) {
			return c
		}
	}
	return token.Sign(p.config.AppID, p.config.Secret, now)
}

// verify checks credentials that a client sent: the agent's on connecting, or
// with an empty agentID those of a backend call.
func (p *Platform) verify(agentID string, c token.Credentials) error {
	if c.AppID != p.config.AppID {
		return refuse(spec.ServerAuthFailed, "unknown AppId; use the sandbox's tenant")
	}
	if err := token.Verify(c, p.config.Secret, time.Now()); err != nil {
		return refuse(spec.ServerAuthFailed, "%v", err)
	}
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	agent := p.faults.of(agentID)
	if agent == nil {
		return p.faults.concerned(c.Token).checkToken(c)
	}
	if owners := p.ownersOf(c.Token); owners != nil && !slices.Contains(owners, agentID) {
		return refuse(spec.ServerAuthFailed, "the token was issued to another agent than %s; "+
			"fetch one for the agent who connects, or set BindTokens to false", agentID)
	}
	if err := (holders{agent}).checkToken(c); err != nil {
		return err
	}
	p.faults.note(agent, c, false)
	return nil
}

// owners returns the agents that the token was issued for, nil if it is valid
// for all.
func (p *Platform) owners(text string) []string {
	p.engine.mu.Lock()
	defer p.engine.mu.Unlock()
	return p.ownersOf(text)
}

func (p *Platform) ownersOf(text string) (owners []string) {
	if !p.config.BindTokens {
		return nil
	}
	for _, a := range p.faults.holders[text] {
		if a.tokens.seen[text].issued {
			owners = append(owners, a.agentID)
		}
	}
	return owners
}

// owns reports whether the request may act on the agent's settings and calls.
func (r backendRequest) owns(agentID string) bool {
	return r.owners == nil || slices.Contains(r.owners, agentID)
}

// ownAgent looks up the agent whose settings or calls the request is about.
func (e *engine) ownAgent(r backendRequest, id string) (*agent, error) {
	a, err := e.agent(id)
	if err == nil && !r.owns(id) {
		err = refuse(spec.ServerAuthFailed, "the token was issued to another agent than %s", id)
	}
	return a, err
}
