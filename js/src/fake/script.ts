import { Failure } from "../failure";
import { Handlers } from "../handlers";
import type { Core } from "../instance";
import type { Envelope } from "../link";
import { raise } from "../raise";
import { isCallEvent } from "../shapes";
import { unknownState } from "../state";
import { after } from "./getters";
import { answers, destroyed, failures, fails, samples } from "./samples.gen";

/** A call that the page made. */
export interface Call {
  Method: string;
  Args: unknown[];
}

/** The result of a call: its Data, or a function of its arguments that returns the Data or a promise of it, or throws. */
export type Answer = unknown;

/** What a call rejects with, as far as a test cares. */
export interface Refusal {
  Code?: string;
  Message?: string;
  Data?: unknown;
}

type Words = [code: string, chinese: string, english: string];

/** Replaces the core with what a test wrote. */
export class Script implements Core {
  handlers = new Handlers();
  state = unknownState("disconnect");
  destroyed = false;
  readonly calls: Call[] = [];
  private readonly answers: { [method: string]: Answer } = {};

  constructor(private readonly language: string) {}

  send(method: string): void {
    this.calls.push({ Method: method, Args: [] });
  }

  destroy(): void {
    if (!this.destroyed) {
      this.send("Destroy");
    }
    this.destroyed = true;
    this.state = unknownState("disconnect");
    this.handlers = new Handlers();
  }

  exportLog(): Promise<string> {
    return Promise.resolve("");
  }

  async invoke(method: string, args: unknown[]): Promise<Envelope> {
    let given = args.length;
    while (given > 0 && args[given - 1] === undefined) {
      given--;
    }
    args = args.slice(0, given);
    this.calls.push({ Method: method, Args: args });
    if (this.destroyed) {
      throw this.failed(method, destroyed, "", {});
    }
    const answer = method in this.answers ? this.answers[method] : answers[method];
    const data = typeof answer === "function" ? await answer(...args) : answer;
    return { Code: "0000", Data: data ?? null, Message: "", Visible: false };
  }

  argsOf(method: string): unknown[][] {
    known(method, failures, "method");
    return this.calls.filter(({ Method }) => Method === method).map(({ Args }) => Args);
  }

  answer(method: string, answer: Answer): void {
    known(method, failures, "method");
    this.answers[method] = answer;
  }

  failure(method: string, refusal: Refusal = {}): Failure {
    known(method, failures, "method");
    return this.failed(method, failures[method]!, "the test refuses it.", refusal);
  }

  emit(name: string, changed: object | undefined, message: string | undefined): void {
    known(name, samples, "event");
    const data = merged(samples[name]!(), changed);
    Object.assign(this.state, after(name, data, this.state));
    const code = fails[name];
    const names = isCallEvent(name) ? ["AdvancedCallStatusChanged", name] : name === "Ready" ? [name, "GetState"] : [name];
    raise(this, names, { Code: code ?? "0000", Data: data, Message: code ? (message ?? "the test says so") : "", Visible: !!code });
  }

  private failed(method: string, [code, chinese, english]: Words, why: string, { Code = code, Message, Data = null }: Refusal): Failure {
    const what = /^\s*en/i.test(this.language) ? english : chinese;
    return new Failure({ Code, Message: Message ?? `${what}${why} [${method} ${Code}]`, Data, Visible: true });
  }
}

/** Throws if the table has no such name. */
function known(name: string, table: object, what: string): void {
  const names = Object.keys(table);
  if (names.indexOf(name) < 0) {
    throw new Error(`@ccpaas/browser-sdk/fake: there is no ${what} "${name}". There are: ${names.join(", ")}`);
  }
}

/** A sample with the test's changes, nested objects included. */
function merged(sample: unknown, changed: unknown): any {
  if (!isObject(sample) || !isObject(changed)) {
    return changed === undefined || sample === null ? sample : changed;
  }
  const both: { [member: string]: unknown } = { ...sample };
  for (const name of Object.keys(changed)) {
    both[name] = merged(both[name] ?? undefined, changed[name]);
  }
  return both;
}

function isObject(value: unknown): value is { [member: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
