/** An event's handler. */
export type Handler = (resp: unknown) => void;

interface Entry {
  name: string;
  namespace: string;
  handler: Handler;
}

/** The handlers of an instance. A name may carry a namespace behind its first dot. */
export class Handlers {
  private entries: Entry[] = [];

  add(name: string, handler: Handler): void {
    this.entries = this.entries.concat({ ...split(name), handler });
  }

  /** Takes off what fits all that is given: the name, the namespace, the handler. */
  remove(name: string, handler?: Handler): void {
    const gone = split(name);
    this.entries = this.entries.filter(
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
      if (entry.name !== name || this.entries.indexOf(entry) < 0) {
        continue;
      }
      if (!made) {
        resp = make();
        made = true;
      }
      try {
        entry.handler(resp);
      } catch (error) {
        setTimeout(() => {
          throw error;
        });
      }
    }
  }
}

function split(name: string): { name: string; namespace: string } {
  const dot = name.indexOf(".");
  return dot < 0 ? { name, namespace: "" } : { name: name.slice(0, dot), namespace: name.slice(dot + 1) };
}
