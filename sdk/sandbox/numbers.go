package sandbox

import (
	"slices"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// numbers is what the tenant has selected: the number that callers see unless
// an agent has selected one of their own.
type numbers struct {
	tenant selection
	turn   map[string]int // of each pool: how often it was used
}

// selection is a relay number or a number pool by its id. The zero value means
// that nothing is selected.
type selection struct{ kind, id string }

// options are the relay numbers or the pools that an agent can select, and the
// id of the selected one.
type options struct {
	List      any     `json:"list"`
	DefaultID *string `json:"defaultId"`
}

// relayNumbers lists the numbers of the tenant or of one agent.
func (e *engine) relayNumbers(a *agent, owner spec.OwnerType) ([]spNumber, *selection, error) {
	switch owner {
	case spec.OwnerApp:
		return e.directory.numbers, &e.numbers.tenant, nil
	case spec.OwnerAgent, "":
		return a.numbers, &a.selected, nil
	}
	return nil, nil, refuse(spec.ServerParameterError, "OwnerType is neither app nor agent")
}

func (e *engine) getDisplayNumber(a *agent, r request) (any, error) {
	list, selected, err := e.relayNumbers(a, spec.OwnerType(r.params["OwnerType"]))
	if err != nil {
		return nil, err
	}
	reply := struct {
		SpNumbers   []string
		DefSpNumber string // empty where nothing is selected
	}{SpNumbers: []string{}}
	for _, n := range list {
		reply.SpNumbers = append(reply.SpNumbers, n.Number)
		if *selected == (selection{spec.NumberTypeRelay, n.ID}) {
			reply.DefSpNumber = n.Number
		}
	}
	return reply, nil
}

func (e *engine) setDisplayNumber(a *agent, r request) (any, error) {
	list, selected, err := e.relayNumbers(a, spec.OwnerType(r.params["OwnerType"]))
	if err != nil {
		return nil, err
	}
	for _, n := range list {
		if n.Number == r.params["DisplayNumber"] {
			*selected = selection{spec.NumberTypeRelay, n.ID}
			return nil, nil
		}
	}
	return nil, refuse(spec.ServerNoSuchSpNumber, "no such relay number; see GetDisplayNumber")
}

// numberOptions lists what the agent can select of the given type.
func (e *engine) numberOptions(a *agent, kind string) (options, error) {
	var o options
	switch kind {
	case spec.NumberTypeRelay:
		o.List = a.numbers
	case spec.NumberTypePool:
		o.List = e.directory.pools
	default:
		return o, refuse(spec.ServerParameterError, "type is neither 1 (relay numbers) nor 2 (number pools)")
	}
	if a.selected.kind == kind {
		id := a.selected.id
		o.DefaultID = &id
	}
	return o, nil
}

// selectNumber selects a relay number or a pool of the agent in place of what
// was selected before. It counts from the next call on (documented).
func (e *engine) selectNumber(a *agent, kind, id string) error {
	if _, err := e.numberOptions(a, kind); err != nil {
		return err
	}
	known := slices.ContainsFunc(a.numbers, func(n spNumber) bool { return n.ID == id })
	if kind == spec.NumberTypePool {
		known = slices.ContainsFunc(e.directory.pools, func(p numberPool) bool { return p.ID == id })
	}
	if !known {
		return refuse(spec.ServerNoSuchSpNumber, "no relay number or pool with this id")
	}
	a.selected = selection{kind, id}
	return nil
}

// displayNumber returns what the other side of the agent's next call sees:
// their own selection, else the tenant's, else the tenant's first number. a is
// nil for a call to nobody in particular.
func (e *engine) displayNumber(a *agent) string {
	if a != nil {
		switch a.selected.kind {
		case spec.NumberTypeRelay:
			return numberWithID(a.numbers, a.selected.id)
		case spec.NumberTypePool:
			return e.nextOfPool(a.selected.id)
		}
	}
	if e.numbers.tenant != (selection{}) {
		return numberWithID(e.directory.numbers, e.numbers.tenant.id)
	}
	return e.directory.numbers[0].Number
}

// nextOfPool takes the pool's numbers in turn.
func (e *engine) nextOfPool(id string) string {
	i := slices.IndexFunc(e.directory.pools, func(p numberPool) bool { return p.ID == id })
	pool := e.directory.pools[i].Numbers
	turn := e.numbers.turn[id]
	e.numbers.turn[id] = turn + 1
	return pool[turn%len(pool)].Number
}

func numberWithID(list []spNumber, id string) string {
	i := slices.IndexFunc(list, func(n spNumber) bool { return n.ID == id })
	return list[i].Number
}
