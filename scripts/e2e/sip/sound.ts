// The cases that every engine has to show.
import { expect } from "@playwright/test";

import { microphone } from "../phone.ts";
import { tone } from "./baresip.ts";
import { echo, telephone } from "./test.ts";
import type { test as base } from "./test.ts";

export function callsWithSound(test: typeof base): void {
  test("an agent dials, hears the tone and hangs up", async ({ handset, baresip }) => {
    await handset.dials(telephone);
    await baresip.learns("CALL_ESTABLISHED");
    await handset.hears(tone);
    await handset.orders("hangup", { Leg: "out" });
    await baresip.learns("CALL_CLOSED");
  });

  test("a customer calls and the agent answers", async ({ handset, baresip }) => {
    for (let n = 0; n < 2; n++) {
      baresip.calls();
      const { Leg } = await handset.learns("incoming");
      await handset.orders("answer", { Leg });
      await handset.learns("accepted");
      await baresip.learns("CALL_ESTABLISHED");
      await handset.hears(tone);
      await handset.orders("hangup", { Leg });
      await baresip.learns("CALL_CLOSED");
    }
  });

  test("the microphone comes back through the echo, and not while it is muted", async ({ handset }) => {
    await handset.dials(echo);
    await handset.hears(microphone);
    expect(await handset.asks("mute", { Leg: "out", Muted: true })).toMatchObject({ Muted: true });
    await handset.hearsNothing();
    expect(await handset.asks("mute", { Leg: "out", Muted: false })).toMatchObject({ Muted: false });
    await handset.hears(microphone);
    await handset.orders("hangup", { Leg: "out" });
  });
}
