import { loadGo } from "wasm_exec";
import { Kind } from "./events.gen";
import { Awake } from "./awake";
import { chosenModule } from "./engine";
import { failed } from "./failure";
import type { Reason } from "./failure";
import { Loading } from "./loading";
import type { Policy } from "./loading";
import { loadModule } from "./module";

/** What an instance is to the runtime. */
export interface Page {
  receive(kind: string, id: string, name: string, json: string): void;
  end(reason: Reason, detail: string): void;
  log(type: string, message: string): void;
}

type Envelope = [instance: string, kind: string, id: string, name: string, json: string];

/** A page's Go program, which serves all instances that name the same module. */
export interface Runtime {
  /** Makes a client for the page and returns its name; loads the module if it is not here. */
  add(page: Page, options: string): string;
  /** Forgets an instance; what the core still says to it is dropped. */
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
  LanguageCode: string;
  Reconnect?: Policy;
}

/** How long a call waits for the module before it is rejected; the loading goes on. */
const PATIENCE = 25_000;

// What the page may replace later.
const world = (typeof window === "object" ? window : self) as Window & typeof globalThis;
const { setTimeout, clearTimeout } = world;

const running: { [url: string]: Runtime } = {};
let programs = 0;

/** The runtime of the module at that URL, "" for the one beside the script; started when it is first asked for. */
export function runtimeAt(url: string): Runtime {
  return running[url] || (running[url] = start(url));
}

function start(url: string): Runtime {
  const pages = new Map<string, Page>();
  const languages: { [instance: string]: string } = {};
  let last = 0;
  // What is said before the core listens waits here, in order.
  let waiting: Envelope[] = [];
  let patience: number | undefined;
  let over = false;

  const awake = new Awake(() => {
    loading.wake();
    if (toPage.port.toCore) {
      pages.forEach((_, name) => runtime.post(name, Kind.Wake, "", "", ""));
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

  const log = (type: string, message: string): void => pages.forEach((page) => page.log(type, message));

  const end = (reason: Reason, detail: string): void => {
    if (over) {
      return;
    }
    over = true;
    delete running[url];
    waiting = [];
    clearTimeout(patience);
    pages.forEach((page) => page.end(reason, detail));
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
    clearTimeout(patience);
    patience = undefined;
    flush();
  };

  /** Rejects the calls that wait, in place of the core. What they began goes on: a connection is made once there is a core. */
  const reject = (reason: Reason, detail: string): void => {
    clearTimeout(patience);
    patience = undefined;
    const calls = waiting.filter(([, , id]) => id);
    const asked: { [instance: string]: boolean } = {};
    waiting = waiting.reduce<Envelope[]>((kept, [instance, kind, id, name, json]) => {
      const connects = name === "ConnectAsync";
      if (connects ? !asked[instance] : !id) {
        kept.push([instance, kind, "", name, json]);
      }
      asked[instance] = connects || (name !== "Disconnect" && Boolean(asked[instance]));
      return kept;
    }, []);
    for (const [instance, , id, name] of calls) {
      toPage(instance, Kind.Settle, id, "", JSON.stringify(failed(reason, name || "ExportLog", languages[instance] || "", detail)));
    }
  };

  const loading = new Loading<() => Promise<void>>(
    async (watch) => {
      const module = chosenModule(url);
      const go = new (loadGo())();
      const instance = await loadModule(module, go.importObject, (message) => log("warn", message), watch);
      return async () => {
        const name = `udesk-ccpaas-${++programs}-${BUILD_ID}`;
        const global = world as unknown as Record<string, unknown>;
        global[name] = toPage;
        go.argv = ["udesk-ccpaas", name, BUILD_ID];
        const ended = go.run(instance);
        delete global[name];
        await ended;
      };
    },
    (run) => {
      run().then(
        () => end("ended", ""),
        (error) => end("ended", error instanceof Error ? error.name : ""),
      );
    },
    ({ reason, detail }, state) => {
      if (state === "hopeless") {
        return end(reason, detail);
      }
      pages.forEach((page, name) => page.log("error", failed(reason, "", languages[name] || "", detail).Message));
      reject(reason, detail);
      if (state === "idle") {
        // As the core tells of a connection that is not tried again.
        const told = JSON.stringify({ Code: "0000", Data: { Reason: "ended", Retrying: false }, Message: "", Visible: false });
        pages.forEach((page) => page.receive(Kind.Emit, "", "Disconnected,NeedManualConnect", told));
      }
    },
  );

  const runtime: Runtime = {
    add(page, options) {
      const name = String(++last);
      if (!pages.size) {
        awake.listen();
      }
      pages.set(name, page);
      const { LanguageCode, Reconnect } = JSON.parse(options) as Given;
      languages[name] = LanguageCode;
      loading.policy = Reconnect || {};
      // Not at once, so that no event comes before the constructor's caller could attach its handlers.
      waiting.push([name, Kind.Create, "", "", options]);
      Promise.resolve().then(() => {
        if (pages.has(name)) {
          loading.now();
        }
        flush();
      });
      return name;
    },
    remove(instance) {
      pages.delete(instance);
      delete languages[instance];
      if (!toPage.port.toCore) {
        waiting = waiting.filter(([name]) => name !== instance);
      }
      if (!pages.size) {
        awake.ignore();
        loading.stop();
        clearTimeout(patience);
        patience = undefined;
      }
    },
    post(...envelope) {
      const { toCore } = toPage.port;
      if (over) {
        return;
      }
      if (toCore && !waiting.length) {
        return toCore(...envelope);
      }
      waiting.push(envelope);
      const [, , id, name] = envelope;
      if (!toCore && id && patience === undefined) {
        patience = setTimeout(() => reject("missing", "it takes longer than 25 s"), PATIENCE);
      }
      if (name === "ConnectAsync") {
        loading.now();
      }
    },
  };
  return runtime;
}
