// Generated from sdk/spec by make gen. Do not edit.

import { Instance } from "./instance";
import type { Envelope } from "./instance";

export class Methods extends Instance {
  ConnectAsync(): Promise<Envelope> {
    return this.invoke("ConnectAsync", []);
  }
  MakeCallAsync(Number?: unknown, Options?: unknown): Promise<Envelope> {
    return this.invoke("MakeCallAsync", [Number, Options]);
  }
  HangupAsync(CallId?: unknown): Promise<Envelope> {
    return this.invoke("HangupAsync", [CallId]);
  }
  AnswerAsync(): Promise<Envelope> {
    return this.invoke("AnswerAsync", []);
  }
  SetPhoneModeAsync(PhoneMode?: unknown): Promise<Envelope> {
    return this.invoke("SetPhoneModeAsync", [PhoneMode]);
  }
  GetPhoneModesAsync(): Promise<Envelope> {
    return this.invoke("GetPhoneModesAsync", []);
  }
  GetAgentStatesAsync(): Promise<Envelope> {
    return this.invoke("GetAgentStatesAsync", []);
  }
  SetAgentStateAsync(State?: unknown, SubState?: unknown): Promise<Envelope> {
    return this.invoke("SetAgentStateAsync", [State, SubState]);
  }
  GetWebPhoneInfoAsync(): Promise<Envelope> {
    return this.invoke("GetWebPhoneInfoAsync", []);
  }
  GetCallInWrapUpTimeAsync(): Promise<Envelope> {
    return this.invoke("GetCallInWrapUpTimeAsync", []);
  }
  GetSpNumbersAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("GetSpNumbersAsync", [Options]);
  }
  GetCurrentSpNumberAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("GetCurrentSpNumberAsync", [Options]);
  }
  SetSpNumberAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("SetSpNumberAsync", [Options]);
  }
  GetAgentTerminalInfoAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("GetAgentTerminalInfoAsync", [Options]);
  }
  RetrieveAfterThreeWayAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("RetrieveAfterThreeWayAsync", [Options]);
  }
  EndConsultationAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("EndConsultationAsync", [Options]);
  }
  RecoveryAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("RecoveryAsync", [Options]);
  }
  ConsultationToThreeWayAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("ConsultationToThreeWayAsync", [Options]);
  }
  TransferAfterThreeWayAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("TransferAfterThreeWayAsync", [Options]);
  }
  WhisperAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("WhisperAsync", [Options]);
  }
  ForcePickupAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("ForcePickupAsync", [Options]);
  }
  TransferIvrAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("TransferIvrAsync", [Options]);
  }
  GetIvrNodesAsync(id?: unknown): Promise<Envelope> {
    return this.invoke("GetIvrNodesAsync", [id]);
  }
  GetQueuesAgentsAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("GetQueuesAgentsAsync", [Options]);
  }
  TransferAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("TransferAsync", [Options]);
  }
  HoldAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("HoldAsync", [Options]);
  }
  ConsultationAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("ConsultationAsync", [Options]);
  }
  ThreewayAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("ThreewayAsync", [Options]);
  }
  ConsultationToTransferAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("ConsultationToTransferAsync", [Options]);
  }
  TransferQueueAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("TransferQueueAsync", [Options]);
  }
  SubstituteAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("SubstituteAsync", [Options]);
  }
  EavesdropAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("EavesdropAsync", [Options]);
  }
  GetOtherAgentsAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("GetOtherAgentsAsync", [Options]);
  }
  GetNumberPoolAndSpNumAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("GetNumberPoolAndSpNumAsync", [Options]);
  }
  SetSpNumberPoolNumAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("SetSpNumberPoolNumAsync", [Options]);
  }
  MuteAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("MuteAsync", [Options]);
  }
  UnmuteAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("UnmuteAsync", [Options]);
  }
  SendDtmfAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("SendDtmfAsync", [Options]);
  }
  GetAudioDevicesAsync(): Promise<Envelope> {
    return this.invoke("GetAudioDevicesAsync", []);
  }
  SetAudioDeviceAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("SetAudioDeviceAsync", [Options]);
  }
  GetStateAsync(): Promise<Envelope> {
    return this.invoke("GetStateAsync", []);
  }
  GetIvrListAsync(): Promise<Envelope> {
    return this.invoke("GetIvrListAsync", []);
  }
  GetCallLogsAsync(): Promise<Envelope> {
    return this.invoke("GetCallLogsAsync", []);
  }
  GetWrapUpTimeAsync(): Promise<Envelope> {
    return this.invoke("GetWrapUpTimeAsync", []);
  }
  SetWrapUpTimeAsync(Options?: unknown): Promise<Envelope> {
    return this.invoke("SetWrapUpTimeAsync", [Options]);
  }
  SetWrapUpTimeEndAsync(): Promise<Envelope> {
    return this.invoke("SetWrapUpTimeEndAsync", []);
  }
  SetCallInWrapUpTimeAsync(WrapUpTime?: unknown): Promise<Envelope> {
    return this.invoke("SetCallInWrapUpTimeAsync", [WrapUpTime]);
  }
}
