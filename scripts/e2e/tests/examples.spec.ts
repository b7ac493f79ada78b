// The pages of web/examples, as make examples built them: each shows the agent, makes a call and takes one.
import { existsSync } from "node:fs";

import { expect, test } from "../origins.ts";

for (const example of ["plain", "react", "vue", "go"]) {
  test(`the example ${example} makes and takes calls`, async ({ page, request, sdkOrigin }) => {
    const failures: unknown[] = [];
    page.on("pageerror", (error) => failures.push(error));
    const built = new URL(`../../../.build/examples/${example}/index.html`, import.meta.url);
    expect(existsSync(built), "run make examples").toBe(true);
    await request.post(`${sdkOrigin}/sandbox/reset`);

    await page.goto(`${sdkOrigin}/examples/${example}/`);
    const status = page.getByRole("status");
    const button = (name: string) => page.getByRole("button", { name });
    await expect(status).toHaveText("connected, idle");

    await page.getByLabel("Number").fill("13800138001");
    await button("Call").click();
    await expect(status).toHaveText(/, Established, 13800138001$/);
    await button("Hang up").click();
    await expect(status).toHaveText("connected, idle");

    await request.post(`${sdkOrigin}/sandbox/calls`, { data: { AgentId: "1001", From: "13900139000" } });
    await expect(status).toHaveText(/, Delivered, 13900139000$/);
    await button("Answer").click();
    await expect(status).toHaveText(/, Established, 13900139000$/);
    await button("Hang up").click();
    await expect(status).toHaveText("connected, idle");

    await page.getByLabel("Number").fill("1");
    await button("Call").click();
    await expect(page.getByRole("alert")).toContainText("0301");
    expect(failures).toEqual([]);
  });
}
