// What becomes of tabs that share a connection when they leave, differ, or are spoken to by something else.
import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { Callers } from "../callers.ts";
import { expect } from "../origins.ts";
import { heard, ready, test } from "../tabs.ts";

const state = (page: Page): Promise<string> => page.evaluate("instance.connectState");

test("Destroy ends a tab's part, and only the last one logs the agent out", async ({ tabs }) => {
  const [leader, second, third] = (await tabs.addReady(3)) as [Page, Page, Page];
  await second.evaluate("audit.does('SetAgentStateAsync', 'idle')");
  await second.evaluate("instance.Destroy()");
  expect(await second.evaluate("does('GetStateAsync')")).toMatchObject({ Code: "0902" });
  expect(await third.evaluate("does('GetStateAsync')")).toMatchObject({ Code: "0000" });
  await leader.evaluate("instance.Destroy()");
  await expect.poll(() => third.evaluate("instance.tabRole")).toBe("leader");
  await expect.poll(() => state(third)).toBe("connected");
  expect(await third.evaluate("does('GetStateAsync')")).toMatchObject({ Code: "0000" });
  expect(tabs.sent).not.toContain("Logout");
  expect(await tabs.agent()).toMatchObject({ State: "idle", Connected: true });
  await third.evaluate("instance.Destroy()");
  await expect.poll(() => tabs.agent()).toMatchObject({ State: "offline", Connected: false });
  expect(tabs.sent.filter((method) => method === "Logout")).toHaveLength(1);
});

test("when leader and follower are destroyed at the same time, the agent is logged out", async ({ tabs }) => {
  const [leader, follower] = (await tabs.addReady(2)) as [Page, Page];
  await leader.evaluate("audit.does('SetAgentStateAsync', 'idle')");
  await Promise.all([leader.evaluate("instance.Destroy()"), follower.evaluate("instance.Destroy()")]);
  await expect.poll(() => tabs.agent(), { timeout: 15_000 }).toMatchObject({ State: "offline", Connected: false });
});

test("Disconnect in any tab disconnects all, ConnectAsync in any connects all, and a succession keeps it so", async ({ tabs }) => {
  const [leader, second, third] = (await tabs.addReady(3)) as [Page, Page, Page];
  await second.evaluate("instance.Disconnect()");
  for (const page of tabs.all) {
    await expect.poll(() => state(page)).toBe("disconnect");
  }
  await tabs.all.splice(0, 1)[0]!.close();
  expect(leader.isClosed()).toBe(true);
  await tabs.leader();
  // Long enough for a connection, which takes a quarter of that: none is made.
  await second.waitForTimeout(1_000);
  expect([await state(second), await state(third)]).toEqual(["disconnect", "disconnect"]);
  expect(tabs.opened).toBe(1);
  expect(await third.evaluate("audit.does('ConnectAsync')")).toMatchObject({ Code: "0000" });
  await expect.poll(() => state(second)).toBe("connected");
  expect(tabs.opened).toBe(2);
});

test("a token comes from the leader's provider, or else from another tab's", async ({ tabs }) => {
  for (const [i, provider] of ["fails", "hangs"].entries()) {
    const leader = await tabs.add(`agent=${1001 + i}&provider=${provider}&waits`);
    await expect.poll(() => leader.evaluate("instance.tabRole")).toBe("leader");
    const began = Date.now();
    await ready(await tabs.add(`agent=${1001 + i}`));
    await ready(leader);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(await leader.evaluate("asked")).toBeGreaterThan(0);
  }
});

test("calls under way when the leader ends: reads are repeated, acting calls reject, MakeCall is decided by the state", async ({
  tabs,
}) => {
  const [leader, page] = (await tabs.addReady(2)) as [Page, Page];
  await page.evaluate("audit.does('SetAgentStateAsync', 'idle')");
  await tabs.sandbox("faults", { AgentId: "1001", Fault: "stall", Ms: 600_000 });
  const settled = page.evaluate(`Promise.all([audit.does("GetAgentStatesAsync"), audit.does("SetAgentStateAsync", "busy"),
    audit.does("MakeCallAsync", "13900004444")]).then((all) => all.map(({ Code, Data }) => [Code, Data && Data.Outcome]))`);
  // Calls are sent in order, and the recording has what was sent.
  await expect.poll(() => leader.evaluate("instance.ExportLog().then((log) => log.includes('MakeCall'))")).toBe(true);
  await leader.close();
  expect(await settled).toEqual([
    ["0000", undefined],
    ["0904", null],
    ["0300", "unknown"],
  ]);
  expect(await page.evaluate("audit.wrong")).toEqual([]);
});

/** Speaks on the tabs' channel, as anything on the origin may. */
const strange = `(async () => {
  const { held } = await navigator.locks.query();
  const place = held.map(({ name }) => name).find((name) => /^udesk-ccpaas [0-9a-f]{64}$/.test(name));
  const channel = new BroadcastChannel(place);
  const ids = held.map(({ name }) => name.split(" ")[2]).filter(Boolean);
  const stranger = "f".repeat(32);
  const sdk = "udesk-ccpaas";
  const cycle = {};
  cycle.cycle = cycle;
  const said = ["", 7, null, {}, cycle, [], ["udesk-ccpaas"], [sdk, 1], [sdk, "1", stranger, "", 0, 1], [sdk, 1, "x", "", 0, 1, [1, ""]],
    [sdk, 1, stranger, "", 0, 6, "text"], [sdk, 1, stranger, "", 0, 6, [[2, -1, "", ""]]], [sdk, 1, stranger, "", 0, 6, [[2, 1, {}, ""]]],
    [sdk, 1, stranger, "", 0, 99], [sdk, 1, stranger, ids[0], 5, 6, [[7, 0, "", ""]]], [sdk, 1, stranger, "", 0, 1, [1, "{not JSON"]],
    [sdk, 1, stranger, "", 0, 1, [2, '{"State":7,"Number":"x"}']], [sdk, 1, stranger, "", 1, 6, [[2, 1, "Logout", "["]]],
    [sdk, 1, stranger, "", 0, 1, [3, "x".repeat(1 << 23)]]];
  for (const id of ids) {
    // Who speaks for a tab by its id says what the tab might, and out of its turn.
    said.push([sdk, 1, id, "", 40, 6, [[18, 0, "", ""], [7, 0, "", ""], [20, 0, "", ""], [1, 0, "", "{}"]]]);
  }
  for (const one of said) {
    channel.postMessage(one);
  }
  for (let i = 0; i < 20000; i++) {
    channel.postMessage([sdk, 1, (i + 256).toString(16).padStart(32, "0"), "", 0, 1, [1, ""]]);
  }
  channel.close();
})()`;

test("what is no message of a tab's is ignored, a flood too, and told once", async ({ tabs, customer, context }) => {
  const pages = await tabs.addReady(3);
  for (const page of pages) {
    await heard(page);
  }
  const stranger = await context.newPage();
  await stranger.goto(`${customer.origin}/blank.html`);
  await stranger.evaluate(strange);
  // Who speaks for a tab makes it join again, which is an outage for its calls: a read is repeated, and after it that is over.
  expect(await pages[1]!.evaluate("audit.does('GetStateAsync')")).toMatchObject({ Code: "0000" });
  expect(await pages[1]!.evaluate("audit.does('SetAgentStateAsync', 'idle')")).toMatchObject({ Code: "0000" });
  for (const page of pages) {
    await expect.poll(() => page.evaluate("instance.agentState"), { timeout: 20_000 }).toBe("idle");
    expect(await page.evaluate("audit.wrong")).toEqual([]);
    const lines = await page.evaluate<string[]>("lines.filter((line) => /foreign message/.test(line))");
    expect(lines).toHaveLength(1);
    expect((await heard(page)).filter((line) => line.startsWith("Agent"))).toEqual(["AgentStateChanged idle"]);
  }
  expect(tabs.opened).toBe(1);
});

test("a hundred tabs that are open leave room for another", async ({ tabs, customer, context }) => {
  await tabs.addReady(1);
  const others = await context.newPage();
  await others.goto(`${customer.origin}/blank.html`);
  await others.evaluate(`(async () => {
    const { held } = await navigator.locks.query();
    const place = held.map(({ name }) => name).find((name) => /^udesk-ccpaas [0-9a-f]{64}$/.test(name));
    const channel = new BroadcastChannel(place);
    for (let i = 0; i < 100; i++) {
      const id = i.toString(16).padStart(32, "0");
      await new Promise((held) => navigator.locks.request(place + " " + id, () => (held(), new Promise(() => {}))));
      channel.postMessage(["udesk-ccpaas", 1, id, "", 0, 1, [1, ""]]);
    }
  })()`);
  const page = await tabs.add();
  await expect.poll(() => page.evaluate("instance.tabRole"), { timeout: 20_000 }).toBe("follower");
  expect(await page.evaluate("does('GetStateAsync')")).toMatchObject({ Code: "0000" });
  expect(tabs.opened).toBe(1);
});

for (const [name, gone] of [
  ["Web Locks", "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })"],
  ["BroadcastChannel", "delete window.BroadcastChannel"],
] as const) {
  test(`without ${name} a tab connects for itself, and says so once`, async ({ tabs, context }) => {
    await context.addInitScript(gone);
    const page = await tabs.add();
    await ready(page);
    expect(await page.evaluate("instance.tabRole")).toBe("");
    expect(await page.evaluate<string[]>("lines.filter((line) => /ShareConnection is off/.test(line))")).toHaveLength(1);
  });
}

test("without its script, too", async ({ tabs, context }) => {
  await context.route("**/udesk-tabs.js*", (route) => route.abort());
  const page = await tabs.add();
  await ready(page);
  expect(await page.evaluate<string[]>("lines.filter((line) => /ShareConnection is off/.test(line))")).toHaveLength(1);
  expect(await page.evaluate("does('GetStateAsync')")).toMatchObject({ Code: "0000" });
});

/** A tab of another version, as far as versions understand each other: it leads, and yields where it is older and asked. */
const other = (version: number, place: string): string => `(async () => {
  const id = "e".repeat(32);
  window.yielded = 0;
  window.channel = new BroadcastChannel(${JSON.stringify(place)});
  await new Promise((held) => navigator.locks.request(${JSON.stringify(place)}, () => {
    held();
    return new Promise((release) => (window.release = release));
  }));
  // As any leader does, so that a tab that asked before it listened hears of it.
  channel.postMessage(["udesk-ccpaas", ${version}, id, "", 0, 2]);
  channel.onmessage = ({ data: [sdk, theirs, from, to, number, say] }) => {
    if (say === 1) {
      channel.postMessage([sdk, ${version}, id, from, 0, 3]);
    } else if (say === 4 && theirs > ${version}) {
      yielded++;
      release();
    }
  };
})()`;

/** Where the tabs of the agent meet. */
async function placeOf(page: Page): Promise<string> {
  return page.evaluate(`navigator.locks.query().then(({ held }) =>
    held.map(({ name }) => name).find((name) => /^udesk-ccpaas [0-9a-f]{64}$/.test(name)))`);
}

test("a tab takes no part under a newer version, says so, and leads when that is gone", async ({ tabs, context, customer }) => {
  const place = await placeOf((await tabs.addReady(1))[0]!);
  await tabs.all.splice(0, 1)[0]!.close();
  const newer = await context.newPage();
  await newer.goto(`${customer.origin}/blank.html`);
  await newer.evaluate(other(2, place));
  const page = await tabs.add();
  const failure = await page.evaluate<any>("does('GetStateAsync')");
  expect(failure).toMatchObject({ Code: "9000", Visible: true });
  expect(failure.Message).toContain("another tab runs another version");
  expect(await newer.evaluate("yielded")).toBe(0);
  await newer.close();
  await ready(page);
  expect(await page.evaluate("does('GetStateAsync')")).toMatchObject({ Code: "0000" });
});

test("a tab asks an older leader to hand over", async ({ tabs, context, customer }) => {
  const place = await placeOf((await tabs.addReady(1))[0]!);
  await tabs.all.splice(0, 1)[0]!.close();
  const older = await context.newPage();
  await older.goto(`${customer.origin}/blank.html`);
  await older.evaluate(other(0, place));
  const page = await tabs.add();
  await ready(page);
  expect(await older.evaluate("yielded")).toBeGreaterThan(0);
});

test("a leader hands over to a newer version when it has no call, and says what to do", async ({ tabs, context, customer }) => {
  const page = (await tabs.addReady(1))[0]!;
  const place = await placeOf(page);
  const newer = await context.newPage();
  await newer.goto(`${customer.origin}/blank.html`);
  const leads = newer.evaluate(other(2, place));
  await newer.evaluate(`new BroadcastChannel(${JSON.stringify(place)}).postMessage(["udesk-ccpaas", 2, "e".repeat(32), "", 0, 4])`);
  await leads;
  await expect.poll(() => state(page)).not.toBe("connected");
  expect(tabs.sent).not.toContain("Logout");
  expect(await page.evaluate("does('GetStateAsync')")).toMatchObject({ Code: "9000" });
});

test("a leader keeps its call from a newer version, whatever the call's data are", async ({ tabs, context, customer }) => {
  await context.routeWebSocket(/AgentId=/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => socket.send(String(frame).replace('"Payload":{', '"Payload":{"callId":"",')));
  });
  const page = (await tabs.addReady(1))[0]!;
  await page.evaluate("does('SetAgentStateAsync', 'idle')");
  await page.evaluate("does('MakeCallAsync', '13900004444')");
  await expect.poll(() => page.evaluate("audit.status")).toBe("Established");
  const newer = await context.newPage();
  await newer.goto(`${customer.origin}/blank.html`);
  // It is asked to yield and, after that, whether one may join: its answer shows that it has heard both.
  await newer.evaluate(`new Promise((differs) => {
    const channel = new BroadcastChannel(${JSON.stringify(await placeOf(page))});
    channel.onmessage = ({ data: [, , , , , say] }) => say === 3 && differs();
    for (const say of [4, 1]) {
      channel.postMessage(["udesk-ccpaas", 2, "e".repeat(32), "", 0, say]);
    }
  })`);
  expect(await page.evaluate("[instance.tabRole, instance.connectState]")).toEqual(["leader", "connected"]);
});

test("a customer's record opens in one tab, as the guide has it", async ({ tabs, context, customer, sdkOrigin, request }) => {
  const body = await readFile(new URL("../../../web/docs/snippets/tabs.js", import.meta.url), "utf8");
  await context.route(`${customer.origin}/tabs.js`, (route) => route.fulfill({ contentType: "text/javascript", body }));
  const pages = await tabs.addReady(4);
  await pages[0]!.evaluate("audit.does('SetAgentStateAsync', 'idle')");
  // Each of Playwright's tabs is visible; then only one says so; then none.
  for (const [visible, opens] of [
    [pages, undefined],
    [[pages[2]], pages[2]],
    [[], pages[0]],
  ] as const) {
    for (const page of pages) {
      await page.evaluate(`(async () => {
        Object.defineProperty(document, "visibilityState", { value: ${visible.includes(page as never)} ? "visible" : "hidden", configurable: true });
        window.records = [];
        instance.off("Delivered");
        await (await import("/tabs.js")).default(instance, undefined, undefined, (number) => records.push(number));
      })()`);
    }
    await new Callers(request, sdkOrigin).act(true);
    const opened = async (): Promise<string[][]> => Promise.all(pages.map((page) => page.evaluate<string[]>("records")));
    await expect.poll(async () => (await opened()).flat()).toEqual(["13800138000"]);
    if (opens) {
      expect(await opens.evaluate("records")).toEqual(["13800138000"]);
    }
    await new Callers(request, sdkOrigin).leave();
    await expect.poll(() => pages[3]!.evaluate("audit.call")).toBe("");
    await expect.poll(() => pages[3]!.evaluate("instance.agentState"), { timeout: 20_000 }).toBe("idle");
    expect((await opened()).flat()).toHaveLength(1);
  }
});
