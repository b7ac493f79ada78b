import { run } from "./process.ts";
import { findProgram } from "./program.ts";
import { Sandbox } from "./sandbox.ts";

export type * from "./control.gen.ts";
export { type Call, type PageOptions, Sandbox, SandboxError, type Token } from "./sandbox.ts";

/** What a sandbox is like. All of it may be left out. */
export interface SandboxSettings {
  /** Of the ids: the same calls in the same order get the same CallIDs. A whole number from 0, which is the default. */
  seed?: number;
  /** The loopback port to listen on; a free one if missing. */
  port?: number;
  /** How long an ordinary customer rings before answering, in milliseconds; 200 if missing. */
  ringTime?: number;
  /**
   * Origins of the pages that may use the sandbox: "http://localhost:5173", or "http://localhost:*" for every port. The
   * Playwright fixture adds its baseURL's by itself. A page of another origin gets HTTP 403 from every part of the sandbox.
   */
  origins?: string[];
  /** How many agents there are, 1001 and so on; 10 if missing. Every tenth is a supervisor, or the last of fewer. */
  agents?: number;
  /**
   * Whether a token is good only for the agent that it was fetched for, so that a page that mixes agents up fails its
   * test. The default is true; the vendor's platform takes any agent's token of the tenant.
   */
  bindTokens?: boolean;
  /** Takes one line per connection, refusal, failure and fault, never a token or a number. */
  log?: (line: string) => void;
}

/**
 * Starts a sandbox on the loopback interface and resolves when it listens. It ends with close(), and at the latest with
 * this process. Rejects with an Error that says what to do if there is no program for this platform, or it cannot
 * listen.
 */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const { seed = 0, port = 0, ringTime = 200, origins = [], agents = 10, bindTokens = true, log = () => {} } = settings;
  const args = ["-addr", `127.0.0.1:${port}`, "-seed", String(seed), "-ring", `${ringTime}ms`, "-agents", String(agents)];
  args.push("-origin", origins.join(), `-bind-tokens=${bindTokens}`);
  return new Sandbox(await run(findProgram(), args, log));
}
