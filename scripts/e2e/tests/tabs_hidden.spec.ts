// Tabs that share a connection in a browser that hides, holds back and freezes the ones that nobody looks at.
import { PipedBrowser, type PipedTab, tells } from "../browser_pipe.ts";
import { expect, test } from "../origins.ts";

/** A browser of its own takes its time to start. */
const patient = expect.configure({ timeout: 20_000 });

async function leaderAndFollower(browser: PipedBrowser, origin: string, query = ""): Promise<[PipedTab, PipedTab]> {
  const first = await browser.open(`${origin}/tab.html?${query}`);
  await patient.poll(tells(first, "instance.tabRole + instance.connectState")).toBe("leaderconnected");
  const second = await browser.open(`${origin}/tab.html?${query}`);
  await patient.poll(tells(second, "instance.tabRole + instance.connectState")).toBe("followerconnected");
  return [first, second];
}

test("a leader that the browser freezes is succeeded, and follows when it is resumed", async ({ customerOrigin, request, sdkOrigin }) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const browser = await PipedBrowser.start([]);
  try {
    const [first, second] = await leaderAndFollower(browser, customerOrigin);
    await patient.poll(tells(first, "document.hidden")).toBe(true);
    await first.evaluate(
      "window.ticks = 0; setInterval(() => ticks++, 10); document.addEventListener('resume', () => (window.at = ticks))",
    );
    await first.send("Page.setWebLifecycleState", { state: "frozen" });
    await patient.poll(tells(second, "instance.tabRole + instance.connectState")).toBe("leaderconnected");
    expect(await second.evaluate("audit.does('SetAgentStateAsync', 'idle')")).toMatchObject({ Code: "0000" });
    await first.send("Page.setWebLifecycleState", { state: "active" });
    await patient.poll(tells(first, "instance.tabRole + instance.agentState")).toBe("followeridle");
    expect(await first.evaluate("audit.wrong")).toEqual([]);
    expect(await second.evaluate("audit.wrong")).toEqual([]);
  } finally {
    await browser.close();
  }
});

test("a tab from the back-forward cache takes part again, and tells what it missed", async ({ customerOrigin, request, sdkOrigin }) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const browser = await PipedBrowser.start([]);
  try {
    const [first, second] = await leaderAndFollower(browser, customerOrigin);
    await first.evaluate("addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted))");
    await first.send("Page.navigate", { url: `${customerOrigin}/blank.html` });
    await patient.poll(tells(second, "instance.tabRole + instance.connectState")).toBe("leaderconnected");
    expect(await second.evaluate("does('SetAgentStateAsync', 'idle')")).toMatchObject({ Code: "0000" });
    await first.evaluate("void history.back()");
    await patient.poll(tells(first, "instance.tabRole + instance.agentState")).toBe("followeridle");
    expect(await first.evaluate("persisted")).toBe(true);
    const heard = await first.evaluate<string[]>("heard");
    expect(heard.filter((line) => /^Agent|^Ready/.test(line))).toEqual(["Ready offline", "AgentStateChanged idle"]);
    expect(await first.evaluate("audit.wrong")).toEqual([]);
    expect(await first.evaluate("does('GetStateAsync')")).toMatchObject({ Code: "0000" });
  } finally {
    await browser.close();
  }
});

// Chromium wakes a tab that was hidden for five minutes once a minute; here it does so after ten seconds.
const throttled = ["--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/10"];
/** How long the leader is hidden. HIDDEN=75 shows that its keep-alive is sent in time, the shorter time that its clock goes on. */
const hidden = Number(process.env.HIDDEN || 12);

test("a hidden leader's clock goes on under intensive throttling", async ({ customerOrigin, request, sdkOrigin }) => {
  test.setTimeout(60_000 + hidden * 1000);
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const browser = await PipedBrowser.start(throttled);
  try {
    const leader = await browser.open(`${customerOrigin}/tab.html`);
    await patient.poll(tells(leader, "instance.tabRole + instance.connectState")).toBe("leaderconnected");
    await leader.evaluate(`(() => {
      // A timer of the page's own shows that it is held back.
      window.own = [];
      const chain = () => (own.push(performance.now()), setTimeout(chain, 1000));
      chain();
      window.sent = [performance.now()];
      const { send } = WebSocket.prototype;
      WebSocket.prototype.send = function (text) {
        sent.push(performance.now());
        return send.call(this, text);
      };
    })()`);
    const second = await browser.open(`${customerOrigin}/tab.html`);
    await patient.poll(tells(second, "instance.tabRole + instance.connectState")).toBe("followerconnected");
    await second.evaluate(`new Promise((over) => setTimeout(over, ${hidden * 1000}))`);
    const times = await leader.evaluate<number[]>("[...sent, performance.now()]");
    const silent = Math.max(...times.slice(1).map((at, i) => at - times[i]!));
    expect(silent).toBeLessThan(55_000);
    // A call that nobody answers ends when it should, though no timer of the leader's page would end it.
    await request.post(`${sdkOrigin}/sandbox/faults`, { data: { AgentId: "1001", Fault: "stall", Ms: 600_000 } });
    const took = await second.evaluate<number>(`(() => {
      const began = performance.now();
      return does("SetAgentStateAsync", "idle").then(() => performance.now() - began);
    })()`);
    const own = await leader.evaluate<number>(
      "Math.max(performance.now() - own[own.length - 1], ...own.slice(1).map((at, i) => at - own[i]))",
    );
    console.log(
      `hidden: a call timed out after ${Math.round(took)} ms, the socket was silent for ${Math.round(silent)} ms, a timer ${Math.round(own)} ms late`,
    );
    expect(took).toBeLessThan(14_000);
    expect(own).toBeGreaterThan(5_000);
  } finally {
    await browser.close();
  }
});

test("where the page's policy forbids workers, a tab that is seen keeps a hidden leader's clock", async ({
  customerOrigin,
  request,
  sdkOrigin,
}) => {
  test.setTimeout(90_000);
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const browser = await PipedBrowser.start(throttled);
  try {
    const [, second] = await leaderAndFollower(browser, customerOrigin, `csp=${encodeURIComponent("worker-src 'none'")}`);
    await second.evaluate("new Promise((over) => setTimeout(over, 12_000))");
    await request.post(`${sdkOrigin}/sandbox/faults`, { data: { AgentId: "1001", Fault: "stall", Ms: 600_000 } });
    const took = await second.evaluate<number>(`(() => {
      const began = performance.now();
      return does("SetAgentStateAsync", "idle").then(() => performance.now() - began);
    })()`);
    // The leader's own timers run once a minute.
    expect(took).toBeLessThan(20_000);
  } finally {
    await browser.close();
  }
});
