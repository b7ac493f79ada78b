// Generated from sdk/spec by make gen. Do not edit.

/** The methods' names, at the number of the arguments that they take. */
export const methods = [
  "ConnectAsync AnswerAsync GetPhoneModesAsync GetAgentStatesAsync GetWebPhoneInfoAsync GetCallInWrapUpTimeAsync GetAudioDevicesAsync GetStateAsync GetIvrListAsync GetCallLogsAsync GetWrapUpTimeAsync SetWrapUpTimeEndAsync",
  "HangupAsync SetPhoneModeAsync GetSpNumbersAsync GetCurrentSpNumberAsync SetSpNumberAsync GetAgentTerminalInfoAsync RetrieveAfterThreeWayAsync EndConsultationAsync RecoveryAsync ConsultationToThreeWayAsync TransferAfterThreeWayAsync WhisperAsync ForcePickupAsync TransferIvrAsync GetIvrNodesAsync GetQueuesAgentsAsync TransferAsync HoldAsync ConsultationAsync ThreewayAsync ConsultationToTransferAsync TransferQueueAsync SubstituteAsync EavesdropAsync GetOtherAgentsAsync GetNumberPoolAndSpNumAsync SetSpNumberPoolNumAsync MuteAsync UnmuteAsync SendDtmfAsync SetAudioDeviceAsync SetWrapUpTimeAsync SetCallInWrapUpTimeAsync",
  "MakeCallAsync SetAgentStateAsync",
];
