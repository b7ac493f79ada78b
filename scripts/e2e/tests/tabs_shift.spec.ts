// A busy shift in several tabs, whose leader goes again and again. SUCCESSIONS=100 SEED=7 plays more and others.
import type { Page } from "@playwright/test";

import { agent, Callers } from "../callers.ts";
import { expect } from "../origins.ts";
import { ends, test } from "../tabs.ts";

const successions = Number(process.env.SUCCESSIONS || 12);
const seed = Number(process.env.SEED || 1);

test(`${successions} successions in a busy shift lose, double and reorder nothing`, async ({ tabs, sdkOrigin, request }) => {
  test.setTimeout(60_000 + successions * 8_000);
  let random = seed;
  const below = (limit: number): number => {
    random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
    return (random >> 8) % limit;
  };
  const callers = new Callers(request, sdkOrigin);
  /** Each tab holds the calls that there are against the numbers that it dialled. */
  const placed = async (): Promise<void> => {
    const state = await callers.state();
    await Promise.all(tabs.all.map((page) => page.evaluate((state) => (window as any).eval("audit").placed(state), state as any)));
  };
  for (let i = 0; i < 4; i++) {
    await tabs.add(`seed=${seed + i}&dials=${i}`);
  }
  const took: number[] = [];
  const outcomes: Record<string, number> = {};
  let events = 0;
  let opened = 4;
  const close = async (page: Page): Promise<void> => {
    const report = await page.evaluate("({ wrong: audit.wrong, outcomes: audit.outcomes, events: audit.events })");
    expect((report as any).wrong).toEqual([]);
    events += (report as any).events;
    for (const [code, count] of Object.entries((report as any).outcomes as Record<string, number>)) {
      outcomes[code] = (outcomes[code] ?? 0) + count;
    }
  };
  await (await tabs.leader()).evaluate("audit.does('SetAgentStateAsync', 'idle')");
  for (let i = 0; i < successions; i++) {
    // Something is under way in the tabs when the leader goes: none waits for what it came to.
    for (let n = 0; n < 3 + below(4); n++) {
      const pause = await tabs.all[below(tabs.all.length)]!.evaluate<number>("busy.act()");
      if (below(2)) {
        await callers.act(below(3) > 0);
      }
      await tabs.all[0]!.waitForTimeout(pause % 200);
      await placed();
    }
    const leader = await tabs.leader();
    await close(leader);
    took.push(await tabs.end(leader, ends[below(ends.length)]!));
    await tabs.add(`seed=${seed + ++opened}&dials=${opened}`);
    await placed();
  }
  // Nothing is to happen any more: what each tab knows is held against the sandbox.
  const last = await tabs.leader();
  for (const page of tabs.all) {
    await expect.poll(() => page.evaluate("audit.open"), { timeout: 40_000 }).toBe(0);
  }
  await callers.leave();
  await expect
    .poll(async () => (await callers.state()).Agents.find(({ AgentId }: { AgentId: string }) => AgentId === agent)!.CallID, {
      timeout: 20_000,
    })
    .toBe("");
  await last.evaluate("audit.does('GetStateAsync')");
  for (const page of tabs.all) {
    const told = (): Promise<unknown> => page.evaluate("[instance.agentState, instance.phoneState, audit.call]");
    const { State, PhoneState, CallID } = await tabs.agent();
    await expect.poll(told).toEqual([State, PhoneState, CallID]);
    await close(page);
  }
  // The younger tab was told what the older one was, from its own Ready on.
  const lists = await Promise.all(tabs.all.map((page) => page.evaluate<string[]>("heard.filter((line) => !line.startsWith('TabRole'))")));
  lists.sort((a, b) => a.length - b.length);
  for (const [i, younger] of lists.slice(0, -1).entries()) {
    const since = younger.slice(younger.findIndex((line) => line.startsWith("Ready")) + 1);
    expect(lists[i + 1]!.slice(lists[i + 1]!.length - since.length)).toEqual(since);
  }
  took.sort((a, b) => a - b);
  const at = (part: number): number => took[Math.floor((took.length - 1) * part)]!;
  console.log(
    `${successions} successions: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; ${events} events in all tabs; calls of methods ${JSON.stringify(outcomes)}`,
  );
  expect(at(0.95)).toBeLessThan(3_000);
});
