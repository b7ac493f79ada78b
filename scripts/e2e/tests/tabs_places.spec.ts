// Tabs that stand still or are told the wrong time, and places that share nothing with each other.
import type { Page } from "@playwright/test";

import { PipedBrowser, tells } from "../browser_pipe.ts";
import { expect } from "../origins.ts";
import { heard, ready, test } from "../tabs.ts";

const patient = expect.configure({ timeout: 60_000 });

test("a leader that stands still is succeeded, and follows when it runs again", async ({ tabs }) => {
  test.setTimeout(120_000);
  const [leader, ...rest] = (await tabs.addReady(3)) as [Page, Page, Page];
  const page = rest[0]!;
  await page.evaluate("does('SetAgentStateAsync', 'idle')");
  for (const each of tabs.all) {
    await expect.poll(() => each.evaluate("instance.agentState")).toBe("idle");
    await heard(each);
  }
  await leader.evaluate("setTimeout(() => { for (const until = performance.now() + 50_000; performance.now() < until; ); })");
  // Both are sent to a tab that does not read them, and that reads them when others have settled them.
  const settled = page.evaluate("Promise.all([does('GetStateAsync'), does('MakeCallAsync', '13900004444')])");
  expect(await settled).toMatchObject([{ Code: "0000" }, { Code: "0300", Data: { Outcome: "unknown" } }]);
  const lines = await Promise.all(rest.map((each) => each.evaluate<string[]>("lines.filter((line) => /does not answer/.test(line))")));
  expect(lines.flat()).toHaveLength(1);
  await patient.poll(() => leader.evaluate("instance.tabRole + instance.connectState")).toBe("followerconnected");
  expect(tabs.open).toBe(1);
  for (const each of tabs.all) {
    expect((await heard(each)).filter((line) => /^(Agent|NeedManual|Originated)/.test(line))).toEqual([]);
    expect(await each.evaluate("audit.wrong")).toEqual([]);
    expect(await each.evaluate("audit.open")).toBe(0);
  }
  expect(tabs.sent).not.toContain("MakeCall");
  expect(await leader.evaluate("does('SetAgentStateAsync', 'busy')")).toMatchObject({ Code: "0000" });
});

test("clocks that jump change nothing", async ({ tabs, context }) => {
  await context.addInitScript(`{
    const { now } = Date;
    let jump = 0;
    Date.now = () => now() + jump;
    window.jumps = (ms) => (jump = ms);
  }`);
  const [leader, ...rest] = (await tabs.addReady(3)) as [Page, Page, Page];
  await leader.evaluate("jumps(86_400_000)");
  await rest[0]!.evaluate("jumps(-86_400_000)");
  await rest[0]!.evaluate("does('SetAgentStateAsync', 'idle')");
  await rest[1]!.evaluate("does('MakeCallAsync', '13900004444')");
  for (const page of tabs.all) {
    await expect.poll(() => page.evaluate("audit.status")).toBe("Established");
  }
  await leader.evaluate("jumps(0)");
  await tabs.end(leader, "closed");
  for (const page of rest) {
    await expect.poll(() => page.evaluate("instance.connectState")).toBe("connected");
  }
  await rest[0]!.evaluate("does('HangupAsync', { CallId: audit.call })");
  for (const page of rest) {
    await expect.poll(() => page.evaluate("audit.status")).toBe("ConnectionCleared");
    expect(await page.evaluate("audit.wrong")).toEqual([]);
  }
  const [one, other] = await Promise.all(rest.map(async (page) => (await heard(page)).filter((line) => !line.startsWith("TabRole"))));
  expect(one).toEqual(other);
});

/** Puts the agent's page into some frames of another site's page. */
const framed = (origin: string, count: number): string =>
  `document.body.innerHTML = '<iframe src="${origin}/tab.html?agent=1002"></iframe>'.repeat(${count})`;
const otherSite = (origin: string): string => `${origin.replace("127.0.0.1", "localhost")}/blank.html`;
const state = "instance.tabRole + ' ' + instance.connectState";

test("frames in another site's page share among themselves, and not with the site's tabs", async ({
  customerOrigin,
  sdkOrigin,
  request,
}) => {
  test.setTimeout(90_000);
  await request.post(`${sdkOrigin}/sandbox/reset`);
  // Playwright's browsers keep nothing apart; this Chromium refuses such frames all storage unless a person allows it.
  const browser = await PipedBrowser.start([], { profile: { cookie_controls_mode: 0 } });
  try {
    const page = await browser.open(otherSite(customerOrigin));
    // It begins as about:blank.
    await patient.poll(tells(page, "location.pathname + document.readyState")).toBe("/blank.htmlcomplete");
    await page.evaluate(framed(customerOrigin, 2));
    const inFrame = (number: number, what: string): Promise<unknown> =>
      page.evaluate(`new Promise((resolve) => {
        addEventListener("message", ({ data }) => resolve(data), { once: true });
        frames[${number}].postMessage(${JSON.stringify(what)}, "*");
        // A frame that is still loading does not answer.
        setTimeout(resolve, 1000);
      })`);
    await patient
      .poll(async () => [await inFrame(0, state), await inFrame(1, state)].sort())
      .toEqual(["follower connected", "leader connected"]);
    expect(await inFrame(0, "does('SetAgentStateAsync', 'idle')")).toMatchObject({ Code: "0000" });
    await expect.poll(() => inFrame(1, "instance.agentState")).toBe("idle");

    // For the platform it is the same agent twice.
    const tab = await browser.open(`${customerOrigin}/tab.html?agent=1002`);
    await patient.poll(tells(tab, state)).toBe("leader connected");
    for (const number of [0, 1]) {
      await patient.poll(() => inFrame(number, "heard")).toContain("NeedManualConnect kicked");
      expect(await inFrame(number, "audit.wrong")).toEqual([]);
    }
  } finally {
    await browser.close();
  }
});

test("where the browser refuses frames what tabs share, each connects by itself and says so", async ({
  page,
  customer,
  sdkOrigin,
  request,
}) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  await page.goto(otherSite(customer.origin));
  // One: without a shared connection the second would end that of the first.
  await page.evaluate(framed(customer.origin, 1));
  const frame = page.frames()[1]!;
  await frame.waitForFunction("typeof instance === 'object'");
  const off = "lines.filter((line) => /ShareConnection is off: the browser refuses it here \\(SecurityError\\)/.test(line)).length";
  await expect.poll(() => frame.evaluate(off)).toBe(1);
  expect(await frame.evaluate("instance.tabRole")).toBe("");
  expect(await frame.evaluate("does('ConnectAsync')")).toMatchObject({ Code: "0000" });
});

test("a private window shares nothing with the others", async ({ tabs, browser, customer }) => {
  const [page] = (await tabs.addReady(1)) as [Page];
  const secret = await browser.newContext();
  try {
    const tab = await secret.newPage();
    await tab.goto(`${customer.origin}/tab.html`);
    await ready(tab);
    expect(await tab.evaluate("instance.tabRole")).toBe("leader");
    await expect.poll(() => page.evaluate("heard")).toContain("NeedManualConnect kicked");
    expect(await page.evaluate("does('ConnectAsync')")).toMatchObject({ Code: "0000" });
    await expect.poll(() => tab.evaluate("heard")).toContain("NeedManualConnect kicked");
  } finally {
    await secret.close();
  }
});
