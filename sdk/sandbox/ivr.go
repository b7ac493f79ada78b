package sandbox

import (
	"slices"
	"strconv"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// ivrTarget is a node of an IVR flow. A customer there stays until he hangs up.
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
// transfer_mode agent_hangup when the agent hangs up. A customer who hangs up
// first takes the plan with him.
func (e *engine) transferIvr(callID, flowID, nodeID, mode string) error {
	c, err := e.find(callID)
	if err != nil {
		return err
	}
	to, err := e.ivrTarget(flowID, nodeID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(c.legs, func(l *leg) bool { return l.state.may(opTransferIvr) })
	if i < 0 {
		return refuse(spec.ServerBadAgentState, "no agent of this call can transfer it now; it must be established")
	}
	l := c.legs[i]
	if mode == spec.TransferOnHangup {
		e.callOff(l)
		l.onHangup = to
		return nil
	}
	c.ivr = to
	e.clear(l, opTransferIvr, notice{event: eventTransferred}, notice{event: eventConnectionCleared})
	return nil
}
