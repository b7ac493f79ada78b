import { Kind } from "./events.gen";
import { Awake, isPrerendered, whenShown } from "./awake";
import { findModule, isNode, refuseNode } from "./chunks";
import { Crossing } from "./crossing";
import type { Message } from "./crossing";
import { chosenModule } from "./engine";
import { failed } from "./failure";
import type { Reason } from "./failure";
import { goProgram } from "./go";
import { toJSON } from "./json";
import { Loading } from "./loading";
import type { Policy } from "./loading";
import { loadModule } from "./module";
import { makeWorld } from "./world";
import { outsideZones } from "./zone";

/** An instance as the runtime uses it. */
export interface Page {
  receive(kind: Kind, id: number, name: string, json: string): void;
  end(reason: Reason, detail: string): void;
  lost(): void;
  waits(method: string): void;
  log(type: string, message: string): void;
}

/** A page's Go program, which serves all instances that name the same module. */
export interface Runtime {
  /** Loads the module before there is an instance. If that fails, the first instance tries again and reports the result. */
  begin(): void;
  /** Makes a client for the page and returns its number. */
  add(page: Page, options: string): number;
  /** Removes an instance; later messages from the core to it are dropped. */
  remove(instance: number): void;
  post(...message: Message): void;
}

/** The instance's options that the runtime itself reads. */
interface Given {
  LanguageCode?: string;
  Reconnect?: Policy;
}

/** How long a call waits for the module before it is rejected, in milliseconds; the loading continues. */
const PATIENCE = 25_000;

const running: { [url: string]: Runtime } = {};

/** The runtime of the module at that URL, "" for the one beside the script; started on first use. */
export function runtimeAt(url: string): Runtime {
  if (url && running[""]) {
    // The module beside the script was begun before the page could name another URL.
    running[""]!.remove(0);
  }
  return running[url] || (running[url] = start(url));
}

function start(url: string): Runtime {
  let pages: Pages = {};
  const languages: { [instance: number]: string } = {};
  let last = 0;
  // Messages posted before the core listens, in order.
  let waiting: Message[] = [];
  let patience: number | undefined;
  let listens = false;
  let over = false;
  // The warning for instances that are added later.
  let warned = "";

  const awake = new Awake(() => {
    loading.wake();
    if (listens) {
      each(pages, (_, instance) => runtime.post(Kind.Wake, instance, 0, "", ""));
    }
  });

  const receive = (kind: Kind, instance: number, id: number, name: string, json: string): void => {
    if (kind === Kind.Hello) {
      return hello(name);
    }
    const page = pages[instance];
    if (page) {
      page.receive(kind, id, name, json);
    }
  };
  const crossing = new Crossing(receive);

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
    if (isPrerendered()) {
      // A page that nobody sees must not connect an agent.
      return whenShown(flush);
    }
    // Messages posted meanwhile are appended, so that all keep their order.
    for (let message = waiting[0]; listens && message; message = waiting[0]) {
      crossing.post(...message);
      waiting.shift();
    }
  };

  const hello = (build: string): void => {
    if (build !== BUILD_ID) {
      return end("mismatch", `${BUILD_ID}, ${build}`);
    }
    listens = true;
    ceaseWaiting();
    flush();
  };

  /**
   * Rejects the waiting calls in place of the core. What they began continues: a connection is made once there is a core,
   * so one ConnectAsync of each instance stays, without its promise.
   */
  const reject = (reason: Reason, detail: string): void => {
    ceaseWaiting();
    const all = waiting;
    const asked: { [instance: number]: boolean } = {};
    waiting = [];
    for (const [kind, instance, id, method, json] of all) {
      const connects = method === "ConnectAsync";
      if (connects ? !asked[instance] : !id) {
        waiting.push([kind, instance, 0, method, json]);
      }
      asked[instance] = connects || (method !== "Disconnect" && !!asked[instance]);
    }
    for (const [, instance, id, method] of all) {
      if (id) {
        receive(Kind.Settle, instance, id, "rejected", toJSON(failed(reason, method || "ExportLog", languages[instance] || "", detail))!);
      }
    }
  };

  const loading = new Loading<() => Promise<void>>(
    (watch) => {
      if (HAS_CHUNKS) {
        refuseNode();
      }
      const module = chosenModule(url);
      const go = goProgram(makeWorld(crossing), crossing.imports);
      const warn = (message: string): void => {
        warned = message;
        each(pages, (page) => page.log("warn", message));
      };
      return (HAS_CHUNKS ? findModule : loadModule)(module, go.imports, warn, watch).then((instance) => () => {
        crossing.opened(instance.exports, go);
        const ended = go.run(instance, ASIDE);
        crossing.post(Kind.Hello, 0, 0, "", "");
        return ended;
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
      each(pages, (page) => page.log("error", failed(reason, "", "en", detail).Message));
      reject(reason, detail);
      if (state === "idle") {
        each(pages, (page) => page.lost());
      }
    },
  );
  const load = (): void => outsideZones(() => loading.now());

  loading.policy = { Off: true };

  const runtime: Runtime = {
    begin: load,
    add(page, options) {
      const instance = ++last;
      if (!Object.keys(pages).length) {
        awake.listen();
      }
      pages[instance] = page;
      const { LanguageCode, Reconnect } = JSON.parse(options) as Given;
      languages[instance] = LanguageCode || "";
      loading.policy = Reconnect || {};
      if (warned) {
        page.log("warn", warned);
      }
      // Not at once, so that no event comes before the constructor's caller could attach its handlers.
      waiting.push([Kind.Create, instance, 0, "", options]);
      outsideZones(() =>
        Promise.resolve().then(() => {
          if (pages[instance]) {
            load();
          }
          flush();
        }),
      );
      return instance;
    },
    remove(instance) {
      delete pages[instance];
      delete languages[instance];
      if (!listens) {
        waiting = waiting.filter(([, other]) => other !== instance);
      }
      if (!Object.keys(pages).length) {
        awake.ignore();
        loading.stop();
        ceaseWaiting();
      }
    },
    post(...message) {
      const [, instance, id, name] = message;
      if (over) {
        return;
      }
      if (listens && !waiting.length) {
        outsideZones(() => crossing.post(...message));
        return;
      }
      waiting.push(message);
      if (!listens && id && patience === undefined) {
        outsideZones(() => {
          patience = setTimeout(() => reject("missing", "it takes longer than 25 s"), PATIENCE);
        });
      }
      if (name === "ConnectAsync") {
        load();
      }
      if (!listens && pages[instance] && !isPrerendered() && !(HAS_CHUNKS && isNode())) {
        outsideZones(() => pages[instance]!.waits(name));
      }
    },
  };
  return runtime;
}

type Pages = { [instance: number]: Page };

function each(pages: Pages, visit: (page: Page, instance: number) => void): void {
  for (const instance of Object.keys(pages)) {
    visit(pages[+instance]!, +instance);
  }
}
