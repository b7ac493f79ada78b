// Code generated from sdk/spec by make gen. DO NOT EDIT.

package sdk

import (
	"context"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// MakeCall dials a number. It resolves when the server has accepted
// the call; Originated and Established follow as events. Allowed while the
// agent is idle, busy or on a break and the phone is idle. Every member of
// the options is sent with the call, for example BizId. In phone mode webrtc
// the page makes the call by SIP, and only BizId is sent with it (inferred).
//
// Failure code: 0300.
func (c *Client) MakeCall(ctx context.Context, number PhoneNumber, members ...Member) error {
	var args argList
	args.add(textArg(number))
	args.add(membersArg(members))
	_, err := c.call(ctx, "MakeCallAsync", args)
	return err
}

// Hangup ends the agent's part in a call.
//
// Failure code: 0400.
func (c *Client) Hangup(ctx context.Context, callID string) error {
	var args argList
	args.add(textArg(callID))
	_, err := c.call(ctx, "HangupAsync", args)
	return err
}

// Answer answers the call that rings.
//
// Failure code: 0500.
func (c *Client) Answer(ctx context.Context) error {
	var args argList
	_, err := c.call(ctx, "AnswerAsync", args)
	return err
}

// SetPhoneMode chooses the telephone: voip, a desk phone; cellphone;
// webrtc, the page itself, which asks for the microphone and registers with
// the SIP server. If that fails, the previous mode stays.
//
// Failure code: 0100.
func (c *Client) SetPhoneMode(ctx context.Context, phoneMode PhoneMode) error {
	var args argList
	args.add(textArg(phoneMode))
	_, err := c.call(ctx, "SetPhoneModeAsync", args)
	return err
}

// GetPhoneModes lists the telephones the agent may use, with their
// names in the instance's language.
//
// Failure code: 0102.
func (c *Client) GetPhoneModes(ctx context.Context) ([]PhoneModeOption, error) {
	var args argList
	data, err := c.call(ctx, "GetPhoneModesAsync", args)
	return decodeList(data, func(v wire.Raw) PhoneModeOption { return decodePhoneModeOption(v) }), err
}

// GetAgentStates lists the states an agent may choose, then the
// tenant's break reasons. States are named in the instance's language,
// reasons as the tenant named them.
//
// Failure code: 0200.
func (c *Client) GetAgentStates(ctx context.Context) ([]AgentStateOption, error) {
	var args argList
	data, err := c.call(ctx, "GetAgentStatesAsync", args)
	return decodeList(data, func(v wire.Raw) AgentStateOption { return decodeAgentStateOption(v) }), err
}

// SetAgentState changes the agent's state. From offline to another
// state logs the agent in, to offline logs it out.
//
// Failure code: 0201.
func (c *Client) SetAgentState(ctx context.Context, state AgentState) error {
	var args argList
	args.add(textArg(state))
	args.add("")
	_, err := c.call(ctx, "SetAgentStateAsync", args)
	return err
}

// GetWebPhoneInfo gets the web phone's SIP account.
//
// Failure code: 0906.
func (c *Client) GetWebPhoneInfo(ctx context.Context) (TerminalInfo, error) {
	var args argList
	data, err := c.call(ctx, "GetWebPhoneInfoAsync", args)
	return decodeTerminalInfo(data), err
}

// GetCallInWrapUpTime gets the wrap-up time after incoming calls.
//
// Failure code: 0604.
func (c *Client) GetCallInWrapUpTime(ctx context.Context) (InWrapUpTime, error) {
	var args argList
	data, err := c.call(ctx, "GetCallInWrapUpTimeAsync", args)
	return decodeInWrapUpTime(data), err
}

// GetSpNumbers lists the relay numbers to choose from.
//
// Failure code: 0700.
func (c *Client) GetSpNumbers(ctx context.Context, ownerType OwnerType) ([]PhoneNumber, error) {
	var o wire.Builder
	var args argList
	o.Raw("OwnerType", textArg(ownerType))
	args.add(o.Object())
	data, err := c.call(ctx, "GetSpNumbersAsync", args)
	return decodeList(data, func(v wire.Raw) PhoneNumber { return spec.PhoneNumber(v.TextOrDigits()) }), err
}

// GetCurrentSpNumber gets the relay number in use, "" for none.
//
// Failure code: 0701.
func (c *Client) GetCurrentSpNumber(ctx context.Context, ownerType OwnerType) (PhoneNumber, error) {
	var o wire.Builder
	var args argList
	o.Raw("OwnerType", textArg(ownerType))
	args.add(o.Object())
	data, err := c.call(ctx, "GetCurrentSpNumberAsync", args)
	return spec.PhoneNumber(data.TextOrDigits()), err
}

// SetSpNumberParams are the parameters of SetSpNumber.
type SetSpNumberParams struct {
	// Whose relay numbers are meant: app, the tenant's, or agent, the agent's own. Optional.
	OwnerType OwnerType
	// The relay number, one of GetSpNumbers's.
	DisplayNumber PhoneNumber
}

// SetSpNumber chooses the relay number.
//
// Failure code: 0702.
func (c *Client) SetSpNumber(ctx context.Context, p SetSpNumberParams) error {
	var o wire.Builder
	var args argList
	o.Raw("OwnerType", textArg(p.OwnerType))
	o.Raw("DisplayNumber", textArg(p.DisplayNumber))
	args.add(o.Object())
	_, err := c.call(ctx, "SetSpNumberAsync", args)
	return err
}

// GetAgentTerminalInfo gets the SIP account of one of the agent's
// telephones.
//
// Failure code: 0704.
func (c *Client) GetAgentTerminalInfo(ctx context.Context, terminalType PhoneMode) (TerminalInfo, error) {
	var o wire.Builder
	var args argList
	o.Raw("TerminalType", textArg(terminalType))
	args.add(o.Object())
	data, err := c.call(ctx, "GetAgentTerminalInfoAsync", args)
	return decodeTerminalInfo(data), err
}

// RetrieveAfterThreeWay takes the call back from a three-way call: the
// party that was added leaves.
//
// Failure code: 0907.
func (c *Client) RetrieveAfterThreeWay(ctx context.Context, callID string) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(callID))
	args.add(o.Object())
	_, err := c.call(ctx, "RetrieveAfterThreeWayAsync", args)
	return err
}

// EndConsultation takes the call back from a consultation: the
// consulted party leaves, the customer is off hold.
//
// Failure code: 0907.
func (c *Client) EndConsultation(ctx context.Context, callID string) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(callID))
	args.add(o.Object())
	_, err := c.call(ctx, "EndConsultationAsync", args)
	return err
}

// Recovery takes the customer off hold.
//
// Failure code: 0909.
func (c *Client) Recovery(ctx context.Context, callID string) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(callID))
	args.add(o.Object())
	_, err := c.call(ctx, "RecoveryAsync", args)
	return err
}

// ConsultationToThreeWayParams are the parameters of ConsultationToThreeWay.
type ConsultationToThreeWayParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The other agent's id; the server knows it and does not need it. Optional.
	AgentID string
}

// ConsultationToThreeWay brings the customer into a consultation.
//
// Failure code: 0912.
func (c *Client) ConsultationToThreeWay(ctx context.Context, p ConsultationToThreeWayParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	args.add(o.Object())
	_, err := c.call(ctx, "ConsultationToThreeWayAsync", args)
	return err
}

// TransferAfterThreeWayParams are the parameters of TransferAfterThreeWay.
type TransferAfterThreeWayParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The other agent's id; the server knows it and does not need it. Optional.
	AgentID string
}

// TransferAfterThreeWay leaves a three-way call to the other two.
//
// Failure code: 0914.
func (c *Client) TransferAfterThreeWay(ctx context.Context, p TransferAfterThreeWayParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	args.add(o.Object())
	_, err := c.call(ctx, "TransferAfterThreeWayAsync", args)
	return err
}

// WhisperParams are the parameters of Whisper.
type WhisperParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The other agent's id.
	AgentID string
}

// Whisper lets a supervisor talk to the agent unheard by the customer.
//
// Failure code: 0917.
func (c *Client) Whisper(ctx context.Context, p WhisperParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	args.add(o.Object())
	_, err := c.call(ctx, "WhisperAsync", args)
	return err
}

// ForcePickupParams are the parameters of ForcePickup.
type ForcePickupParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The agent whose call is joined.
	AgentID string
	// The agent's phone, sent under this name (inferred). Optional.
	AgentPhone PhoneNumber
}

// ForcePickup lets a supervisor barge into the call of an agent.
//
// Failure code: 0918.
func (c *Client) ForcePickup(ctx context.Context, p ForcePickupParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	o.Raw("AgentPhone", textArg(p.AgentPhone))
	args.add(o.Object())
	_, err := c.call(ctx, "ForcePickupAsync", args)
	return err
}

// TransferIvrParams are the parameters of TransferIvr.
type TransferIvrParams struct {
	// The call's id.
	CallID string
	// The IVR flow's id.
	IvrID string
	// The id of the flow's node to start at, from GetIvrNodes.
	NodeID string
	// When the call leaves: agent_hangup, when the agent hangs up.
	JumpType string
}

// TransferIvr hands the call to an IVR flow.
//
// Failure code: 0921.
func (c *Client) TransferIvr(ctx context.Context, p TransferIvrParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("IvrId", textArg(p.IvrID))
	o.Raw("NodeId", textArg(p.NodeID))
	o.Raw("JumpType", textArg(p.JumpType))
	args.add(o.Object())
	_, err := c.call(ctx, "TransferIvrAsync", args)
	return err
}

// GetIvrNodes lists the nodes of an IVR flow.
//
// Failure code: 0920.
func (c *Client) GetIvrNodes(ctx context.Context, id string) ([]IvrNode, error) {
	var args argList
	args.add(textArg(id))
	data, err := c.call(ctx, "GetIvrNodesAsync", args)
	return decodeList(data, func(v wire.Raw) IvrNode { return decodeIvrNode(v) }), err
}

// GetQueuesAgents lists the queues. The options travel as a query.
//
// Failure code: 9000.
func (c *Client) GetQueuesAgents(ctx context.Context, members ...Member) ([]Queue, error) {
	var args argList
	args.add(membersArg(members))
	data, err := c.call(ctx, "GetQueuesAgentsAsync", args)
	return decodeList(data, func(v wire.Raw) Queue { return decodeQueue(v) }), err
}

// TransferParams are the parameters of Transfer.
type TransferParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The other agent's id, instead of AgentPhone. Optional.
	AgentID string
	// The number of an external line, instead of AgentId. Optional.
	AgentPhone PhoneNumber
}

// Transfer hands the call to another agent or to an external line. The
// agent keeps the call until the other side answers.
//
// Failure code: 0910.
func (c *Client) Transfer(ctx context.Context, p TransferParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	o.Raw("AgentPhone", textArg(p.AgentPhone))
	args.add(o.Object())
	_, err := c.call(ctx, "TransferAsync", args)
	return err
}

// Hold puts the customer on hold.
//
// Failure code: 0908.
func (c *Client) Hold(ctx context.Context, callID string) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(callID))
	args.add(o.Object())
	_, err := c.call(ctx, "HoldAsync", args)
	return err
}

// ConsultationParams are the parameters of Consultation.
type ConsultationParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The other agent's id, instead of AgentPhone. Optional.
	AgentID string
	// The number of an external line, instead of AgentId. Optional.
	AgentPhone PhoneNumber
}

// Consultation holds the customer and calls another agent or an
// external line.
//
// Failure code: 0911.
func (c *Client) Consultation(ctx context.Context, p ConsultationParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	o.Raw("AgentPhone", textArg(p.AgentPhone))
	args.add(o.Object())
	_, err := c.call(ctx, "ConsultationAsync", args)
	return err
}

// ThreewayParams are the parameters of Threeway.
type ThreewayParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The other agent's id, instead of AgentPhone. Optional.
	AgentID string
	// The number of an external line, instead of AgentId. Optional.
	AgentPhone PhoneNumber
}

// Threeway brings another agent or an external line into the call.
//
// Failure code: 0907.
func (c *Client) Threeway(ctx context.Context, p ThreewayParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	o.Raw("AgentPhone", textArg(p.AgentPhone))
	args.add(o.Object())
	_, err := c.call(ctx, "ThreewayAsync", args)
	return err
}

// ConsultationToTransferParams are the parameters of ConsultationToTransfer.
type ConsultationToTransferParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The consulted agent's id; accepted, not sent. Optional.
	AgentID string
}

// ConsultationToTransfer leaves the customer to the consulted party.
//
// Failure code: 0913.
func (c *Client) ConsultationToTransfer(ctx context.Context, p ConsultationToTransferParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	args.add(o.Object())
	_, err := c.call(ctx, "ConsultationToTransferAsync", args)
	return err
}

// TransferQueueParams are the parameters of TransferQueue.
type TransferQueueParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The queue's id, from GetQueuesAgents.
	QueueID string
}

// TransferQueue hands the call to a queue.
//
// Failure code: 0910.
func (c *Client) TransferQueue(ctx context.Context, p TransferQueueParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("QueueId", textArg(p.QueueID))
	args.add(o.Object())
	_, err := c.call(ctx, "TransferQueueAsync", args)
	return err
}

// SubstituteParams are the parameters of Substitute.
type SubstituteParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The other agent's id.
	AgentID string
}

// Substitute lets a supervisor intercept a call: the agent is put out
// of it, the supervisor goes on with the customer.
//
// Failure code: 0915.
func (c *Client) Substitute(ctx context.Context, p SubstituteParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	args.add(o.Object())
	_, err := c.call(ctx, "SubstituteAsync", args)
	return err
}

// EavesdropParams are the parameters of Eavesdrop.
type EavesdropParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The other agent's id.
	AgentID string
}

// Eavesdrop lets a supervisor monitor a call unheard.
//
// Failure code: 0916.
func (c *Client) Eavesdrop(ctx context.Context, p EavesdropParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("AgentId", textArg(p.AgentID))
	args.add(o.Object())
	_, err := c.call(ctx, "EavesdropAsync", args)
	return err
}

// GetOtherAgents lists the other agents. The options travel as a query,
// for example State: "idle".
//
// Failure code: 0922.
func (c *Client) GetOtherAgents(ctx context.Context, members ...Member) ([]Agent, error) {
	var args argList
	args.add(membersArg(members))
	data, err := c.call(ctx, "GetOtherAgentsAsync", args)
	return decodeList(data, func(v wire.Raw) Agent { return decodeAgent(v) }), err
}

// GetNumberPoolAndSpNum lists relay numbers or number pools, and which
// of them is selected.
//
// Failure code: 9000.
func (c *Client) GetNumberPoolAndSpNum(ctx context.Context, kind string) (NumberList, error) {
	var o wire.Builder
	var args argList
	o.Raw("type", textArg(kind))
	args.add(o.Object())
	data, err := c.call(ctx, "GetNumberPoolAndSpNumAsync", args)
	return decodeNumberList(data), err
}

// SetSpNumberPoolNumParams are the parameters of SetSpNumberPoolNum.
type SetSpNumberPoolNumParams struct {
	// The kind of number: 1 for relay numbers, 2 for number pools.
	Type string
	// The id of the relay number or number pool.
	ID string
}

// SetSpNumberPoolNum selects a relay number or a number pool, from the
// next call on.
//
// Failure code: 9000.
func (c *Client) SetSpNumberPoolNum(ctx context.Context, p SetSpNumberPoolNumParams) error {
	var o wire.Builder
	var args argList
	o.Raw("type", textArg(p.Type))
	o.Raw("id", textArg(p.ID))
	args.add(o.Object())
	_, err := c.call(ctx, "SetSpNumberPoolNumAsync", args)
	return err
}

// Mute silences the web phone's microphone. In phone mode webrtc only.
//
// Failure code: 9000.
func (c *Client) Mute(ctx context.Context, callID string) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(callID))
	args.add(o.Object())
	_, err := c.call(ctx, "MuteAsync", args)
	return err
}

// Unmute opens the web phone's microphone again. In phone mode webrtc
// only.
//
// Failure code: 9000.
func (c *Client) Unmute(ctx context.Context, callID string) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(callID))
	args.add(o.Object())
	_, err := c.call(ctx, "UnmuteAsync", args)
	return err
}

// SendDtmfParams are the parameters of SendDtmf.
type SendDtmfParams struct {
	// The call's id, from Delivered or Originated.
	CallID string
	// The tones, at most 32: digits, * and #.
	Digits string
}

// SendDtmf sends touch tones to the far end, and resolves when the last
// was sent. In phone mode webrtc only.
//
// Failure code: 9000.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) SendDtmf(ctx context.Context, p SendDtmfParams) error {
	var o wire.Builder
	var args argList
	o.Raw("CallId", textArg(p.CallID))
	o.Raw("Digits", textArg(p.Digits))
	args.add(o.Object())
	_, err := c.call(ctx, "SendDtmfAsync", args)
	return err
}

// GetAudioDevices lists the microphones, speakers and ringers that the
// web phone can use. In phone mode webrtc only.
//
// Failure code: 9000.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) GetAudioDevices(ctx context.Context) ([]AudioDevice, error) {
	var args argList
	data, err := c.call(ctx, "GetAudioDevicesAsync", args)
	return decodeList(data, func(v wire.Raw) AudioDevice { return decodeAudioDevice(v) }), err
}

// SetAudioDeviceParams are the parameters of SetAudioDevice.
type SetAudioDeviceParams struct {
	// What the device is for: microphone, speaker or ringer.
	Kind AudioKind
	// The device's id, from GetAudioDevices.
	DeviceID string
}

// SetAudioDevice chooses the microphone, the speaker or the ringer, in a
// call at once. In phone mode webrtc only.
//
// Failure code: 9000.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) SetAudioDevice(ctx context.Context, p SetAudioDeviceParams) error {
	var o wire.Builder
	var args argList
	o.Raw("Kind", textArg(p.Kind))
	o.Raw("DeviceId", textArg(p.DeviceID))
	args.add(o.Object())
	_, err := c.call(ctx, "SetAudioDeviceAsync", args)
	return err
}

// CheckPhone tries what the web phone needs and reports what would keep an
// agent from talking: the page, the microphone and its permission, the devices,
// the registration at the SIP server, the servers of IceServers, and, if
// EchoNumber is given, a call to it, whose echo is measured. It works in every
// phone mode, leaves a call and a registration alone, and takes three minutes at
// most, one of which is for the person who is asked for the microphone. The echo call is made in phone mode webrtc, by an agent who could make
// one, and is a call like any other: with its events, and the rest after it.
//
// Failure code: 9000.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) CheckPhone(ctx context.Context, echoNumber PhoneNumber) (PhoneReport, error) {
	var o wire.Builder
	var args argList
	o.Raw("EchoNumber", textArg(echoNumber))
	args.add(o.Object())
	data, err := c.call(ctx, "CheckPhoneAsync", args)
	return decodePhoneReport(data), err
}

// GetState asks the server for the agent's state; the answer is the
// event GetState.
//
// Failure code: 9000.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) GetState(ctx context.Context) error {
	var args argList
	_, err := c.call(ctx, "GetStateAsync", args)
	return err
}

// GetIvrList lists the IVR flows.
//
// Failure code: 0919.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) GetIvrList(ctx context.Context) (Raw, error) {
	var args argList
	data, err := c.call(ctx, "GetIvrListAsync", args)
	return spec.Raw(data), err
}

// GetCallLogs lists the agent's recent calls.
//
// Failure code: 9000.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) GetCallLogs(ctx context.Context) (Raw, error) {
	var args argList
	data, err := c.call(ctx, "GetCallLogsAsync", args)
	return spec.Raw(data), err
}

// GetWrapUpTime gets the wrap-up times after incoming and outgoing calls.
//
// Failure code: 0610.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) GetWrapUpTime(ctx context.Context) (WrapUpTimes, error) {
	var args argList
	data, err := c.call(ctx, "GetWrapUpTimeAsync", args)
	return decodeWrapUpTimes(data), err
}

// SetWrapUpTimeParams are the parameters of SetWrapUpTime.
type SetWrapUpTimeParams struct {
	// The time after incoming calls, in seconds (inferred).
	InWrapUpTime int
	// The time after outgoing calls, in seconds (inferred).
	OutWrapUpTime int
}

// SetWrapUpTime sets the wrap-up times after incoming and outgoing calls.
//
// Failure code: 0609.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) SetWrapUpTime(ctx context.Context, p SetWrapUpTimeParams) (Raw, error) {
	var o wire.Builder
	var args argList
	o.Raw("InWrapUpTime", numberArg(p.InWrapUpTime))
	o.Raw("OutWrapUpTime", numberArg(p.OutWrapUpTime))
	args.add(o.Object())
	data, err := c.call(ctx, "SetWrapUpTimeAsync", args)
	return spec.Raw(data), err
}

// SetWrapUpTimeEnd ends the wrap-up.
//
// Failure code: 0600.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) SetWrapUpTimeEnd(ctx context.Context) error {
	var args argList
	_, err := c.call(ctx, "SetWrapUpTimeEndAsync", args)
	return err
}

// SetCallInWrapUpTime sets the wrap-up time after incoming calls.
//
// Failure code: 0602.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) SetCallInWrapUpTime(ctx context.Context, wrapUpTime int) error {
	var args argList
	args.add(numberArg(wrapUpTime))
	_, err := c.call(ctx, "SetCallInWrapUpTimeAsync", args)
	return err
}
