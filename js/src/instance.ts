import type { Handler } from "./handlers";
import type { Envelope, Link } from "./link";
import { methods } from "./methods.gen";
import type { Methods } from "./methods.gen";
import { unknownState } from "./state";
import type { State } from "./state";

// A symbol, so that nothing that a page sets on an instance or on its own class conflicts with it.
export const link = Symbol("link");

/** What an instance needs for everything it does: its link to the core, or a test's replacement. */
export type Core = Pick<Link, "handlers" | "state" | "destroyed" | "send" | "invoke" | "exportLog" | "destroy">;

/** Gives an instance its link to the core. */
export function attach(instance: Instance, own: Core): void {
  // Behind a function, which reactive libraries do not wrap; configurable, so that a Proxy around the instance may return
  // any value; and not enumerable, so that a page may log or clone an instance.
  Object.defineProperty(instance, link, { value: () => own, configurable: true });
}

export interface Instance extends Methods, Readonly<State> {}

/** The documented class; its methods are generated from the table, its getters from the state's members. */
export class Instance {
  declare readonly [link]: () => Core;

  /** Does nothing: the constructor has started everything. */
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

  /** The flight recording as text. It contains no secrets, and no numbers unless RecordNumbers is set. */
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

  get isDestroyed(): boolean {
    return this[link]().destroyed;
  }
}

function define(name: string, what: PropertyDescriptor): void {
  what.configurable = true;
  Object.defineProperty(Instance.prototype, name, what);
}

for (let takes = 0; takes < methods.length; takes++) {
  for (const name of methods[takes]!.split(" ")) {
    const value = function (this: Instance, ...args: unknown[]): Promise<Envelope> {
      args.length = takes;
      return this[link]().invoke(name, args);
    };
    define(name, { value, writable: true });
  }
}
for (const name of Object.keys(unknownState(""))) {
  define(name, {
    get(this: Instance) {
      return this[link]().state[name as keyof State];
    },
  });
}
