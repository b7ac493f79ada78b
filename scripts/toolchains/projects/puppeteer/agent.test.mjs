import assert from "node:assert/strict";
import { test } from "node:test";

import { startSandbox } from "@ccpaas/sandbox";
import puppeteer from "puppeteer-core";

import { address, chromium, serve } from "./site.cjs";

test("a customer calls, and the agent answers", async () => {
  const site = await serve();
  const box = await startSandbox({ origins: [site.origin] });
  const browser = await puppeteer.launch({ executablePath: chromium.path, args: chromium.args });
  try {
    const page = await browser.newPage();
    const shown = (id, text) => page.waitForFunction((id, text) => document.getElementById(id).textContent === text, {}, id, text);
    await page.goto(address(site, box, "1001"));
    await shown("state", "idle");
    const callId = await box.call({ AgentId: "1001", From: "13800138000" });
    await shown("customer", "13800138000");
    await page.click("#answer");
    await shown("state", "talking");
    await box.hangup(callId);
    await shown("customer", "");
    assert.equal(await page.$eval("#failure", (element) => element.textContent), "");
  } finally {
    await browser.close();
    await box.close();
    site.close();
  }
});
