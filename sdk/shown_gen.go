// Code generated from sdk/spec by make gen. DO NOT EDIT.

package sdk

import "github.com/ccpaas/ccpaas-go/sdk/spec"

// shownAs tells how a recording shows a member of that name; false where the
// table does not know the name.
func shownAs(name string) (as spec.Shown, known bool) {
	switch name {
	case "AllowAnswer", "AllowCancel", "AllowConsultation", "AllowEndConsultation", "AllowHangup", "AllowHold", "AllowThreeWay", "AllowThreeWayAfterConsultation", "AllowTransfer", "AllowTransferAfterConsultation", "AllowTransferAfterThreeWay", "AllowUnHold", "Confirmed", "Enable", "ExtState", "InWrapUpTime", "InputLevel", "Jitter", "Microphone", "Mos", "OnBarButtonSwitch", "OutWrapUpTime", "OutputLevel", "PacketLoss", "Recovered", "Retrying", "RoundTripTime", "Selected", "SeqId", "Status", "Strategy", "SubState", "Timeout", "WrapUpTime", "total":
		return spec.ShownNumber, true
	case "AdvancedCallStatus", "AnnouncedMode", "AnnouncedState", "CallDirection", "CallEvent", "CallType", "Contact", "CurExtState", "CurMode", "CurState", "Direction", "Fault", "Kind", "LegDirection", "Method", "MsgType", "OldState", "Owner", "OwnerType", "PhoneMode", "Reason", "Role", "State", "TerminalType", "Warning", "WorkFlow", "agentState", "callStatus", "connectState", "pageSize", "phoneMode", "phoneState":
		return spec.ShownWord, true
	case "StartTime":
		return spec.ShownTime, true
	case "ErrCode", "Ver", "bizCode", "code", "rcode":
		return spec.ShownCode, true
	case "AgentID", "AgentId", "AppId", "CallID", "CallId", "ChannelUUID", "Code", "CurStateSubId", "CurSubStateId", "DeviceId", "Id", "IvrId", "Leg", "MsgId", "NodeId", "QueueID", "QueueId", "WorkId", "agentId", "agentSubState", "callId", "call_id", "defaultId", "id", "ivr_id", "node_id", "type":
		return spec.ShownID, true
	case "AgentInfo", "AgentList", "Answer", "CallAuthority", "CallMode", "CalledInfo", "CallerInfo", "City", "CustomerInfo", "Data", "Desc", "DestNumberLoc", "Detail", "Devices", "Digits", "DisplayInfo", "Email", "ErrMsg", "ExtenInfos", "Extensions", "FromQueue", "JumpType", "Label", "LastCall", "LegTold", "Muted", "Name", "Payload", "Queues", "QueuesNames", "Result", "SipServer", "StateData", "Timestamp", "UA", "Ua", "UserData", "data", "list", "message", "msg", "name", "rmsg", "transfer_mode":
		return spec.Hidden, true
	case "AgentNumber", "AgentPhone", "CurContact", "CurNumber", "DefSpNumber", "DestNumber", "DisplayNum", "DisplayNumber", "Mobile", "Number", "SpNumber", "SpNumbers", "TelNumber":
		return spec.ShownPhone, true
	case "Password", "Token", "token":
		return spec.Never, true
	}
	return spec.Hidden, false
}

// knownWord tells a word of the table.
func knownWord(text string) bool {
	switch text {
	case "0000", "000000", "000001", "000035", "000036", "000060", "0100", "0101", "0102", "0103", "0104", "0105", "0200", "0201", "0300", "0301", "0400", "0500", "0600", "0601", "0602", "0603", "0604", "0605", "0606", "0607", "0608", "0609", "0610", "0700", "0701", "0702", "0703", "0704", "0901", "0902", "0903", "0904", "0905", "0906", "0907", "0908", "0909", "0910", "0911", "0912", "0913", "0914", "0915", "0916", "0917", "0918", "0919", "0920", "0921", "0922", "100005", "100018", "100021", "200020", "9000", "AdvancedCallStatusChanged", "AgentCallModeChange", "AgentInside", "AgentStateChange", "AgentStateChanged", "Answer", "AnswerAsync", "BargeIn", "CallFailed", "CallQuality", "Complete", "Conference", "Conferenced", "ConnectAsync", "Connected", "Connecting", "ConnectionCleared", "Consult", "Consultation", "ConsultationAsync", "ConsultationToThreeWay", "ConsultationToThreeWayAsync", "ConsultationToTransfer", "ConsultationToTransferAsync", "Delivered", "Destroy", "Dialout", "Disconnect", "Disconnected", "ERR", "Eavesdrop", "EavesdropAsync", "EndConsultation", "EndConsultationAsync", "EndThreeWay", "Established", "ExtensionStateChange", "ForcePickupAsync", "GetAgentStatesAsync", "GetAgentStatusOptions", "GetAgentTerminalInfo", "GetAgentTerminalInfoAsync", "GetAudioDevicesAsync", "GetCallInWrapUpTimeAsync", "GetCallLogsAsync", "GetCallModeOptions", "GetCurrentSpNumberAsync", "GetDisplayNumber", "GetIvrListAsync", "GetIvrNodesAsync", "GetNumberPoolAndSpNumAsync", "GetOtherAgentsAsync", "GetPhoneModesAsync", "GetQueuesAgentsAsync", "GetSpNumbersAsync", "GetState", "GetStateAsync", "GetWebPhoneInfoAsync", "GetWrapUpTime", "GetWrapUpTimeAsync", "Hangup", "HangupAsync", "Held", "Hold", "HoldAsync", "Inbound", "Init", "Jitter", "MakeCallAsync", "MuteAsync", "NTF", "NeedManualConnect", "Originated", "OtherIn", "Outbound", "PacketLoss", "PhoneLeg", "PhoneModeChanged", "PhoneStateChanged", "REP", "REQ", "Ready", "RecoveryAsync", "RetrieveAfterThreeWayAsync", "Retrieved", "RoundTripTime", "SendDtmfAsync", "ServiceInitiated", "SetAgentStateAsync", "SetAudioDeviceAsync", "SetCallInWrapUpTimeAsync", "SetCallMode", "SetDisplayNumber", "SetPhoneModeAsync", "SetSpNumberAsync", "SetSpNumberPoolNumAsync", "SetState", "SetWrapUpTime", "SetWrapUpTimeAsync", "SetWrapUpTimeEndAsync", "Substitute", "SubstituteAsync", "SupervisorBargeIn", "SupervisorIntercept", "SupervisorMonitor", "SupervisorWhisper", "ThreeWay", "ThreeWayToTransfer", "ThreewayAsync", "Transfer", "TransferAfterThreeWayAsync", "TransferAsync", "TransferIvrAsync", "TransferQueue", "TransferQueueAsync", "Transferred", "Unhold", "UnmuteAsync", "Whisper", "WhisperAsync", "accepted", "agent", "alerting", "answer", "answering", "app", "ask", "blocked", "busy", "cellphone", "close", "connected", "connecting", "create", "denied", "destroy", "device", "devices", "dialling", "disconnect", "done", "dtmf", "emit", "ended", "ending", "export", "failed", "hangup", "hello", "idle", "in", "in_eavesdrop", "incoming", "inner_call", "invite", "invoke", "log", "media lost", "microphone", "missing", "mute", "network", "no call", "no device", "offline", "onBreak", "open", "out_auto", "out_callback", "out_direct", "out_eavesdrop", "phone", "progress", "quality", "register", "register again", "registered", "renew", "replaced", "restart", "ringer", "ringing", "settle", "speaker", "state", "supervisor", "talking", "unregistered", "unsupported", "voip", "wake", "webrtc", "wrapup":
		return true
	}
	return false
}
