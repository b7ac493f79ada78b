// Generated from sdk/spec by make gen. Do not edit.

/** Every event that the SDK raises. */
export const eventNames = [
  "AgentStateChanged",
  "PhoneModeChanged",
  "PhoneStateChanged",
  "Ready",
  "AdvancedCallStatusChanged",
  "GetState",
  "Delivered",
  "Originated",
  "Established",
  "ConnectionCleared",
  "Held",
  "Retrieved",
  "Conferenced",
  "Transferred",
  "ServiceInitiated",
  "CallFailed",
  "Connecting",
  "Connected",
  "Disconnected",
  "NeedManualConnect",
  "PhoneLeg",
  "PhoneTrouble",
  "CallQuality",
  "TabRoleChanged",
];
