import { startSandbox } from "@ccpaas/sandbox";
import { $, browser, expect } from "@wdio/globals";

import { address, serve } from "./site.cjs";

describe("the agent's page", () => {
  let site;
  let box;
  before(async () => {
    site = await serve();
    box = await startSandbox({ origins: [site.origin] });
  });
  after(async () => {
    await box.close();
    site.close();
  });

  it("shows a customer who calls, and answers", async () => {
    await browser.url(address(site, box, "1001"));
    await expect($("#state")).toHaveText("idle");
    const callId = await box.call({ AgentId: "1001", From: "13800138000" });
    await expect($("#customer")).toHaveText("13800138000");
    await $("#answer").click();
    await expect($("#state")).toHaveText("talking");
    await box.hangup(callId);
    await expect($("#customer")).toHaveText("");
    await expect($("#failure")).toHaveText("");
  });
});
