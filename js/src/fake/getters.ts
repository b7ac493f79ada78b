import type { State } from "../state";

/** The values of getters that an event changes. */
export function after(name: string, data: any, { agentState }: State): Partial<State> {
  switch (name) {
    case "AgentStateChanged": {
      const read: Partial<State> = { agentState: data.CurState, agentSubState: reason(data.CurStateSubId), currentAgentStartTime: data.StartTime || null };
      return data.CurState === "ringing" || data.CurState === "talking" ? read : { ...read, callStatus: null };
    }
    case "PhoneModeChanged":
      return { phoneMode: data.CurContact, phoneState: data.CurExtState };
    case "PhoneStateChanged":
      return { phoneState: data.CurState };
    case "Ready":
      return { ...stateOf(data), connectState: "connected" };
    case "GetState":
      return stateOf(data);
    case "Connecting":
      return { connectState: "connecting" };
    case "Connected":
      return { connectState: "connected" };
    case "Disconnected":
    case "NeedManualConnect":
      return { connectState: "disconnect" };
    case "ConnectionCleared":
      return { callStatus: null };
    case "CallFailed":
      return agentState === "talking" ? {} : { callStatus: null };
    case "PhoneLeg":
      return { microphoneOn: data.State !== "ended" && data.Microphone };
  }
  return {};
}

function stateOf({ CurState, CurSubStateId, CurMode, CurExtState, StartTime, CallID, DestNumber, SpNumber, CallDirection }: any): Partial<State> {
  return {
    agentState: CurState,
    agentSubState: reason(CurSubStateId),
    phoneMode: CurMode,
    phoneState: CurExtState,
    currentAgentStartTime: StartTime || null,
    callStatus: CallID ? { CallID, DestNumber, SpNumber, CallDirection } : null,
  };
}

/** A break reason's number; "0" means no reason. */
function reason(number: string): string | 0 {
  return number && number !== "0" ? number : 0;
}
