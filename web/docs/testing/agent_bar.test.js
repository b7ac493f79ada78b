// @vitest-environment jsdom
import { UdeskCCPaasApiClass } from "@ccpaas/browser-sdk/fake";
import { beforeEach, expect, test, vi } from "vitest";

import { agentBar } from "./agent_bar.js";

// The page's code imports the package, and gets the fake.
vi.mock("@ccpaas/browser-sdk", () => import("@ccpaas/browser-sdk/fake"));

let agent, output, answer, dial;
beforeEach(() => {
  const element = document.createElement("div");
  agentBar(element);
  agent = UdeskCCPaasApiClass.instances.at(-1);
  [output, answer, dial] = element.children;
});

test("a customer calls, and the agent answers", () => {
  agent.emit("Ready");
  agent.emit("AgentStateChanged", { CurState: "ringing" });
  agent.emit("Delivered", { CustomerInfo: { TelNumber: "13900139000" } });
  expect(output.textContent).toBe("13900139000");

  answer.click();
  expect(agent.argsOf("AnswerAsync")).toHaveLength(1);
});

test("the platform refuses to dial", async () => {
  agent.reject("MakeCallAsync", { Message: "The account is in arrears" });
  dial.elements.namedItem("number").value = "13800138000";
  dial.requestSubmit();
  await vi.waitFor(() => expect(output.textContent).toBe("The account is in arrears"));
  expect(agent.argsOf("MakeCallAsync")).toEqual([["13800138000"]]);
});

test("the number is busy", () => {
  agent.emit("CallFailed", {}, "The number is busy");
  expect(output.textContent).toBe("The number is busy");
});
