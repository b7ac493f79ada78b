// The leader goes in each phase of a call: the tabs that stay tell the same, and the call goes on from either of them.
import type { Page } from "@playwright/test";

import { Callers } from "../callers.ts";
import { expect } from "../origins.ts";
import { test as base, ends, heard } from "../tabs.ts";

const test = base.extend<{ callers: Callers }>({
  callers: async ({ request, sdkOrigin }, use) => use(new Callers(request, sdkOrigin)),
});

const does = async (page: Page, ...call: string[]): Promise<void> => {
  const [method, ...args] = call;
  expect(await page.evaluate(`does(${[JSON.stringify(method), ...args].join()})`), call.join(" ")).toMatchObject({ Code: "0000" });
};
const status = (page: Page, name: string): Promise<void> => expect.poll(() => page.evaluate("audit.status")).toBe(name);
const own = "{ CallId: audit.call }";

interface Phase {
  /** Brings the agent into the phase. */
  reach(page: Page, callers: Callers): Promise<unknown>;
  /** The last event of the call then. */
  told: string;
  /** What is done next: methods with their arguments, and the event that each leads to. */
  next: [method: string, argument: string, leadsTo: string][];
}

const hangUp: Phase["next"][0] = ["HangupAsync", own, "ConnectionCleared"];
const talk = (page: Page): Promise<void> => does(page, "MakeCallAsync", "'13900004444'").then(() => status(page, "Established"));

const phases: Record<string, Phase> = {
  "a number rings": {
    reach: (page) => does(page, "MakeCallAsync", "'13900000002'"),
    told: "Originated",
    next: [hangUp],
  },
  "a customer rings": {
    reach: (_, callers) => callers.post("calls", { AgentId: "1001", From: "13800138000" }),
    told: "Delivered",
    next: [["AnswerAsync", own, "Established"], hangUp],
  },
  "the customer is on hold": {
    reach: (page) => talk(page).then(() => does(page, "HoldAsync", own)),
    told: "Held",
    next: [["RecoveryAsync", own, "Retrieved"], hangUp],
  },
  "the call is over": {
    reach: (page) => talk(page).then(() => does(page, "HangupAsync", own)),
    told: "ConnectionCleared",
    next: [["SetAgentStateAsync", "'idle'", "ConnectionCleared"], ["MakeCallAsync", "'13900004444'", "Established"], hangUp],
  },
};

Object.entries(phases).forEach(([name, { reach, told, next }], number) => {
  const how = ends[number % ends.length]!;
  test(`${name}, and the leader is ${how}`, async ({ tabs, callers }) => {
    const [leader, ...rest] = (await tabs.addReady(3)) as [Page, Page, Page];
    await does(rest[0]!, "SetAgentStateAsync", "'idle'");
    await reach(rest[0]!, callers);
    for (const page of rest) {
      await status(page, told);
    }
    await tabs.end(leader, how);
    for (const page of rest) {
      await expect.poll(() => page.evaluate("instance.connectState")).toBe("connected");
      expect(await page.evaluate("audit.status")).toBe(told);
    }
    for (const [number, [method, argument, leadsTo]] of next.entries()) {
      await does(rest[number % 2]!, method, ...(argument ? [argument] : []));
      for (const page of rest) {
        await status(page, leadsTo);
      }
    }
    const lines = await Promise.all(rest.map(async (page) => (await heard(page)).filter((line) => !line.startsWith("TabRole"))));
    expect(lines[0]).toEqual(lines[1]);
    for (const page of rest) {
      expect(await page.evaluate("audit.wrong")).toEqual([]);
      expect(await page.evaluate("audit.open")).toBe(0);
    }
  });
});
