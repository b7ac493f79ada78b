import { loadGo } from "wasm_exec";
import { Kind } from "./events.gen";
import { Awake } from "./awake";
import { chosenModule } from "./engine";
import type { Reason } from "./failure";
import { LoadError, loadModule } from "./module";

/** What an instance is to the runtime. */
export interface Page {
  receive(kind: string, id: string, name: string, json: string): void;
  end(reason: Reason, detail: string): void;
  log(type: string, message: string): void;
}

type Envelope = [instance: string, kind: string, id: string, name: string, json: string];

/** A page's Go program, which serves all instances that name the same module. */
export interface Runtime {
  /** Makes a client for the page and returns its name. */
  add(page: Page, options: string): string;
  /** Lets go of an instance; what the core still says to it is dropped. */
  remove(instance: string): void;
  post(...envelope: Envelope): void;
}

/** The function under which the core finds the way to the page, with the way back on it once it listens. */
interface ToPage {
  (...envelope: Envelope): void;
  port: { toCore?: (...envelope: Envelope) => void };
}

const running: { [url: string]: Runtime } = {};
let programs = 0;

/** The runtime of the module at that URL, "" for the one beside the script; started when it is first asked for. */
export function runtimeAt(url: string): Runtime {
  return running[url] || (running[url] = start(url));
}

function start(url: string): Runtime {
  const pages = new Map<string, Page>();
  let last = 0;
  // What is said before the core listens waits here, in order.
  let waiting: Envelope[] = [];
  let over = false;

  const awake = new Awake(() => {
    for (const name of Array.from(pages.keys())) {
      runtime.post(name, Kind.Wake, "", "", "");
    }
  });

  const toPage = ((instance, kind, id, name, json) => {
    if (kind === Kind.Hello) {
      return hello(name);
    }
    const page = pages.get(instance);
    if (page) {
      page.receive(kind, id, name, json);
    }
  }) as ToPage;
  toPage.port = {};

  const end = (reason: Reason, detail: string): void => {
    if (over) {
      return;
    }
    over = true;
    delete running[url];
    waiting = [];
    for (const page of Array.from(pages.values())) {
      page.end(reason, detail);
    }
    pages.clear();
    awake.ignore();
  };

  const flush = (): void => {
    const { toCore } = toPage.port;
    // What is posted meanwhile goes behind, so that all keep their order.
    for (let envelope = waiting[0]; toCore && envelope; envelope = waiting[0]) {
      toCore(...envelope);
      waiting.shift();
    }
  };

  const hello = (build: string): void => {
    if (build !== BUILD_ID) {
      return end("mismatch", `${BUILD_ID}, ${build}`);
    }
    flush();
  };

  const run = async (): Promise<void> => {
    const module = chosenModule(url);
    const go = new (loadGo())();
    const instance = await loadModule(module, go.importObject, (message) => {
      for (const page of Array.from(pages.values())) {
        page.log("warn", message);
      }
    });
    const name = `udesk-ccpaas-${++programs}-${BUILD_ID}`;
    const world = self as unknown as Record<string, unknown>;
    world[name] = toPage;
    go.argv = ["udesk-ccpaas", name, BUILD_ID];
    const ended = go.run(instance);
    delete world[name];
    await ended;
    throw new LoadError("ended", "");
  };
  run().catch((error) =>
    error instanceof LoadError ? end(error.reason, error.detail) : end("ended", error instanceof Error ? error.name : ""),
  );

  const runtime: Runtime = {
    add(page, options) {
      const name = String(++last);
      if (!pages.size) {
        awake.listen();
      }
      pages.set(name, page);
      // Not at once, so that no event comes before the constructor's caller could attach its handlers.
      waiting.push([name, Kind.Create, "", "", options]);
      Promise.resolve().then(flush);
      return name;
    },
    remove(instance) {
      pages.delete(instance);
      if (!pages.size) {
        awake.ignore();
      }
    },
    post(...envelope) {
      const { toCore } = toPage.port;
      if (over) {
        return;
      }
      if (toCore && !waiting.length) {
        toCore(...envelope);
      } else {
        waiting.push(envelope);
      }
    },
  };
  return runtime;
}
