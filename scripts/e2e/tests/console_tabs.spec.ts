// The console in several tabs of one agent, which share a connection.
import type { BrowserContext, Page } from "@playwright/test";

import { findings, goIdle } from "../console.ts";
import { expect, test } from "../origins.ts";

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("tabs share a connection, list each other, and follow a call", async ({ page, context, sdkOrigin }) => {
  const connections = countConnections(context);
  await page.goto(`${sdkOrigin}/?lang=en-US`);
  await page.getByTestId("share").check();
  await goIdle(page, sdkOrigin, "1001", "en-US", "&share=on");
  await expect(page.getByTestId("tab-role")).toHaveText("Leads");
  await expect(page.getByTestId("tab")).toHaveText([/^Opened .*This tab.*Leads$/]);
  await expect(page.getByTestId("share")).toBeDisabled();

  const [other] = await Promise.all([context.waitForEvent("page"), page.getByTestId("another-tab").click()]);
  await expect(other.getByTestId("agent-state")).toHaveText("Idle");
  await expect(other.getByTestId("tab-role")).toHaveText("Follows");
  await expect(other.getByTestId("tab")).toHaveText([/^Opened .*Leads$/, /^Opened .*This tab.*Follows$/]);
  await expect(page.getByTestId("tab")).toHaveCount(2);
  expect(connections()).toBe(1);
  expect(await findings(other)).toEqual([]);

  await page.getByTestId("customer-call").click();
  await other.getByTestId("incoming-answer").click();
  for (const tab of [page, other]) {
    await expect(tab.getByTestId("call-status")).toHaveText("In call");
  }

  await page.close();
  await expect(other.getByTestId("tab-role")).toHaveText("Leads");
  await expect(other.getByTestId("tab")).toHaveText([/^Opened .*This tab.*Leads$/]);
  await expect(other.getByTestId("connection-state")).toHaveText("Connected");
  await expect(other.getByTestId("call-status")).toHaveText("In call");
  expect(connections()).toBe(2);
});

test("one tab disconnects and connects all", async ({ page, context, sdkOrigin }) => {
  await goIdle(page, sdkOrigin, "1001", "en-US", "&share=on");
  const other = await context.newPage();
  await other.goto(page.url());
  const shown = async (text: string): Promise<void> => {
    for (const tab of [page, other]) {
      await expect(tab.getByTestId("connection-state")).toHaveText(text);
    }
  };
  await shown("Connected");
  await other.getByTestId("disconnect").click();
  await shown("Disconnected");
  await page.getByTestId("connect").click();
  await shown("Connected");
});

test("without the choice a tab has no role", async ({ page, context, sdkOrigin }) => {
  await goIdle(page, sdkOrigin, "1001");
  const other = await context.newPage();
  await goIdle(other, sdkOrigin, "1002");
  await expect(other.getByTestId("tab-role")).toHaveText("");
  await expect(other.getByTestId("tabs-own")).toBeHidden();
});

/** Counts the connections to the gateway of all tabs. */
function countConnections(context: BrowserContext): () => number {
  let count = 0;
  const watch = (page: Page): void => {
    page.on("websocket", (socket) => (count += socket.url().includes("AgentId=") ? 1 : 0));
  };
  context.pages().forEach(watch);
  context.on("page", watch);
  return () => count;
}
