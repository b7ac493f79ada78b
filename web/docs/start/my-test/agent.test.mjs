// my-test/agent.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { startSandbox } from "@ccpaas/sandbox";

test("a customer waits in the queue", async () => {
  const box = await startSandbox();
  try {
    const callId = await box.call({ QueueId: "2", From: "13800138000" });
    const { Calls } = await box.state();
    assert.deepEqual([Calls[0].CallID, Calls[0].Status], [callId, "queued"]);
  } finally {
    await box.close();
  }
});
