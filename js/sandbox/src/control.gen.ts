// Generated from sdk/sandbox by make gen. Do not edit.

/** State is the platform at one moment, as GET /sandbox/state shows it. */
export interface State {
  /** by AgentID */
  Agents: AgentInfo[];
  /** in order of their beginning */
  Calls: CallInfo[];
}

/**
 * Frame is one message between an agent's page and the gateway, whole and as
 * it stands.
 */
export interface Frame {
  AgentId: string;
  /** when it was taken in, or handed to the network */
  Time: string;
  Direction: "from agent" | "to agent";
  Text: string;
}

/** AgentInfo is an agent in a State. */
export interface AgentInfo {
  AgentId: string;
  Name: string;
  /** RoleAgent or RoleSupervisor */
  Role: string;
  State: "idle" | "busy" | "onBreak" | "offline" | "ringing" | "talking" | "wrapup";
  /** empty without a reason of a break */
  SubState: string;
  PhoneMode: "voip" | "cellphone" | "webrtc";
  PhoneState: "idle" | "busy" | "offline";
  /** seconds after an incoming call */
  WrapUpTime: number;
  /** seconds after an outgoing call */
  OutWrapUpTime: number;
  /** whether a page is connected */
  Connected: boolean;
  /** whether the sandbox answers the agent's calls */
  Played: boolean;
  /** empty without a call */
  CallID: string;
}

/** CallInfo is a call in a State. */
export interface CallInfo {
  CallID: string;
  Status: "ringing" | "queued" | "established" | "ivr";
  WorkFlow: "in" | "out_direct" | "out_callback" | "out_auto" | "inner_call" | "in_eavesdrop" | "out_eavesdrop";
  /** the customer's */
  Number: string;
  /** the relay number in between */
  DisplayNumber: string;
  /** the caller's own name for the call */
  BizId?: string;
  /** the queue it came through, or empty */
  QueueId: string;
  IvrId?: number;
  IvrNodeId?: number;
  /** an outside line that an agent brought in */
  ExternalNumber?: string;
  Legs: LegInfo[];
  /** what Voice.Heard tells */
  Heard?: Heard[];
}

/** LegInfo is an agent's part in a call. */
export interface LegInfo {
  AgentId: string;
  State: "dialling" | "ringing" | "invited" | "established" | "held" | "consultRinging" | "consulting" | "consultFailed" | "adding" | "threeWay" | "joined" | "cleared";
  CallType: "OtherIn" | "AgentInside" | "Consult" | "Conference" | "SupervisorMonitor" | "SupervisorWhisper" | "SupervisorBargeIn" | "SupervisorIntercept";
  ChannelUUID: string;
}

/** Heard is what a telephone outside hears at the moment. */
export interface Heard {
  Number: string;
  /** the loudness, as the root mean square: 0 is silence, 1 all there is */
  Level: number;
  /** the strongest tone, in hertz; 0 in silence */
  Frequency: number;
  /** all that were dialled to it in the call, as DTMF */
  Digits: string;
}

/** What a fault's Method may be. */
export type Method =
  | "Answer"
  | "BargeIn"
  | "Complete"
  | "Consultation"
  | "ConsultationToThreeWay"
  | "ConsultationToTransfer"
  | "Dialout"
  | "Eavesdrop"
  | "EndConsultation"
  | "EndThreeWay"
  | "GetAgentStatusOptions"
  | "GetAgentTerminalInfo"
  | "GetCallModeOptions"
  | "GetDisplayNumber"
  | "GetState"
  | "GetWrapUpTime"
  | "Hangup"
  | "Hold"
  | "Login"
  | "Logout"
  | "SetCallMode"
  | "SetDisplayNumber"
  | "SetState"
  | "SetWrapUpTime"
  | "Substitute"
  | "ThreeWay"
  | "ThreeWayToTransfer"
  | "Transfer"
  | "TransferQueue"
  | "Unhold"
  | "Whisper";

/** What a fault's SipMethod may be. */
export type SipMethod =
  | "REGISTER"
  | "INVITE";

/** Something that is to go wrong for one agent. */
export type Fault = {
  /** Whose connection or call it strikes. */
  AgentId: string;
  /** How often it strikes, up to 1000; once if missing. Not of those that last. */
  Count?: number;
} & (
  /** Calls the registered web phone with a SIP call that is not the platform's and asks to be answered at once, with Call-Info answer-after=0. It ends when the phone hangs up, and after ten seconds. */
  | { Fault: "answer-after" }
  /** Closes the WebSocket with Code and Reason. */
  | { Fault: "close"; /** a close code that may be sent (1000, 4000 …), or an error frame's six digits */ Code: string; /** 123 bytes at most */ Reason?: string }
  /** Sends the next frame to the agent that much later, and none overtakes it. */
  | { Fault: "delay"; /** from 1 to 86400000 milliseconds */ Ms: number }
  /** Resets the TCP connection, without a close frame. */
  | { Fault: "drop" }
  /** Sends the next notification twice, with one MsgId. */
  | { Fault: "duplicate" }
  /** Refuses tokens signed so far with HTTP 401. */
  | { Fault: "expire-token" }
  /** Sends a frame that is no JSON, of Size bytes. */
  | { Fault: "garbage"; /** from 1 to 16777216 bytes */ Size?: number }
  /** Answers the next such backend call with Status after that time. */
  | { Fault: "http"; /** a pattern that begins with a slash */ Path: string; /** an HTTP status, 200 or from 400 to 599, or a SIP status, from 400 to 699 */ Status: number; /** from 1 to 86400000 milliseconds */ Ms?: number }
  /** Loses for that time all packets of the agent's calls: a call that begins finds no way for its sound, one that runs loses it. */
  | { Fault: "ice-fail"; /** from 1 to 86400000 milliseconds */ Ms: number }
  /** Carries the next such request out, then drops the connection before reply and events. */
  | { Fault: "lose-reply"; /** the wire's name of a request, such as Dialout */ Method: Method }
  /** Drops the connection before the next such request is carried out. */
  | { Fault: "lose-request"; /** the wire's name of a request, such as Dialout */ Method: Method }
  /** Loses for that time the sound of the agent's calls, both ways; their connections stay up. */
  | { Fault: "media-silent"; /** from 1 to 86400000 milliseconds */ Ms: number }
  /** Sends an error frame {"rcode","rdesc"} about Method. */
  | { Fault: "rcode"; /** the wire's name of a request, such as Dialout */ Method?: Method; /** a close code that may be sent (1000, 4000 …), or an error frame's six digits */ Code?: string }
  /** Refuses the next such request, which is not carried out. */
  | { Fault: "refuse"; /** the wire's name of a request, such as Dialout */ Method: Method; /** six digits, and not 000000 */ ErrCode: string }
  /** Sends the next reply that causes events after them. */
  | { Fault: "reorder" }
  /** Resets the web phone's SIP socket and for that time refuses all new ones. */
  | { Fault: "sip-drop"; /** from 1 to 86400000 milliseconds */ Ms?: number }
  /** Refuses the next such SIP request of the web phone with Status. */
  | { Fault: "sip-refuse"; /** REGISTER or INVITE; REGISTER where it is missing */ SipMethod?: SipMethod; /** an HTTP status, 200 or from 400 to 599, or a SIP status, from 400 to 699 */ Status: number }
  /** Loses for that time all SIP messages from and to the web phone; sockets stay open and can be opened. */
  | { Fault: "sip-silent"; /** from 1 to 86400000 milliseconds */ Ms: number }
  /** Reads nothing and sends nothing for that time. */
  | { Fault: "stall"; /** from 1 to 86400000 milliseconds */ Ms: number }
);
