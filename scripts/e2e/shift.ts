// An agent's shift in fake time: the page's clock runs ahead between real exchanges with a real sandbox.
import type { APIRequestContext, Page } from "@playwright/test";

/** The agent of the page audited.html. */
const agent = "1001";
/** Milliseconds that pass for the page without a look at the sandbox. */
const step = 500;

/** What busy.js finds to go wrong. */
interface Harm {
  harm: { Fault: string } | { Computer: "offline" | "sleeps" };
  lasts: number;
}

export class Shift {
  constructor(
    private readonly page: Page,
    private readonly request: APIRequestContext,
    private readonly sdkOrigin: string,
  ) {}

  /** Opens the page on a fresh sandbox, connects and goes idle. */
  async begins(url: string): Promise<void> {
    await this.request.post(`${this.sdkOrigin}/sandbox/reset`);
    await this.page.clock.install();
    await this.page.goto(url);
    await this.page.evaluate("audit.does('SetAgentStateAsync', 'idle')");
    await this.page.clock.pauseAt(Date.now() + 60_000);
  }

  /** The agent does something, and some of a second passes. */
  async acts(): Promise<void> {
    await this.passes(await this.page.evaluate<number>("busy.act()"));
  }

  /** Something goes wrong, a customer acts meanwhile, and up to 2.5 seconds pass. Returns the name of what it was. */
  async suffers(): Promise<string> {
    const { harm, lasts } = await this.page.evaluate<Harm>("busy.harm()");
    if ("Fault" in harm) {
      // Where there is no connection some faults have nothing to strike and are refused.
      await this.request.post(`${this.sdkOrigin}/sandbox/faults`, { data: { AgentId: agent, ...harm } });
    } else if (harm.Computer === "offline") {
      await this.page.context().setOffline(true);
      await this.passes(lasts);
      await this.page.context().setOffline(false);
    } else {
      await this.page.clock.fastForward("20:00");
    }
    await this.page.evaluate("busy.customerActs()");
    await this.passes(lasts);
    return "Fault" in harm ? harm.Fault : harm.Computer;
  }

  /** Takes the faults back, ends the calls, waits for all to settle and reports. */
  async ends(): Promise<any> {
    await this.request.delete(`${this.sdkOrigin}/sandbox/faults`);
    for (const { CallID } of (await this.state()).Calls) {
      await this.request.post(`${this.sdkOrigin}/sandbox/calls/${CallID}/hangup`);
    }
    // Whatever is under way ends within 40 s: a wait for the connection, and one for the reply.
    await this.passes(40_000);
    const state = await this.state();
    return this.page.evaluate(([state, agent]) => (window as any).eval("audit").report(state, agent), [state, agent] as const);
  }

  /** So many milliseconds pass for the page; in between, what is on the wire gets the time to arrive. */
  async passes(ms: number): Promise<void> {
    for (; ms > 0; ms -= step) {
      await this.page.clock.runFor(Math.min(ms, step));
      await this.page.evaluate("busy.looks()");
    }
  }

  private async state(): Promise<any> {
    return (await this.request.get(`${this.sdkOrigin}/sandbox/state`)).json();
  }
}
