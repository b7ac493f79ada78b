// The console without a mouse, without motion, and with a screen reader.
import type { Page } from "@playwright/test";

import { goIdle, talk } from "../console.ts";
import { expect, test } from "../origins.ts";

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

/** Where the focus is, and whether it is visible. */
const focused = (page: Page): Promise<{ id: string; seen: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const seen = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    return { id: element.dataset.testid ?? element.localName, seen };
  });

/** Presses Tab until a control has the focus. */
async function tabTo(page: Page, id: string, key = "Tab"): Promise<void> {
  for (let i = 0; i < 120; i++) {
    const now = await focused(page);
    expect(now.seen || now.id === "body", `the focus on ${now.id} can be seen`).toBe(true);
    if (now.id === id) {
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${id}`);
}

test("an agent works with the keyboard alone", async ({ page, sdkOrigin }) => {
  await page.goto(`${sdkOrigin}/?lang=en-US`);
  await expect(page.getByTestId("connect")).toBeEnabled();
  await tabTo(page, "agent-select");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "connect");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("connection-state")).toHaveText("Connected");
  await expect(page.getByTestId("agent-select")).toHaveValue("1002");
  await tabTo(page, "state-idle");
  await page.keyboard.press("Space");
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");

  await tabTo(page, "number");
  await page.keyboard.type("13800138000");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("call-status")).toHaveText("In call");
  await tabTo(page, "action-hold", "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("call-status")).toHaveText("On hold");
  await tabTo(page, "action-recovery");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("call-status")).toHaveText("In call");

  // A disabled control can be reached, and gives the reason.
  await tabTo(page, "action-mute", "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("toast-message")).toContainText("mute key");

  await tabTo(page, "action-transfer");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("targets")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("targets")).toBeHidden();
  expect((await focused(page)).id, "the focus is where it was").toBe("action-transfer");

  await tabTo(page, "action-hangup");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");
  await tabTo(page, "tools-toggle", "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("tools")).toBeVisible();
});

test("a call that comes does not take the focus from what an agent writes", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await talk(page);
  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");
  await page.getByTestId("number").focus();
  await page.keyboard.type("138");
  await page.request.post(`${sdkOrigin}/sandbox/calls`, { data: { AgentId: "1001", From: "13800138000" } });
  await expect(page.getByTestId("incoming")).toBeVisible();
  await expect(page.getByTestId("announcement")).toHaveText("Incoming: 13800138000 Ringing");
  await page.keyboard.press("F8");
  await expect(page.getByTestId("call-status")).toHaveText("In call");
});

test("nothing moves for somebody who asked for less motion", async ({ page, sdkOrigin }) => {
  const moving = (): Promise<number> =>
    page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === "running").length);
  await goIdle(page, sdkOrigin);
  await page.getByTestId("customer-call").click();
  await expect(page.getByTestId("incoming")).toBeVisible();
  await expect.poll(moving, { message: "a call that rings moves" }).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(moving).toBe(0);
});

for (const { lang, parts } of [
  {
    lang: "en-US",
    parts: `
- banner:
  - heading "Agent console" [level=1]
  - combobox "Agent" [disabled]
  - status: Connected
  - button "Disconnect"
  - button "Developer tools" [expanded]
  - combobox "Language"
- region "Agent state and phone":
  - status: Talking
  - timer: /\\d+:\\d+/
  - group "Agent state and phone":
    - group "State":
      - button "busy" [disabled]
    - group "Break reason":
      - button "Lunch" [disabled]
    - combobox "Wrap-up"
- main:
  - heading "Call" [level=2]
  - timer: /\\d+:\\d+/
  - group "Call actions":
    - button "Mute" [disabled]
    - button "Hold"
    - button "Consult"
    - button "Three-way"
    - button "Transfer"
    - button "Hang up"
  - heading "Touch tones" [level=2]
  - region "Phone check":
    - button "Check"
  - textbox "Note 13800138000"
  - region "Team":
    - heading "Team" [level=2]
  - complementary "Developer tools"
- paragraph: "Incoming: 13800138000 In call"
- log "Messages"`,
  },
  {
    lang: "zh-CN",
    parts: `
- banner:
  - heading "坐席控制台" [level=1]
  - combobox "坐席" [disabled]
  - status: 已连接
  - button "断开"
  - button "开发者工具" [expanded]
  - combobox "语言"
- region "坐席状态与话机":
  - status: 通话中
  - timer: /\\d+:\\d+/
- main:
  - heading "通话" [level=2]
  - group "通话操作":
    - button "静音" [disabled]
    - button "保持"
    - button "咨询"
    - button "三方"
    - button "转接"
    - button "挂断"
  - heading "按键音" [level=2]
  - region "电话检查":
    - button "开始检查"
  - textbox "备注 13800138000"
  - region "团队":
    - heading "团队" [level=2]
  - complementary "开发者工具"
- paragraph: "呼入：13800138000 通话中"
- log "消息"`,
  },
]) {
  test(`a screen reader finds names, roles and what changes in ${lang}`, async ({ page, sdkOrigin }) => {
    await goIdle(page, sdkOrigin, "1001", lang);
    await page.getByTestId("customer-call").click();
    await page.getByTestId("incoming-answer").click();
    await expect(page.getByTestId("action-hold")).toBeEnabled();
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.locator("body")).toMatchAriaSnapshot(parts);
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, select, input, textarea, a, summary, meter")]
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? "";
          return !(element.getAttribute("aria-label") || element.title || element.textContent?.trim() || label.trim());
        })
        .map((element) => element.outerHTML),
    );
    expect(nameless).toEqual([]);
    // A new message is read out; a passing second is not.
    await expect(page.getByTestId("toasts")).toHaveAttribute("aria-live", "assertive");
    await expect(page.getByTestId("announcement")).toHaveAttribute("aria-live", "assertive");
    expect(await page.getByRole("timer").evaluateAll((timers) => timers.filter((timer) => timer.ariaLive).length)).toBe(0);
  });
}
