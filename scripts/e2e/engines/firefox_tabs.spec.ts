// The leader goes in Firefox ESR: it is closed, navigates, its process is killed, or stands still.
import type { Browser, Page } from "puppeteer-core";

import { Callers } from "../callers.ts";
import { outlives, phases } from "../phases.ts";
import type { Driven } from "../phases.ts";
import { expect, test as base } from "../origins.ts";
import { firefoxWith } from "../sip/firefox.ts";
import { processesOf } from "./process.ts";

const test = base.extend<object, { firefox: Browser }>({
  // Tabs of one site have a process each.
  firefox: firefoxWith({ "dom.ipc.processCount.webIsolated": 8, "dom.ipc.processPrelaunch.enabled": false }),
});

test.describe.configure({ mode: "default", timeout: 90_000 });

/** The time until a stopped leader's lock is taken is 30 s; a gone one's is free at once. */
const patience = { closed: 10_000, navigated: 10_000, killed: 10_000, stopped: 45_000 };
const ends = Object.keys(patience) as (keyof typeof patience)[];

Object.entries(phases).forEach(([name, phase], number) => {
  const how = ends[number % ends.length]!;
  test(`Firefox ESR: ${name}, and the leader is ${how}`, async ({ firefox, customer, request, sdkOrigin }) => {
    await request.post(`${sdkOrigin}/sandbox/reset`);
    const tabs: Page[] = [];
    for (let i = 0; i < 3; i++) {
      const tab = await firefox.newPage();
      await tab.goto(`${customer.origin}/tab.html`);
      await expect.poll(() => tab.evaluate("heard.some((line) => /^Ready/.test(line))")).toBe(true);
      tabs.push(tab);
    }
    const [leader, ...rest] = tabs as [Page, Page, Page];
    expect(await leader.evaluate("instance.tabRole")).toBe("leader");
    const [own, ...others] = await processesOf(tabs, firefox.process()!.pid!);
    expect(others).not.toContain(own);
    try {
      const end = {
        closed: () => leader.close(),
        navigated: () => leader.goto("about:blank"),
        killed: () => process.kill(own!, "SIGKILL"),
        stopped: () => process.kill(own!, "SIGSTOP"),
      };
      await outlives(phase, rest as Driven[], new Callers(request, sdkOrigin), async () => end[how](), patience[how]);
    } finally {
      if (how === "stopped") {
        process.kill(own!, "SIGCONT");
      }
      for (const tab of rest) {
        await tab.close();
      }
    }
  });
});
