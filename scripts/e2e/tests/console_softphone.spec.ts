// What an agent needs besides the calls themselves: noticeable ringing, names, notes, colleagues.
import { goIdle, offered, refused, talk } from "../console.ts";
import { expect, test } from "../origins.ts";

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("alone with the sandbox, an agent consults a colleague and hands the call over", async ({ page, request, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await talk(page);
  await page.getByTestId("action-transfer").click();
  await expect(page.getByTestId("target-1002")).toBeDisabled();
  await page.getByTestId("bring-free").click();
  await expect(page.getByTestId("target-1002")).toBeEnabled();
  await expect(page.getByTestId("bring")).toBeHidden();
  await page.getByTestId("targets-close").click();

  await page.getByTestId("action-consult").click();
  await page.getByTestId("target-1002").click();
  await expect(page.getByTestId("other-party")).toHaveText("Bob");
  await expect(page.getByTestId("other-city")).toHaveText("1002");
  await expect(page.getByTestId("other-status")).toHaveText("In call");
  await page.getByTestId("action-handOver").click();
  await expect(page.getByTestId("call-status")).toHaveText("Ended");
  await expect(page.getByTestId("member-1002")).toContainText("Talking");
  await page.getByTestId("send-1002").click();
  await expect(page.getByTestId("bring-1002")).toBeVisible();
  await expect.poll(async () => (await (await request.get(`${sdkOrigin}/sandbox/state`)).json()).Calls).toEqual([]);
});

test("what cannot be done now keeps its place and says why", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("number-silent").click();
  await expect(page.getByTestId("call-status")).toHaveText("Calling");
  await expect(offered(page)).toHaveText(["Hang up"]);
  await expect(refused(page)).toHaveText(["Mute", "Hold", "Consult", "Three-way", "Transfer"]);
  const hold = page.getByTestId("action-hold");
  await expect(hold).toHaveAttribute("aria-description", "Available when the call is answered.");
  // Playwright waits until a button is enabled; a user does not.
  await hold.click({ force: true });
  await expect(page.getByTestId("toast-message")).toHaveText("Available when the call is answered.");
  await expect(page.getByTestId("state-busy")).toHaveAttribute("aria-description", "Available after the call.");
  await expect(page.getByTestId("phone-mode")).toBeDisabled();
  await expect(page.getByTestId("pad-why")).toContainText("Use the keys of your telephone.");

  await page.getByTestId("customer-answer").click();
  await expect(offered(page)).toHaveText(["Hold", "Consult", "Three-way", "Transfer", "Hang up"]);
  await expect(page.getByTestId("action-mute")).toHaveAttribute("aria-description", /Use the mute key of your telephone/);
  // The hint of the button under the pointer does not intercept a click on its neighbour.
  await page.getByTestId("action-mute").hover({ force: true });
  await page.getByTestId("action-transfer").click();
  await page.getByTestId("targets-close").click();
  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("state-busy")).toBeEnabled();
});

test("a key answers, and with Shift declines or hangs up", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("customer-call").click();
  await expect(page.getByTestId("incoming")).toBeVisible();
  await page.keyboard.press("F8");
  await expect(page.getByTestId("call-status")).toHaveText("In call");
  await page.keyboard.press("Shift+F8");
  await expect(page.getByTestId("call-status")).toHaveText("Ended");
  await page.getByTestId("customer-call").click();
  await expect(page.getByTestId("incoming")).toBeVisible();
  await page.keyboard.press("Shift+F8");
  await expect(page.getByTestId("incoming")).toBeHidden();
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");
});

test("a call that rings behind another window is told by the system, until it is answered", async ({ page, sdkOrigin }) => {
  // The browser's own notifications are not visible in a test.
  await page.addInitScript(() => {
    const shown: object[] = [];
    class Told {
      static permission = "granted";
      constructor(title: string, { body }: { body: string }) {
        shown.push({ title, body });
      }
      close() {
        shown.push({ closed: true });
      }
    }
    Object.assign(window, { Notification: Told, shown });
    document.hasFocus = () => false;
  });
  const shown = () => page.evaluate(() => (window as unknown as { shown: object[] }).shown);
  await goIdle(page, sdkOrigin);
  await page.getByTestId("customer-call").click();
  await expect.poll(shown).toEqual([{ title: "Incoming call", body: "13800138000" }]);
  await page.getByTestId("incoming-answer").click();
  await expect.poll(shown).toHaveLength(2);
  await page.getByTestId("action-hangup").click();

  await page.getByTestId("alerts").click();
  await expect(page.getByTestId("alerts")).toHaveText("Ringing off");
  await page.getByTestId("customer-call").click();
  await expect(page.getByTestId("incoming")).toBeVisible();
  expect(await shown()).toHaveLength(2);
});

test("the calls of the day are listed with their notes, and one is called back", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await expect(page.getByTestId("no-history")).toBeVisible();
  await talk(page);
  await page.getByTestId("note").fill("<b>refund</b>");
  await page.getByTestId("action-hangup").click();
  const calls = page.getByTestId("history-item");
  await expect(calls).toHaveCount(1);
  await expect(calls).toContainText("Beijing");
  await expect(page.getByTestId("history-note")).toHaveText("<b>refund</b>");

  await page.getByTestId("customer-number").fill("02112345678");
  await page.getByTestId("customer-call").click();
  await page.getByTestId("customer-hangup").click();
  await expect(calls).toHaveCount(2);
  await expect(calls.first()).toContainText("missed");

  await page.reload();
  await expect(page.getByTestId("history-note")).toHaveText("<b>refund</b>");
  await calls.last().getByRole("button", { name: "Call 13800138000" }).click();
  await expect(page.getByTestId("number")).toHaveValue("13800138000");
});

test("the first steps of a stranger: connect, let a customer call, answer", async ({ page, sdkOrigin }) => {
  await page.goto(`${sdkOrigin}/?lang=en-US`);
  await expect(page.getByTestId("tools")).toBeHidden();
  await page.getByTestId("connect").click();
  await page.getByTestId("try-incoming").click();
  await page.getByTestId("incoming-answer").click();
  await expect(page.getByTestId("call-status")).toHaveText("In call");
  await page.getByTestId("tools-toggle").click();
  await expect(page.getByTestId("frame").first()).toBeVisible();
  expect(page.url()).toContain("tools=open");
});
