import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** The contents of the program's first line. */
export interface Places {
  URL: string;
  WebSocketURL: string;
  BackendURL: string;
  TokenURL: string;
  AppId: string;
  Secret: string;
}

/** A running sandbox. */
export interface Running {
  places: Places;
  /** Ends it, and resolves when it has ended. */
  end(): Promise<void>;
}

/** How long the program may take to report where it listens, and how long to end, in milliseconds. */
const patience = { start: 10_000, end: 5_000 };

/**
 * Starts the program and resolves when it listens. It ends with its stdin, and so with this process, however that ends.
 * Like an unref'd timer, it does not keep this process from ending.
 */
export async function run(program: string, args: string[], log: (line: string) => void): Promise<Running> {
  const child = spawn(program, ["-until-eof", ...args], { stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`cannot start ${program}: ${error.message}`));
    child.once("close", (code, signal) => resolve(`the sandbox ended with ${signal ?? `exit code ${code}`}`));
  });
  // Writing to a program that has ended fails.
  child.stdin.on("error", () => {});
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (said.length < 20) said.push(line);
    log(line);
  });

  let timer: NodeJS.Timeout | undefined;
  const first = await Promise.race([
    once(createInterface({ input: child.stdout }), "line").then(([line]) => ({ line: String(line) })),
    ended.then((why) => ({ why })),
    new Promise<{ why: string }>((resolve) => {
      timer = setTimeout(() => resolve({ why: `the sandbox did not listen within ${patience.start} ms` }), patience.start);
    }),
  ]);
  clearTimeout(timer);
  if ("why" in first) {
    child.kill("SIGKILL");
    throw new Error(["startSandbox: " + first.why, ...said].join("\n"));
  }
  const places = read(first.line);
  if (!places) {
    child.kill("SIGKILL");
    throw new Error(`startSandbox: ${program} is no sandbox: it did not begin with a line that says where it listens. Check CCPAAS_SANDBOX_BINARY.`);
  }
  release(child);
  return {
    places,
    async end() {
      child.ref();
      child.stdin.end();
      const giveUp = setTimeout(() => child.kill("SIGKILL"), patience.end);
      await ended;
      clearTimeout(giveUp);
    },
  };
}

function read(line: string): Places | undefined {
  try {
    const places: Places = JSON.parse(line);
    return typeof places.URL === "string" ? places : undefined;
  } catch {
    return undefined;
  }
}

/** Lets this process end before the child. */
function release(child: ChildProcessByStdio<Writable, Readable, Readable>): void {
  child.unref();
  for (const pipe of [child.stdin, child.stdout, child.stderr]) {
    // Node's pipes to a child are sockets.
    (pipe as unknown as Socket).unref();
  }
}
