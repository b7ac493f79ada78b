import type { Fault, Frame, State } from "./control.gen.ts";
import type { Places, Running } from "./process.ts";

/** The options that connect the instance of an agent's page to the sandbox. */
export interface PageOptions {
  AgentId: string;
  AppId: string;
  Domain: string;
  HttpDomain: string;
}

/** What GetToken resolves to. */
export interface Token {
  appId: string;
  timestamp: string;
  token: string;
}

/** A customer's call, to an agent who is idle or to a queue. The sandbox has the agents 1001 to 1010, or as many as its setting says, and queue 2. */
export type Call = { AgentId: string; From: string } | { QueueId: string; From: string };

/** A refusal by the sandbox. Code is the platform's, for example "100021" for an agent whose state forbids it. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";
  constructor(
    message: string,
    readonly Code: string,
  ) {
    super(message);
  }
}

/** A running contact centre: it controls customers and faults, and shows the centre's state. */
export class Sandbox {
  /** The sandbox's origin: http://127.0.0.1:PORT. */
  readonly url: string;
  /** The tenant's secret, with which your own backend signs tokens. */
  readonly secret: string;
  readonly #places: Places;
  readonly #running: Running;

  constructor(running: Running) {
    this.#running = running;
    this.#places = running.places;
    this.url = this.#places.URL;
    this.secret = this.#places.Secret;
  }

  /** The options that connect an agent's page to this sandbox, all except AppDataProvider. */
  options(agentId: string): PageOptions {
    return { AgentId: agentId, AppId: this.#places.AppId, Domain: this.#places.WebSocketURL, HttpDomain: this.#places.BackendURL };
  }

  /** The URL of the agent's token for pages of allowed origins, as from your backend: `{data: {appId, timestamp, token}}`. */
  tokenUrl(agentId: string): string {
    return `${this.#places.TokenURL}?AgentId=${encodeURIComponent(agentId)}`;
  }

  /** A token that is valid for 5 minutes, and only for this agent unless the setting bindTokens is false. */
  async token(agentId: string): Promise<Token> {
    return (await this.#ask<{ data: Token }>("token", "GET", this.tokenUrl(agentId))).data;
  }

  /** Makes a customer call. Resolves to the CallID. */
  async call(call: Call): Promise<string> {
    return (await this.#ask<{ CallID: string }>("call", "POST", "/sandbox/calls", call)).CallID;
  }

  /** Makes the outside line that rings in the call answer. */
  answer(callId: string): Promise<void> {
    return this.#ask("answer", "POST", `/sandbox/calls/${encodeURIComponent(callId)}/answer`);
  }

  /** Makes the customer hang up. */
  hangup(callId: string): Promise<void> {
    return this.#ask("hangup", "POST", `/sandbox/calls/${encodeURIComponent(callId)}/hangup`);
  }

  /** The current state of all agents and calls. */
  state(): Promise<State> {
    return this.#ask("state", "GET", "/sandbox/state");
  }

  /** Ends all calls, clears all faults and frames, and logs out all agents. Connections stay open. */
  reset(): Promise<void> {
    return this.#ask("reset", "POST", "/sandbox/reset");
  }

  /** Injects a fault, which takes effect at once or on the next matching occasion. */
  fault(fault: Fault): Promise<void> {
    return this.#ask("fault", "POST", "/sandbox/faults", fault);
  }

  /** The faults that have not taken effect yet. */
  async faults(): Promise<Fault[]> {
    return (await this.#ask<{ Faults: Fault[] }>("faults", "GET", "/sandbox/faults")).Faults;
  }

  /** Removes the faults that have not taken effect yet: an agent's, or all. */
  clearFaults(agentId?: string): Promise<void> {
    return this.#ask("clearFaults", "DELETE", "/sandbox/faults" + query(agentId));
  }

  /** The frames between the gateway and an agent's page, or all pages. */
  async frames(agentId?: string): Promise<Frame[]> {
    return (await this.#ask<{ Frames: Frame[] }>("frames", "GET", "/sandbox/frames" + query(agentId))).Frames;
  }

  /** Ends the sandbox, and resolves when it has ended. */
  close(): Promise<void> {
    return this.#running.end();
  }

  async #ask<T>(method: string, verb: string, path: string, body?: unknown): Promise<T> {
    let response: Response;
    try {
      response = await fetch(new URL(path, this.url), {
        method: verb,
        ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
      });
    } catch (cause) {
      throw new Error(`${method}: the sandbox at ${this.url} does not answer; was it closed?`, { cause });
    }
    const text = await response.text();
    if (!response.ok) {
      const { Code = "", Error: reason = `HTTP ${response.status}` } = text ? JSON.parse(text) : {};
      throw new SandboxError(`${method}: ${reason}`, Code);
    }
    return JSON.parse(text || "null");
  }
}

const query = (agentId?: string): string => (agentId === undefined ? "" : `?AgentId=${encodeURIComponent(agentId)}`);
