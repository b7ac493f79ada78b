import type { Handlers } from "./handlers";
import { isCallEvent, shaped } from "./shapes";
import type { Raised } from "./shapes";

/** Calls the handlers of an event under each of its names. A handler may replace the instance's handlers. */
export function raise(instance: { handlers: Handlers }, names: string[], raised: Raised): void {
  for (const name of names) {
    let resp: Raised | undefined;
    const make = (): Raised => resp || (resp = shaped(name, raised));
    instance.handlers.call(name, make);
    if (isCallEvent(name)) {
      instance.handlers.call("event", () => Object.assign({}, make(), { Event: name }));
    }
  }
}
