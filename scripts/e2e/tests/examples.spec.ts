// The pages of web/examples, as make examples built them: each shows the agent, makes a call and answers one.
import { existsSync } from "node:fs";

import { fileURLToPath } from "node:url";

import { forCalls } from "../calls.ts";
import { expect, test } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";

test.use({ launchOptions: forCalls(microphone) });

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

test("the page whose program is written in Go makes and takes calls with sound", async ({ page, request, sdkOrigin }) => {
  const failures: unknown[] = [];
  page.on("pageerror", (error) => failures.push(error));
  await request.post(`${sdkOrigin}/sandbox/reset`);
  await page.goto(`${sdkOrigin}/examples/go/`);
  await page.addScriptTag({ path: fileURLToPath(new URL("../pages/ear.js", import.meta.url)) });
  await page.evaluate("far = document.getElementById('far')");
  const status = page.getByRole("status");
  const button = (name: string) => page.getByRole("button", { name });
  await expect(status).toHaveText("connected, idle");
  await button("Talk in the page").click();
  await expect(button("Talk in the page")).toBeDisabled();

  const phone = new Phone(page, request, sdkOrigin);
  await page.getByLabel("Number").fill("13800138000");
  await button("Call").click();
  await expect(status).toHaveText(/, Established, 13800138000$/);
  await phone.hears(...melody);
  await phone.farEndHears(microphone);
  await button("Hang up").click();
  await expect(status).toHaveText("connected, idle");

  await phone.sandbox("calls", { AgentId: "1001", From: "13900139000" });
  await expect(status).toHaveText(/, Delivered, 13900139000$/);
  await button("Answer").click();
  await expect(status).toHaveText(/, Established, 13900139000$/);
  await phone.hears(...melody);
  await button("Hang up").click();
  await expect(status).toHaveText("connected, idle");
  await expect(page.getByRole("alert")).toBeEmpty();
  expect(failures).toEqual([]);
});

test("a Go program whose phone script is missing is told so, and finds it at the next try", async ({ page, request, sdkOrigin }) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  await page.route("**/udesk-phone.js", (route) => route.abort(), { times: 1 });
  await page.goto(`${sdkOrigin}/examples/go/`);
  const mode = page.getByRole("button", { name: "Talk in the page" });
  await expect(page.getByRole("status")).toHaveText("connected, idle");
  await mode.click();
  await expect(page.getByRole("alert")).toContainText("(the browser did not load it)");
  await expect(mode).toBeEnabled();
  await mode.click();
  await expect(mode).toBeDisabled();
  await expect(page.getByRole("alert")).toBeEmpty();
});
