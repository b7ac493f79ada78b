// The cases that every engine must pass.
import { createSocket } from "node:dgram";

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

  test("an ICE restart that is refused ends no call, and the next is agreed to", async ({ handset, baresip }) => {
    await handset.dials(telephone);
    await baresip.learns("CALL_ESTABLISHED");
    await handset.hears(tone);
    await handset.does("refusing = true");
    expect(await handset.asks("restart", { Leg: "out" })).toMatchObject({ name: "failed", Detail: "488" });
    await handset.hears(tone);
    await handset.does("refusing = false");
    expect(await handset.asks("restart", { Leg: "out" })).toMatchObject({ name: "done" });
    await handset.hears(tone);
    await handset.orders("hangup", { Leg: "out" });
    await baresip.learns("CALL_CLOSED");
  });

  test("two restarts at once come one after the other", async ({ handset, baresip }) => {
    await handset.dials(telephone);
    await baresip.learns("CALL_ESTABLISHED");
    await handset.hears(tone);
    const both = await Promise.all([handset.asks("restart", { Leg: "out" }), handset.asks("restart", { Leg: "out" })]);
    expect(both).toEqual([{ name: "done" }, { name: "done" }]);
    await handset.hears(tone);
    await handset.orders("hangup", { Leg: "out" });
    await baresip.learns("CALL_CLOSED");
  });

  test("a STUN server that never answers holds a call up for two seconds", async ({ unregistered: handset, baresip }) => {
    const silent = createSocket("udp4");
    await new Promise<void>((resolve) => silent.bind(0, resolve));
    try {
      await handset.opensAgain(`?stun=${process.env.MEDIA}:${silent.address().port}`);
      await handset.registers();
      await handset.learns("registered");
      const from = Date.now();
      await handset.dials(telephone);
      expect(Date.now() - from).toBeLessThan(5_000);
      await baresip.learns("CALL_ESTABLISHED");
      await handset.hears(tone);
      await handset.orders("hangup", { Leg: "out" });
      await baresip.learns("CALL_CLOSED");
    } finally {
      silent.close();
    }
  });

  test("five reloads: the registrar has one contact", async ({ unregistered: handset }) => {
    const registers = async (): Promise<unknown> => {
      await handset.registers("webrtc-1002", "903105681002");
      await handset.learns("registered");
      return handset.does("contacts");
    };
    expect(await registers()).toBe(1);
    for (let reloads = 0; reloads < 5; reloads++) {
      await handset.opensAgain(`?${reloads}`);
      expect(await registers()).toBe(1);
    }
  });
}
