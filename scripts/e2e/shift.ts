// An agent's shift in fake time: the page's clock runs ahead between real exchanges with a real sandbox.
import type { APIRequestContext, Page } from "@playwright/test";

/** The agent of the page audited.html. */
const agent = "1001";

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

  /** Agent and customers do something, up to three times, with time in between. */
  async acts(): Promise<void> {
    for (let acts = await this.choose(4); acts > 0; acts--) {
      await this.page.evaluate("busy.act()");
      await this.passes(await this.choose(700));
    }
  }

  /** Something goes wrong, and up to 2.5 seconds pass. Returns the name of it. */
  async suffers(): Promise<string> {
    const harm = await this.page.evaluate<string | { Fault: string }>("busy.harm()");
    if (harm === "offline") {
      await this.page.context().setOffline(true);
      await this.passes(await this.choose(5000));
      await this.page.context().setOffline(false);
    } else if (harm === "sleep") {
      await this.page.clock.fastForward("20:00");
    } else {
      // Where there is no connection the fault has nothing to strike.
      await this.request.post(`${this.sdkOrigin}/sandbox/faults`, { data: { AgentId: agent, ...(harm as object) } });
    }
    await this.passes(await this.choose(2500));
    return typeof harm === "string" ? harm : harm.Fault;
  }

  /** Takes the faults back, waits for all to settle and reports. */
  async ends(): Promise<any> {
    await this.request.delete(`${this.sdkOrigin}/sandbox/faults`);
    // Whatever is under way ends within 40 s: a wait for the connection and one for the reply.
    for (let second = 0; second < 60; second++) {
      await this.passes(1000);
    }
    const state = await this.state();
    return this.page.evaluate(([state, agent]) => (window as any).eval("audit").report(state, agent), [state, agent] as const);
  }

  /** So many milliseconds pass for the page, and what is on the wire gets the time to arrive. */
  private async passes(ms: number): Promise<void> {
    await this.page.clock.runFor(ms);
    const state = await this.state();
    await this.page.evaluate((state) => (window as any).eval("audit").placed(state), state);
  }

  private choose(limit: number): Promise<number> {
    return this.page.evaluate<number>(`busy.below(${limit})`);
  }

  private async state(): Promise<unknown> {
    return (await this.request.get(`${this.sdkOrigin}/sandbox/state`)).json();
  }
}
