// Generated from sdk/spec by make gen. Do not edit.

import type { Envelope } from "./link";

export interface Methods {
  ConnectAsync(): Promise<Envelope>;
  MakeCallAsync(Number?: unknown, Options?: unknown): Promise<Envelope>;
  HangupAsync(CallId?: unknown): Promise<Envelope>;
  AnswerAsync(): Promise<Envelope>;
  SetPhoneModeAsync(PhoneMode?: unknown): Promise<Envelope>;
  GetPhoneModesAsync(): Promise<Envelope>;
  GetAgentStatesAsync(): Promise<Envelope>;
  SetAgentStateAsync(State?: unknown, SubState?: unknown): Promise<Envelope>;
  GetWebPhoneInfoAsync(): Promise<Envelope>;
  GetCallInWrapUpTimeAsync(): Promise<Envelope>;
  GetSpNumbersAsync(Options?: unknown): Promise<Envelope>;
  GetCurrentSpNumberAsync(Options?: unknown): Promise<Envelope>;
  SetSpNumberAsync(Options?: unknown): Promise<Envelope>;
  GetAgentTerminalInfoAsync(Options?: unknown): Promise<Envelope>;
  RetrieveAfterThreeWayAsync(Options?: unknown): Promise<Envelope>;
  EndConsultationAsync(Options?: unknown): Promise<Envelope>;
  RecoveryAsync(Options?: unknown): Promise<Envelope>;
  ConsultationToThreeWayAsync(Options?: unknown): Promise<Envelope>;
  TransferAfterThreeWayAsync(Options?: unknown): Promise<Envelope>;
  WhisperAsync(Options?: unknown): Promise<Envelope>;
  ForcePickupAsync(Options?: unknown): Promise<Envelope>;
  TransferIvrAsync(Options?: unknown): Promise<Envelope>;
  GetIvrNodesAsync(id?: unknown): Promise<Envelope>;
  GetQueuesAgentsAsync(Options?: unknown): Promise<Envelope>;
  TransferAsync(Options?: unknown): Promise<Envelope>;
  HoldAsync(Options?: unknown): Promise<Envelope>;
  ConsultationAsync(Options?: unknown): Promise<Envelope>;
  ThreewayAsync(Options?: unknown): Promise<Envelope>;
  ConsultationToTransferAsync(Options?: unknown): Promise<Envelope>;
  TransferQueueAsync(Options?: unknown): Promise<Envelope>;
  SubstituteAsync(Options?: unknown): Promise<Envelope>;
  EavesdropAsync(Options?: unknown): Promise<Envelope>;
  GetOtherAgentsAsync(Options?: unknown): Promise<Envelope>;
  GetNumberPoolAndSpNumAsync(Options?: unknown): Promise<Envelope>;
  SetSpNumberPoolNumAsync(Options?: unknown): Promise<Envelope>;
  MuteAsync(Options?: unknown): Promise<Envelope>;
  UnmuteAsync(Options?: unknown): Promise<Envelope>;
  SendDtmfAsync(Options?: unknown): Promise<Envelope>;
  GetAudioDevicesAsync(): Promise<Envelope>;
  SetAudioDeviceAsync(Options?: unknown): Promise<Envelope>;
  CheckPhoneAsync(Options?: unknown): Promise<Envelope>;
  GetStateAsync(): Promise<Envelope>;
  GetIvrListAsync(): Promise<Envelope>;
  GetCallLogsAsync(): Promise<Envelope>;
  GetWrapUpTimeAsync(): Promise<Envelope>;
  SetWrapUpTimeAsync(Options?: unknown): Promise<Envelope>;
  SetWrapUpTimeEndAsync(): Promise<Envelope>;
  SetCallInWrapUpTimeAsync(WrapUpTime?: unknown): Promise<Envelope>;
}

/** The methods' names, at the number of the arguments that they take. */
export const methods = [
  "ConnectAsync AnswerAsync GetPhoneModesAsync GetAgentStatesAsync GetWebPhoneInfoAsync GetCallInWrapUpTimeAsync GetAudioDevicesAsync GetStateAsync GetIvrListAsync GetCallLogsAsync GetWrapUpTimeAsync SetWrapUpTimeEndAsync",
  "HangupAsync SetPhoneModeAsync GetSpNumbersAsync GetCurrentSpNumberAsync SetSpNumberAsync GetAgentTerminalInfoAsync RetrieveAfterThreeWayAsync EndConsultationAsync RecoveryAsync ConsultationToThreeWayAsync TransferAfterThreeWayAsync WhisperAsync ForcePickupAsync TransferIvrAsync GetIvrNodesAsync GetQueuesAgentsAsync TransferAsync HoldAsync ConsultationAsync ThreewayAsync ConsultationToTransferAsync TransferQueueAsync SubstituteAsync EavesdropAsync GetOtherAgentsAsync GetNumberPoolAndSpNumAsync SetSpNumberPoolNumAsync MuteAsync UnmuteAsync SendDtmfAsync SetAudioDeviceAsync CheckPhoneAsync SetWrapUpTimeAsync SetCallInWrapUpTimeAsync",
  "MakeCallAsync SetAgentStateAsync",
];
