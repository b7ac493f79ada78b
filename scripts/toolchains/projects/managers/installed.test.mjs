// That both packages are found, by import and by require, and that the kit's program runs.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { UdeskCCPaasApiClass, version } from "@ccpaas/browser-sdk";
import * as fake from "@ccpaas/browser-sdk/fake";
import { startSandbox } from "@ccpaas/sandbox";

const require = createRequire(import.meta.url);

test("the SDK, both ways", () => {
  assert.equal(UdeskCCPaasApiClass.version, version);
  assert.equal(require("@ccpaas/browser-sdk").version, version);
});

test("the fake, both ways", async () => {
  for (const { UdeskCCPaasApiClass: Fake, version: its } of [fake, require("@ccpaas/browser-sdk/fake")]) {
    assert.equal(its, version);
    assert.equal((await new Fake().answer("MakeCallAsync", null).MakeCallAsync("13800138000")).Code, "0000");
  }
});

test("the kit, both ways", async () => {
  for (const start of [startSandbox, require("@ccpaas/sandbox").startSandbox]) {
    const box = await start({ seed: 7 });
    const callId = await box.call({ QueueId: "2", From: "13800138000" });
    const { Calls } = await box.state();
    assert.deepEqual([Calls[0].CallID, Calls[0].Status], [callId, "queued"]);
    await box.close();
  }
});
