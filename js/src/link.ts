import { askToken } from "./provider";
import { Failure, failed } from "./failure";
import type { Reason } from "./failure";
import { Handlers } from "./handlers";
import { Kind } from "./events.gen";
import { coreOptions } from "./options";
import type { Options } from "./options";
import { runtimeAt } from "./runtime";
import type { Page, Runtime } from "./runtime";
import { fromJSON, toJSON } from "./json";
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
export interface State {
  connectState: string;
  agentState: string;
  agentSubState: number | string;
  phoneMode: string;
  phoneState: string;
  callStatus: { CallID: string; DestNumber: string; SpNumber: string; CallDirection: string } | null;
  currentAgentStartTime: string | null;
  microphoneOn: boolean;
}

/** What they read before the core says more: the values of SDK 2.1.0. */
export const unknownState = (connectState: string): State => ({
  connectState,
  agentState: "offline",
  agentSubState: 0,
  phoneMode: "voip",
  phoneState: "offline",
  callStatus: null,
  currentAgentStartTime: null,
  microphoneOn: false,
});

/** An instance's own end of the way to the core: its promises, its handlers, its copy of the state. */
export class Link implements Page {
  handlers = new Handlers();
  state: State;
  destroyed = false;
  private readonly runtime: Runtime;
  private readonly name: string;
  private calls: { [id: string]: Call } = {};
  private lastCall = 0;
  private telephone: Telephone | undefined;
  private ended: Reason | "" = "";
  private detail = "";

  constructor(private readonly options: Options) {
    this.state = unknownState(options.AutoConnect ? "connecting" : "disconnect");
    this.runtime = runtimeAt(options.WasmUrl);
    this.name = this.runtime.add(
      this,
      toJSON(coreOptions(options))!,
    );
    if (options.AutoConnect) {
      this.send("ConnectAsync");
    }
  }

  /** Calls a method of the core whose end is nobody's concern. */
  send(method: string): void {
    this.post(Kind.Invoke, "", method, "[]");
  }

  /** Calls a method of the core. The promise settles once, in bounded time; nothing is thrown. */
  invoke(method: string, args: unknown[]): Promise<Envelope> {
    return this.request(Kind.Invoke, method, () => toJSON(args)!);
  }

  exportLog(): Promise<string> {
    return this.request(Kind.Export, "ExportLog", () => "").then((resp) => resp.Data as string);
  }

  destroy(): void {
    if (this.destroyed) {
      return;
    }
    this.post(Kind.Destroy, "", "", "");
    this.destroyed = true;
    if (this.telephone) {
      this.telephone.close();
    }
    this.state = unknownState("disconnect");
    this.handlers = new Handlers();
    this.runtime.remove(this.name);
    this.rejectAll("destroyed");
  }

  /** Takes an envelope from the core. */
  receive(kind: string, id: string, name: string, json: string): void {
    switch (kind) {
      case Kind.Settle:
        return this.settle(id, fromJSON(json) as Envelope);
      case Kind.Emit:
        return this.emit(name.split(","), fromJSON(json) as Raised);
      case Kind.State:
        this.state = JSON.parse(json) as State;
        return;
      case Kind.Ask:
        return askToken(this.options.AppDataProvider, ([outcome, text]) => this.post(Kind.Answer, id, outcome, text));
      case Kind.Log:
        return this.log(name, json);
      case Kind.Phone:
        return this.webPhone().order(id, name, json);
    }
  }

  /** The core cannot be reached, or no longer. */
  end(reason: Reason, detail: string): void {
    this.ended = reason;
    this.detail = detail;
    this.state = unknownState("disconnect");
    if (this.telephone) {
      this.telephone.close();
    }
    this.log("error", this.failure(reason, "").Message);
    this.rejectAll(reason);
    this.lost();
  }

  /** There is no connection, and none is tried, as the core says it. */
  lost(): void {
    this.emit(["Disconnected", "NeedManualConnect"], { Code: "0000", Data: { Reason: "ended", Retrying: false }, Message: "", Visible: false });
  }

  log(type: string, message: string): void {
    const { Log } = this.options;
    if (Log) {
      try {
        Log({ message }, type);
      } catch (error) {
        // A Log that throws changes nothing.
      }
    }
  }

  private request(kind: Kind, method: string, makeJSON: () => string): Promise<Envelope> {
    return new Promise((resolve, reject) => {
      const refuse = (reason: Reason): void => reject(this.failure(reason, method));
      if (this.destroyed) {
        return refuse("destroyed");
      }
      if (this.ended) {
        return refuse(this.ended);
      }
      let json: string;
      try {
        json = makeJSON();
      } catch (error) {
        return refuse("notJSON");
      }
      const id = String(++this.lastCall);
      this.calls[id] = { method, resolve, reject };
      this.post(kind, id, method, json);
    });
  }

  /** The way to the web phone; the first order makes it. */
  private webPhone(): Telephone {
    if (!this.telephone) {
      const tell = (id: string, news: string, detail: object): void =>
        this.post(Kind.Phone, id, news, toJSON(detail)!);
      this.telephone = new Telephone({ tell, options: this.options }, this.options.PhoneUrl);
    }
    return this.telephone;
  }

  private post(kind: Kind, id: string, name: string, json: string): void {
    if (!this.destroyed) {
      this.runtime.post(this.name, kind, id, name, json);
    }
  }

  private settle(id: string, envelope: Envelope): void {
    const call = this.calls[id];
    if (!call) {
      return;
    }
    delete this.calls[id];
    if (envelope.Code === "0000") {
      call.resolve(envelope);
    } else {
      call.reject(new Failure(envelope));
    }
  }

  private failure(reason: Reason, method: string): Failure {
    return new Failure(failed(reason, method, this.options.LanguageCode, this.detail));
  }

  private rejectAll(reason: Reason): void {
    const { calls } = this;
    this.calls = {};
    for (const id of Object.keys(calls)) {
      const { method, reject } = calls[id]!;
      reject(this.failure(reason, method));
    }
  }

  private emit(names: string[], raised: Raised): void {
    for (const name of names) {
      let resp: Raised | undefined;
      const make = (): Raised => resp || (resp = shaped(name, raised));
      this.handlers.call(name, make);
      if (isCallEvent(name)) {
        this.handlers.call("event", () => Object.assign({}, make(), { Event: name }));
      }
    }
  }
}
