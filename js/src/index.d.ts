// Generated from sdk/spec and scripts/generate/index.d.ts.tmpl by make gen. Do not edit.

/** What a call resolves to. */
export interface Success<T> {
  Code: "0000";
  Data: T;
  Message: "";
  Visible: false;
}

/** What a call rejects with. Its enumerable members are the four below. */
export interface Failure extends Error {
  /** Which operation failed. */
  Code: Code;
  /** What failed, why, and what to do next, in the instance's language. */
  Message: string;
  /** The server's reply, null without one. */
  Data: ServerReply | null;
  /** Whether Message may be shown to the agent. */
  Visible: true;
}

/** The server's reply to a refused call. */
export interface ServerReply {
  ErrCode?: string;
  ErrDesc?: string;
  /** Not from the server: the connection broke, and whether the call was made cannot be told. */
  Outcome?: "unknown";
  [member: string]: unknown;
}

/** What an event's handler gets. */
export interface EventEnvelope<T> {
  /** "0000"; "0300" for CallFailed, "9000" for PhoneTrouble. */
  Code: Code;
  Data: T;
  /** "" but for CallFailed, where it is the server's reason, and PhoneTrouble. */
  Message: string;
  Visible: boolean;
}

/** An array of one element, whose members can be read on the array too: Data[0].CurState and Data.CurState. */
export type Element<T> = [T] & Readonly<T>;

/** The customer's side of a call. */
export interface Customer extends Party {
  /** The same as TelNumber; not enumerable. */
  readonly Number?: string;
}

/** Options that name a call; CallID, as events spell it, and callId are taken for CallId. */
export type CallRef<T extends { CallId: string }> =
  | T
  | (Omit<T, "CallId"> & { CallID: string })
  | (Omit<T, "CallId"> & { callId: string });

/** A state that an agent may choose. */
export type SettableState = "idle" | "busy" | "onBreak" | "offline";

/** What an agent may choose: a state, or one of the tenant's reasons for a break. */
export type AgentStateOption = StateOption | BreakReason;

/** A state: SetAgentStateAsync(Code). */
export interface StateOption {
  Code: SettableState;
  /** Its name in the instance's language. */
  Label: string;
  Owner?: undefined;
}

/** A reason for a break: SetAgentStateAsync(Owner, Code). */
export interface BreakReason {
  Code: number | string;
  /** As the tenant named it. */
  Label: string;
  /** The state it belongs to. */
  Owner: "onBreak";
}

/** What GetToken resolves to. */
export interface Token {
  /** The tenant; the option AppId where it is missing. */
  appId?: string;
  /** Unix seconds. */
  timestamp: string | number;
  token: string;
}

/** Extend this class and write GetToken. */
export declare abstract class AppDataProvider {
  /** Fetches a token from the page's own backend; called for every attempt to connect. */
  abstract GetToken(): Promise<Token> | Token;
}

/** The weight of a log line. */
export type LogType = "debug" | "info" | "warn" | "error";

/** When to connect again after a lost connection: after a random part of a ceiling that doubles. */
export interface ReconnectPolicy {
  /** Keeps a lost connection closed until ConnectAsync; default false. */
  Off?: boolean;
  /** The first ceiling in milliseconds; default 1000. */
  Base?: number;
  /** The last ceiling in milliseconds; default 20000. */
  Max?: number;
  /**
   * How many tries in a row may fail before NeedManualConnect; no
   * end where it is not given.
   */
  Attempts?: number;
}

/** The constructor's options. */
export interface Options {
  /** The tenant. */
  AppId: string;
  /** The agent. */
  AgentId: string | number;
  /** The gateway's WebSocket URL. */
  Domain: string;
  /** The HTTP backend's base URL. */
  HttpDomain: string;
  /**
   * An instance of a class that extends AppDataProvider, or
   * any object with GetToken.
   */
  AppDataProvider: { GetToken(): Promise<Token> | Token };
  /** Says whether the constructor connects; default true. */
  AutoConnect?: boolean;
  /**
   * The language of messages and labels: zh-CN or en-US, in any
   * letter case; default "zh-CN".
   */
  LanguageCode?: string;
  /** Takes log lines. They hold no token, no password and no number. */
  Log?: (message: { message: string }, type: LogType) => void;
  /**
   * Where udesk-ccpaas.wasm is; beside the script where it is not
   * given. A browser that needs udesk-ccpaas-mvp.wasm looks beside that. The
   * classic script loads the module beside it while it is evaluated: with
   * WasmUrl, or on a page that may never construct the class, give its element
   * the attribute data-lazy.
   */
  WasmUrl?: string;
  /**
   * Where udesk-phone.js is, which is loaded for phone mode webrtc;
   * beside the script where it is not given.
   */
  PhoneUrl?: string;
  /**
   * Plays the far end in phone mode webrtc; an element that is not
   * in the page where it is not given.
   */
  AudioElement?: HTMLAudioElement;
  /**
   * Says whether an incoming call rings in the page in phone mode
   * webrtc; default false.
   */
  RingTone?: boolean;
  /**
   * Says whether an outgoing call rings in the page until it is
   * answered, in phone mode webrtc; default false.
   */
  RingBack?: boolean;
  /** STUN and TURN servers for phone mode webrtc; default []. */
  IceServers?: RTCIceServer[];
  /**
   * Says over which ways sound may go in phone mode webrtc:
   * relay takes those over the TURN servers of IceServers alone; default "all".
   */
  IceTransportPolicy?: "all" | "relay";
  /**
   * Says whether the web phone answers a SIP call by itself where the
   * platform asks for that, as with a supervisor's, and the gateway has put the
   * agent into that call; default true.
   */
  AutoAnswer?: boolean;
  /**
   * Says when to connect again after a lost connection: after a random
   * part of a ceiling that doubles.
   */
  Reconnect?: ReconnectPolicy;
  /**
   * The close codes with which the gateway says that the agent
   * connected elsewhere; an empty array means none; default [4409].
   */
  KickCodes?: number[];
  /**
   * Admits a Domain of the scheme ws and a HttpDomain of http
   * outside this computer, over which tokens and numbers travel in the open; default false.
   */
  AllowInsecure?: boolean;
  /**
   * Has all tabs of an origin with the same AppId, AgentId, Domain
   * and HttpDomain share one connection. It needs Web Locks and BroadcastChannel,
   * which a browser has in a secure context; without them each tab connects for
   * itself; default false.
   */
  ShareConnection?: boolean;
  /**
   * Leaves telephone numbers readable in what ExportLog resolves
   * to; default false.
   */
  RecordNumbers?: boolean;
}

/** The events and their Data. */
export interface Events {
  /** AgentStateChanged reports that the agent's state changed. */
  AgentStateChanged: Element<AgentStateChange>;
  /** PhoneModeChanged reports that the agent's telephone changed. */
  PhoneModeChanged: Element<PhoneModeChange>;
  /** PhoneStateChanged reports that the phone's state changed. */
  PhoneStateChanged: Element<PhoneStateChange>;
  /**
   * Ready reports, once per instance, that the connection is up and the agent's
   * state is known.
   */
  Ready: Element<State>;
  /**
   * AdvancedCallStatusChanged precedes each of the eight events of a call, with
   * the same Data.
   */
  AdvancedCallStatusChanged: CallEvent;
  /** GetState reports the state of agent, phone and call, as sent by the server. */
  GetState: State;
  /** Delivered reports that a call rings at the agent. */
  Delivered: CallEvent;
  /** Originated reports that the agent's call rings at the other side. */
  Originated: CallEvent;
  /** Established reports that the two sides talk. */
  Established: CallEvent;
  /** ConnectionCleared reports that a connection of the call ended. */
  ConnectionCleared: CallEvent;
  /** Held reports that the customer is on hold. */
  Held: CallEvent;
  /** Retrieved reports that the customer is off hold. */
  Retrieved: CallEvent;
  /** Conferenced reports that three parties talk. */
  Conferenced: CallEvent;
  /** Transferred reports that the call was passed to another party. */
  Transferred: CallEvent;
  /**
   * ServiceInitiated reports that the server has begun to make a call.
   *
   * A compatibility extra: not in the vendor's document.
   */
  ServiceInitiated: CallEvent;
  /**
   * CallFailed reports that a call failed; its Code is 0300 and its
   * Message the server's reason.
   *
   * A compatibility extra: not in the vendor's document.
   */
  CallFailed: CallFailure;
  /**
   * Connecting reports that the connection is being opened.
   *
   * A compatibility extra: not in the vendor's document.
   */
  Connecting: null;
  /**
   * Connected reports that the connection is up.
   *
   * A compatibility extra: not in the vendor's document.
   */
  Connected: null;
  /**
   * Disconnected reports that the connection is down.
   *
   * A compatibility extra: not in the vendor's document.
   */
  Disconnected: Disconnection;
  /**
   * NeedManualConnect reports that the SDK no longer tries to connect by itself.
   *
   * A compatibility extra: not in the vendor's document.
   */
  NeedManualConnect: Disconnection;
  /**
   * PhoneLeg reports a SIP call of the web phone: when it begins, when the
   * gateway confirms it, when the microphone goes on, and when it ends.
   *
   * A compatibility extra: not in the vendor's document.
   */
  PhoneLeg: PhoneLegChange;
  /**
   * PhoneTrouble reports a problem of the web phone that no promise reports,
   * with Code 9000 and a Message that says what happened and who can change it;
   * and its end, with Over.
   *
   * A compatibility extra: not in the vendor's document.
   */
  PhoneTrouble: PhoneTroubleData;
  /**
   * CallQuality reports once a second how a call of the web phone sounds.
   *
   * A compatibility extra: not in the vendor's document.
   */
  CallQuality: SoundQuality;
  /**
   * TabRoleChanged reports, with ShareConnection, that the tab has become the
   * one whose connection all use, or one of the others.
   *
   * A compatibility extra: not in the vendor's document.
   */
  TabRoleChanged: TabRoleChange;
}

/** One of the eight events of a call. */
export type CallEventName =
  | "Originated"
  | "Delivered"
  | "Established"
  | "ConnectionCleared"
  | "Held"
  | "Retrieved"
  | "Conferenced"
  | "Transferred";

/** What a handler can listen to: an event, or "event" for all eight events of a call. */
export type EventName = keyof Events | "event";

/** An agent's connection to the platform. */
export declare class UdeskCCPaasApiClass {
  /** Checks the options, throws naming one that is missing, and connects unless AutoConnect is false. */
  constructor(options: Options);

  static readonly AppDataProvider: typeof AppDataProvider;
  /** The SDK's version. */
  static readonly version: string;

  /**
   * Calls handler for every event of that name. A name may carry a namespace behind a dot, for off. The name "event"
   * stands for all eight events of a call.
   */
  on<N extends keyof Events>(name: N | `${N}.${string}`, handler: (resp: EventEnvelope<Events[N]>) => void): this;
  on(
    name: "event" | `event.${string}`,
    handler: (resp: EventEnvelope<CallEvent> & { Event: CallEventName }) => void,
  ): this;
  /** Takes handlers off: of a name, of a name's namespace, of a namespace (".ns"), one, or all. */
  off(name?: EventName | `${EventName}.${string}` | `.${string}`, handler?: (resp: never) => void): this;
  /** Calls the handlers of a name. A compatibility extra: not in the vendor's document. */
  trigger(name: string, resp?: unknown): this;

  /**
   * "connecting", "connected" or "disconnect". A compatibility extra, like the members below: they read what SDK 2.1.0
   * has there (observed).
   */
  readonly connectState: ConnectState;
  /** "offline" before Ready. */
  readonly agentState: AgentState;
  /** The break reason's number as a string, 0 without one. */
  readonly agentSubState: string | 0;
  /** "voip" before Ready. */
  readonly phoneMode: PhoneMode;
  /** "offline" before Ready. */
  readonly phoneState: PhoneState;
  /** What the last GetState in the call said of it; null before that and without a call. */
  readonly callStatus: { CallID: string; DestNumber: string; SpNumber: string; CallDirection: string } | null;
  /** Since when the agent is in the state, as the server writes it; null before Ready. */
  readonly currentAgentStartTime: string | null;
  /** Whether a call of the web phone has the microphone. An extra: SDK 2.1.0 has none. */
  readonly microphoneOn: boolean;
  /** "leader" or "follower" with ShareConnection, "" without and before it is known. An extra: SDK 2.1.0 has none. */
  readonly tabRole: TabRole | "";
  /** Whether Destroy was called. */
  readonly isDestroyed: boolean;
  /** The same as GetAgentTerminalInfoAsync. */
  GetAgentTerminalInfo: UdeskCCPaasApiClass["GetAgentTerminalInfoAsync"];

  /**
   * Disconnect closes the connection and keeps it closed until ConnectAsync.
   * The agent is not logged out. Returns nothing.
   */
  Disconnect(): void;
  /**
   * ConnectAsync opens the connection and resolves when the server has sent
   * the agent's state; at once if the connection is up already. Calls made
   * while it is being opened share one attempt.
   *
   * Failure code: 0905.
   */
  ConnectAsync(): Promise<Success<null>>;
  /**
   * MakeCallAsync dials a number. It resolves when the server has accepted
   * the call; Originated and Established follow as events. Allowed while the
   * agent is idle, busy or on a break and the phone is idle. Every member of
   * the options is sent with the call, for example BizId. In phone mode webrtc
   * the page makes the call by SIP, and only BizId is sent with it (inferred).
   *
   * Failure code: 0300.
   * @param Number The number to dial: at least four digits, *, # or +. It may be
   * written as people write numbers.
   */
  MakeCallAsync(Number: string, Options?: { [member: string]: unknown }): Promise<Success<null>>;
  /**
   * HangupAsync ends the agent's part in a call.
   *
   * Failure code: 0400.
   * @param CallId The call's id, from Delivered or Originated.
   */
  HangupAsync(CallId: string | CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string }>): Promise<Success<null>>;
  /**
   * AnswerAsync answers the call that rings.
   *
   * Failure code: 0500.
   */
  AnswerAsync(): Promise<Success<null>>;
  /**
   * SetPhoneModeAsync chooses the telephone: voip, a desk phone; cellphone;
   * webrtc, the page itself, which asks for the microphone and registers with
   * the SIP server. If that fails, the previous mode stays.
   *
   * Failure code: 0100.
   * @param PhoneMode The mode.
   */
  SetPhoneModeAsync(PhoneMode: PhoneMode): Promise<Success<null>>;
  /**
   * GetPhoneModesAsync lists the telephones the agent may use, with their
   * names in the instance's language.
   *
   * Failure code: 0102.
   */
  GetPhoneModesAsync(): Promise<Success<PhoneModeOption[]>>;
  /**
   * GetAgentStatesAsync lists the states an agent may choose, then the
   * tenant's break reasons. States are named in the instance's language,
   * reasons as the tenant named them.
   *
   * Failure code: 0200.
   */
  GetAgentStatesAsync(): Promise<Success<AgentStateOption[]>>;
  /**
   * SetAgentStateAsync changes the agent's state. From offline to another
   * state logs the agent in, to offline logs it out.
   *
   * Failure code: 0201.
   * @param State The state: idle, busy, onBreak or offline.
   * @param SubState The Code of a break reason; with onBreak only.
   */
  SetAgentStateAsync(State: SettableState, SubState?: string | number): Promise<Success<null>>;
  /**
   * GetWebPhoneInfoAsync gets the web phone's SIP account.
   *
   * Failure code: 0906.
   */
  GetWebPhoneInfoAsync(): Promise<Success<TerminalInfo>>;
  /**
   * GetCallInWrapUpTimeAsync gets the wrap-up time after incoming calls.
   *
   * Failure code: 0604.
   */
  GetCallInWrapUpTimeAsync(): Promise<Success<InWrapUpTime>>;
  /**
   * GetSpNumbersAsync lists the relay numbers to choose from.
   *
   * Failure code: 0700.
   */
  GetSpNumbersAsync(Options?: { /** Whose relay numbers are meant: app, the tenant's, or agent, the agent's own. */ OwnerType?: OwnerType }): Promise<Success<string[]>>;
  /**
   * GetCurrentSpNumberAsync gets the relay number in use, "" for none.
   *
   * Failure code: 0701.
   */
  GetCurrentSpNumberAsync(Options?: { /** Whose relay numbers are meant: app, the tenant's, or agent, the agent's own. */ OwnerType?: OwnerType }): Promise<Success<string>>;
  /**
   * SetSpNumberAsync chooses the relay number.
   *
   * Failure code: 0702.
   */
  SetSpNumberAsync(Options: { /** Whose relay numbers are meant: app, the tenant's, or agent, the agent's own. */ OwnerType?: OwnerType; /** The relay number, one of GetSpNumbersAsync's. */ DisplayNumber: string }): Promise<Success<null>>;
  /**
   * GetAgentTerminalInfoAsync gets the SIP account of one of the agent's
   * telephones.
   *
   * Failure code: 0704.
   */
  GetAgentTerminalInfoAsync(Options: { /** The telephone: voip or webrtc. */ TerminalType: Exclude<PhoneMode, "cellphone"> }): Promise<Success<TerminalInfo>>;
  /**
   * RetrieveAfterThreeWayAsync takes the call back from a three-way call: the
   * party that was added leaves.
   *
   * Failure code: 0907.
   */
  RetrieveAfterThreeWayAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string }>): Promise<Success<null>>;
  /**
   * EndConsultationAsync takes the call back from a consultation: the
   * consulted party leaves, the customer is off hold.
   *
   * Failure code: 0907.
   */
  EndConsultationAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string }>): Promise<Success<null>>;
  /**
   * RecoveryAsync takes the customer off hold.
   *
   * Failure code: 0909.
   */
  RecoveryAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string }>): Promise<Success<null>>;
  /**
   * ConsultationToThreeWayAsync brings the customer into a consultation.
   *
   * Failure code: 0912.
   */
  ConsultationToThreeWayAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id; the server knows it and does not need it. */ AgentId?: string | number }>): Promise<Success<null>>;
  /**
   * TransferAfterThreeWayAsync leaves a three-way call to the other two.
   *
   * Failure code: 0914.
   */
  TransferAfterThreeWayAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id; the server knows it and does not need it. */ AgentId?: string | number }>): Promise<Success<null>>;
  /**
   * WhisperAsync lets a supervisor talk to the agent unheard by the customer.
   *
   * Failure code: 0917.
   */
  WhisperAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id. */ AgentId: string | number }>): Promise<Success<null>>;
  /**
   * ForcePickupAsync lets a supervisor barge into the call of an agent.
   *
   * Failure code: 0918.
   */
  ForcePickupAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The agent whose call is joined. */ AgentId: string | number; /** The agent's phone, sent under this name (inferred). */ AgentPhone?: string }>): Promise<Success<null>>;
  /**
   * TransferIvrAsync hands the call to an IVR flow.
   *
   * Failure code: 0921.
   */
  TransferIvrAsync(Options: CallRef<{ /** The call's id. */ CallId: string; /** The IVR flow's id. */ IvrId: string | number; /** The id of the flow's node to start at, from GetIvrNodesAsync. */ NodeId: string | number; /** When the call leaves: agent_hangup, when the agent hangs up. */ JumpType: string }>): Promise<Success<null>>;
  /**
   * GetIvrNodesAsync lists the nodes of an IVR flow.
   *
   * Failure code: 0920.
   * @param id The IVR flow's id.
   */
  GetIvrNodesAsync(id: string | number | { /** The IVR flow's id. */ id: string | number }): Promise<Success<IvrNode[]>>;
  /**
   * GetQueuesAgentsAsync lists the queues. The options travel as a query.
   *
   * Failure code: 9000.
   */
  GetQueuesAgentsAsync(Options?: { [member: string]: unknown }): Promise<Success<Queue[]>>;
  /**
   * TransferAsync hands the call to another agent or to an external line. The
   * agent keeps the call until the other side answers.
   *
   * Failure code: 0910.
   */
  TransferAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id, instead of AgentPhone. */ AgentId: string | number; /** The number of an external line, instead of AgentId. */ AgentPhone?: undefined }> | CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id, instead of AgentPhone. */ AgentId?: undefined; /** The number of an external line, instead of AgentId. */ AgentPhone: string }>): Promise<Success<null>>;
  /**
   * HoldAsync puts the customer on hold.
   *
   * Failure code: 0908.
   */
  HoldAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string }>): Promise<Success<null>>;
  /**
   * ConsultationAsync holds the customer and calls another agent or an
   * external line.
   *
   * Failure code: 0911.
   */
  ConsultationAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id, instead of AgentPhone. */ AgentId: string | number; /** The number of an external line, instead of AgentId. */ AgentPhone?: undefined }> | CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id, instead of AgentPhone. */ AgentId?: undefined; /** The number of an external line, instead of AgentId. */ AgentPhone: string }>): Promise<Success<null>>;
  /**
   * ThreewayAsync brings another agent or an external line into the call.
   *
   * Failure code: 0907.
   */
  ThreewayAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id, instead of AgentPhone. */ AgentId: string | number; /** The number of an external line, instead of AgentId. */ AgentPhone?: undefined }> | CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id, instead of AgentPhone. */ AgentId?: undefined; /** The number of an external line, instead of AgentId. */ AgentPhone: string }>): Promise<Success<null>>;
  /**
   * ConsultationToTransferAsync leaves the customer to the consulted party.
   *
   * Failure code: 0913.
   */
  ConsultationToTransferAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The consulted agent's id; accepted, not sent. */ AgentId?: string | number }>): Promise<Success<null>>;
  /**
   * TransferQueueAsync hands the call to a queue.
   *
   * Failure code: 0910.
   */
  TransferQueueAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The queue's id, from GetQueuesAgentsAsync. */ QueueId: string | number }>): Promise<Success<null>>;
  /**
   * SubstituteAsync lets a supervisor intercept a call: the agent is put out
   * of it, the supervisor goes on with the customer.
   *
   * Failure code: 0915.
   */
  SubstituteAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id. */ AgentId: string | number }>): Promise<Success<null>>;
  /**
   * EavesdropAsync lets a supervisor monitor a call unheard.
   *
   * Failure code: 0916.
   */
  EavesdropAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The other agent's id. */ AgentId: string | number }>): Promise<Success<null>>;
  /**
   * GetOtherAgentsAsync lists the other agents. The options travel as a query,
   * for example State: "idle".
   *
   * Failure code: 0922.
   */
  GetOtherAgentsAsync(Options?: { [member: string]: unknown }): Promise<Success<Agent[]>>;
  /**
   * GetNumberPoolAndSpNumAsync lists relay numbers or number pools, and which
   * of them is selected.
   *
   * Failure code: 9000.
   */
  GetNumberPoolAndSpNumAsync(Options: { /** The kind of number: 1 for relay numbers, 2 for number pools. */ type: string | number }): Promise<Success<NumberList>>;
  /**
   * SetSpNumberPoolNumAsync selects a relay number or a number pool, from the
   * next call on.
   *
   * Failure code: 9000.
   */
  SetSpNumberPoolNumAsync(Options: { /** The kind of number: 1 for relay numbers, 2 for number pools. */ type: string | number; /** The id of the relay number or number pool. */ id: string | number }): Promise<Success<Record<string, never>>>;
  /**
   * MuteAsync silences the web phone's microphone. In phone mode webrtc only.
   *
   * Failure code: 9000.
   */
  MuteAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string }>): Promise<Success<Record<string, never>>>;
  /**
   * UnmuteAsync opens the web phone's microphone again. In phone mode webrtc
   * only.
   *
   * Failure code: 9000.
   */
  UnmuteAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string }>): Promise<Success<Record<string, never>>>;
  /**
   * SendDtmfAsync sends touch tones to the far end, and resolves when the last
   * was sent. In phone mode webrtc only.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 9000.
   */
  SendDtmfAsync(Options: CallRef<{ /** The call's id, from Delivered or Originated. */ CallId: string; /** The tones, at most 32: digits, * and #. */ Digits: string }>): Promise<Success<null>>;
  /**
   * GetAudioDevicesAsync lists the microphones, speakers and ringers that the
   * web phone can use. In phone mode webrtc only.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 9000.
   */
  GetAudioDevicesAsync(): Promise<Success<AudioDevice[]>>;
  /**
   * SetAudioDeviceAsync chooses the microphone, the speaker or the ringer, in a
   * call at once. In phone mode webrtc only.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 9000.
   */
  SetAudioDeviceAsync(Options: { /** What the device is for: microphone, speaker or ringer. */ Kind: AudioKind; /** The device's id, from GetAudioDevicesAsync. */ DeviceId: string }): Promise<Success<null>>;
  /**
   * CheckPhoneAsync tries what the web phone needs and reports what would keep an
   * agent from talking: the page, the microphone and its permission, the devices,
   * the registration at the SIP server, the servers of IceServers, and, if
   * EchoNumber is given, a call to it, whose echo is measured. It works in every
   * phone mode, leaves a call and a registration alone, and takes three minutes at
   * most, one of which is for the person who is asked for the microphone. The echo call is made in phone mode webrtc, by an agent who could make
   * one, and is a call like any other: with its events, and the rest after it.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 9000.
   */
  CheckPhoneAsync(Options?: { /** A number of the platform that sends back what it hears. */ EchoNumber?: string }): Promise<Success<PhoneReport>>;
  /**
   * Init does nothing: the constructor has begun to connect if AutoConnect says
   * so, and ConnectAsync connects otherwise. It is there for pages that are
   * written as the document says. Returns nothing.
   */
  Init(): void;
  /**
   * Destroy logs the agent out, closes the connection and ends the instance:
   * every later call rejects with 0902. Safe to call twice. Returns nothing.
   */
  Destroy(): void;
  /**
   * GetStateAsync asks the server for the agent's state; the answer is the
   * event GetState.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 9000.
   */
  GetStateAsync(): Promise<Success<null>>;
  /**
   * GetIvrListAsync lists the IVR flows.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 0919.
   */
  GetIvrListAsync(): Promise<Success<unknown>>;
  /**
   * GetCallLogsAsync lists the agent's recent calls.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 9000.
   */
  GetCallLogsAsync(): Promise<Success<unknown>>;
  /**
   * GetWrapUpTimeAsync gets the wrap-up times after incoming and outgoing calls.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 0610.
   */
  GetWrapUpTimeAsync(): Promise<Success<WrapUpTimes>>;
  /**
   * SetWrapUpTimeAsync sets the wrap-up times after incoming and outgoing calls.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 0609.
   */
  SetWrapUpTimeAsync(Options: { /** The time after incoming calls, in seconds (inferred). */ InWrapUpTime: string | number; /** The time after outgoing calls, in seconds (inferred). */ OutWrapUpTime: string | number }): Promise<Success<unknown>>;
  /**
   * SetWrapUpTimeEndAsync ends the wrap-up.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 0600.
   */
  SetWrapUpTimeEndAsync(): Promise<Success<null>>;
  /**
   * SetCallInWrapUpTimeAsync sets the wrap-up time after incoming calls.
   *
   * A compatibility extra: not in the vendor's document.
   *
   * Failure code: 0602.
   * @param WrapUpTime The time, in seconds (inferred).
   */
  SetCallInWrapUpTimeAsync(WrapUpTime: string | number | { /** The time, in seconds (inferred). */ WrapUpTime: string | number }): Promise<Success<null>>;

  /** The same as Destroy. */
  Destory(): void;

  /**
   * The flight recording: the last frames, states, calls and decisions, a line of JSON each. Tokens and passwords are
   * blotted out, telephone numbers too unless RecordNumbers is set. `go run ./scripts/replay FILE` relives it.
   */
  ExportLog(): Promise<string>;
}

export default UdeskCCPaasApiClass;

/** The SDK's version. */
export declare const version: string;

type ApiClass = typeof UdeskCCPaasApiClass;

declare global {
  /** What the script call-center-class.es6.js leaves on the page. */
  var UdeskCCPaasApiClass: ApiClass;
}

/**
 * Code is what a caller sees in the member Code: "0000" on success, otherwise
 * which operation failed. The values are observed; that 0000 is success is
 * documented.
 */
export type Code =
  /** Success: the call did what it says. */ | "0000"
  /** SetPhoneModeFailed: changing the phone mode failed. */ | "0100"
  /** PhoneModeUnknown: the phone mode does not exist. */ | "0101"
  /** GetPhoneModesFailed: getting the phone modes failed. */ | "0102"
  /** MakeCallCheckFailed: the check before a call failed. */ | "0103"
  /** SpNumberWrong: the relay number is wrong. */ | "0104"
  /** DialForbidden: the agent's state forbids dialling. */ | "0105"
  /** GetAgentStatesFailed: getting the agent states failed. */ | "0200"
  /** SetAgentStateFailed: setting the agent state failed. */ | "0201"
  /** MakeCallFailed: dialling failed. */ | "0300"
  /**   * NumberNotDialable: the number has fewer than four characters or others   * than digits, *, # and +.   */ | "0301"
  /** HangupFailed: hanging up failed. */ | "0400"
  /** AnswerFailed: answering failed. */ | "0500"
  /** EndWrapUpFailed: ending the wrap-up failed. */ | "0600"
  /** NoWrapUp: no call is in wrap-up. */ | "0601"
  /** SetInWrapUpFailed: setting the wrap-up time of incoming calls failed. */ | "0602"
  /** SetOutWrapUpFailed: setting the wrap-up time of outgoing calls failed. */ | "0603"
  /** GetInWrapUpFailed: getting the wrap-up time of incoming calls failed. */ | "0604"
  /** GetOutWrapUpFailed: getting the wrap-up time of outgoing calls failed. */ | "0605"
  /** InWrapUpMalformed: the wrap-up time of incoming calls is malformed. */ | "0606"
  /** OutWrapUpMalformed: the wrap-up time of outgoing calls is malformed. */ | "0607"
  /** EndWrapUpRefused: ending the wrap-up failed. */ | "0608"
  /** SetWrapUpFailed: setting the wrap-up times failed. */ | "0609"
  /** GetWrapUpFailed: getting the wrap-up times failed. */ | "0610"
  /** GetSpNumbersFailed: getting the relay numbers failed. */ | "0700"
  /** GetSpNumberFailed: getting the current relay number failed. */ | "0701"
  /** SetSpNumberFailed: setting the relay number failed. */ | "0702"
  /** SpNumberEmpty: the relay number is empty. */ | "0703"
  /** GetTerminalInfoFailed: getting the terminal's account failed. */ | "0704"
  /** AlreadyConnected: the connection is up already. */ | "0901"
  /** NoSocket: there is no connection, because the instance was destroyed. */ | "0902"
  /** NoURL: the option Domain is missing. */ | "0903"
  /** SocketClosed: the connection is down, or went down before the answer. */ | "0904"
  /** ConnectFailed: connecting failed. */ | "0905"
  /** GetWebPhoneFailed: getting the web phone's account failed. */ | "0906"
  /**   * ThreeWayFailed: a three-way call, its end, or the end of a consultation   * failed.   */ | "0907"
  /** HoldFailed: holding failed. */ | "0908"
  /** RecoveryFailed: taking the call off hold failed. */ | "0909"
  /**   * TransferFailed: the transfer to an agent, an external line or a queue   * failed.   */ | "0910"
  /** ConsultationFailed: the consultation failed. */ | "0911"
  /**   * ConsultationToThreeWayFailed: turning the consultation into a three-way   * call failed.   */ | "0912"
  /** ConsultationToTransferFailed: the transfer after a consultation failed. */ | "0913"
  /** TransferAfterThreeWayFailed: the transfer after a three-way call failed. */ | "0914"
  /** SubstituteFailed: intercepting the call failed. */ | "0915"
  /** EavesdropFailed: monitoring failed. */ | "0916"
  /** WhisperFailed: whispering failed. */ | "0917"
  /** ForcePickupFailed: barging in failed. */ | "0918"
  /** GetIvrListFailed: getting the IVR flows failed. */ | "0919"
  /** GetIvrNodesFailed: getting the IVR nodes failed. */ | "0920"
  /** TransferIvrFailed: the transfer to an IVR flow failed. */ | "0921"
  /** GetOtherAgentsFailed: getting the other agents failed. */ | "0922"
  /** Failed: any other failure. */ | "9000";

/**
 * PhoneTrial is the What of the order check. Each leaves the phone as it was, and
 * no device open.
 */
export type PhoneTrial =
  /** Secure, Supported */ | "page"
  /** InUse: leave it closed. Permission, Silent, Inputs, Outputs; -1 where outputs are not listed */ | "microphone"
  /** Own: there is an address; Servers: how many; Lost: the URLs of those that gave none */ | "ice"
  /** Url, Uri, User, Password: register and unregister. Status, 200 or what the SIP server said, 0 where it said nothing */ | "registration";

/**
 * AgentState is what an agent is doing. Idle, Busy, OnBreak and Offline can be
 * set (documented); the others are the server's (observed).
 */
export type AgentState =
 | "idle"
 | "busy"
 | "onBreak"
 | "offline"
 | "ringing"
 | "talking"
 | "wrapup";

/** PhoneState is the state of the agent's extension (observed). */
export type PhoneState =
 | "idle"
 | "busy"
 | "offline";

/** PhoneMode is the kind of telephone an agent uses (documented). */
export type PhoneMode =
  /** a desk phone */ | "voip"
  /** a mobile phone */ | "cellphone"
  /** the page itself */ | "webrtc";

/** AudioKind is what an audio device of the web phone is for. */
export type AudioKind =
 | "microphone"
  /** what the far end is heard on */ | "speaker"
  /** what rings */ | "ringer";

/** CheckOutcome is what a check of the web phone came to. */
export type CheckOutcome =
 | "pass"
  /** calls can be made, or nobody knows */ | "warn"
 | "fail";

/** PhoneCheckName names a check of the web phone. */
export type PhoneCheckName =
  /** whether the page may use a microphone at all */ | "secureContext"
  /** whether it can make calls */ | "browser"
  /** for the microphone */ | "permission"
 | "microphone"
  /** whether there is something to hear with */ | "devices"
  /** at the SIP server */ | "registration"
  /** whether there are addresses for the sound */ | "ice"
  /** the call to EchoNumber */ | "echo";

/** OwnerType says whose relay numbers are meant (documented). */
export type OwnerType =
  /** the tenant */ | "app"
  /** the agent */ | "agent";

/**
 * WorkFlow is how a call came about. In, OutDirect, OutCallback and OutAuto
 * are documented, InnerCall is observed.
 */
export type WorkFlow =
 | "in"
  /** the agent's phone dials */ | "out_direct"
  /** the platform calls both sides */ | "out_callback"
 | "out_auto"
 | "inner_call"
  /** The two of a supervisor appear as the flat CallDirection only. */ | "in_eavesdrop"
 | "out_eavesdrop";

/** CallDirection is a call's direction as its Payload tells it (observed). */
export type CallDirection =
 | "Inbound"
 | "Outbound";

/**
 * CallType is a call's role for the agent, never its direction. OtherIn is
 * documented, the others are observed.
 */
export type CallType =
  /** an ordinary call with a customer */ | "OtherIn"
 | "AgentInside"
 | "Consult"
 | "Conference"
 | "SupervisorMonitor"
 | "SupervisorWhisper"
 | "SupervisorBargeIn"
 | "SupervisorIntercept";

/** ConnectState is the connection as a page sees it (observed). */
export type ConnectState =
 | "connecting"
 | "connected"
 | "disconnect";

/** PhoneTroubleKind is what goes wrong with the web phone. */
export type PhoneTroubleKind =
  /** a call is up, and its sound has found no way */ | "NoMedia"
  /** the way of a call's sound broke */ | "MediaLost"
  /** it found no other, so the call is ended */ | "MediaGone"
  /** a device disappeared or failed, the default took its place */ | "DeviceReplaced"
  /** a device disappeared or failed, and no other works */ | "DeviceFailed"
  /** a call that is to be answered by itself could not be; it rings on */ | "NotAnswered"
  /** the browser plays no sound before the person does something */ | "SoundBlocked";

/** TabRole is what a tab is to those it shares its connection with. */
export type TabRole =
  /** it has the connection */ | "leader"
  /** it uses the leader's */ | "follower";

/** PhoneLegState is where a SIP call of the web phone is. */
export type PhoneLegState =
  /** INVITE sent */ | "dialling"
  /** it rings at the far end */ | "alerting"
  /** INVITE received */ | "ringing"
  /** and being answered */ | "answering"
  /** the SIP call is up */ | "talking"
  /** it is being hung up */ | "ending"
  /** it is over */ | "ended";

/** PhoneModeOption is a telephone the agent may use. */
export interface PhoneModeOption {
  /** the mode */
  Id: PhoneMode;
  /** its name in the instance's language */
  Name: string;
}

/** TerminalInfo is the SIP account of a telephone. */
export interface TerminalInfo {
  /** the SIP server's address */
  SipServer: string;
  /** the account */
  Number: string;
  /** its password; keep it out of logs */
  Password: string;
}

/** InWrapUpTime is the wrap-up time after incoming calls. */
export interface InWrapUpTime {
  /** seconds (inferred) */
  WrapUpTime: number;
}

/** WrapUpTimes are the wrap-up times after incoming and outgoing calls. */
export interface WrapUpTimes {
  /** after incoming calls, in seconds (inferred) */
  WrapUpTime: number;
  /** after outgoing calls, in seconds (inferred) */
  OutWrapUpTime: number;
}

/** IvrNode is a node of an IVR flow. */
export interface IvrNode {
  /** for TransferIvrAsync's NodeId */
  id: string | number;
  /** as the tenant named it */
  name: string;
}

/** Queue is a queue of waiting callers. */
export interface Queue {
  /** as the tenant named it */
  Name: string;
  /** for TransferQueueAsync */
  QueueId: string;
  /** how the queue picks an agent; its values are not documented */
  Strategy: number;
  /** how long a caller waits; its unit is not documented */
  Timeout: number;
}

/** Agent is another agent of the tenant. Members that are null stay null. */
export interface Agent {
  /** for TransferAsync and the like */
  AgentId: string;
  /** the tenant */
  AppId: string;
  Email: string;
  /** whether the agent may work */
  Enable: boolean;
  /** the phone's state as a number; its values are not documented */
  ExtState: number;
  ExtenInfos: unknown;
  Extensions: unknown;
  Mobile: string;
  Name: string;
  Queues: unknown;
  QueuesNames: unknown;
  /** "agent" or "supervisor" */
  Role: string;
  /** 1 busy, 2 idle, 3 ringing, 4 talking, 5 offline, 7 wrapup, 8 onBreak (observed) */
  State: number;
  WorkId: string;
  WrapUpTime: number;
}

/** NumberList is a list of relay numbers or number pools. */
export interface NumberList {
  /** the items; their members are not documented */
  list: unknown[];
  /** the id of the selected one, null for none */
  defaultId: string | number | null;
}

/** AgentStateChange is the Data of AgentStateChanged. */
export interface AgentStateChange {
  /** the state before */
  OldState: AgentState;
  /** the state now */
  CurState: AgentState;
  /** the break reason's number, "" or "0" for none */
  CurStateSubId: string;
  /** since when, YYYY-MM-DD hh:mm:ss (inferred) */
  StartTime?: string;
  /** true where it happened while the connection was down, and is told after */
  Recovered?: boolean;
}

/** PhoneModeChange is the Data of PhoneModeChanged. */
export interface PhoneModeChange {
  /** the mode now */
  CurContact: PhoneMode;
  /** the phone's state */
  CurExtState: PhoneState;
  /** the phone's number */
  CurNumber: string;
  /** true where it happened while the connection was down, and is told after */
  Recovered?: boolean;
}

/** PhoneStateChange is the Data of PhoneStateChanged. */
export interface PhoneStateChange {
  /** the call that caused it, "" for none */
  CallID: string;
  /** the phone's state now */
  CurState: PhoneState;
  /** true where it happened while the connection was down, and is told after */
  Recovered?: boolean;
}

/** Party is one side of a call. */
export interface Party {
  /** the number */
  TelNumber: string;
  /** where the number belongs, if known */
  City?: string;
}

/**
 * CallAuthority says which operations the server would accept on the call now;
 * each is the visibility of a button.
 */
export interface CallAuthority {
  /** retrieve */
  OnBarButtonSwitch: boolean;
  /** transfer after three-way */
  AllowTransferAfterThreeWay: boolean;
  /** hold */
  AllowHold: boolean;
  /** consultation */
  AllowConsultation: boolean;
  /** three-way after consultation */
  AllowThreeWayAfterConsultation: boolean;
  /** transfer after consultation */
  AllowTransferAfterConsultation: boolean;
  /** hang up */
  AllowHangup: boolean;
  /** answer */
  AllowAnswer: boolean;
  /** transfer */
  AllowTransfer: boolean;
  /** retrieve from consultation */
  AllowEndConsultation: boolean;
  /** retrieve from three-way */
  AllowCancel: boolean;
  /** recovery */
  AllowUnHold: boolean;
  /** three-way */
  AllowThreeWay: boolean;
  /** not documented further */
  AdvancedCallStatus: boolean;
}

/**
 * CallEvent is the Data of a call's events. Whatever else the server sends is
 * there too.
 */
export interface CallEvent {
  /** the event's name */
  AdvancedCallStatus: string;
  /** the agent's side */
  AgentInfo?: Party;
  /** what may be done now; the server may also send "" */
  CallAuthority: CallAuthority | "";
  CallDirection: CallDirection;
  /** the event's name as the server says it */
  CallEvent: string;
  /** the call's id, for every method that acts on it */
  CallID: string;
  CallType: CallType;
  /** the called side */
  CalledInfo: Party;
  /** the calling side */
  CallerInfo: Party;
  /** the agent's channel */
  ChannelUUID: string;
  /** the customer's side */
  CustomerInfo?: Customer;
  /** the number the customer sees */
  DisplayInfo: Party;
  /** undefined unless the server sends it */
  DisplayNum: string | undefined;
  /** the queue it came through */
  FromQueue: string;
  WorkFlow: WorkFlow;
  /** true where it happened while the connection was down, and is told after */
  Recovered?: boolean;
}

/** CallFailure is the Data of CallFailed. */
export interface CallFailure extends CallEvent {
  /** the server's reason */
  Desc: string;
}

/**
 * State is what the server says of agent, phone and call: the Data of GetState
 * and the element of Ready.
 */
export interface State {
  /** the call's last event; undefined without a call */
  AdvancedCallStatus: string | undefined;
  /** the agent's side; undefined without a call */
  AgentInfo: Party | undefined;
  /** the agent's number, in a call */
  AgentNumber?: string;
  /** in a call: what may be done now */
  CallAuthority?: CallAuthority | "";
  /** in a call Inbound or Outbound, "" without */
  CallDirection: string;
  /** the call's id, "" without a call */
  CallID: string;
  /** undefined without a call */
  CallType: CallType | undefined;
  /** the phone's number */
  CurContact: string;
  CurExtState: PhoneState;
  CurMode: PhoneMode;
  CurState: AgentState;
  /** the break reason's number, "" for none */
  CurSubStateId: string;
  /** the customer's side; undefined without a call */
  CustomerInfo: Customer | undefined;
  /** the number dialled */
  DestNumber: string;
  DestNumberLoc: string;
  /** the payload of the call's last event, null without a call */
  Payload: unknown;
  SpNumber: string;
  /** since when, YYYY-MM-DD hh:mm:ss (inferred) */
  StartTime: string;
  UserData: string;
  WorkFlow?: WorkFlow;
}

/** Disconnection is the Data of Disconnected and NeedManualConnect. */
export interface Disconnection {
  /** why: one of the words of the README's table */
  Reason: string;
  /** whether the SDK goes on trying by itself */
  Retrying: boolean;
}

/** AudioDevice is a device that the web phone can use. */
export interface AudioDevice {
  Kind: AudioKind;
  /** for SetAudioDeviceAsync */
  DeviceId: string;
  /** its name, as the browser shows it */
  Label: string;
  /** whether it is in use, or would be in a call */
  Selected: boolean;
}

/** PhoneReport is what CheckPhoneAsync found. */
export interface PhoneReport {
  /** the worst of its checks */
  Outcome: CheckOutcome;
  Checks: PhoneCheck[];
}

/** PhoneCheck is one of the checks of a PhoneReport. */
export interface PhoneCheck {
  Name: PhoneCheckName;
  Outcome: CheckOutcome;
  /** why, in the instance's language; "" where there is nothing to say */
  Reason: string;
  /** what to do about it */
  Advice: string;
}

/**
 * PhoneLegChange is the Data of PhoneLeg: a SIP call of the web phone, the leg
 * of a call that ends in this page.
 */
export interface PhoneLegChange {
  /** its name, as long as it lasts */
  Leg: string;
  /** Inbound where the platform made it */
  Direction: CallDirection;
  State: PhoneLegState;
  /** whether the gateway knows of it, or the agent made it; nobody else's is answered by itself */
  Confirmed: boolean;
  /** whether it has the microphone */
  Microphone: boolean;
}

/** PhoneTroubleData is the Data of PhoneTrouble. */
export interface PhoneTroubleData {
  Trouble: PhoneTroubleKind;
  /** the call's id; "" without a call */
  CallID: string;
  /** which device it is about, in a trouble with one */
  Device?: AudioKind;
  /** whether the trouble told before is over: the sound is back */
  Over: boolean;
}

/** TabRoleChange is the Data of TabRoleChanged. */
export interface TabRoleChange {
  Role: TabRole;
}

/** SoundQuality is how a call of the web phone sounds: the Data of CallQuality. */
export interface SoundQuality {
  /** the call's id */
  CallID: string;
  /** to the media server and back, in milliseconds */
  RoundTripTime: number;
  /** of what arrives, in milliseconds */
  Jitter: number;
  /** percent of the packets of the last second that did not arrive */
  PacketLoss: number;
  /** of the microphone, from 0 to 1 */
  InputLevel: number;
  /** of the far end, from 0 to 1 */
  OutputLevel: number;
  /** estimated mean opinion score, from 1 to 4.5 (ITU-T G.107); 1 where nothing is received */
  Mos: number;
  /** what was poor in three of the last five seconds: RoundTripTime, Jitter or PacketLoss, with commas between; NoMedia where nothing was received; "" for nothing */
  Warning: string;
}
