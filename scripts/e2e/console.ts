// What tests of the console page have in common.
import type { Page } from "@playwright/test";
import axe from "axe-core";

import { expect } from "./origins.ts";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Opens the console of an agent with the developer tools, which connects at once, and goes idle. */
export async function goIdle(page: Page, sdkOrigin: string, agent = "1001", lang = "en-US", query = ""): Promise<Page> {
  await page.goto(`${sdkOrigin}/?agent=${agent}&lang=${lang}&tools=open${query}`);
  await page.getByTestId("state-idle").click();
  await expect(page.getByTestId("state-idle")).toHaveAttribute("aria-pressed", "true");
  return page;
}

/** Makes a customer call, and answers at once; a dialled number rings for a second. */
export async function talk(page: Page): Promise<void> {
  await page.getByTestId("customer-call").click();
  await page.getByTestId("incoming-answer").click();
  await expect(page.getByTestId("call-status")).toHaveText("In call");
}

/** The buttons of the call that can be used now. */
export const offered = (page: Page) => page.getByTestId("call-actions").getByRole("button", { disabled: false });

/** The buttons of the call that stay in place although they cannot be used now. */
export const refused = (page: Page) => page.getByTestId("call-actions").getByRole("button", { disabled: true });

/** The findings of axe by these rules, or by all of its rules: one per line, empty if there are none. */
export async function findings(page: Page, ...rules: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(axe.source);
  }
  return page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...(rules.length && { runOnly: rules }) });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
  }, rules);
}
