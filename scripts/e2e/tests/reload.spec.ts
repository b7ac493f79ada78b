// Pages that are reloaded, suspended, and resumed.
import type { Page } from "@playwright/test";

import { expect, test } from "../origins.ts";
import config from "../playwright.config.ts";

// Playwright disables the back-forward cache.
test.use({ launchOptions: { ...config.use?.launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

/** The Methods of the frames that the page's sockets sent. */
function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => sent.push(payload === "ping" ? "ping" : JSON.parse(String(payload)).Method)),
  );
  return sent;
}

/** Stops the page's clock, and waits for the answer to the request that the jump caused. */
async function stands(page: Page): Promise<void> {
  await page.clock.pauseAt(Date.now() + 60_000);
  await expect.poll(() => page.evaluate("wire.unanswered")).toBe(0);
}

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("a reload in a call logs nobody out, and the new page learns the call and hangs it up", async ({
  page,
  request,
  customer,
  sdkOrigin,
}) => {
  const sent = sentBy(page);
  const alice = async () => (await (await request.get(`${sdkOrigin}/sandbox/state`)).json()).Agents[0];
  await page.goto(`${customer.origin}/audited.html?agent=1001`);
  await page.evaluate("audit.does('SetAgentStateAsync', 'idle')");
  expect(await page.evaluate("audit.dials('4444')")).toMatchObject({ Code: "0000" });
  await expect.poll(() => page.evaluate("audit.status")).toBe("Established");
  const { CallID } = await alice();

  await page.reload();
  await expect.poll(() => page.evaluate("instance.agentState")).toBe("talking");
  expect(await alice()).toMatchObject({ State: "talking", CallID, Connected: true });
  expect(await page.evaluate("audit.call")).toBe(CallID);
  expect(await page.evaluate("instance.callStatus")).toMatchObject({ CallID });

  expect(await page.evaluate("audit.does('HangupAsync', audit.call)")).toMatchObject({ Code: "0000" });
  await expect.poll(() => page.evaluate("instance.phoneState")).toBe("idle");
  const state = await (await request.get(`${sdkOrigin}/sandbox/state`)).json();
  expect(await page.evaluate((state) => (window as any).eval("audit").report(state, "1001"), state)).toMatchObject({ wrong: [], open: 0 });
  expect(sent).not.toContain("Logout");
});

test("a page from the back-forward cache finds its way back, and tells what it missed", async ({ run }) => {
  const report = await run("page.html?test=away");
  expect(report.failed).toBeUndefined();
  expect(report.persisted).toBe(true);
  expect(report.heard).toEqual(["Disconnected", "Connecting", "Connected", "PhoneStateChanged recovered", "Delivered recovered"]);
  expect(report.answer).toMatchObject({ Code: "0000" });
  expect(report.audit).toMatchObject({ wrong: [], open: 0 });
});

test("a page that is shown, resumed or online again asks for the state at once", async ({ page, customer }) => {
  const sent = sentBy(page);
  await page.clock.install();
  await page.goto(`${customer.origin}/audited.html?agent=1001`);
  await page.evaluate("instance.ConnectAsync()");
  // From here on no time passes: only the event causes anything.
  await stands(page);
  for (const event of ["document, 'visibilitychange'", "document, 'resume'", "window, 'online'", "window, 'pageshow'"]) {
    sent.length = 0;
    await page.evaluate(`((target, type) => target.dispatchEvent(new Event(type)))(${event})`);
    await expect.poll(() => sent, event).toEqual(["GetState"]);
  }
});

test("a page that was offline connects at once when the network is back", async ({ page, context, customer, request, sdkOrigin }) => {
  await page.clock.install();
  await page.goto(`${customer.origin}/audited.html?agent=1001`);
  await page.evaluate("instance.ConnectAsync()");
  await stands(page);
  await context.setOffline(true);
  await request.post(`${sdkOrigin}/sandbox/faults`, { data: { AgentId: "1001", Fault: "drop" } });
  await expect.poll(() => page.evaluate("instance.connectState")).toBe("disconnect");
  // The wait for the next attempt never ends on a stopped clock.
  await context.setOffline(false);
  await expect.poll(() => page.evaluate("instance.connectState")).toBe("connected");
});

test("a page whose connection died unnoticed is back within two seconds of being shown", async ({ page, customer, request, sdkOrigin }) => {
  await page.clock.install();
  await page.goto(`${customer.origin}/audited.html?agent=1001`);
  await page.evaluate("instance.ConnectAsync()");
  await stands(page);
  await request.post(`${sdkOrigin}/sandbox/faults`, { data: { AgentId: "1001", Fault: "stall", Ms: 600_000 } });
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await page.clock.runFor(1400);
  expect(await page.evaluate("[instance.connectState, audit.losses]")).toEqual(["connected", 0]);
  await page.clock.runFor(600);
  await expect.poll(() => page.evaluate("[instance.connectState, audit.losses]")).toEqual(["connected", 1]);
});
