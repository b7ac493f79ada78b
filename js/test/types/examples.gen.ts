// Generated from sdk/spec by make gen. Do not edit.

// Every call and every sample of API.md, as TypeScript checks it.
import type { Events, UdeskCCPaasApiClass } from "@ccpaas/browser-sdk";

type Resolved<M extends keyof UdeskCCPaasApiClass> = UdeskCCPaasApiClass[M] extends (...args: never) => Promise<infer R> ? R : never;

export async function methods(instance: UdeskCCPaasApiClass): Promise<void> {
  instance.Disconnect() satisfies void;
  (await instance.ConnectAsync()) satisfies Resolved<"ConnectAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"ConnectAsync">;
  (await instance.MakeCallAsync("13800138000", { BizId: "order-42" })) satisfies Resolved<"MakeCallAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"MakeCallAsync">;
  (await instance.HangupAsync("ea648a5d-56f6-432b-44e1-0941febbb870")) satisfies Resolved<"HangupAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"HangupAsync">;
  (await instance.AnswerAsync()) satisfies Resolved<"AnswerAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"AnswerAsync">;
  (await instance.SetPhoneModeAsync("voip")) satisfies Resolved<"SetPhoneModeAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"SetPhoneModeAsync">;
  (await instance.GetPhoneModesAsync()) satisfies Resolved<"GetPhoneModesAsync">;
  ({
    Code: "0000",
    Data: [
      { Id: "cellphone", Name: "Mobile phone" },
      { Id: "voip", Name: "IP Telephone" },
      { Id: "webrtc", Name: "Webphone" },
    ],
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetPhoneModesAsync">;
  (await instance.GetAgentStatesAsync()) satisfies Resolved<"GetAgentStatesAsync">;
  ({
    Code: "0000",
    Data: [
      { Code: "idle", Label: "idle" },
      { Code: "busy", Label: "busy" },
      { Code: "onBreak", Label: "Short break" },
      { Code: "offline", Label: "offline" },
      { Code: 101, Label: "Lunch", Owner: "onBreak" },
    ],
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetAgentStatesAsync">;
  (await instance.SetAgentStateAsync("onBreak", 101)) satisfies Resolved<"SetAgentStateAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"SetAgentStateAsync">;
  (await instance.GetWebPhoneInfoAsync()) satisfies Resolved<"GetWebPhoneInfoAsync">;
  ({
    Code: "0000",
    Data: {
      SipServer: "sip.example.com",
      Number: "90310468561028",
      Password: "…",
    },
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetWebPhoneInfoAsync">;
  (await instance.GetCallInWrapUpTimeAsync()) satisfies Resolved<"GetCallInWrapUpTimeAsync">;
  ({
    Code: "0000",
    Data: {
      WrapUpTime: 30,
    },
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetCallInWrapUpTimeAsync">;
  (await instance.GetSpNumbersAsync({ OwnerType: "app" })) satisfies Resolved<"GetSpNumbersAsync">;
  ({ Code: "0000", Data: ["051480114036"], Message: "", Visible: false }) satisfies Resolved<"GetSpNumbersAsync">;
  (await instance.GetCurrentSpNumberAsync({ OwnerType: "app" })) satisfies Resolved<"GetCurrentSpNumberAsync">;
  ({ Code: "0000", Data: "", Message: "", Visible: false }) satisfies Resolved<"GetCurrentSpNumberAsync">;
  (await instance.SetSpNumberAsync({ OwnerType: "app", DisplayNumber: "051480114036" })) satisfies Resolved<"SetSpNumberAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"SetSpNumberAsync">;
  (await instance.GetAgentTerminalInfoAsync({ TerminalType: "voip" })) satisfies Resolved<"GetAgentTerminalInfoAsync">;
  ({
    Code: "0000",
    Data: {
      SipServer: "sip.example.com",
      Number: "90310468561028",
      Password: "…",
    },
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetAgentTerminalInfoAsync">;
  (await instance.RetrieveAfterThreeWayAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870" })) satisfies Resolved<"RetrieveAfterThreeWayAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"RetrieveAfterThreeWayAsync">;
  (await instance.EndConsultationAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870" })) satisfies Resolved<"EndConsultationAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"EndConsultationAsync">;
  (await instance.RecoveryAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870" })) satisfies Resolved<"RecoveryAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"RecoveryAsync">;
  (await instance.ConsultationToThreeWayAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002" })) satisfies Resolved<"ConsultationToThreeWayAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"ConsultationToThreeWayAsync">;
  (await instance.TransferAfterThreeWayAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002" })) satisfies Resolved<"TransferAfterThreeWayAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"TransferAfterThreeWayAsync">;
  (await instance.WhisperAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002" })) satisfies Resolved<"WhisperAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"WhisperAsync">;
  (await instance.ForcePickupAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002", AgentPhone: "13800138000" })) satisfies Resolved<"ForcePickupAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"ForcePickupAsync">;
  (await instance.TransferIvrAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", IvrId: "25", NodeId: 1, JumpType: "agent_hangup" })) satisfies Resolved<"TransferIvrAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"TransferIvrAsync">;
  (await instance.GetIvrNodesAsync("25")) satisfies Resolved<"GetIvrNodesAsync">;
  ({
    Code: "0000",
    Data: [{
      id: 1,
      name: "Main menu",
    }],
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetIvrNodesAsync">;
  (await instance.GetQueuesAgentsAsync()) satisfies Resolved<"GetQueuesAgentsAsync">;
  ({
    Code: "0000",
    Data: [{
      Name: "Support",
      QueueId: "2",
      Strategy: 2,
      Timeout: 60,
    }],
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetQueuesAgentsAsync">;
  (await instance.TransferAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002" })) satisfies Resolved<"TransferAsync">;
  (await instance.TransferAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentPhone: "13800138000" })) satisfies Resolved<"TransferAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"TransferAsync">;
  (await instance.HoldAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870" })) satisfies Resolved<"HoldAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"HoldAsync">;
  (await instance.ConsultationAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002" })) satisfies Resolved<"ConsultationAsync">;
  (await instance.ConsultationAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentPhone: "13800138000" })) satisfies Resolved<"ConsultationAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"ConsultationAsync">;
  (await instance.ThreewayAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002" })) satisfies Resolved<"ThreewayAsync">;
  (await instance.ThreewayAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentPhone: "13800138000" })) satisfies Resolved<"ThreewayAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"ThreewayAsync">;
  (await instance.ConsultationToTransferAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002" })) satisfies Resolved<"ConsultationToTransferAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"ConsultationToTransferAsync">;
  (await instance.TransferQueueAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", QueueId: "2" })) satisfies Resolved<"TransferQueueAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"TransferQueueAsync">;
  (await instance.SubstituteAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002" })) satisfies Resolved<"SubstituteAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"SubstituteAsync">;
  (await instance.EavesdropAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", AgentId: "1002" })) satisfies Resolved<"EavesdropAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"EavesdropAsync">;
  (await instance.GetOtherAgentsAsync({ State: "idle" })) satisfies Resolved<"GetOtherAgentsAsync">;
  ({
    Code: "0000",
    Data: [{
      AgentId: "1002",
      AppId: "00000000-0000-4000-8000-000000000001",
      Email: "",
      Enable: true,
      ExtState: 0,
      ExtenInfos: null,
      Extensions: null,
      Mobile: "13900001002",
      Name: "Bob",
      Queues: null,
      QueuesNames: null,
      Role: "agent",
      State: 2,
      WorkId: "",
      WrapUpTime: 0,
    }],
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetOtherAgentsAsync">;
  (await instance.GetNumberPoolAndSpNumAsync({ type: 1 })) satisfies Resolved<"GetNumberPoolAndSpNumAsync">;
  ({
    Code: "0000",
    Data: {
      list: [],
      defaultId: "1",
    },
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetNumberPoolAndSpNumAsync">;
  (await instance.SetSpNumberPoolNumAsync({ type: 1, id: "1" })) satisfies Resolved<"SetSpNumberPoolNumAsync">;
  ({ Code: "0000", Data: {}, Message: "", Visible: false }) satisfies Resolved<"SetSpNumberPoolNumAsync">;
  (await instance.MuteAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870" })) satisfies Resolved<"MuteAsync">;
  ({ Code: "0000", Data: {}, Message: "", Visible: false }) satisfies Resolved<"MuteAsync">;
  (await instance.UnmuteAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870" })) satisfies Resolved<"UnmuteAsync">;
  ({ Code: "0000", Data: {}, Message: "", Visible: false }) satisfies Resolved<"UnmuteAsync">;
  (await instance.SendDtmfAsync({ CallId: "ea648a5d-56f6-432b-44e1-0941febbb870", Digits: "12#" })) satisfies Resolved<"SendDtmfAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"SendDtmfAsync">;
  (await instance.GetAudioDevicesAsync()) satisfies Resolved<"GetAudioDevicesAsync">;
  ({
    Code: "0000",
    Data: [{
      Kind: "speaker",
      DeviceId: "default",
      Label: "Headset",
      Selected: true,
    }],
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetAudioDevicesAsync">;
  (await instance.SetAudioDeviceAsync({ Kind: "speaker", DeviceId: "default" })) satisfies Resolved<"SetAudioDeviceAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"SetAudioDeviceAsync">;
  (await instance.CheckPhoneAsync({ EchoNumber: "10005" })) satisfies Resolved<"CheckPhoneAsync">;
  ({
    Code: "0000",
    Data: {
      Outcome: "warn",
      Checks: [{
        Name: "devices",
        Outcome: "warn",
        Reason: "no speaker or headset was found.",
        Advice: "Connect one and try again.",
      }],
    },
    Message: "",
    Visible: false,
  }) satisfies Resolved<"CheckPhoneAsync">;
  instance.Init() satisfies void;
  instance.Destroy() satisfies void;
  (await instance.GetStateAsync()) satisfies Resolved<"GetStateAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"GetStateAsync">;
  (await instance.GetIvrListAsync()) satisfies Resolved<"GetIvrListAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"GetIvrListAsync">;
  (await instance.GetCallLogsAsync()) satisfies Resolved<"GetCallLogsAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"GetCallLogsAsync">;
  (await instance.GetWrapUpTimeAsync()) satisfies Resolved<"GetWrapUpTimeAsync">;
  ({
    Code: "0000",
    Data: {
      WrapUpTime: 30,
      OutWrapUpTime: 60,
    },
    Message: "",
    Visible: false,
  }) satisfies Resolved<"GetWrapUpTimeAsync">;
  (await instance.SetWrapUpTimeAsync({ InWrapUpTime: 30, OutWrapUpTime: 60 })) satisfies Resolved<"SetWrapUpTimeAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"SetWrapUpTimeAsync">;
  (await instance.SetWrapUpTimeEndAsync()) satisfies Resolved<"SetWrapUpTimeEndAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"SetWrapUpTimeEndAsync">;
  (await instance.SetCallInWrapUpTimeAsync(30)) satisfies Resolved<"SetCallInWrapUpTimeAsync">;
  ({ Code: "0000", Data: null, Message: "", Visible: false }) satisfies Resolved<"SetCallInWrapUpTimeAsync">;
}

export function events(instance: UdeskCCPaasApiClass): void {
  instance.on("AgentStateChanged", (resp) => resp.Data satisfies Events["AgentStateChanged"]);
  ({
    OldState: "idle",
    CurState: "busy",
    CurStateSubId: "0",
    StartTime: "2023-11-14 22:13:20",
  }) satisfies Events["AgentStateChanged"][0];
  instance.on("PhoneModeChanged", (resp) => resp.Data satisfies Events["PhoneModeChanged"]);
  ({
    CurContact: "voip",
    CurExtState: "busy",
    CurNumber: "90310468561028",
  }) satisfies Events["PhoneModeChanged"][0];
  instance.on("PhoneStateChanged", (resp) => resp.Data satisfies Events["PhoneStateChanged"]);
  ({
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CurState: "busy",
  }) satisfies Events["PhoneStateChanged"][0];
  instance.on("Ready", (resp) => resp.Data satisfies Events["Ready"]);
  ({
    AdvancedCallStatus: undefined,
    AgentInfo: undefined,
    CallDirection: "",
    CallID: "",
    CallType: undefined,
    CurContact: "90310468561028",
    CurExtState: "idle",
    CurMode: "voip",
    CurState: "idle",
    CurSubStateId: "",
    CustomerInfo: undefined,
    DestNumber: "",
    DestNumberLoc: "",
    Payload: null,
    SpNumber: "",
    StartTime: "",
    UserData: "",
  }) satisfies Events["Ready"][0];
  instance.on("AdvancedCallStatusChanged", (resp) => resp.Data satisfies Events["AdvancedCallStatusChanged"]);
  ({
    AdvancedCallStatus: "Originated",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: false,
      AllowConsultation: false,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: true,
      AllowAnswer: false,
      AllowTransfer: false,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: false,
      AllowThreeWay: false,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "Originated",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
  }) satisfies Events["AdvancedCallStatusChanged"];
  instance.on("GetState", (resp) => resp.Data satisfies Events["GetState"]);
  ({
    AdvancedCallStatus: undefined,
    AgentInfo: undefined,
    CallDirection: "",
    CallID: "",
    CallType: undefined,
    CurContact: "90310468561028",
    CurExtState: "idle",
    CurMode: "voip",
    CurState: "idle",
    CurSubStateId: "",
    CustomerInfo: undefined,
    DestNumber: "",
    DestNumberLoc: "",
    Payload: null,
    SpNumber: "",
    StartTime: "",
    UserData: "",
  }) satisfies Events["GetState"];
  instance.on("Delivered", (resp) => resp.Data satisfies Events["Delivered"]);
  ({
    AdvancedCallStatus: "Delivered",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: false,
      AllowConsultation: false,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: true,
      AllowAnswer: true,
      AllowTransfer: false,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: false,
      AllowThreeWay: false,
      AdvancedCallStatus: false,
    },
    CallDirection: "Inbound",
    CallEvent: "Delivered",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "90310468561028" },
    CallerInfo: { TelNumber: "13800138000", City: "Beijing" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "2",
    WorkFlow: "in",
  }) satisfies Events["Delivered"];
  instance.on("Originated", (resp) => resp.Data satisfies Events["Originated"]);
  ({
    AdvancedCallStatus: "Originated",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: false,
      AllowConsultation: false,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: true,
      AllowAnswer: false,
      AllowTransfer: false,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: false,
      AllowThreeWay: false,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "Originated",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
  }) satisfies Events["Originated"];
  instance.on("Established", (resp) => resp.Data satisfies Events["Established"]);
  ({
    AdvancedCallStatus: "Established",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: true,
      AllowConsultation: true,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: true,
      AllowAnswer: false,
      AllowTransfer: true,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: false,
      AllowThreeWay: true,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "Established",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
  }) satisfies Events["Established"];
  instance.on("ConnectionCleared", (resp) => resp.Data satisfies Events["ConnectionCleared"]);
  ({
    AdvancedCallStatus: "ConnectionCleared",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: false,
      AllowConsultation: false,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: false,
      AllowAnswer: false,
      AllowTransfer: false,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: false,
      AllowThreeWay: false,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "ConnectionCleared",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
  }) satisfies Events["ConnectionCleared"];
  instance.on("Held", (resp) => resp.Data satisfies Events["Held"]);
  ({
    AdvancedCallStatus: "Held",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: false,
      AllowConsultation: false,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: true,
      AllowAnswer: false,
      AllowTransfer: false,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: true,
      AllowThreeWay: false,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "Held",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
  }) satisfies Events["Held"];
  instance.on("Retrieved", (resp) => resp.Data satisfies Events["Retrieved"]);
  ({
    AdvancedCallStatus: "Retrieved",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: true,
      AllowConsultation: true,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: true,
      AllowAnswer: false,
      AllowTransfer: true,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: false,
      AllowThreeWay: true,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "Retrieved",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
  }) satisfies Events["Retrieved"];
  instance.on("Conferenced", (resp) => resp.Data satisfies Events["Conferenced"]);
  ({
    AdvancedCallStatus: "Conferenced",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: true,
      AllowTransferAfterThreeWay: true,
      AllowHold: false,
      AllowConsultation: false,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: true,
      AllowAnswer: false,
      AllowTransfer: false,
      AllowEndConsultation: false,
      AllowCancel: true,
      AllowUnHold: false,
      AllowThreeWay: false,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "Conferenced",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "Conference",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
  }) satisfies Events["Conferenced"];
  instance.on("Transferred", (resp) => resp.Data satisfies Events["Transferred"]);
  ({
    AdvancedCallStatus: "Transferred",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: false,
      AllowConsultation: false,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: false,
      AllowAnswer: false,
      AllowTransfer: false,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: false,
      AllowThreeWay: false,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "Transferred",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
  }) satisfies Events["Transferred"];
  instance.on("ServiceInitiated", (resp) => resp.Data satisfies Events["ServiceInitiated"]);
  ({
    AdvancedCallStatus: "ServiceInitiated",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: false,
      AllowConsultation: false,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: false,
      AllowAnswer: false,
      AllowTransfer: false,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: false,
      AllowThreeWay: false,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "ServiceInitiated",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
  }) satisfies Events["ServiceInitiated"];
  instance.on("CallFailed", (resp) => resp.Data satisfies Events["CallFailed"]);
  ({
    AdvancedCallStatus: "CallFailed",
    AgentInfo: { TelNumber: "90310468561028" },
    CallAuthority: {
      OnBarButtonSwitch: false,
      AllowTransferAfterThreeWay: false,
      AllowHold: false,
      AllowConsultation: false,
      AllowThreeWayAfterConsultation: false,
      AllowTransferAfterConsultation: false,
      AllowHangup: false,
      AllowAnswer: false,
      AllowTransfer: false,
      AllowEndConsultation: false,
      AllowCancel: false,
      AllowUnHold: false,
      AllowThreeWay: false,
      AdvancedCallStatus: false,
    },
    CallDirection: "Outbound",
    CallEvent: "CallFailed",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    CallType: "OtherIn",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CallerInfo: { TelNumber: "90310468561028" },
    ChannelUUID: "42de0839-74ba-442d-a3a5-7744029bd573",
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { TelNumber: "051480114036", City: "Beijing" },
    DisplayNum: undefined,
    FromQueue: "",
    WorkFlow: "out_callback",
    Desc: "The line is busy",
  }) satisfies Events["CallFailed"];
  instance.on("Connecting", (resp) => resp.Data satisfies Events["Connecting"]);
  (null) satisfies Events["Connecting"];
  instance.on("Connected", (resp) => resp.Data satisfies Events["Connected"]);
  (null) satisfies Events["Connected"];
  instance.on("Disconnected", (resp) => resp.Data satisfies Events["Disconnected"]);
  ({
    Reason: "closed",
    Retrying: false,
  }) satisfies Events["Disconnected"];
  instance.on("NeedManualConnect", (resp) => resp.Data satisfies Events["NeedManualConnect"]);
  ({
    Reason: "closed",
    Retrying: false,
  }) satisfies Events["NeedManualConnect"];
  instance.on("PhoneLeg", (resp) => resp.Data satisfies Events["PhoneLeg"]);
  ({
    Leg: "1",
    Direction: "Outbound",
    State: "talking",
    Confirmed: false,
    Microphone: false,
  }) satisfies Events["PhoneLeg"];
  instance.on("PhoneTrouble", (resp) => resp.Data satisfies Events["PhoneTrouble"]);
  ({
    Trouble: "MediaLost",
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    Over: false,
  }) satisfies Events["PhoneTrouble"];
  instance.on("CallQuality", (resp) => resp.Data satisfies Events["CallQuality"]);
  ({
    CallID: "ea648a5d-56f6-432b-44e1-0941febbb870",
    RoundTripTime: 42,
    Jitter: 3,
    PacketLoss: 0.5,
    InputLevel: 0.12,
    OutputLevel: 0.34,
    Mos: 4.36,
    Warning: "",
  }) satisfies Events["CallQuality"];
  instance.on("TabRoleChanged", (resp) => resp.Data satisfies Events["TabRoleChanged"]);
  ({
    Role: "leader",
  }) satisfies Events["TabRoleChanged"];
}
