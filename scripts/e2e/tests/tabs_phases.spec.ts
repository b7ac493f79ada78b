// The leader goes in each phase of a call: the tabs that stay tell the same, and the call goes on from either of them.
import type { Page } from "@playwright/test";

import { Callers } from "../callers.ts";
import { outlives, phases } from "../phases.ts";
import { test as base, ends } from "../tabs.ts";

const test = base.extend<{ callers: Callers }>({
  callers: async ({ request, sdkOrigin }, use) => use(new Callers(request, sdkOrigin)),
});

Object.entries(phases).forEach(([name, phase], number) => {
  const how = ends[number % ends.length]!;
  test(`${name}, and the leader is ${how}`, async ({ tabs, callers }) => {
    const [leader, ...rest] = (await tabs.addReady(3)) as [Page, Page, Page];
    await outlives(phase, rest, callers, () => tabs.end(leader, how), 5_000);
  });
});
