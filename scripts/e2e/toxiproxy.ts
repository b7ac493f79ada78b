// A real proxy between browser and sandbox: toxiproxy, driven by its HTTP API.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { freePort } from "../free_port.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Milliseconds within which toxiproxy's API answers. */
const patience = 10_000;

/** What the proxy does to the bytes of every connection; its types and attributes are in toxiproxy's README. */
export interface Toxic {
  type: string;
  stream?: "upstream" | "downstream";
  attributes: Record<string, number>;
}

/** A toxic for each direction, to and from the sandbox. */
export function bothWays(type: string, attributes: Toxic["attributes"]): Toxic[] {
  return [
    { type, stream: "upstream", attributes },
    { type, stream: "downstream", attributes },
  ];
}

export class Toxiproxy {
  /** Where the proxy listens, as host:port. */
  host = "";

  private constructor(
    private readonly server: ChildProcess,
    private readonly api: string,
  ) {}

  /** Starts toxiproxy in front of an origin. */
  static async start(upstream: string): Promise<Toxiproxy> {
    // Toxiproxy does not report the port if it chooses one itself.
    const port = await freePort();
    const args = ["-host", "127.0.0.1", "-port", String(port)];
    const server = spawn(".build/toxiproxy-server", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    const proxy = new Toxiproxy(server, `http://127.0.0.1:${port}`);
    await once(server, "spawn");
    for (const end = performance.now() + patience; !(await proxy.answers()); ) {
      if (server.exitCode !== null || performance.now() > end) {
        server.kill();
        throw new Error(`toxiproxy does not answer at ${proxy.api}`);
      }
    }
    const made = await proxy.call("POST", "/proxies", { name: "sandbox", listen: "127.0.0.1:0", upstream: new URL(upstream).host });
    proxy.host = made.listen;
    return proxy;
  }

  /** Applies toxics to open connections and to all later ones. */
  async poison(...toxics: Toxic[]): Promise<void> {
    for (const toxic of toxics) {
      await this.call("POST", "/proxies/sandbox/toxics", { name: `${toxic.type} ${toxic.stream}`, ...toxic });
    }
  }

  /** Ends all connections and refuses new ones. */
  async goDown(): Promise<void> {
    await this.call("POST", "/proxies/sandbox", { enabled: false });
  }

  /** Removes all toxics, and accepts connections again. */
  async recover(): Promise<void> {
    await this.call("POST", "/reset");
  }

  async stop(): Promise<void> {
    const ended = once(this.server, "exit");
    if (this.server.kill()) {
      await ended;
    }
  }

  private async answers(): Promise<boolean> {
    return fetch(`${this.api}/version`, { signal: AbortSignal.timeout(patience) }).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  private async call(method: string, path: string, body?: object): Promise<any> {
    const answer = await fetch(this.api + path, {
      method,
      signal: AbortSignal.timeout(patience),
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`toxiproxy: ${method} ${path}: ${answer.status} ${text}`);
    }
    return text && JSON.parse(text);
  }
}
