import assert from "node:assert/strict";
import { test } from "node:test";

import { UdeskCCPaasApiClass } from "@ccpaas/browser-sdk/fake";

/** The code under test gets its instance. */
const dialAll = async (agent, numbers) => {
  const refused = [];
  for (const number of numbers) {
    await agent.MakeCallAsync(number, { BizId: "campaign-7" }).catch(({ Code }) => refused.push([number, Code]));
  }
  return refused;
};

test("the code of what was refused", async () => {
  const agent = new UdeskCCPaasApiClass();
  agent.answer("MakeCallAsync", (number) => {
    if (number === "13800130004") throw agent.failure("MakeCallAsync");
    return null;
  });
  assert.deepEqual(await dialAll(agent, ["13800138000", "13800130004"]), [["13800130004", "0300"]]);
  assert.deepEqual(agent.calls[0], { Method: "MakeCallAsync", Args: ["13800138000", { BizId: "campaign-7" }] });
});
