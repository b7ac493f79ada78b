// The calls that a page must make and answer in every engine.
import type { TestType } from "@playwright/test";

import { expect } from "./origins.ts";
import { melody, microphone } from "./phone.ts";
import type { Phone } from "./phone.ts";

export function callsInAPage<Fixtures extends { phone: Phone }, Workers extends object>(test: TestType<Fixtures, Workers>): void {
  test("an outbound call: melody heard, hung up by the agent", async ({ phone }) => {
    await phone.calls("13800138000");
    await phone.hears(...melody);
    await phone.farEndHears(microphone);
    await phone.hangsUp();
    await phone.leavesNothing(1);
  });

  test("an inbound call: melody heard, hung up by the customer", async ({ phone }) => {
    await phone.isCalled("13800138000");
    await phone.hears(...melody);
    await phone.farEndHears(microphone);
    await phone.sandbox(`calls/${await phone.page.evaluate("call")}/hangup`);
    await phone.comesTo("ConnectionCleared");
    await phone.leavesNothing(1);
  });

  test("the microphone comes back through the echo; muted, the echo is silent", async ({ phone }) => {
    await phone.calls("13800000005");
    await phone.hears(microphone);
    expect(await phone.does("MuteAsync", { CallId: "{call}" })).toEqual({});
    await phone.hearsNothing();
    await phone.farEndHears();
    await phone.does("MuteAsync", { callId: "{call}" });
    expect(await phone.does("UnmuteAsync", { callId: "{call}" })).toEqual({});
    await phone.hears(microphone);
    await phone.hangsUp();
    // A new call begins with an open microphone.
    await phone.calls("13800000005");
    await phone.hears(microphone);
  });
}
