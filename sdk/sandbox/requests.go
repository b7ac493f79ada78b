package sandbox

import (
	"slices"
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// agentRequest is a request about the agent, not about a call.
type agentRequest struct {
	needs []string // required parameters
	do    func(*engine, *agent, request) (any, error)
}

// agentRequests are named as on the wire.
var agentRequests = map[string]agentRequest{
	"GetState":              {nil, (*engine).getState},
	"Login":                 {[]string{"State"}, (*engine).logIn},
	"Logout":                {nil, (*engine).logOut},
	"SetState":              {[]string{"State"}, (*engine).setState},
	"GetAgentStatusOptions": {nil, (*engine).getAgentStates},
	"SetCallMode":           {[]string{"Contact"}, (*engine).setCallMode},
	"GetCallModeOptions":    {nil, (*engine).getCallModes},
	"GetAgentTerminalInfo":  {[]string{"TerminalType"}, (*engine).getTerminal},
	"GetWrapUpTime":         {nil, (*engine).getWrapUpTime},
	"SetWrapUpTime":         {[]string{"WrapUpTime"}, (*engine).setWrapUpTime},
	"Complete":              {nil, (*engine).complete},
	"GetDisplayNumber":      {nil, (*engine).getDisplayNumber},
	"SetDisplayNumber":      {[]string{"OwnerType", "DisplayNumber"}, (*engine).setDisplayNumber},
	"Dialout":               {[]string{"DestNumber"}, (*engine).dialOut},
	"Eavesdrop":             {[]string{"CallID", "AgentID"}, supervision(spec.TypeSupervisorMonitor)},
	"Whisper":               {[]string{"CallID", "AgentID"}, supervision(spec.TypeSupervisorWhisper)},
	"BargeIn":               {[]string{"CallID", "AgentID"}, supervision(spec.TypeSupervisorBargeIn)},
	"Substitute":            {[]string{"CallID", "AgentID"}, supervision(spec.TypeSupervisorIntercept)},
}

// legRequest is an operation on the agent's own leg.
type legRequest struct {
	needs []string
	do    func(*engine, *leg, request) error
}

// legRequests are the operations of CallAuthority. The table of leg transitions
// says in which state each is allowed.
var legRequests = map[legInput]legRequest{
	opAnswer:                 {nil, (*engine).answer},
	opHangup:                 {[]string{"CallID"}, (*engine).hangUpOnRequest},
	opHold:                   {[]string{"CallID"}, (*engine).hold},
	opUnhold:                 {[]string{"CallID"}, (*engine).unhold},
	opConsultation:           {[]string{"CallID"}, (*engine).consult},
	opEndConsultation:        {[]string{"CallID"}, (*engine).endConsultation},
	opConsultationToThreeWay: {[]string{"CallID"}, (*engine).consultationToThreeWay},
	opConsultationToTransfer: {[]string{"CallID"}, (*engine).passOn},
	opThreeWay:               {[]string{"CallID"}, (*engine).threeWay},
	opEndThreeWay:            {[]string{"CallID"}, (*engine).endThreeWay},
	opThreeWayToTransfer:     {[]string{"CallID"}, (*engine).passOn},
	opTransfer:               {[]string{"CallID"}, (*engine).transfer},
	opTransferQueue:          {[]string{"CallID", "QueueID"}, (*engine).transferQueue},
}

// perform carries a request out and returns its reply's Data. On a refusal
// nothing has changed.
func (e *engine) perform(a *agent, r request) (any, error) {
	if err := e.checkIdentity(a, r); err != nil {
		return nil, err
	}
	if row, ok := agentRequests[r.method]; ok {
		if err := r.demand(row.needs); err != nil {
			return nil, err
		}
		return row.do(e, a, r)
	}
	if _, ok := legRequests[legInput(r.method)]; ok {
		return nil, e.performOnLeg(a, r)
	}
	return nil, refuse(spec.ServerBadRequest, "unknown Method")
}

// checkIdentity compares AppId and AgentId, if a frame has them, with the
// connection's.
func (e *engine) checkIdentity(a *agent, r request) error {
	if id, ok := r.params["AppId"]; ok && id != e.config.AppID {
		return refuse(spec.ServerParameterError, "AppId is not the one of this connection")
	}
	if id, ok := r.params["AgentId"]; ok && id != a.id {
		return refuse(spec.ServerParameterError, "AgentId is not the one of this connection")
	}
	return nil
}

// performOnLeg carries out an operation of legRequests.
func (e *engine) performOnLeg(a *agent, r request) error {
	op := legInput(r.method)
	row := legRequests[op]
	if err := r.demand(row.needs); err != nil {
		return err
	}
	callID, given := r.params["CallID"]
	if a.leg == nil || given && callID != a.leg.call.id {
		return refuse(spec.ServerNoRecord, "agent %s has no such call", a.id)
	}
	if !a.leg.state.may(op) {
		return refuse(spec.ServerBadAgentState, "the call is %s; possible now: %s",
			a.leg.state, strings.Join(a.leg.state.operations(), ", "))
	}
	return row.do(e, a.leg, r)
}

// operations lists what the agent may do, sorted.
func (s LegState) operations() []string {
	var names []string
	for op := range legRequests {
		if s.may(op) {
			names = append(names, string(op))
		}
	}
	slices.Sort(names)
	return names
}

// demand checks that the request has the parameters, none of them empty.
func (r request) demand(names []string) error {
	for _, name := range names {
		if r.params[name] == "" {
			return refuse(spec.ServerParameterError, "parameter %s is missing", name)
		}
	}
	return nil
}
