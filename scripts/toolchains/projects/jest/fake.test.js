/** @jest-environment jsdom */
// Page code with the fake instead of the package.
jest.mock("@ccpaas/browser-sdk", () => require("@ccpaas/browser-sdk/fake"));
const { UdeskCCPaasApiClass } = require("@ccpaas/browser-sdk/fake");
const { connect } = require("./agent.js");

const element = document.body.appendChild(document.createElement("output"));
const connecting = () => {
  const done = connect(element);
  return { done, agent: UdeskCCPaasApiClass.instances.at(-1) };
};

test("events and getters are the test's", async () => {
  const { done, agent } = connecting();
  agent.emit("AgentStateChanged", { CurState: "busy" });
  expect(element.textContent).toBe("busy");
  agent.set({ agentState: "onBreak" });
  await done;
  expect(element.textContent).toBe("onBreak");
  expect(agent.calls).toEqual([
    { Method: "ConnectAsync", Args: [] },
    { Method: "Destroy", Args: [] },
  ]);
});

test("so is what a call rejects with", async () => {
  const { done, agent } = connecting();
  agent.Destroy();
  await agent.AnswerAsync().catch((failure) => expect(failure).toMatchObject({ Code: "0902" }));
  await done;
});
