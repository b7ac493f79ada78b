// A Chromium that treats its tabs as it does a user's. Playwright keeps all its pages visible; this browser hides background
// tabs, throttles their timers and freezes them.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

import config from "./playwright.config.ts";

export class PipedBrowser {
  private last = 0;
  private readonly answers = new Map<number, { resolve: (result: any) => void; reject: (error: Error) => void }>();

  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {
    let text = "";
    (process.stdio[4] as Readable).on("data", (data: Buffer) => {
      text += data.toString();
      const messages = text.split("\0");
      text = messages.pop()!;
      for (const message of messages) {
        this.take(JSON.parse(message));
      }
    });
  }

  static async start(flags: string[], preferences: object = {}): Promise<PipedBrowser> {
    const folder = await mkdtemp(join(tmpdir(), "tabs-"));
    await mkdir(join(folder, "Default"));
    await writeFile(join(folder, "Default", "Preferences"), JSON.stringify(preferences));
    const { executablePath, args = [] } = config.use!.launchOptions!;
    const process = spawn(executablePath!, [...args, ...flags, "--headless=new", "--remote-debugging-pipe", `--user-data-dir=${folder}`], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    return new PipedBrowser(process, folder);
  }

  /** Opens a tab in the foreground. */
  async open(url: string): Promise<PipedTab> {
    const { targetId } = await this.send("Target.createTarget", { url });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    return new PipedTab(this, targetId, sessionId);
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.send("Browser.close").catch(() => undefined);
    await ended;
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<any> {
    const id = ++this.last;
    (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.answers.set(id, { resolve, reject }));
  }

  private take({ id, result, error }: { id?: number; result?: any; error?: { message: string } }): void {
    const answer = this.answers.get(id ?? 0);
    this.answers.delete(id ?? 0);
    if (error) {
      answer?.reject(new Error(error.message));
    } else {
      answer?.resolve(result);
    }
  }
}

export class PipedTab {
  constructor(
    private readonly browser: PipedBrowser,
    readonly targetId: string,
    private readonly sessionId: string,
  ) {}

  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) {
      throw new Error(JSON.stringify(exceptionDetails));
    }
    return result.value;
  }

  send(method: string, params: object = {}): Promise<any> {
    return this.browser.send(method, params, this.sessionId);
  }
}

/** Asks a tab for something that may not be there yet. */
export const tells =
  (tab: PipedTab, what: string): (() => Promise<unknown>) =>
  () =>
    tab.evaluate(what).catch(() => undefined);
