import { expect, test as base } from "@playwright/test";

import { microphone } from "../phone.ts";
import { Baresip, tone } from "./baresip.ts";
import { Handset } from "./handset.ts";

const telephone = "13800138000"; // baresip's
const echo = "13800130005"; // sipp's

const test = base.extend<{ unregistered: Handset; handset: Handset; baresip: Baresip }>({
  unregistered: async ({ page }, use) => {
    const handset = await Handset.open(page);
    await use(handset);
    await handset.close();
  },
  handset: async ({ unregistered: handset }, use) => {
    await handset.registers();
    await handset.learns("registered");
    await use(handset);
  },
  baresip: async ({}, use) => {
    const baresip = await Baresip.connect();
    await use(baresip);
    baresip.close();
  },
});

test("a wrong password is refused", async ({ unregistered: handset }) => {
  await handset.registers("guessed");
  expect(await handset.learns("unregistered")).toMatchObject({ Status: 403 });
});

test("an agent dials, hears the tone and hangs up", async ({ handset, baresip }) => {
  await handset.dials(telephone);
  await baresip.learns("CALL_ESTABLISHED");
  await handset.hears(tone);
  await handset.orders("hangup", { Leg: "out" });
  await baresip.learns("CALL_CLOSED");
});

test("the telephone hangs up", async ({ handset, baresip }) => {
  await handset.dials(telephone);
  await baresip.learns("CALL_ESTABLISHED");
  await handset.hears(tone);
  baresip.hangsUp();
  expect(await handset.learns("ended")).toMatchObject({ Leg: "out" });
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

test("a customer gives up while the phone rings", async ({ handset, baresip }) => {
  baresip.calls();
  const { Leg } = await handset.learns("incoming");
  await baresip.learns("CALL_RINGING");
  baresip.hangsUp();
  expect(await handset.learns("ended")).toMatchObject({ Leg });
});

test("the agent refuses", async ({ handset, baresip }) => {
  baresip.calls();
  const { Leg } = await handset.learns("incoming");
  await handset.orders("hangup", { Leg });
  await baresip.learns("CALL_CLOSED");
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

test("digits reach the telephone", async ({ handset, baresip }) => {
  await handset.dials(telephone);
  await baresip.learns("CALL_ESTABLISHED");
  await handset.hears(tone);
  await handset.asks("dtmf", { Leg: "out", Digits: "0123456789*#" });
  await expect.poll(() => baresip.digits, { timeout: 10_000 }).toBe("0123456789*#");
});

test("the telephone holds the call and takes it back", async ({ handset, baresip }) => {
  await handset.dials(telephone);
  await baresip.learns("CALL_ESTABLISHED");
  await handset.hears(tone);
  baresip.holds();
  await handset.hearsNothing();
  baresip.resumes();
  await handset.hears(tone);
});

test("a call survives the loss of its socket", async ({ handset, baresip }) => {
  await handset.dials(telephone);
  await baresip.learns("CALL_ESTABLISHED");
  await handset.orders("renew");
  await handset.learns("registered");
  await handset.hears(tone);
  await handset.orders("hangup", { Leg: "out" });
  await baresip.learns("CALL_CLOSED");
});
