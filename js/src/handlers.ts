import { inItsZone } from "./zone";

/** An event's handler. */
export type Handler = (resp: unknown) => void;

interface Entry {
  name: string;
  namespace: string;
  handler: Handler;
  /** Calls it in the zone where it was attached. */
  call: Handler;
  /** False once it is removed. */
  on: boolean;
}

/** The handlers of an instance. A name may have a namespace after its first dot. */
export class Handlers {
  /** Replaced on each change: an event calls the handlers that were attached when it occurred. */
  private entries: Entry[] = [];

  add(name: string, handler: Handler): void {
    const entries = copy(this.entries);
    const at = split(name);
    entries.push({ name: at.name, namespace: at.namespace, handler, call: inItsZone(handler), on: true });
    this.entries = entries;
  }

  /** Removes the entries that match all that is given: the name, the namespace, the handler. */
  remove(name: string, handler?: Handler): void {
    const gone = split(name);
    for (const entry of this.entries) {
      entry.on =
        (gone.name !== "" && gone.name !== entry.name) ||
        (gone.namespace !== "" && gone.namespace !== entry.namespace) ||
        (handler !== undefined && handler !== entry.handler);
    }
    this.entries = copy(this.entries);
  }

  /** Calls the handlers of a name. One that throws is reported and does not prevent the others from being called. */
  call(name: string, make: () => unknown): void {
    let resp: unknown;
    let made = false;
    for (const entry of this.entries) {
      // Skip a handler that an earlier one has removed.
      if (entry.name !== name || !entry.on) {
        continue;
      }
      if (!made) {
        resp = make();
        made = true;
      }
      try {
        entry.call(resp);
      } catch (error) {
        setTimeout(() => {
          throw error;
        });
      }
    }
  }
}

/** The entries that are on. It uses no method of arrays, as pages replace those. */
function copy(entries: Entry[]): Entry[] {
  const copied: Entry[] = [];
  for (const entry of entries) {
    if (entry.on) {
      copied.push(entry);
    }
  }
  return copied;
}

function split(name: string): { name: string; namespace: string } {
  const dot = name.indexOf(".");
  return dot < 0 ? { name, namespace: "" } : { name: name.slice(0, dot), namespace: name.slice(dot + 1) };
}
