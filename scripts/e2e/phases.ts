// The phases of a call in which a leader goes, and what the tabs that stay have in common then, in any browser.
import type { Callers } from "./callers.ts";
import { expect } from "./origins.ts";

/** A tab with pages/tab.html, driven by Playwright or Puppeteer. */
export interface Driven {
  evaluate(script: string): Promise<unknown>;
}

export interface Phase {
  /** Brings the agent into the phase. */
  reach(tab: Driven, callers: Callers): Promise<unknown>;
  /** The last event of the call then. */
  told: string;
  /** What is done next: methods with their arguments, and the event that each leads to. */
  next: [method: string, argument: string, leadsTo: string][];
}

export async function does(tab: Driven, ...call: string[]): Promise<void> {
  const [method, ...args] = call;
  expect(await tab.evaluate(`does(${[JSON.stringify(method), ...args].join()})`), call.join(" ")).toMatchObject({ Code: "0000" });
}

const status = (tab: Driven, name: string): Promise<void> => expect.poll(() => tab.evaluate("audit.status")).toBe(name);
const own = "{ CallId: audit.call }";

const hangUp: Phase["next"][0] = ["HangupAsync", own, "ConnectionCleared"];
const talk = (tab: Driven): Promise<void> => does(tab, "MakeCallAsync", "'13900004444'").then(() => status(tab, "Established"));

export const phases: Record<string, Phase> = {
  "a number rings": {
    reach: (tab) => does(tab, "MakeCallAsync", "'13900000002'"),
    told: "Originated",
    next: [hangUp],
  },
  "a customer rings": {
    reach: (_, callers) => callers.post("calls", { AgentId: "1001", From: "13800138000" }),
    told: "Delivered",
    next: [["AnswerAsync", own, "Established"], hangUp],
  },
  "the customer is on hold": {
    reach: (tab) => talk(tab).then(() => does(tab, "HoldAsync", own)),
    told: "Held",
    next: [["RecoveryAsync", own, "Retrieved"], hangUp],
  },
  "the call is over": {
    reach: (tab) => talk(tab).then(() => does(tab, "HangupAsync", own)),
    told: "ConnectionCleared",
    next: [["SetAgentStateAsync", "'idle'", "ConnectionCleared"], ["MakeCallAsync", "'13900004444'", "Established"], hangUp],
  },
};

/** In a tab: whether it has become the leader and is connected. */
const noteSuccession = `window.succeeded = false;
  instance.on("TabRoleChanged", ({ Data }) => Data.Role === "leader" && instance.on("Connected", () => (succeeded = true))), undefined`;

/**
 * Brings the agent into a phase of a call and ends the leader; the two tabs that stay tell the same, and the call goes on
 * from either of them. `patience` is how long one may take to be connected in its place, in milliseconds.
 */
export async function outlives(
  phase: Phase,
  rest: Driven[],
  callers: Callers,
  end: () => Promise<unknown>,
  patience: number,
): Promise<void> {
  await does(rest[0]!, "SetAgentStateAsync", "'idle'");
  await phase.reach(rest[0]!, callers);
  for (const tab of rest) {
    await status(tab, phase.told);
  }
  for (const tab of rest) {
    await tab.evaluate(noteSuccession);
  }
  await end();
  await expect.poll(() => Promise.all(rest.map((tab) => tab.evaluate("succeeded"))), { timeout: patience }).toContain(true);
  for (const tab of rest) {
    await expect.poll(() => tab.evaluate("instance.connectState")).toBe("connected");
    expect(await tab.evaluate("audit.status")).toBe(phase.told);
  }
  for (const [number, [method, argument, leadsTo]] of phase.next.entries()) {
    await does(rest[number % 2]!, method, ...(argument ? [argument] : []));
    for (const tab of rest) {
      await status(tab, leadsTo);
    }
  }
  const heard = rest.map(async (tab) =>
    ((await tab.evaluate("heard.splice(0)")) as string[]).filter((line) => !line.startsWith("TabRole")),
  );
  const lines = await Promise.all(heard);
  expect(lines[0]).toEqual(lines[1]);
  for (const tab of rest) {
    expect(await tab.evaluate("audit.wrong")).toEqual([]);
    expect(await tab.evaluate("audit.open")).toBe(0);
  }
}
