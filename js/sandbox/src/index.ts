import { fileURLToPath } from "node:url";

import { run } from "./process.ts";
import { findProgram } from "./program.ts";
import { Sandbox } from "./sandbox.ts";

export type * from "./control.gen.ts";
export { type Call, type PageOptions, Sandbox, SandboxError, type Token } from "./sandbox.ts";

/** The settings of a sandbox. All are optional. */
export interface SandboxSettings {
  /** The seed of ids: the same calls in the same order get the same CallIDs. A whole number from 0, which is the default. */
  seed?: number;
  /** The loopback port to listen on; a free one if missing. */
  port?: number;
  /** How long an ordinary customer rings before answering, in milliseconds; 200 if missing. */
  ringTime?: number;
  /**
   * Origins of the pages that may use the sandbox: "http://localhost:5173", or "http://localhost:*" for every port. The
   * Playwright fixture adds that of its baseURL. A page of another origin gets HTTP 403 from every part of the sandbox.
   */
  origins?: string[];
  /** How many agents there are, 1001 and so on; 10 if missing. Every tenth is a supervisor, or the last of fewer. */
  agents?: number;
  /**
   * Whether a token is valid only for the agent it was fetched for, so that a page that confuses agents fails its
   * test. The default is true; the vendor's platform accepts a token of any agent of the tenant.
   */
  bindTokens?: boolean;
  /**
   * A file with a scenario: what a real gateway did in a recorded session, which the sandbox then replays. In the clone,
   * `go run ./scripts/wirecheck -scenario FILE.har` makes one of a HAR. Customers cannot be moved then.
   */
  scenario?: string | URL;
  /** The factor by which the scenario runs faster than it was recorded; 1 if missing. */
  scenarioSpeed?: number;
  /** Receives one line per connection, refusal, failure and fault, never a token or a number. */
  log?: (line: string) => void;
}

/**
 * Starts a sandbox on the loopback interface and resolves when it listens. It ends with close(), or at the latest with
 * this process. If there is no program for this platform, or it cannot listen, it rejects with an Error that says what
 * to do.
 */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const { seed = 0, port = 0, ringTime = 200, origins = [], agents = 10, bindTokens = true, scenario, scenarioSpeed = 1, log = () => {} } = settings;
  const args = ["-addr", `127.0.0.1:${port}`, "-seed", String(seed), "-ring", `${ringTime}ms`, "-agents", String(agents)];
  args.push("-origin", origins.join(), `-bind-tokens=${bindTokens}`);
  if (scenario) {
    args.push("-scenario", scenario instanceof URL ? fileURLToPath(scenario) : scenario, "-scenario-speed", String(scenarioSpeed));
  }
  return new Sandbox(await run(findProgram(), args, log));
}
