import { expect, test } from "../origins.ts";

test("two agents on one page do not meet, and a thousand instances leave nothing", async ({ run }) => {
  test.setTimeout(120_000);
  const report = await run("instances.html");
  expect(report.failed).toBeUndefined();
  expect(report.heard).toEqual({ 1001: ["idle", "ringing", "13800138000", "idle"], 1002: ["idle", "busy"] });
  expect(report.states).toEqual(["idle", "offline", "disconnect"]);
  expect(report.gone.rejected).toMatchObject({ Code: "0902", Data: null, Visible: true });
  expect(report.settled).toEqual({ resolved: 500, rejected: 500 });
  expect(report.sockets).toBeGreaterThan(500);
  expect(report.listening).toBe(0);
  // The Go program of the page has at most one timer for its sleep; the SDK's own are gone.
  expect(report.timers).toBeLessThanOrEqual(1);
});

test("what a page keeps on an instance, or gives a class of its own, meets nothing of the SDK's", async ({
  page,
  customer,
  sdkOrigin,
  request,
}) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  await page.goto(`${customer.origin}/page.html?test=none`);
  const outcome = await page.evaluate(async () => {
    const { UdeskCCPaasApiClass, optionsFor } = window as any;
    const called: string[] = [];
    const names = ["receive", "end", "log", "post", "emit", "settle", "invoke", "request", "own", "link", "name", "state", "options"];
    class Agent extends (UdeskCCPaasApiClass as new (options: object) => object) {}
    for (const name of names.slice(0, 6)) {
      Object.defineProperty(Agent.prototype, name, { value: () => called.push(name) });
    }
    const agent: any = new Agent(optionsFor("1001"));
    for (const name of names.slice(6)) {
      agent[name] = () => called.push(name);
    }
    const { Code } = await agent.SetAgentStateAsync("idle");
    agent.Destroy();
    return { Code, called, shown: Object.keys(agent) };
  });
  expect(outcome).toMatchObject({ Code: "0000", called: [] });
  expect(outcome.shown).toEqual(["invoke", "request", "own", "link", "name", "state", "options"]);
});
