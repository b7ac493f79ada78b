import { loadGo } from "wasm_exec";
import { Kind } from "./events.gen";
import { Awake, isPrerendered, whenShown } from "./awake";
import { chosenModule } from "./engine";
import type { Reason } from "./failure";
import { findModule } from "./inlined";
import { LoadError } from "./module";
import { makeWorld } from "./world";
import { outsideZones } from "./zone";

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

/** The runtime of the module at that URL, "" for the one beside the script; started when it is first asked for. */
export function runtimeAt(url: string): Runtime {
  return running[url] || (running[url] = start(url));
}

function start(url: string): Runtime {
  let pages: { [name: string]: Page } = {};
  let last = 0;
  // What is said before the core listens waits here, in order.
  let waiting: Envelope[] = [];
  let over = false;

  const awake = new Awake(() => {
    each(pages, (_, name) => runtime.post(name, Kind.Wake, "", "", ""));
  });

  const toPage = ((instance, kind, id, name, json) => {
    if (kind === Kind.Hello) {
      return hello(name);
    }
    const page = pages[instance];
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
    const all = pages;
    pages = {};
    each(all, (page) => page.end(reason, detail));
    awake.ignore();
  };

  const flush = (): void => {
    const { toCore } = toPage.port;
    if (isPrerendered()) {
      // An agent is not to be connected by a page that nobody sees.
      return whenShown(flush);
    }
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
    const world = makeWorld();
    const go = new (loadGo(world))();
    const instance = await findModule(module, go.importObject, (message) => {
      each(pages, (page) => page.log("warn", message));
    });
    world.toPage = toPage;
    go.argv = ["udesk-ccpaas", BUILD_ID];
    await go.run(instance);
    throw new LoadError("ended", "");
  };
  outsideZones(() => {
    run().catch((error) =>
      error instanceof LoadError ? end(error.reason, error.detail) : end("ended", error instanceof Error ? error.name : ""),
    );
  });

  const runtime: Runtime = {
    add(page, options) {
      const name = String(++last);
      if (!Object.keys(pages).length) {
        awake.listen();
      }
      pages[name] = page;
      // Not at once, so that no event comes before the constructor's caller could attach its handlers.
      waiting.push([name, Kind.Create, "", "", options]);
      outsideZones(() => Promise.resolve().then(flush));
      return name;
    },
    remove(instance) {
      delete pages[instance];
      if (!Object.keys(pages).length) {
        awake.ignore();
      }
    },
    post(...envelope) {
      const { toCore } = toPage.port;
      if (over) {
        return;
      }
      if (toCore && !waiting.length) {
        outsideZones(() => toCore(...envelope));
      } else {
        waiting.push(envelope);
      }
    },
  };
  return runtime;
}

function each(pages: { [name: string]: Page }, visit: (page: Page, name: string) => void): void {
  const names = Object.keys(pages);
  for (let i = 0; i < names.length; i++) {
    visit(pages[names[i]!]!, names[i]!);
  }
}
