import assert from "node:assert/strict";
import { test } from "node:test";

import { startSandbox } from "@ccpaas/sandbox";
import { Builder, By, until } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";

import { address, chromium, serve } from "./site.cjs";

test("a customer calls, and the agent answers", async () => {
  const site = await serve();
  const box = await startSandbox({ origins: [site.origin] });
  const options = new Options().setChromeBinaryPath(chromium.path).addArguments(...chromium.args);
  const service = new ServiceBuilder(chromium.driver);
  const driver = await new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  try {
    const shown = async (id, text) => driver.wait(until.elementTextIs(await driver.findElement(By.id(id)), text), 20_000);
    await driver.get(address(site, box, "1001"));
    await shown("state", "idle");
    const callId = await box.call({ AgentId: "1001", From: "13800138000" });
    await shown("customer", "13800138000");
    await driver.findElement(By.id("answer")).click();
    await shown("state", "talking");
    await box.hangup(callId);
    await shown("customer", "");
    assert.equal(await driver.findElement(By.id("failure")).getText(), "");
  } finally {
    await driver.quit();
    await box.close();
    site.close();
  }
});
