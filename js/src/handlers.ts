import { inItsZone } from "./zone";

/** An event's handler. */
export type Handler = (resp: unknown) => void;

interface Entry {
  name: string;
  namespace: string;
  handler: Handler;
  /** Calls it where it was attached. */
  call: Handler;
}

/** The handlers of an instance. A name may carry a namespace behind its first dot. */
export class Handlers {
  private entries: Entry[] = [];

  add(name: string, handler: Handler): void {
    const entries = copy(this.entries);
    const at = split(name);
    entries.push({ name: at.name, namespace: at.namespace, handler, call: inItsZone(handler) });
    this.entries = entries;
  }

  /** Takes off what fits all that is given: the name, the namespace, the handler. */
  remove(name: string, handler?: Handler): void {
    const gone = split(name);
    this.entries = copy(
      this.entries,
      (e) =>
        (gone.name !== "" && gone.name !== e.name) ||
        (gone.namespace !== "" && gone.namespace !== e.namespace) ||
        (handler !== undefined && handler !== e.handler),
    );
  }

  /** Calls the handlers of a name; one that throws is reported and keeps none of the others from being called. */
  call(name: string, make: () => unknown): void {
    let resp: unknown;
    let made = false;
    for (const entry of this.entries) {
      // One that was taken off by a handler before it is not called any more.
      if (entry.name !== name || !copy(this.entries, (e) => e === entry).length) {
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

/** Those that are kept, by the language alone: pages replace the methods of arrays. */
function copy(entries: Entry[], kept: (entry: Entry) => boolean = () => true): Entry[] {
  const copied: Entry[] = [];
  for (const entry of entries) {
    if (kept(entry)) {
      copied.push(entry);
    }
  }
  return copied;
}

function split(name: string): { name: string; namespace: string } {
  const dot = name.indexOf(".");
  return dot < 0 ? { name, namespace: "" } : { name: name.slice(0, dot), namespace: name.slice(dot + 1) };
}
