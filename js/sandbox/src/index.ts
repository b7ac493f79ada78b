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
  /** Origins of pages that may use the sandbox's control API themselves: "http://localhost:5173". */
  origins?: string[];
  /** Takes one line per connection, refusal, failure and fault, never a token or a number. */
  log?: (line: string) => void;
}

/**
 * Starts a sandbox on the loopback interface and resolves when it listens. It ends with close(), and at the latest with
 * this process. Rejects with an Error that says what to do if there is no program for this platform, or it cannot
 * listen.
 */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const { seed = 0, port = 0, ringTime = 200, origins = [], log = () => {} } = settings;
  const args = ["-addr", `127.0.0.1:${port}`, "-seed", String(seed), "-ring", `${ringTime}ms`, "-origins", origins.join()];
  return new Sandbox(await run(findProgram(), args, log));
}
