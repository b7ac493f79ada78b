package sandbox

import (
	"slices"
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// ivrTarget is a node of an IVR flow. A customer there stays until they hang up.
type ivrTarget struct {
	flow *ivrFlow
	node *ivrNode
}

func (e *engine) ivrFlow(id string) (*ivrFlow, error) {
	i := slices.IndexFunc(e.directory.flows, func(f ivrFlow) bool { return strconv.Itoa(f.ID) == id })
	if i < 0 {
		return nil, refuse(spec.ServerNoRecord, "no IVR flow with this id; see the list of flows")
	}
	return &e.directory.flows[i], nil
}

func (e *engine) ivrTarget(flowID, nodeID string) (*ivrTarget, error) {
	flow, err := e.ivrFlow(flowID)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(flow.Nodes, func(n ivrNode) bool { return strconv.Itoa(n.ID) == nodeID })
	if i < 0 {
		return nil, refuse(spec.ServerNoRecord, "IVR flow %d has no node with this id", flow.ID)
	}
	return &ivrTarget{flow, &flow.Nodes[i]}, nil
}

// transferIvr sends the call's customer to an IVR node: at once, or with
// transfer_mode agent_hangup when the agent hangs up. If the customer
// hangs up first, nothing happens.
func (e *engine) transferIvr(r backendRequest) error {
	c, err := e.find(r.body["call_id"])
	if err == nil && !slices.ContainsFunc(c.legs, func(l *leg) bool { return r.owns(l.agent.id) }) {
		err = refuse(spec.ServerNoRecord, "the agent whose token this is has no such call")
	}
	if err != nil {
		return err
	}
	to, err := e.ivrTarget(r.body["ivr_id"], r.body["node_id"])
	if err != nil {
		return err
	}
	i := slices.IndexFunc(c.legs, func(l *leg) bool { return l.state.may(opTransferIvr) && r.owns(l.agent.id) })
	if i < 0 {
		return refuse(spec.ServerBadAgentState, "no agent of this call can transfer it now; it must be established")
	}
	l := c.legs[i]
	if r.body["transfer_mode"] == spec.TransferOnHangup {
		e.callOff(l)
		l.onHangup = to
		return nil
	}
	c.ivr = to
	e.clear(l, opTransferIvr, notice{event: eventTransferred}, notice{event: eventConnectionCleared})
	return nil
}
