// Generated from sdk/spec by make gen. Do not edit.

import { Instance, link } from "./instance";
import type { Envelope } from "./link";

export class Methods extends Instance {
  ConnectAsync(): Promise<Envelope> {
    return this[link]().invoke("ConnectAsync", []);
  }
  MakeCallAsync(Number?: unknown, Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("MakeCallAsync", [Number, Options]);
  }
  HangupAsync(CallId?: unknown): Promise<Envelope> {
    return this[link]().invoke("HangupAsync", [CallId]);
  }
  AnswerAsync(): Promise<Envelope> {
    return this[link]().invoke("AnswerAsync", []);
  }
  SetPhoneModeAsync(PhoneMode?: unknown): Promise<Envelope> {
    return this[link]().invoke("SetPhoneModeAsync", [PhoneMode]);
  }
  GetPhoneModesAsync(): Promise<Envelope> {
    return this[link]().invoke("GetPhoneModesAsync", []);
  }
  GetAgentStatesAsync(): Promise<Envelope> {
    return this[link]().invoke("GetAgentStatesAsync", []);
  }
  SetAgentStateAsync(State?: unknown, SubState?: unknown): Promise<Envelope> {
    return this[link]().invoke("SetAgentStateAsync", [State, SubState]);
  }
  GetWebPhoneInfoAsync(): Promise<Envelope> {
    return this[link]().invoke("GetWebPhoneInfoAsync", []);
  }
  GetCallInWrapUpTimeAsync(): Promise<Envelope> {
    return this[link]().invoke("GetCallInWrapUpTimeAsync", []);
  }
  GetSpNumbersAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("GetSpNumbersAsync", [Options]);
  }
  GetCurrentSpNumberAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("GetCurrentSpNumberAsync", [Options]);
  }
  SetSpNumberAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("SetSpNumberAsync", [Options]);
  }
  GetAgentTerminalInfoAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("GetAgentTerminalInfoAsync", [Options]);
  }
  RetrieveAfterThreeWayAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("RetrieveAfterThreeWayAsync", [Options]);
  }
  EndConsultationAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("EndConsultationAsync", [Options]);
  }
  RecoveryAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("RecoveryAsync", [Options]);
  }
  ConsultationToThreeWayAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("ConsultationToThreeWayAsync", [Options]);
  }
  TransferAfterThreeWayAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("TransferAfterThreeWayAsync", [Options]);
  }
  WhisperAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("WhisperAsync", [Options]);
  }
  ForcePickupAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("ForcePickupAsync", [Options]);
  }
  TransferIvrAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("TransferIvrAsync", [Options]);
  }
  GetIvrNodesAsync(id?: unknown): Promise<Envelope> {
    return this[link]().invoke("GetIvrNodesAsync", [id]);
  }
  GetQueuesAgentsAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("GetQueuesAgentsAsync", [Options]);
  }
  TransferAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("TransferAsync", [Options]);
  }
  HoldAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("HoldAsync", [Options]);
  }
  ConsultationAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("ConsultationAsync", [Options]);
  }
  ThreewayAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("ThreewayAsync", [Options]);
  }
  ConsultationToTransferAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("ConsultationToTransferAsync", [Options]);
  }
  TransferQueueAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("TransferQueueAsync", [Options]);
  }
  SubstituteAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("SubstituteAsync", [Options]);
  }
  EavesdropAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("EavesdropAsync", [Options]);
  }
  GetOtherAgentsAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("GetOtherAgentsAsync", [Options]);
  }
  GetNumberPoolAndSpNumAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("GetNumberPoolAndSpNumAsync", [Options]);
  }
  SetSpNumberPoolNumAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("SetSpNumberPoolNumAsync", [Options]);
  }
  MuteAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("MuteAsync", [Options]);
  }
  UnmuteAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("UnmuteAsync", [Options]);
  }
  SendDtmfAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("SendDtmfAsync", [Options]);
  }
  GetAudioDevicesAsync(): Promise<Envelope> {
    return this[link]().invoke("GetAudioDevicesAsync", []);
  }
  SetAudioDeviceAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("SetAudioDeviceAsync", [Options]);
  }
  GetStateAsync(): Promise<Envelope> {
    return this[link]().invoke("GetStateAsync", []);
  }
  GetIvrListAsync(): Promise<Envelope> {
    return this[link]().invoke("GetIvrListAsync", []);
  }
  GetCallLogsAsync(): Promise<Envelope> {
    return this[link]().invoke("GetCallLogsAsync", []);
  }
  GetWrapUpTimeAsync(): Promise<Envelope> {
    return this[link]().invoke("GetWrapUpTimeAsync", []);
  }
  SetWrapUpTimeAsync(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("SetWrapUpTimeAsync", [Options]);
  }
  SetWrapUpTimeEndAsync(): Promise<Envelope> {
    return this[link]().invoke("SetWrapUpTimeEndAsync", []);
  }
  SetCallInWrapUpTimeAsync(WrapUpTime?: unknown): Promise<Envelope> {
    return this[link]().invoke("SetCallInWrapUpTimeAsync", [WrapUpTime]);
  }
}
