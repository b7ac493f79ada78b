import type { Handler } from "./handlers";
import type { Envelope, Link, State } from "./link";

// A symbol, so that nothing which a page sets on an instance or a class of its own meets it.
export const link = Symbol("link");

/** Gives an instance its way to the core. */
export function attach(instance: Instance, own: Link): void {
  // Behind a function, which reactive libraries do not wrap, and configurable, so that a Proxy around the instance may
  // answer with what it likes. Not enumerable, so that a page may log or clone an instance.
  Object.defineProperty(instance, link, { value: () => own, configurable: true });
}

/** The members of the documented class that are not made from the table. */
export class Instance {
  declare readonly [link]: () => Link;

  /** The constructor has started what there is to start. */
  Init(): void {}

  Disconnect(): void {
    this[link]().send("Disconnect");
  }

  Destroy(): void {
    this[link]().destroy();
  }

  Destory(): void {
    this.Destroy();
  }

  /** The same as GetAgentTerminalInfoAsync. */
  GetAgentTerminalInfo(Options?: unknown): Promise<Envelope> {
    return this[link]().invoke("GetAgentTerminalInfoAsync", [Options]);
  }

  /** The flight recording, as text; no secret is in it, and no number unless RecordNumbers is set. */
  ExportLog(): Promise<string> {
    return this[link]().exportLog();
  }

  on(name: string, handler: Handler): this {
    if (typeof handler === "function") {
      this[link]().handlers.add(String(name), handler);
    }
    return this;
  }

  off(name?: string, handler?: Handler): this {
    this[link]().handlers.remove(name === undefined ? "" : String(name), handler);
    return this;
  }

  trigger(name: string, resp?: unknown): this {
    this[link]().handlers.call(String(name), () => resp);
    return this;
  }

  get connectState(): string {
    return this[link]().state.connectState;
  }
  get agentState(): string {
    return this[link]().state.agentState;
  }
  get agentSubState(): number | string {
    return this[link]().state.agentSubState;
  }
  get phoneMode(): string {
    return this[link]().state.phoneMode;
  }
  get phoneState(): string {
    return this[link]().state.phoneState;
  }
  get callStatus(): State["callStatus"] {
    return this[link]().state.callStatus;
  }
  get currentAgentStartTime(): string | null {
    return this[link]().state.currentAgentStartTime;
  }
  get isDestroyed(): boolean {
    return this[link]().destroyed;
  }
}
