import type { Handler } from "./handlers";
import { Link } from "./link";
import { readOptions } from "./options";

// A symbol, so that nothing which a page sets on an instance or a class of its own meets it.
export const link = Symbol("link");

/** The members of the documented class that are not made from the table. */
export class Instance {
  // Not enumerable, so that a page may log or clone an instance.
  declare protected readonly [link]: Link;

  constructor(given: unknown) {
    Object.defineProperty(this, link, { value: new Link(readOptions(given)) });
  }

  /** The constructor has started what there is to start. */
  Init(): void {}

  Disconnect(): void {
    this[link].send("Disconnect");
  }

  Destroy(): void {
    this[link].destroy();
  }

  Destory(): void {
    this.Destroy();
  }

  /** The flight recording, as text; no secret is in it, and no number unless RecordNumbers is set. */
  ExportLog(): Promise<string> {
    return this[link].exportLog();
  }

  on(name: string, handler: Handler): this {
    if (typeof handler === "function") {
      this[link].handlers.add(String(name), handler);
    }
    return this;
  }

  off(name?: string, handler?: Handler): this {
    this[link].handlers.remove(name === undefined ? "" : String(name), handler);
    return this;
  }

  trigger(name: string, resp?: unknown): this {
    this[link].handlers.call(String(name), () => resp);
    return this;
  }

  get connectState(): string {
    return this[link].state.connectState;
  }
  get agentState(): string {
    return this[link].state.agentState;
  }
  get agentSubState(): string {
    return this[link].state.agentSubState;
  }
  get phoneMode(): string {
    return this[link].state.phoneMode;
  }
  get phoneState(): string {
    return this[link].state.phoneState;
  }
  get callStatus(): string {
    return this[link].state.callStatus;
  }
}
