// A busy agent behind a real proxy that treats bytes as networks do, in real time.
import type { Page } from "@playwright/test";

import { agent, Callers } from "../callers.ts";
import { expect, test as base } from "../origins.ts";
import { bothWays, type Toxic, Toxiproxy } from "../toxiproxy.ts";

const test = base.extend<{ toxiproxy: Toxiproxy; callers: Callers }>({
  toxiproxy: async ({ sdkOrigin }, use) => {
    const proxy = await Toxiproxy.start(sdkOrigin);
    await use(proxy);
    await proxy.stop();
  },
  callers: async ({ request, sdkOrigin }, use) => {
    const callers = new Callers(request, sdkOrigin);
    await callers.post("reset");
    await use(callers);
  },
});

/** Opens an agent's page whose WebSocket and HTTP calls both go through the proxy. */
async function open(page: Page, origin: string, { host }: Toxiproxy): Promise<void> {
  await page.goto(`${origin}/audited.html?agent=${agent}&seed=1&domain=ws://${host}/ws&http=http://${host}/backend`);
}

/** The findings of the page's audit, compared with the sandbox. */
async function audit(page: Page, callers: Callers): Promise<any> {
  const state = await callers.state();
  return page.evaluate(([state, agent]) => (window as any).eval("audit").report(state, agent), [state, agent] as const);
}

/** What the proxy does: what a connection survives, and what it does not. */
const survived: Record<string, Toxic[]> = {
  latency: bothWays("latency", { latency: 150 }),
  jitter: bothWays("latency", { latency: 100, jitter: 100 }),
  slicer: bothWays("slicer", { average_size: 20, size_variation: 10, delay: 500 }),
  bandwidth: bothWays("bandwidth", { rate: 10 }),
};
const fatal: Record<string, Toxic[]> = {
  timeout: bothWays("timeout", { timeout: 300 }),
  "reset on the way to the sandbox": [{ type: "reset_peer", stream: "upstream", attributes: { timeout: 0 } }],
  "reset on the way back": [{ type: "reset_peer", stream: "downstream", attributes: { timeout: 100 } }],
  "cut within a frame to the sandbox": [{ type: "limit_data", stream: "upstream", attributes: { bytes: 50 } }],
  "cut within a frame from it": [{ type: "limit_data", stream: "downstream", attributes: { bytes: 50 } }],
};

test("a busy minute behind a proxy that delays, slices, resets and goes silent", async ({ page, customer, toxiproxy, callers }) => {
  test.setTimeout(180_000);
  await open(page, customer.origin, toxiproxy);
  await page.evaluate("audit.does('SetAgentStateAsync', 'idle')");

  /** Acts while the proxy interferes, and expects that the agent is connected afterwards. */
  const during = async (begins: () => Promise<unknown>, connection: "lives" | "dies") => {
    const losses = await page.evaluate<number>("audit.losses");
    await page.evaluate("void audit.dials('0002'); busy.act()");
    await begins();
    // At least something passes in both directions, over the socket and over HTTP.
    await page.evaluate("void audit.does('GetStateAsync'); void audit.does('GetQueuesAgentsAsync'); busy.act()");
    if (connection === "dies") {
      await expect.poll(() => page.evaluate("audit.losses"), { timeout: 20_000 }).toBeGreaterThan(losses);
    }
    await callers.act(true);
    await page.evaluate("busy.act()");
    await toxiproxy.recover();
    await page.evaluate("window.dispatchEvent(new Event('online'))");
    await expect.poll(() => page.evaluate("instance.connectState"), { timeout: 30_000 }).toBe("connected");
    await page.evaluate((state) => (window as any).eval("audit").placed(state), await callers.state());
    await callers.leave();
  };

  for (let round = 0; round < 5; round++) {
    for (const [name, toxics] of Object.entries(survived)) {
      await test.step(name, () => during(() => toxiproxy.poison(...toxics), "lives"));
    }
    for (const [name, toxics] of Object.entries(fatal)) {
      await test.step(name, () => during(() => toxiproxy.poison(...toxics), "dies"));
    }
    await test.step("down", () => during(() => toxiproxy.goDown(), "dies"));
    const closesLate = async () => {
      await toxiproxy.poison(...bothWays("slow_close", { delay: 500 }));
      await callers.post("faults", { AgentId: agent, Fault: "close", Code: "1012" });
    };
    await test.step("slow close", () => during(closesLate, "dies"));
    const goesSilent = async () => {
      // Nothing passes and nothing reports that, until the page is shown again.
      await toxiproxy.poison(...bothWays("timeout", { timeout: 0 }));
      await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    };
    await test.step("silence", () => during(goesSilent, "dies"));
  }

  await callers.leave();
  // Whatever is pending ends within 40 s: a wait for the connection, and one for the reply.
  await expect
    .poll(async () => page.evaluate((state) => (window as any).eval("busy").quiet(state), await callers.state()), { timeout: 45_000 })
    .toBe(true);
  const report = await audit(page, callers);
  expect(report).toMatchObject({ wrong: [], open: 0 });
  expect(report.recovered, "gaps had something to tell").toBeGreaterThan(10);
  expect(report.calls, "the agent was busy").toBeGreaterThan(10);
});

test("a slow way there and back changes nothing but the time, for the WebSocket and for HTTP", async ({
  page,
  customer,
  toxiproxy,
  callers,
}) => {
  const slow = 300;
  await open(page, customer.origin, toxiproxy);
  await page.evaluate("audit.does('SetAgentStateAsync', 'idle')");
  await page.evaluate(`
    window.heard = [];
    for (const name of ["AgentStateChanged", "PhoneStateChanged", "Originated", "Established", "ConnectionCleared"]) {
      instance.on(name, () => heard.push(name));
    }
    window.timed = async (method, ...args) => {
      const began = performance.now();
      const { Code } = await audit.does(method, ...args);
      return [Code, performance.now() - began];
    };
    void 0`);
  await toxiproxy.poison(...bothWays("latency", { latency: slow }));
  const does = async (call: string) => {
    const [code, took] = await page.evaluate<[string, number]>(`timed(${call})`);
    expect(code, call).toBe("0000");
    expect(took, `milliseconds of ${call}`).toBeGreaterThan(2 * slow);
  };
  await does("'MakeCallAsync', '13900004444'");
  await does("'GetQueuesAgentsAsync'");
  await does("'GetPhoneModesAsync'");
  await expect.poll(() => page.evaluate("audit.status")).toBe("Established");
  await does("'HangupAsync', audit.call");
  await expect.poll(() => page.evaluate("instance.phoneState")).toBe("idle");
  expect(await page.evaluate("heard")).toEqual([
    ...["AgentStateChanged", "PhoneStateChanged", "Originated", "AgentStateChanged", "Established"],
    ...["ConnectionCleared", "AgentStateChanged", "PhoneStateChanged"],
  ]);
  expect(await audit(page, callers)).toMatchObject({ wrong: [], open: 0 });
});

test("a way that is too slow ends each call in time, and what arrives late is told as it is", async ({
  page,
  customer,
  toxiproxy,
  callers,
}) => {
  await page.clock.install();
  await open(page, customer.origin, toxiproxy);
  await page.evaluate("audit.does('SetAgentStateAsync', 'idle')");
  await page.clock.pauseAt(Date.now() + 60_000);
  // The skipped minute makes the SDK request the state, after it had time to handle what arrived meanwhile. All that it
  // requests is answered before the way becomes slow: otherwise the connection ends first.
  for (let step = 0; step < 3; step++) {
    await page.clock.runFor(300);
    await expect.poll(() => page.evaluate("wire.unanswered")).toBe(0);
  }
  await toxiproxy.poison(...bothWays("latency", { latency: 600_000 }));
  await page.evaluate(`
    window.failures = {};
    for (const call of [["MakeCallAsync", "13900000002"], ["GetQueuesAgentsAsync"], ["GetPhoneModesAsync"]]) {
      audit.does(...call).then(({ Message }) => (failures[call[0]] = Message));
    }
    void 0`);
  await page.clock.runFor(9_500);
  expect(await page.evaluate("failures")).toEqual({});
  // A timer that fires late waits another 200 ms for what arrived meanwhile.
  await page.clock.runFor(900);
  const inTime = "no answer came within 10 s. Check the network and the current state, then try again.";
  await expect
    .poll(() => page.evaluate("failures"))
    .toEqual({
      MakeCallAsync: `The call could not be made: ${inTime} [MakeCallAsync 0300]`,
      GetQueuesAgentsAsync: `The operation failed: ${inTime} [GetQueuesAgentsAsync 9000]`,
      GetPhoneModesAsync: `The phone modes could not be fetched: ${inTime} [GetPhoneModesAsync 0102]`,
    });

  await toxiproxy.recover();
  await expect.poll(() => page.evaluate("audit.status")).toBe("Originated");
  await callers.leave();
  await expect.poll(() => page.evaluate("instance.phoneState")).toBe("idle");
  expect(await audit(page, callers)).toMatchObject({ wrong: [], open: 0 });
});
