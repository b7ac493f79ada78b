// The console page as a user sees it.
import { goIdle, offered, refused, talk } from "../console.ts";
import { expect, test } from "../origins.ts";

// Text of a hostile customer that the page must not treat as HTML.
const hostile = `<img src="x" onerror="window.attacked = true"> & <b>bold</b>`;

// The buttons while agent and customer talk.
const inCall = ["Hold", "Consult", "Three-way", "Transfer", "Hang up"];

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("an agent connects, dials, holds, resumes and hangs up", async ({ page, sdkOrigin }) => {
  await page.goto(`${sdkOrigin}/?lang=en-US`);
  await expect(page.getByTestId("connection-state")).toHaveText("Disconnected");
  await expect(page.getByTestId("dial-call")).toBeDisabled();

  await page.getByTestId("connect").click();
  await expect(page.getByTestId("connection-state")).toHaveText("Connected");
  expect(page.url()).toContain("agent=1001");
  await expect(page.getByTestId("agent-state")).toHaveText("Offline");
  await page.getByTestId("state-idle").click();
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");
  await expect(page.getByTestId("agent-timer")).toHaveText(/^00:0[1-9]$/);

  for (const key of "1380013800") {
    await page.getByTestId(`key-${key}`).click();
  }
  await page.getByTestId("number").press("End");
  await page.getByTestId("number").pressSequentially("0");
  await page.getByTestId("number").press("Enter");
  await expect(page.getByTestId("call-status")).toHaveText("In call");
  await expect(page.getByTestId("call-party")).toHaveText("13800138000");
  await expect(page.getByTestId("call-city")).toHaveText("Beijing");
  await expect(page.getByTestId("call-direction")).toHaveText("Outgoing");
  await expect(page.getByTestId("agent-state")).toHaveText("Talking");
  await expect(page.getByTestId("phone-state")).toHaveText("in use");
  await expect(page.getByTestId("announcement")).toHaveText("Outgoing: 13800138000 In call");
  await expect(page.getByTestId("call-duration")).toHaveText(/^00:0[1-9]$/);
  await expect(offered(page)).toHaveText(inCall);

  await page.getByTestId("action-hold").press("Enter");
  await expect(page.getByTestId("call-status")).toHaveText("On hold");
  await expect(offered(page)).toHaveText(["Resume", "Hang up"]);
  await expect(refused(page)).toHaveText(["Mute", "Consult", "Three-way", "Transfer"]);
  await expect(page.getByTestId("action-transfer")).toHaveAttribute("aria-description", "Resume the call first.");
  await expect(page.getByTestId("action-recovery")).toBeFocused();

  await page.getByTestId("action-recovery").click();
  await expect(page.getByTestId("call-status")).toHaveText("In call");
  await expect(offered(page)).toHaveText(inCall);

  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("call-status")).toHaveText("Ended");
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");
  await expect(page.getByTestId("phone-state")).toHaveText("free");
  await expect(offered(page)).toHaveCount(0);
  await expect(page.getByTestId("toast")).toHaveCount(0);

  await page.getByTestId("disconnect").click();
  await expect(page.getByTestId("connection-state")).toHaveText("Disconnected");
  await expect(page.getByTestId("state-busy")).toBeDisabled();
});

test("an incoming call pops up, is answered, and ends when the customer hangs up", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("customer-number").fill("02112345678");
  await page.getByTestId("customer-call").click();

  await expect(page.getByTestId("incoming")).toBeVisible();
  await expect(page.getByTestId("incoming-party")).toHaveText("02112345678");
  await expect(page.getByTestId("incoming-city")).toHaveText("Shanghai");
  await expect(page).toHaveTitle("Incoming call: 02112345678");
  await expect(page.getByTestId("incoming-type")).toHaveText("Customer");
  await expect(page.getByTestId("announcement")).toHaveText("Incoming: 02112345678 Ringing");
  await expect(page.getByTestId("agent-state")).toHaveText("Ringing");
  await expect(page.getByTestId("incoming-actions").getByRole("button")).toHaveText(["Answer", "Decline"]);
  await expect(page.getByTestId("call-card")).toBeHidden();

  await page.getByTestId("incoming-answer").click();
  await expect(page.getByTestId("incoming")).toBeHidden();
  await expect(page).toHaveTitle("Agent console");
  await expect(page.getByTestId("call-status")).toHaveText("In call");

  const established = page.getByTestId("event").filter({ hasText: "Established" }).first();
  await expect(established.getByTestId("event-data")).toBeHidden();
  await established.getByTestId("event-name").click();
  await expect(established.getByTestId("event-data")).toContainText(`"TelNumber": "02112345678"`);

  await page.getByTestId("customer-hangup").click();
  await expect(page.getByTestId("call-status")).toHaveText("Ended");
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");
  await expect(page.getByTestId("customer-hangup")).toHaveCount(0);
});

test("a call that is declined ends with the time that it rang", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("customer-call").click();
  await expect(page.getByTestId("incoming-duration")).toHaveText(/^00:0[1-9]$/);
  await page.getByTestId("incoming-hangup").click();
  await expect(page.getByTestId("call-status")).toHaveText("Ended");
  await expect(page.getByTestId("call-duration")).not.toHaveText("00:00");
  await expect(page.getByTestId("incoming")).toBeHidden();
});

test("the numbers to try do what they say", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  const status = page.getByTestId("call-status");

  await page.getByTestId("number-refused").click();
  await expect(page.getByTestId("toast-code")).toHaveText("0300");
  await expect(page.getByTestId("toast-message")).toContainText("relay number");
  await expect(page.getByTestId("no-call")).toBeVisible();
  await page.getByTestId("toast").getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByTestId("toast")).toHaveCount(0);

  await page.getByTestId("number-busy").click();
  await expect(status).toHaveText("Failed");
  await expect(page.getByTestId("toast-message")).toContainText("The number is busy");
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");

  await page.getByTestId("number-silent").click();
  await expect(status).toHaveText("Calling");
  await expect(offered(page)).toHaveText(["Hang up"]);
  await expect(page.getByTestId("incoming")).toBeHidden();
  await page.getByTestId("customer-answer").click();
  await expect(status).toHaveText("In call");
  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");

  await page.getByTestId("number-leaves").click();
  await expect(status).toHaveText("In call");
  await expect(status).toHaveText("Ended");
});

test("an agent takes a break with a reason, and chooses a phone", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await page.getByTestId("reason-103").click();
  await expect(page.getByTestId("agent-state")).toHaveText("On break · Meeting");
  await expect(page.getByTestId("state-onBreak")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByTestId("reason-103")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByTestId("reason-101")).toHaveAttribute("aria-pressed", "false");
  await page.getByTestId("state-busy").click();
  await expect(page.getByTestId("agent-state")).toHaveText("Busy");
  await expect(page.getByTestId("reason-103")).toHaveAttribute("aria-pressed", "false");

  const mode = page.getByTestId("phone-mode");
  await expect(mode).toHaveValue("voip");
  await mode.selectOption("cellphone");
  await expect(page.getByTestId("event").first()).toContainText("PhoneModeChanged");
  await expect(mode).toHaveValue("cellphone");
  await mode.selectOption("webrtc");
  await expect(page.getByTestId("toast-code")).toHaveText("0100");
  await expect(page.getByTestId("toast-message")).not.toBeEmpty();
  await expect(mode).toHaveValue("cellphone");
});

test("tabs are agents, and a page that is reloaded goes on with its call", async ({ page, context, sdkOrigin }) => {
  await goIdle(page, sdkOrigin, "1001");
  const opened = context.waitForEvent("page");
  await page.getByTestId("another-agent").click();
  const other = await opened;
  await expect(other.getByTestId("agent-select")).toHaveValue("1002");
  await expect(other.getByTestId("connection-state")).toHaveText("Connected");
  await other.getByTestId("state-idle").click();
  await talk(other);
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");

  await other.reload();
  await expect(other.getByTestId("agent-select")).toHaveValue("1002");
  await expect(other.getByTestId("agent-state")).toHaveText("Talking");
  await expect(other.getByTestId("call-party")).toHaveText("13800138000");
  await expect(other.getByTestId("call-status")).toHaveText("In call");
  await expect(offered(other)).toHaveText(inCall);
});

test("a lost connection is opened again, and the call is still there", async ({ page, sdkOrigin }) => {
  let lose: () => Promise<void> = async () => {};
  await page.routeWebSocket(/\/ws\?/, (toPage) => {
    toPage.connectToServer();
    lose = () => toPage.close({ code: 1011 });
  });
  await goIdle(page, sdkOrigin);
  await talk(page);

  const connection = page.getByTestId("connection-state");
  const seen = page.evaluate(
    (place) => new Promise((resolve) => new MutationObserver(() => resolve(place?.textContent)).observe(place!, { childList: true })),
    await connection.elementHandle(),
  );
  await lose();
  expect(await seen).toBe("Connecting…");
  await expect(connection).toHaveText("Connected");
  await expect(page.getByTestId("call-status")).toHaveText("In call");
  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("call-status")).toHaveText("Ended");
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");
});

test("the tab that connected last has the agent", async ({ page, context, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  const other = await context.newPage();
  await goIdle(other, sdkOrigin);
  await expect(page.getByTestId("connection-state")).toHaveText("Disconnected");
  await expect(page.getByTestId("toast-message")).toContainText("connected elsewhere");
  await expect(page.getByTestId("connect")).toBeVisible();
  await expect(other.getByTestId("connection-state")).toHaveText("Connected");
});

test("a connection that cannot be opened says why and waits for another click", async ({ page, sdkOrigin }) => {
  await page.route(/\/token\?/, (route) => route.fulfill({ status: 500 }));
  await page.goto(`${sdkOrigin}/?lang=en-US`);
  await page.getByTestId("connect").click();
  await expect(page.getByTestId("toast-code")).toHaveText("0905");
  await expect(page.getByTestId("connection-state")).toHaveText("Disconnected");

  await page.unroute(/\/token\?/);
  await page.getByTestId("agent-select").selectOption("1003");
  expect(page.url()).toContain("agent=1003");
  await page.getByTestId("connect").click();
  await expect(page.getByTestId("connection-state")).toHaveText("Connected");
});

test("what the customer's telephone says of itself is text", async ({ page, sdkOrigin }) => {
  await page.routeWebSocket(/\/ws\?/, (toPage) => {
    const server = toPage.connectToServer();
    server.onMessage((frame) => {
      toPage.send(String(frame).replaceAll(/"(13800138000|Beijing)"/g, JSON.stringify(hostile)));
    });
  });
  await goIdle(page, sdkOrigin);
  await page.getByTestId("customer-call").click();

  const isText = (...places: string[]) => Promise.all(places.map((place) => expect(page.getByTestId(place)).toHaveText(hostile)));
  await isText("incoming-party", "incoming-city");
  await expect(page).toHaveTitle(`Incoming call: ${hostile}`);
  await page.getByTestId("incoming-answer").click();
  await isText("call-party", "call-city", "note-about");
  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("history-item")).toContainText("13800138000");
  const delivered = page.locator('[data-event="Delivered"]');
  await delivered.getByTestId("event-name").click();
  await expect(delivered.getByTestId("event-data")).toContainText("<img src=");
  await expect(page.locator("img[src=x], b")).toHaveCount(0);
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
});

test("the list of events ends after 200", async ({ page, sdkOrigin }) => {
  let say: (frame: object) => void = () => {};
  await page.routeWebSocket(/\/ws\?/, (toPage) => {
    toPage.connectToServer();
    say = (frame) => toPage.send(JSON.stringify({ Ver: "1.0", MsgType: "NTF", SeqId: 1, Timestamp: 1, ...frame }));
  });
  await goIdle(page, sdkOrigin);
  for (let i = 0; i < 210; i++) {
    say({ MsgId: `news ${i}`, Method: "ExtensionStateChange", CallID: `call ${i}`, CurState: "busy" });
  }
  await expect(page.getByTestId("event-data").first()).toContainText("call 209");
  await expect(page.getByTestId("event")).toHaveCount(200);
  await expect(page.getByTestId("event-data").last()).toContainText("call 10");
  await page.getByTestId("events-clear").click();
  await expect(page.getByTestId("event")).toHaveCount(0);
});

for (const lang of ["en-US", "zh-CN"]) {
  test(`every text is there and fits a telephone in ${lang}`, async ({ page, sdkOrigin }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await goIdle(page, sdkOrigin, "1001", lang);
    await page.getByTestId("customer-call").click();
    await expect(page.getByTestId("incoming-answer")).toHaveText(lang === "en-US" ? "Answer" : "接听");
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.getByTestId("state-idle")).toHaveText(lang === "en-US" ? "idle" : "空闲");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    const names = await page.evaluate(async () => {
      const module = "/texts.js";
      const { texts } = await import(module);
      const marked = ["text", "label", "placeholder"].flatMap((kind) =>
        Array.from(document.querySelectorAll<HTMLElement>(`[data-${kind}]`), (found) => found.dataset[kind]),
      );
      return { english: Object.keys(texts["en-US"]), chinese: Object.keys(texts["zh-CN"]), marked };
    });
    expect(names.chinese).toEqual(names.english);
    expect(names.english).toEqual(expect.arrayContaining(names.marked));
  });
}

test("without the SDK the page says what to do", async ({ page, sdkOrigin }) => {
  await page.route("**/call-center-class.es6.js", (route) => route.fulfill({ status: 404 }));
  await page.goto(`${sdkOrigin}/?lang=en-US`);
  await expect(page.getByTestId("sdk-missing")).toContainText("make dist");
  await expect(page.getByTestId("connect")).toBeDisabled();
});
