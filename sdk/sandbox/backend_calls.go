package sandbox

import (
	"slices"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// plainCalls answer in a plainEnvelope.
func (p *Platform) plainCalls() map[string]backendCall {
	return map[string]backendCall{
		"GET /agents":          (*engine).listAgents,
		"POST /agents/{agent}": (*engine).readWrapUp,
		"PUT /agents/{agent}":  (*engine).writeWrapUp,
		"GET /queues":          (*engine).listQueues,
		"POST /transfer_ivr":   (*engine).postTransferIvr,
	}
}

// appCalls answer in an appEnvelope.
func (p *Platform) appCalls() map[string]backendCall {
	const numbers = "/app-web-api/call-out/numbers/default/agent"
	return map[string]backendCall{
		"GET /app-web-api/routers/ivrs":                               (*engine).listIvrFlows,
		"GET /app-web-api/ivr-flows/{flow}/versions/pub/keynamepairs": (*engine).listIvrNodes,
		"GET " + numbers + "/{agent}":                                 (*engine).listNumbers,
		"POST " + numbers:                                             (*engine).postNumber,
		"POST /app-web-api/petitions/agent/recent":                    (*engine).listCallLog,
	}
}

// agentEntry is an agent in the list of agents, as in the document's sample.
type agentEntry struct {
	AgentId     string
	AppId       string
	Email       string
	Enable      bool
	ExtState    int
	ExtenInfos  []string
	Extensions  []string
	Mobile      string
	Name        string
	Queues      []string
	QueuesNames []string
	Role        string
	State       int
	WorkId      string
	WrapUpTime  int
}

// phoneNumbers is the numeric form of a phone state. The document's sample has
// 0 for a phone that is free; the others are ours.
var phoneNumbers = map[spec.PhoneState]int{spec.PhoneIdle: 0, spec.PhoneBusy: 1, spec.PhoneOffline: 2}

func (e *engine) listAgents(r backendRequest) (any, error) {
	wanted := spec.AgentState(r.URL.Query().Get("State"))
	if wanted != "" && wanted.Number() == 0 {
		return nil, refuse(spec.ServerParameterError, "State is no agent state")
	}
	entries := []agentEntry{}
	for _, account := range e.directory.accounts {
		a := e.agents[account.id]
		if wanted != "" && a.state != wanted {
			continue
		}
		entries = append(entries, agentEntry{
			AgentId: a.id, AppId: e.config.AppID, Email: a.id + "@sandbox.invalid", Enable: true,
			Extensions: []string{a.number(spec.ModeVoIP), a.number(spec.ModeWebRTC)},
			ExtState:   phoneNumbers[a.phone], Mobile: a.mobile, Name: a.name, Role: a.role,
			State: a.state.Number(), WrapUpTime: a.wrapUp.in,
		})
	}
	return struct{ AgentList []agentEntry }{entries}, nil
}

// wrapUpEntry is an agent's wrap-up times, in seconds.
type wrapUpEntry struct {
	AgentId       string
	WrapUpTime    int // after incoming calls
	OutWrapUpTime int // after outgoing calls
}

func (e *engine) readWrapUp(r backendRequest) (any, error) {
	a, err := e.ownAgent(r, r.PathValue("agent"))
	if err != nil {
		return nil, err
	}
	return wrapUpEntry{a.id, a.wrapUp.in, a.wrapUp.out}, nil
}

func (e *engine) writeWrapUp(r backendRequest) (any, error) {
	a, err := e.ownAgent(r, r.PathValue("agent"))
	if err != nil {
		return nil, err
	}
	next := a.wrapUp
	for _, member := range []struct {
		name    string
		seconds *int
	}{{"InWrapUpTime", &next.in}, {"OutWrapUpTime", &next.out}} {
		text, given := r.body[member.name]
		if !given {
			continue
		}
		if *member.seconds, err = parseWrapUp(member.name, text); err != nil {
			return nil, err
		}
	}
	a.wrapUp = next
	return wrapUpEntry{a.id, a.wrapUp.in, a.wrapUp.out}, nil
}

// queueEntry is a queue as in the document's sample.
type queueEntry struct {
	Name     string
	QueueId  string
	Strategy int
	Timeout  int // seconds
}

func (e *engine) listQueues(backendRequest) (any, error) {
	entries := []queueEntry{}
	for _, q := range e.directory.queues {
		entries = append(entries, queueEntry{q.name, q.id, q.strategy, q.timeout})
	}
	return struct{ Queues []queueEntry }{entries}, nil
}

func (e *engine) postTransferIvr(r backendRequest) (any, error) {
	for _, name := range []string{"call_id", "ivr_id", "node_id"} {
		if r.body[name] == "" {
			return nil, refuse(spec.ServerParameterError, "member %s is missing", name)
		}
	}
	return nil, e.transferIvr(r)
}

func (e *engine) listIvrFlows(backendRequest) (any, error) { return e.directory.flows, nil }

func (e *engine) listIvrNodes(r backendRequest) (any, error) {
	flow, err := e.ivrFlow(r.PathValue("flow"))
	if err != nil {
		return nil, err
	}
	return flow.Nodes, nil
}

func (e *engine) listNumbers(r backendRequest) (any, error) {
	a, err := e.ownAgent(r, r.PathValue("agent"))
	if err != nil {
		return nil, err
	}
	return e.numberOptions(a, r.URL.Query().Get("type"))
}

func (e *engine) postNumber(r backendRequest) (any, error) {
	a, err := e.ownAgent(r, r.body["agentId"])
	if err != nil {
		return nil, err
	}
	return struct{}{}, e.selectNumber(a, r.body["type"], r.body["defaultId"])
}

func (e *engine) listCallLog(r backendRequest) (any, error) {
	a, err := e.ownAgent(r, r.body["agentId"])
	if err != nil {
		return nil, err
	}
	entries := []callLogEntry{}
	for _, record := range slices.Backward(a.log[max(0, len(a.log)-maxRecords):]) { // the latest first
		entries = append(entries, record.entry())
	}
	return entries, nil
}
