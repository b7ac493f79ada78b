// Code generated from sdk/spec by make gen. DO NOT EDIT.

package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

func decodePhoneModeOption(v wire.Raw) (d PhoneModeOption) {
	for name, value := range v.Members {
		switch name {
		case "Id":
			d.ID = spec.PhoneMode(value.TextOrDigits())
		case "Name":
			d.Name = value.TextOrDigits()
		}
	}
	return d
}

func decodeAgentStateOption(v wire.Raw) (d AgentStateOption) {
	for name, value := range v.Members {
		switch name {
		case "Code":
			d.Code = spec.StringOrNumber(value.TextOrDigits())
		case "Label":
			d.Label = value.TextOrDigits()
		case "Owner":
			d.Owner = value.TextOrDigits()
		}
	}
	return d
}

func decodeTerminalInfo(v wire.Raw) (d TerminalInfo) {
	for name, value := range v.Members {
		switch name {
		case "SipServer":
			d.SipServer = value.TextOrDigits()
		case "Number":
			d.Number = spec.PhoneNumber(value.TextOrDigits())
		case "Password":
			d.Password = spec.Secret(value.TextOrDigits())
		}
	}
	return d
}

func decodeInWrapUpTime(v wire.Raw) (d InWrapUpTime) {
	for name, value := range v.Members {
		switch name {
		case "WrapUpTime":
			d.WrapUpTime = decodeInt(value)
		}
	}
	return d
}

func decodeWrapUpTimes(v wire.Raw) (d WrapUpTimes) {
	for name, value := range v.Members {
		switch name {
		case "WrapUpTime":
			d.WrapUpTime = decodeInt(value)
		case "OutWrapUpTime":
			d.OutWrapUpTime = decodeInt(value)
		}
	}
	return d
}

func decodeIvrNode(v wire.Raw) (d IvrNode) {
	for name, value := range v.Members {
		switch name {
		case "id":
			d.ID = spec.StringOrNumber(value.TextOrDigits())
		case "name":
			d.Name = value.TextOrDigits()
		}
	}
	return d
}

func decodeQueue(v wire.Raw) (d Queue) {
	for name, value := range v.Members {
		switch name {
		case "Name":
			d.Name = value.TextOrDigits()
		case "QueueId":
			d.QueueID = value.TextOrDigits()
		case "Strategy":
			d.Strategy = decodeInt(value)
		case "Timeout":
			d.Timeout = decodeInt(value)
		}
	}
	return d
}

func decodeAgent(v wire.Raw) (d Agent) {
	for name, value := range v.Members {
		switch name {
		case "AgentId":
			d.AgentID = value.TextOrDigits()
		case "AppId":
			d.AppID = value.TextOrDigits()
		case "Email":
			d.Email = value.TextOrDigits()
		case "Enable":
			d.Enable = value.Kind() == wire.True
		case "ExtState":
			d.ExtState = decodeInt(value)
		case "ExtenInfos":
			d.ExtenInfos = spec.Raw(value)
		case "Extensions":
			d.Extensions = spec.Raw(value)
		case "Mobile":
			d.Mobile = spec.PhoneNumber(value.TextOrDigits())
		case "Name":
			d.Name = value.TextOrDigits()
		case "Queues":
			d.Queues = spec.Raw(value)
		case "QueuesNames":
			d.QueuesNames = spec.Raw(value)
		case "Role":
			d.Role = value.TextOrDigits()
		case "State":
			d.State = decodeInt(value)
		case "WorkId":
			d.WorkID = value.TextOrDigits()
		case "WrapUpTime":
			d.WrapUpTime = decodeInt(value)
		}
	}
	return d
}

func decodeNumberList(v wire.Raw) (d NumberList) {
	for name, value := range v.Members {
		switch name {
		case "list":
			d.List = decodeList(value, func(v wire.Raw) Raw { return spec.Raw(v) })
		case "defaultId":
			d.DefaultID = spec.StringOrNumber(value.TextOrDigits())
		}
	}
	return d
}

func decodeAgentStateChange(v wire.Raw) (d AgentStateChange) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "OldState":
			d.OldState = spec.AgentState(value.TextOrDigits())
		case "CurState":
			d.CurState = spec.AgentState(value.TextOrDigits())
		case "CurStateSubId":
			d.CurStateSubID = value.TextOrDigits()
		case "StartTime":
			d.StartTime = value.TextOrDigits()
		case "Recovered":
			d.Recovered = value.Kind() == wire.True
		}
	}
	return d
}

func decodePhoneModeChange(v wire.Raw) (d PhoneModeChange) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "CurContact":
			d.CurContact = spec.PhoneMode(value.TextOrDigits())
		case "CurExtState":
			d.CurExtState = spec.PhoneState(value.TextOrDigits())
		case "CurNumber":
			d.CurNumber = spec.PhoneNumber(value.TextOrDigits())
		case "Recovered":
			d.Recovered = value.Kind() == wire.True
		}
	}
	return d
}

func decodePhoneStateChange(v wire.Raw) (d PhoneStateChange) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "CallID":
			d.CallID = value.TextOrDigits()
		case "CurState":
			d.CurState = spec.PhoneState(value.TextOrDigits())
		case "Recovered":
			d.Recovered = value.Kind() == wire.True
		}
	}
	return d
}

func decodeParty(v wire.Raw) (d Party) {
	for name, value := range v.Members {
		switch name {
		case "TelNumber":
			d.TelNumber = spec.PhoneNumber(value.TextOrDigits())
		case "City":
			d.City = value.TextOrDigits()
		}
	}
	return d
}

func decodeCallAuthority(v wire.Raw) (d CallAuthority) {
	for name, value := range v.Members {
		switch name {
		case "OnBarButtonSwitch":
			d.OnBarButtonSwitch = value.Kind() == wire.True
		case "AllowTransferAfterThreeWay":
			d.AllowTransferAfterThreeWay = value.Kind() == wire.True
		case "AllowHold":
			d.AllowHold = value.Kind() == wire.True
		case "AllowConsultation":
			d.AllowConsultation = value.Kind() == wire.True
		case "AllowThreeWayAfterConsultation":
			d.AllowThreeWayAfterConsultation = value.Kind() == wire.True
		case "AllowTransferAfterConsultation":
			d.AllowTransferAfterConsultation = value.Kind() == wire.True
		case "AllowHangup":
			d.AllowHangup = value.Kind() == wire.True
		case "AllowAnswer":
			d.AllowAnswer = value.Kind() == wire.True
		case "AllowTransfer":
			d.AllowTransfer = value.Kind() == wire.True
		case "AllowEndConsultation":
			d.AllowEndConsultation = value.Kind() == wire.True
		case "AllowCancel":
			d.AllowCancel = value.Kind() == wire.True
		case "AllowUnHold":
			d.AllowUnHold = value.Kind() == wire.True
		case "AllowThreeWay":
			d.AllowThreeWay = value.Kind() == wire.True
		case "AdvancedCallStatus":
			d.AdvancedCallStatus = value.Kind() == wire.True
		}
	}
	return d
}

func decodeCallEvent(v wire.Raw) (d CallEvent) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "AdvancedCallStatus":
			d.AdvancedCallStatus = value.TextOrDigits()
		case "AgentInfo":
			d.AgentInfo = decodeParty(value)
		case "CallAuthority":
			d.CallAuthority = decodeCallAuthority(value)
		case "CallDirection":
			d.CallDirection = spec.CallDirection(value.TextOrDigits())
		case "CallEvent":
			d.CallEvent = value.TextOrDigits()
		case "CallID":
			d.CallID = value.TextOrDigits()
		case "CallType":
			d.CallType = spec.CallType(value.TextOrDigits())
		case "CalledInfo":
			d.CalledInfo = decodeParty(value)
		case "CallerInfo":
			d.CallerInfo = decodeParty(value)
		case "ChannelUUID":
			d.ChannelUUID = value.TextOrDigits()
		case "CustomerInfo":
			d.CustomerInfo = decodeParty(value)
		case "DisplayInfo":
			d.DisplayInfo = decodeParty(value)
		case "DisplayNum":
			d.DisplayNum = spec.PhoneNumber(value.TextOrDigits())
		case "FromQueue":
			d.FromQueue = value.TextOrDigits()
		case "WorkFlow":
			d.WorkFlow = spec.WorkFlow(value.TextOrDigits())
		case "Recovered":
			d.Recovered = value.Kind() == wire.True
		}
	}
	return d
}

func decodeCallFailure(v wire.Raw) (d CallFailure) {
	d.CallEvent = decodeCallEvent(v)
	for name, value := range v.Members {
		switch name {
		case "Desc":
			d.Desc = value.TextOrDigits()
		}
	}
	return d
}

func decodeState(v wire.Raw) (d State) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "AdvancedCallStatus":
			d.AdvancedCallStatus = value.TextOrDigits()
		case "AgentInfo":
			d.AgentInfo = decodeParty(value)
		case "AgentNumber":
			d.AgentNumber = spec.PhoneNumber(value.TextOrDigits())
		case "CallAuthority":
			d.CallAuthority = decodeCallAuthority(value)
		case "CallDirection":
			d.CallDirection = value.TextOrDigits()
		case "CallID":
			d.CallID = value.TextOrDigits()
		case "CallType":
			d.CallType = spec.CallType(value.TextOrDigits())
		case "CurContact":
			d.CurContact = spec.PhoneNumber(value.TextOrDigits())
		case "CurExtState":
			d.CurExtState = spec.PhoneState(value.TextOrDigits())
		case "CurMode":
			d.CurMode = spec.PhoneMode(value.TextOrDigits())
		case "CurState":
			d.CurState = spec.AgentState(value.TextOrDigits())
		case "CurSubStateId":
			d.CurSubStateID = value.TextOrDigits()
		case "CustomerInfo":
			d.CustomerInfo = decodeParty(value)
		case "DestNumber":
			d.DestNumber = spec.PhoneNumber(value.TextOrDigits())
		case "DestNumberLoc":
			d.DestNumberLoc = value.TextOrDigits()
		case "Payload":
			d.Payload = spec.Raw(value)
		case "SpNumber":
			d.SpNumber = spec.PhoneNumber(value.TextOrDigits())
		case "StartTime":
			d.StartTime = value.TextOrDigits()
		case "UserData":
			d.UserData = value.TextOrDigits()
		case "WorkFlow":
			d.WorkFlow = spec.WorkFlow(value.TextOrDigits())
		}
	}
	return d
}

func decodeDisconnection(v wire.Raw) (d Disconnection) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "Reason":
			d.Reason = value.TextOrDigits()
		case "Retrying":
			d.Retrying = value.Kind() == wire.True
		}
	}
	return d
}

func decodeAudioDevice(v wire.Raw) (d AudioDevice) {
	for name, value := range v.Members {
		switch name {
		case "Kind":
			d.Kind = spec.AudioKind(value.TextOrDigits())
		case "DeviceId":
			d.DeviceID = value.TextOrDigits()
		case "Label":
			d.Label = value.TextOrDigits()
		case "Selected":
			d.Selected = value.Kind() == wire.True
		}
	}
	return d
}

func decodePhoneReport(v wire.Raw) (d PhoneReport) {
	for name, value := range v.Members {
		switch name {
		case "Outcome":
			d.Outcome = spec.CheckOutcome(value.TextOrDigits())
		case "Checks":
			d.Checks = decodeList(value, func(v wire.Raw) PhoneCheck { return decodePhoneCheck(v) })
		}
	}
	return d
}

func decodePhoneCheck(v wire.Raw) (d PhoneCheck) {
	for name, value := range v.Members {
		switch name {
		case "Name":
			d.Name = spec.PhoneCheckName(value.TextOrDigits())
		case "Outcome":
			d.Outcome = spec.CheckOutcome(value.TextOrDigits())
		case "Reason":
			d.Reason = value.TextOrDigits()
		case "Advice":
			d.Advice = value.TextOrDigits()
		}
	}
	return d
}

func decodePhoneLegChange(v wire.Raw) (d PhoneLegChange) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "Leg":
			d.Leg = value.TextOrDigits()
		case "Direction":
			d.Direction = spec.CallDirection(value.TextOrDigits())
		case "State":
			d.State = spec.PhoneLegState(value.TextOrDigits())
		case "Confirmed":
			d.Confirmed = value.Kind() == wire.True
		case "Microphone":
			d.Microphone = value.Kind() == wire.True
		}
	}
	return d
}

func decodePhoneTroubleData(v wire.Raw) (d PhoneTroubleData) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "Trouble":
			d.Trouble = spec.PhoneTroubleKind(value.TextOrDigits())
		case "CallID":
			d.CallID = value.TextOrDigits()
		case "Device":
			d.Device = spec.AudioKind(value.TextOrDigits())
		case "Over":
			d.Over = value.Kind() == wire.True
		}
	}
	return d
}

func decodeTabRoleChange(v wire.Raw) (d TabRoleChange) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "Role":
			d.Role = spec.TabRole(value.TextOrDigits())
		}
	}
	return d
}

func decodeSoundQuality(v wire.Raw) (d SoundQuality) {
	d.JSON = v
	for name, value := range v.Members {
		switch name {
		case "CallID":
			d.CallID = value.TextOrDigits()
		case "RoundTripTime":
			d.RoundTripTime = decodeInt(value)
		case "Jitter":
			d.Jitter = decodeInt(value)
		case "PacketLoss":
			d.PacketLoss = decodeFloat(value)
		case "InputLevel":
			d.InputLevel = decodeFloat(value)
		case "OutputLevel":
			d.OutputLevel = decodeFloat(value)
		case "Mos":
			d.Mos = decodeFloat(value)
		case "Warning":
			d.Warning = value.TextOrDigits()
		}
	}
	return d
}
