import { loadGo } from "wasm_exec";
import { Kind } from "./events.gen";
import { Awake, isPrerendered, whenShown } from "./awake";
import { findModule } from "./chunks";
import { chosenModule } from "./engine";
import { failed } from "./failure";
import type { Reason } from "./failure";
import { toJSON } from "./json";
import { Loading } from "./loading";
import type { Policy } from "./loading";
import { loadModule } from "./module";
import { makeWorld } from "./world";
import { outsideZones } from "./zone";

/** What an instance is to the runtime. */
export interface Page {
  receive(kind: string, id: string, name: string, json: string): void;
  end(reason: Reason, detail: string): void;
  lost(): void;
  log(type: string, message: string): void;
}

type Envelope = [instance: string, kind: string, id: string, name: string, json: string];

/** A page's Go program, which serves all instances that name the same module. */
export interface Runtime {
  /** Makes a client for the page and returns its name. */
  add(page: Page, options: string): string;
  /** Removes an instance; what the core still says to it is dropped. */
  remove(instance: string): void;
  post(...envelope: Envelope): void;
}

/** The function under which the core finds the way to the page, with the way back on it once it listens. */
interface ToPage {
  (...envelope: Envelope): void;
  port: { toCore?: (...envelope: Envelope) => void };
}

/** What the runtime itself reads of an instance's options. */
interface Given {
  LanguageCode?: string;
  Reconnect?: Policy;
}

/** How long a call waits for the module before it is rejected, in milliseconds; the loading goes on. */
const PATIENCE = 25_000;

const running: { [url: string]: Runtime } = {};

/** The runtime of the module at that URL, "" for the one beside the script; started when it is first asked for. */
export function runtimeAt(url: string): Runtime {
  return running[url] || (running[url] = start(url));
}

function start(url: string): Runtime {
  let pages: { [name: string]: Page } = {};
  const languages: { [name: string]: string } = {};
  let last = 0;
  // What is said before the core listens waits here, in order.
  let waiting: Envelope[] = [];
  let patience: number | undefined;
  let over = false;

  const awake = new Awake(() => {
    loading.wake();
    if (toPage.port.toCore) {
      each(pages, (_, name) => runtime.post(name, Kind.Wake, "", "", ""));
    }
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
    ceaseWaiting();
    const all = pages;
    pages = {};
    each(all, (page) => page.end(reason, detail));
    awake.ignore();
  };

  /** Nobody waits for the module any more. */
  const ceaseWaiting = (): void => {
    clearTimeout(patience);
    patience = undefined;
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
    ceaseWaiting();
    flush();
  };

  /**
   * Rejects the calls that wait, in place of the core. What they began goes on: a connection is made once there is a
   * core, so one ConnectAsync of each instance stays, without its promise.
   */
  const reject = (reason: Reason, detail: string): void => {
    ceaseWaiting();
    const all = waiting;
    const asked: { [instance: string]: boolean } = {};
    waiting = [];
    for (const envelope of all) {
      const connects = envelope[3] === "ConnectAsync";
      if (connects ? !asked[envelope[0]] : !envelope[2]) {
        waiting.push([envelope[0], envelope[1], "", envelope[3], envelope[4]]);
      }
      asked[envelope[0]] = connects || (envelope[3] !== "Disconnect" && !!asked[envelope[0]]);
    }
    for (const [name, , id, method] of all) {
      if (id) {
        toPage(name, Kind.Settle, id, "", toJSON(failed(reason, method || "ExportLog", languages[name] || "", detail))!);
      }
    }
  };

  const loading = new Loading<() => Promise<void>>(
    (watch) => {
      const module = chosenModule(url);
      const world = makeWorld();
      const go = new (loadGo(world))();
      const warn = (message: string): void => each(pages, (page) => page.log("warn", message));
      return (HAS_CHUNKS ? findModule : loadModule)(module, go.importObject, warn, watch).then((instance) => () => {
        world.toPage = toPage;
        go.argv = ["udesk-ccpaas", BUILD_ID];
        return go.run(instance);
      });
    },
    (run) => {
      new Promise((resolve) => resolve(run())).then(
        () => end("ended", ""),
        (error) => end("ended", error instanceof Error ? error.name : ""),
      );
    },
    ({ reason, detail }, state) => {
      if (state === "hopeless") {
        return end(reason, detail);
      }
      each(pages, (page, name) => page.log("error", failed(reason, "", languages[name] || "", detail).Message));
      reject(reason, detail);
      if (state === "idle") {
        each(pages, (page) => page.lost());
      }
    },
  );
  const load = (): void => outsideZones(() => loading.now());

  const runtime: Runtime = {
    add(page, options) {
      const name = String(++last);
      if (!Object.keys(pages).length) {
        awake.listen();
      }
      pages[name] = page;
      const { LanguageCode, Reconnect } = JSON.parse(options) as Given;
      languages[name] = LanguageCode || "";
      loading.policy = Reconnect || {};
      // Not at once, so that no event comes before the constructor's caller could attach its handlers.
      waiting.push([name, Kind.Create, "", "", options]);
      outsideZones(() =>
        Promise.resolve().then(() => {
          if (pages[name]) {
            load();
          }
          flush();
        }),
      );
      return name;
    },
    remove(instance) {
      delete pages[instance];
      delete languages[instance];
      if (!toPage.port.toCore) {
        waiting = waiting.filter(([name]) => name !== instance);
      }
      if (!Object.keys(pages).length) {
        awake.ignore();
        loading.stop();
        ceaseWaiting();
      }
    },
    post(...envelope) {
      const { toCore } = toPage.port;
      if (over) {
        return;
      }
      if (toCore && !waiting.length) {
        outsideZones(() => toCore(...envelope));
        return;
      }
      waiting.push(envelope);
      if (!toCore && envelope[2] && patience === undefined) {
        outsideZones(() => {
          patience = setTimeout(() => reject("missing", "it takes longer than 25 s"), PATIENCE);
        });
      }
      if (envelope[3] === "ConnectAsync") {
        load();
      }
    },
  };
  return runtime;
}

function each(pages: { [name: string]: Page }, visit: (page: Page, name: string) => void): void {
  for (const name of Object.keys(pages)) {
    visit(pages[name]!, name);
  }
}
