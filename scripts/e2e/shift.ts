// An agent's shift in fake time: the page's clock advances between real exchanges with a real sandbox, and never during
// one. So the result depends not on the machine's speed, but on a seed and on the jitter of the SDK's own waits.
import type { Page } from "@playwright/test";

import { agent, type Callers } from "./callers.ts";

/** Milliseconds that pass for the page without a check of the sandbox. */
const step = 500;
/** Milliseconds of real time after which an exchange counts as stuck. */
const patience = 20_000;

/** A fault that busy.js chooses. */
interface Harm {
  harm: { Fault: string } | { Computer: "offline" | "sleeps" };
  lasts: number;
  answers: boolean;
}

export class Shift {
  constructor(
    private readonly page: Page,
    private readonly callers: Callers,
  ) {}

  /** Opens the page on a fresh sandbox, connects and goes idle. */
  async begins(url: string): Promise<void> {
    await this.callers.post("reset");
    await this.page.clock.install();
    await this.page.goto(url);
    await this.page.evaluate("audit.does('SetAgentStateAsync', 'idle')");
    await this.page.clock.pauseAt(Date.now() + 60_000);
    await this.settles();
  }

  /** The agent does something, and part of a second passes. */
  async acts(): Promise<void> {
    await this.passes(await this.page.evaluate<number>("busy.act()"));
  }

  /**
   * A fault occurs, a customer acts meanwhile, and up to 2.5 seconds pass. Returns the name of the fault, or none if there
   * was no connection that it could affect.
   */
  async suffers(): Promise<string | undefined> {
    const { harm, lasts, answers } = await this.page.evaluate<Harm>("busy.harm()");
    if ("Fault" in harm) {
      if (!(await this.callers.post("faults", { AgentId: agent, ...harm }))) {
        await this.passes(lasts);
        return undefined;
      }
      await this.page.evaluate(`busy.stalled ||= ${harm.Fault === "stall"}`);
    } else if (harm.Computer === "offline") {
      await this.page.context().setOffline(true);
      await this.passes(lasts);
    } else {
      await this.page.clock.fastForward("20:00");
    }
    await this.settles();
    await this.callers.act(answers);
    await this.page.context().setOffline(false);
    await this.passes(lasts);
    return "Fault" in harm ? harm.Fault : harm.Computer;
  }

  /** Clears the faults, ends the calls, waits until everything settles, and reports. */
  async ends(): Promise<any> {
    await this.callers.forgive();
    await this.callers.leave();
    // A dead connection is detected within 70 s: a minute until the next GetState, and its time-out.
    await this.passes(80_000);
    await this.page.evaluate("busy.stalled = false");
    // Whatever is pending then ends within 40 s: a wait for the connection, and one for the reply.
    await this.passes(40_000);
    const state = await this.callers.state();
    return this.page.evaluate(([state, agent]) => (window as any).eval("audit").report(state, agent), [state, agent] as const);
  }

  /** Lets so many milliseconds pass for the page; what is on the wire arrives meanwhile. */
  private async passes(ms: number): Promise<void> {
    for (await this.settles(); ms > 0; ms -= step) {
      await this.page.clock.runFor(Math.min(ms, step));
      await this.settles();
    }
  }

  /** Waits until nothing is pending between page and sandbox. */
  private async settles(): Promise<void> {
    const stuck = performance.now() + patience;
    const quiet = async () =>
      this.page.evaluate((state) => (window as any).eval("busy").quiet(state) as boolean, await this.callers.state());
    while (!(await quiet())) {
      if (performance.now() > stuck) {
        const log = await this.page.evaluate("instance.ExportLog()");
        const { Agents } = await this.callers.state();
        throw new Error(`page and sandbox do not come to rest: ${JSON.stringify(Agents[0])} and in the page\n${log}`);
      }
    }
  }
}
