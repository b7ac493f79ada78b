// The test kit in Jest without configuration: CommonJS, in Node.
const { startSandbox, SandboxError } = require("@ccpaas/sandbox");

let box;
beforeEach(async () => (box = await startSandbox({ seed: 7 })));
afterEach(() => box.close());

test("a customer waits in the queue", async () => {
  const callId = await box.call({ QueueId: "2", From: "13800138000" });
  const { Calls } = await box.state();
  expect(Calls).toMatchObject([{ CallID: callId, Status: "queued" }]);
});

test("a call to an agent who is offline is refused", async () => {
  await expect(box.call({ AgentId: "1001", From: "13800138000" })).rejects.toBeInstanceOf(SandboxError);
});
