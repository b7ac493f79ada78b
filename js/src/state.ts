/** What the getters read: a copy that the core updates. */
export interface State {
  connectState: string;
  agentState: string;
  agentSubState: number | string;
  phoneMode: string;
  phoneState: string;
  callStatus: { CallID: string; DestNumber: string; SpNumber: string; CallDirection: string } | null;
  currentAgentStartTime: string | null;
  microphoneOn: boolean;
  tabRole: string;
}

/** What they read before the first update: the values of SDK 2.1.0. */
export const unknownState = (connectState: string): State => ({
  connectState,
  agentState: "offline",
  agentSubState: 0,
  phoneMode: "voip",
  phoneState: "offline",
  callStatus: null,
  currentAgentStartTime: null,
  microphoneOn: false,
  tabRole: "",
});
