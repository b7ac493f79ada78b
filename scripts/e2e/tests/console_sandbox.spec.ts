// The panel that controls customers and network.
import type { Route } from "@playwright/test";

import { goIdle, talk } from "../console.ts";
import { expect, test } from "../origins.ts";

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("a customer waits in a queue until an agent is idle, and hangs up", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("state-busy").click();
  await expect(page.getByTestId("agent-state")).toHaveText("Busy");
  await expect(page.getByTestId("no-platform-calls")).toBeVisible();
  await page.getByTestId("customer-target").selectOption({ label: "queue Support" });
  await page.getByTestId("customer-call").click();
  const calls = page.getByTestId("platform-call");
  await expect(calls).toContainText("waiting · queue 2");
  await page.getByTestId("state-idle").click();
  await expect(page.getByTestId("incoming-party")).toHaveText("13800138000");
  await expect(calls).toContainText("Alice");
  await page.getByTestId("customer-hangup").click();
  await expect(calls).toHaveCount(0);
  await expect(page.getByTestId("incoming")).toBeHidden();

  // An agent who is not idle cannot be called directly.
  await page.getByTestId("state-busy").click();
  await page.getByTestId("customer-target").selectOption({ label: "this agent" });
  await page.getByTestId("customer-call").click();
  await expect(page.getByTestId("toast-message")).toContainText("only an idle agent takes calls");
});

test("the sandbox's faults are those that it says it has, and each can be placed", async ({ page, request, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  const { Faults } = await (await request.get(`${sdkOrigin}/sandbox/faults/forms`)).json();
  const kinds: string[] = Faults.map(({ Fault }: { Fault: string }) => Fault);
  expect(kinds).toEqual(expect.arrayContaining(["drop", "http", "stall"]));
  const options = page.getByTestId("fault-kind").locator("option");
  expect(await options.evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value))).toEqual(kinds);

  for (const kind of kinds) {
    await expect(page.getByTestId("connection-state")).toHaveText("Connected");
    await page.getByTestId("fault-kind").selectOption(kind);
    if (kind === "stall") {
      await page.getByTestId("fault-Ms").fill("1");
    }
    const placed = page.waitForResponse((response) => response.request().method() === "POST" && response.url().endsWith("/faults"));
    await page.getByTestId("fault-place").click();
    // There is no web phone to call.
    expect((await placed).status(), kind).toBe(kind === "answer-after" ? 409 : 204);
    await request.delete(`${sdkOrigin}/sandbox/faults`);
  }

  const titles = await page.evaluate(async () => {
    const module = "/faults.gen.js";
    return Object.values<Record<string, string>>((await import(module)).faultTitles).map((texts) => Object.keys(texts));
  });
  for (const named of titles) {
    expect(named, "each fault has a title in each language").toEqual(kinds);
  }
});

test("a fault waits, is shown and strikes, or is taken back", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  const pending = page.getByTestId("fault");
  await page.getByTestId("fault-kind").selectOption("refuse");
  await page.getByTestId("fault-place").click();
  await expect(pending).toHaveText("Refuse a request Dialout 100021");
  await page.getByTestId("number-answers").click();
  await expect(page.getByTestId("toast-code")).toHaveText("0300");
  await expect(pending).toHaveCount(0);

  await page.getByTestId("fault-Method").selectOption("Hold");
  await page.getByTestId("fault-Count").fill("2");
  await page.getByTestId("fault-place").click();
  await expect(pending).toHaveText("Refuse a request Hold 100021 × 2");
  await page.getByTestId("faults-clear").click();
  await expect(pending).toHaveCount(0);

  await page.getByTestId("fault-kind").selectOption("rcode");
  await page.getByTestId("fault-Code").fill("12");
  await page.getByTestId("fault-place").click();
  await expect(page.getByTestId("toast-message").last()).toContainText("member Code must be");
});

test("the faults of the web phone are there; one that lasts takes no count", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("fault-kind").selectOption("sip-refuse");
  await page.getByTestId("fault-SipMethod").selectOption("INVITE");
  await page.getByTestId("fault-place").click();
  await expect(page.getByTestId("fault")).toHaveText("Refuse a SIP request INVITE 503");
  await page.getByTestId("fault-kind").selectOption("media-silent");
  await expect(page.getByTestId("fault-Ms")).toHaveValue("3000");
  await expect(page.getByTestId("fault-Count")).toHaveCount(0);
  await page.getByTestId("fault-place").click();
  await page.getByTestId("fault-kind").selectOption("answer-after");
  await page.getByTestId("fault-place").click();
  await expect(page.getByTestId("toast-message").last()).toContainText("the web phone of agent 1001 is not registered");
  await page.getByTestId("faults-clear").click();
});

test("a dropped connection is opened again, and the timeline says what happened meanwhile", async ({ page, sdkOrigin, request }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("customer-call").click();
  await page.getByTestId("incoming-answer").click();
  await expect(page.getByTestId("call-status")).toHaveText("In call");
  const hangUpMeanwhile = async (route: Route) => {
    const { Calls } = await (await request.get(`${sdkOrigin}/sandbox/state`)).json();
    await request.post(`${sdkOrigin}/sandbox/calls/${Calls[0].CallID}/hangup`);
    await route.continue();
  };
  // Without a connection, asking for a token comes first.
  await page.route(/\/token\?/, hangUpMeanwhile, { times: 1 });
  await page.getByTestId("fault-kind").selectOption("drop");
  await page.getByTestId("fault-place").click();
  const cleared = page.locator('[data-event="ConnectionCleared"]');
  await expect(cleared).toContainText("recovered");
  await expect(page.getByTestId("call-status")).toHaveText("Ended");
  await expect(page.getByTestId("connection-state")).toHaveText("Connected");
});

test("a list that cannot be fetched is said once, and comes with the next try", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await talk(page);
  await page.getByTestId("fault-kind").selectOption("http");
  await page.getByTestId("fault-Count").fill("2");
  await page.getByTestId("fault-place").click();
  await expect(page.getByTestId("fault")).toHaveText("Fail an HTTP call /agents 503 × 2");
  await page.getByTestId("action-transfer").click();
  await expect(page.getByTestId("toast-code")).toHaveText("0922");
  // The second try after that, each 2 s later; a toast lasts 10 s.
  await expect(page.getByTestId("target-1002")).toBeVisible({ timeout: 9_000 });
  await expect(page.getByTestId("toast")).toHaveCount(1);
});

test("wrap-up has a time and an end", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("wrapup-time").selectOption("120");
  await page.getByTestId("customer-call").click();
  await page.getByTestId("incoming-answer").click();
  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("agent-state")).toHaveText("Wrap-up");
  await page.getByTestId("wrapup-end").click();
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");
  await expect(page.getByTestId("wrapup-end")).toBeHidden();
});
