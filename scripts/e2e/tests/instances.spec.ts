import { expect, test } from "../origins.ts";

test("two agents on one page do not meet, and a thousand instances leave nothing", async ({ run }) => {
  test.setTimeout(120_000);
  const report = await run("page.html?test=instances");
  expect(report.failed).toBeUndefined();
  expect(report.heard).toEqual({ 1001: ["idle", "ringing", "13800138000", "idle"], 1002: ["idle", "busy"] });
  expect(report.states).toEqual(["idle", "", "disconnect"]);
  expect(report.gone.rejected).toMatchObject({ Code: "0902", Data: null, Visible: true });
  expect(report.settled).toEqual({ resolved: 500, rejected: 500 });
  expect(report.sockets).toBeGreaterThan(500);
  expect(report.listening).toBe(0);
  // The Go program of the page sleeps on one timer at most; the SDK's own are gone.
  expect(report.timers).toBeLessThanOrEqual(1);
});
