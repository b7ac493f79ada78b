import { UdeskCCPaasApiClass as Real } from "./index.js";
import type { AppDataProvider, ConnectState, Events, Failure, Options, Success } from "./index.js";

export { AppDataProvider, version } from "./index.js";

/** A method of the class that returns a promise. */
export type Method = {
  [M in keyof Real]: Real[M] extends (...args: never) => Promise<Success<unknown>> ? (M extends "GetAgentTerminalInfo" ? never : M) : never;
}[keyof Real];

/** The Data to which a method's promise resolves. */
export type DataOf<M extends Method> = Real[M] extends (...args: never) => Promise<Success<infer Data>> ? Data : never;

/** The arguments of a method. */
export type ArgsOf<M extends Method> = Parameters<Real[M]>;

/** The result of a call: its Data, or a function that returns the Data or a promise of it, or throws a Failure. */
export type Answer<M extends Method> = DataOf<M> | ((...args: ArgsOf<M>) => DataOf<M> | Promise<DataOf<M>>);

/** Part of an event's Data; the sample supplies the rest. */
export type Part<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Part<T[K]> | undefined } : T;

/** The Data of an event as a test passes it: an object, even if handlers receive an array of one element. */
export type EventPart<N extends keyof Events> = Events[N] extends readonly [infer Data] & unknown ? Part<Data> : Part<Events[N]>;

/** A call that was made. */
export interface Call {
  Method: Method | "Init" | "Disconnect" | "Destroy";
  Args: unknown[];
}

/** What a call rejects with, as far as the test cares. */
export interface Refusal {
  /** The default is the method's own failure code. */
  Code?: string;
  Message?: string;
  /** The server's reply; the default is null. */
  Data?: Failure["Data"];
}

/** What the getters read. */
export type Getters = Pick<
  Real,
  "agentState" | "agentSubState" | "phoneMode" | "phoneState" | "callStatus" | "currentAgentStartTime" | "microphoneOn"
> & { connectState: ConnectState };

/**
 * The class for unit tests: no browser, no WebAssembly, no network. Calls resolve to samples, or to the test's answers;
 * events occur only when the test emits them. A test that replaces the module gives the page's code this class, and finds
 * the instances that the code made in `instances`.
 */
export declare class UdeskCCPaasApiClass extends Real {
  /** Checks nothing and does not connect; LanguageCode is the language of messages. */
  constructor(options?: Partial<Options>);

  static readonly AppDataProvider: typeof AppDataProvider;
  static readonly version: string;
  /** All instances, in the order of their construction; a test may empty the array. */
  static readonly instances: UdeskCCPaasApiClass[];

  /** The calls that were made, in order. */
  readonly calls: Call[];
  /** The arguments of a method's calls, in order. */
  argsOf<M extends Method>(method: M): ArgsOf<M>[];

  /**
   * Raises an event. Its Data is the reference's sample, with these members in place of its own; the getters follow it.
   * AdvancedCallStatusChanged precedes an event of a call, and "event" follows it, as in the real class. Message is that
   * of CallFailed and PhoneTrouble.
   */
  emit<N extends keyof Events>(name: N, data?: EventPart<N>, message?: string): this;
  /** Makes a method's later calls resolve to this Data. */
  answer<M extends Method>(method: M, answer: Answer<M>): this;
  /** Makes a method's later calls reject. */
  reject(method: Method, refusal?: Refusal): this;
  /** The failure with which reject rejects, for a function passed to answer. */
  failure(method: Method, refusal?: Refusal): Failure;
  /** Sets what the getters return. */
  set(getters: Partial<Getters>): this;
}

export default UdeskCCPaasApiClass;
