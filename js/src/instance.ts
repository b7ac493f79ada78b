import { askToken } from "./provider";
import { Failure, failed } from "./failure";
import type { Reason } from "./failure";
import { Handlers } from "./handlers";
import type { Handler } from "./handlers";
import { Kind } from "./events.gen";
import { readOptions } from "./options";
import type { Options } from "./options";
import { runtimeAt } from "./runtime";
import type { Page, Runtime } from "./runtime";
import { isCallEvent, shaped } from "./shapes";
import type { Raised } from "./shapes";
import { Telephone } from "./telephone";

/** What a call resolves to. */
export type Envelope = Raised;

interface Call {
  method: string;
  resolve: (envelope: Envelope) => void;
  reject: (failure: Failure) => void;
}

/** What the getters read: a copy that the core pushes. */
const unknownState = {
  connectState: "disconnect",
  agentState: "",
  agentSubState: "",
  phoneMode: "",
  phoneState: "",
  callStatus: "",
};

/** An instance's own end of the way to the core: its promises, its handlers, its copy of the state. */
export class Instance implements Page {
  // Not enumerable, so that a page may log or clone an instance.
  declare private readonly own: {
    options: Options;
    runtime: Runtime;
    handlers: Handlers;
    calls: Map<string, Call>;
    lastCall: number;
    name: string;
    state: typeof unknownState;
    telephone: Telephone | undefined;
    destroyed: boolean;
    ended: Reason | "";
    detail: string;
  };

  constructor(given: unknown) {
    const options = readOptions(given);
    Object.defineProperty(this, "own", {
      value: {
        options,
        runtime: runtimeAt(options.WasmUrl),
        handlers: new Handlers(),
        calls: new Map<string, Call>(),
        lastCall: 0,
        name: "",
        state: unknownState,
        telephone: undefined,
        destroyed: false,
        ended: "",
        detail: "",
      },
    });
    const { AppId, AgentId, Domain, HttpDomain, LanguageCode, Reconnect, KickCodes, RecordNumbers } = options;
    this.own.name = this.own.runtime.add(
      this,
      JSON.stringify({ AppId, AgentId, Domain, HttpDomain, LanguageCode, Reconnect, KickCodes, RecordNumbers }),
    );
    if (options.AutoConnect) {
      this.post(Kind.Invoke, "", "ConnectAsync", "[]");
    }
  }

  /** The constructor has started what there is to start. */
  Init(): void {}

  Disconnect(): void {
    this.post(Kind.Invoke, "", "Disconnect", "[]");
  }

  Destroy(): void {
    const own = this.own;
    if (own.destroyed) {
      return;
    }
    this.post(Kind.Destroy, "", "", "");
    own.destroyed = true;
    if (own.telephone) {
      own.telephone.close();
    }
    own.state = unknownState;
    own.handlers = new Handlers();
    own.runtime.remove(own.name);
    this.rejectAll("destroyed");
  }

  Destory(): void {
    this.Destroy();
  }

  on(name: string, handler: Handler): this {
    if (typeof handler === "function") {
      this.own.handlers.add(String(name), handler);
    }
    return this;
  }

  off(name?: string, handler?: Handler): this {
    this.own.handlers.remove(name === undefined ? "" : String(name), handler);
    return this;
  }

  trigger(name: string, resp?: unknown): this {
    this.own.handlers.call(String(name), () => resp);
    return this;
  }

  get connectState(): string {
    return this.own.state.connectState;
  }
  get agentState(): string {
    return this.own.state.agentState;
  }
  get agentSubState(): string {
    return this.own.state.agentSubState;
  }
  get phoneMode(): string {
    return this.own.state.phoneMode;
  }
  get phoneState(): string {
    return this.own.state.phoneState;
  }
  get callStatus(): string {
    return this.own.state.callStatus;
  }

  /** Calls a method of the core. The promise settles once, in bounded time; nothing is thrown. */
  protected invoke(method: string, args: unknown[]): Promise<Envelope> {
    return this.request(Kind.Invoke, method, () => JSON.stringify(args));
  }

  /** The flight recording, as text; no secret is in it, and no number unless RecordNumbers is set. */
  ExportLog(): Promise<string> {
    return this.request(Kind.Export, "ExportLog", () => "").then((resp) => resp.Data as string);
  }

  private request(kind: Kind, method: string, makeJSON: () => string): Promise<Envelope> {
    const own = this.own;
    return new Promise((resolve, reject) => {
      const refuse = (reason: Reason): void =>
        reject(new Failure(failed(reason, method, own.options.LanguageCode, own.detail)));
      if (own.destroyed) {
        return refuse("destroyed");
      }
      if (own.ended) {
        return refuse(own.ended);
      }
      let json: string;
      try {
        json = makeJSON();
      } catch (error) {
        return refuse("notJSON");
      }
      const id = String(++own.lastCall);
      own.calls.set(id, { method, resolve, reject });
      this.post(kind, id, method, json);
    });
  }

  /** Takes an envelope from the core. */
  receive(kind: string, id: string, name: string, json: string): void {
    const own = this.own;
    switch (kind) {
      case Kind.Settle:
        return this.settle(id, JSON.parse(json) as Envelope);
      case Kind.Emit:
        return this.emit(name.split(","), JSON.parse(json) as Raised);
      case Kind.State:
        own.state = JSON.parse(json) as typeof unknownState;
        return;
      case Kind.Ask:
        return askToken(own.options.AppDataProvider, ([outcome, text]) => this.post(Kind.Answer, id, outcome, text));
      case Kind.Log:
        return this.log(name, json);
      case Kind.Phone:
        return this.telephone().order(id, name, json);
    }
  }

  /** The way to the web phone; the first order makes it. */
  private telephone(): Telephone {
    const own = this.own;
    if (!own.telephone) {
      const tell = (id: string, news: string, detail: object): void =>
        this.post(Kind.Phone, id, news, JSON.stringify(detail));
      own.telephone = new Telephone({ tell, options: own.options }, own.options.PhoneUrl);
    }
    return own.telephone;
  }

  /** The core cannot be reached, or no longer. */
  end(reason: Reason, detail: string): void {
    const own = this.own;
    own.ended = reason;
    own.detail = detail;
    own.state = unknownState;
    this.log("error", failed(reason, "", own.options.LanguageCode, detail).Message);
    this.rejectAll(reason);
    for (const name of ["Disconnected", "NeedManualConnect"]) {
      this.emit([name], { Code: "0000", Data: { Reason: "ended", Retrying: false }, Message: "", Visible: false });
    }
  }

  log(type: string, message: string): void {
    const { Log } = this.own.options;
    if (Log) {
      try {
        Log({ message }, type);
      } catch (error) {
        // A Log that throws changes nothing.
      }
    }
  }

  private post(kind: Kind, id: string, name: string, json: string): void {
    if (!this.own.destroyed) {
      this.own.runtime.post(this.own.name, kind, id, name, json);
    }
  }

  private settle(id: string, envelope: Envelope): void {
    const call = this.own.calls.get(id);
    if (!call) {
      return;
    }
    this.own.calls.delete(id);
    if (envelope.Code === "0000") {
      call.resolve(envelope);
    } else {
      call.reject(new Failure(envelope));
    }
  }

  private rejectAll(reason: Reason): void {
    const { calls, options, detail } = this.own;
    const all = Array.from(calls.values());
    calls.clear();
    for (const call of all) {
      call.reject(new Failure(failed(reason, call.method, options.LanguageCode, detail)));
    }
  }

  private emit(names: string[], raised: Raised): void {
    for (const name of names) {
      let resp: Raised | undefined;
      const make = (): Raised => resp || (resp = shaped(name, raised));
      this.own.handlers.call(name, make);
      if (isCallEvent(name)) {
        this.own.handlers.call("event", () => Object.assign({}, make(), { Event: name }));
      }
    }
  }
}
