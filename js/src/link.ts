import { goAhead } from "./ahead";
import type { Ahead } from "./ahead";
import { askToken } from "./provider";
import type { Answer } from "./provider";
import { Failure, failed } from "./failure";
import type { Reason } from "./failure";
import { Handlers } from "./handlers";
import { Kind } from "./events.gen";
import { coreOptions } from "./options";
import type { Options } from "./options";
import { runtimeAt } from "./runtime";
import type { Page } from "./runtime";
import { fromJSON, toJSON } from "./json";
import { raise } from "./raise";
import { sharedRuntime } from "./sharing";
import type { Way } from "./tabs/host";
import type { Raised } from "./shapes";
import { unknownState } from "./state";
import type { State } from "./state";
import { Telephone } from "./telephone";

/** What a call resolves to. */
export type Envelope = Raised;

interface Call {
  method: string;
  resolve: (envelope: Envelope) => void;
  reject: (failure: Failure) => void;
}

const success = (Data: unknown): Raised => ({ Code: "0000", Data, Message: "", Visible: false });

/** The envelope that a message holds, whole or its Data alone. */
const envelopeOf = (json: string, whole: unknown): Raised => (whole ? fromJSON(json) : success(json ? fromJSON(json) : null));

const split: { [names: string]: string[] } = {};

/** The names of an event; there are few, so the results are kept. */
const namesIn = (joined: string): string[] => split[joined] || (split[joined] = joined.split(","));

/** An instance's own end of the link to the core: its promises, its handlers, its copy of the state. */
export class Link implements Page {
  handlers = new Handlers();
  state: State;
  destroyed = false;
  /** Undefined until it is chosen. */
  private runtime: Way | undefined;
  private number = 0;
  /** Messages posted before that. */
  private readonly waiting: [kind: Kind, id: number, name: string, json: string][] = [];
  private calls: { [id: number]: Call } = {};
  private lastCall = 0;
  private telephone: Telephone | undefined;
  private ahead: Ahead | undefined;
  private endedBy: Reason | "" = "";
  private detail = "";
  /** Whether an error was reported to a page without Log. */
  private told?: boolean;

  constructor(private readonly options: Options) {
    this.state = unknownState(options.AutoConnect ? "connecting" : "disconnect");
    const own = runtimeAt(options.WasmUrl);
    if (options.ShareConnection) {
      sharedRuntime(own, options, (message) => this.log("warn", message)).then((runtime) => this.start(runtime));
    } else {
      this.start(own);
    }
    if (options.AutoConnect) {
      this.send("ConnectAsync");
    }
  }

  /** Calls a method of the core and ignores its result. */
  send(method: string): void {
    this.post(Kind.Invoke, 0, method, "[]");
  }

  /** Calls a method of the core. The promise settles once, in bounded time. It does not throw. */
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
    this.post(Kind.Destroy, 0, "", "");
    this.destroyed = true;
    this.dropAhead();
    if (this.telephone) {
      this.telephone.close();
    }
    this.state = unknownState("disconnect");
    this.handlers = new Handlers();
    if (this.runtime) {
      this.runtime.remove(this.number);
    }
    this.rejectAll("destroyed");
  }

  /** Takes a message from the core. */
  receive(kind: Kind, id: number, name: string, json: string): void {
    switch (kind) {
      case Kind.Settle:
        return this.settle(id, name, json);
      case Kind.Emit:
        return raise(this, namesIn(name), envelopeOf(json, id));
      case Kind.State:
        this.state = JSON.parse(json) as State;
        return;
      case Kind.Ask:
        return this.ask(([outcome, text]) => this.post(Kind.Answer, id, outcome, text));
      case Kind.Log:
        return this.log(name, json);
      case Kind.Phone:
        return this.webPhone().order(String(id), name, json);
    }
  }

  /** The core cannot be reached, or can no longer be reached. */
  end(reason: Reason, detail: string): void {
    this.endedBy = reason;
    this.detail = detail;
    this.state = unknownState("disconnect");
    if (this.telephone) {
      this.telephone.close();
    }
    this.log("error", failed(reason, "", "en", detail).Message);
    this.rejectAll(reason);
    this.lost();
  }

  /** A call waits for the module. */
  waits(method: string): void {
    if (method === "ConnectAsync") {
      this.ahead = this.ahead || goAhead(this.options);
    } else if (method === "Disconnect") {
      this.dropAhead();
    }
  }

  /** Reports, as the core does, that there is no connection and no attempt at one. */
  lost(): void {
    this.dropAhead();
    raise(this, ["Disconnected", "NeedManualConnect"], success({ Reason: "ended", Retrying: false }));
  }

  log(type: string, message: string): void {
    const { Log } = this.options;
    if (Log) {
      try {
        Log({ message }, type);
      } catch (error) {
        // A Log that throws changes nothing.
      }
    } else if (type === "error" && !this.told) {
      this.told = true;
      console.error("UdeskCCPaasApiClass: " + message);
    }
  }

  private request(kind: Kind, method: string, makeJSON: () => string): Promise<Envelope> {
    return new Promise((resolve, reject) => {
      const refuse = (reason: Reason): void => reject(this.failure(reason, method));
      if (this.destroyed) {
        return refuse("destroyed");
      }
      if (this.endedBy) {
        return refuse(this.endedBy);
      }
      let json: string;
      try {
        json = makeJSON();
      } catch (error) {
        return refuse("notJSON");
      }
      const id = ++this.lastCall;
      this.calls[id] = { method, resolve, reject };
      this.post(kind, id, method, json);
    });
  }

  private ask(answer: (a: Answer) => void): void {
    const asked = this.ahead && this.ahead.take();
    if (asked) {
      asked.then(answer);
    } else {
      askToken(this.options.AppDataProvider, answer);
    }
  }

  private dropAhead(): void {
    if (this.ahead) {
      this.ahead.drop();
      this.ahead = undefined;
    }
  }

  /** The link to the web phone; the first order creates it. */
  private webPhone(): Telephone {
    if (!this.telephone) {
      const tell = (id: string, news: string, detail: object): void =>
        this.post(Kind.Phone, +id, news, toJSON(detail)!);
      this.telephone = new Telephone({ tell, options: this.options }, this.options.PhoneUrl);
    }
    return this.telephone;
  }

  private post(kind: Kind, id: number, name: string, json: string): void {
    if (!this.destroyed) {
      if (this.runtime) {
        this.runtime.post(kind, this.number, id, name, json);
      } else {
        this.waiting.push([kind, id, name, json]);
      }
    }
  }

  private start(runtime: Way): void {
    if (!this.destroyed) {
      this.runtime = runtime;
      this.number = runtime.add(this, toJSON(coreOptions(this.options))!);
      for (const message of this.waiting) {
        this.post(...message);
      }
    }
  }

  private settle(id: number, rejected: string, json: string): void {
    const call = this.calls[id];
    if (!call) {
      return;
    }
    delete this.calls[id];
    const envelope = envelopeOf(json, rejected);
    if (rejected) {
      call.reject(new Failure(envelope));
    } else {
      call.resolve(envelope);
    }
  }

  private failure(reason: Reason, method: string): Failure {
    return new Failure(failed(reason, method, this.options.LanguageCode, this.detail));
  }

  private rejectAll(reason: Reason): void {
    const { calls } = this;
    this.calls = {};
    for (const id of Object.keys(calls)) {
      const { method, reject } = calls[+id]!;
      reject(this.failure(reason, method));
    }
  }
}
