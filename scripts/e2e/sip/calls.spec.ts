import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "@playwright/test";

import { tone } from "./baresip.ts";
import { soon } from "./handset.ts";
import { callsWithSound } from "./sound.ts";
import { telephone, test } from "./test.ts";

const kamailio = join(import.meta.dirname, "../../../.build/sip/kamailio.pid");

test.describe("Chromium", () => callsWithSound(test));

test("a wrong password is refused", async ({ unregistered: handset }) => {
  await handset.registers("guessed");
  expect(await handset.learns("unregistered")).toMatchObject({ Status: 403 });
});

test("nobody reaches a phone that unregistered", async ({ handset, baresip }) => {
  await handset.unregisters();
  baresip.calls();
  expect(await baresip.learns("CALL_CLOSED")).toContain("480");
});

test("the telephone hangs up", async ({ handset, baresip }) => {
  await handset.dials(telephone);
  await baresip.learns("CALL_ESTABLISHED");
  await handset.hears(tone);
  baresip.hangsUp();
  expect(await handset.learns("ended")).toMatchObject({ Leg: "out" });
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

test("digits reach the telephone", async ({ handset, baresip }) => {
  await handset.dials(telephone);
  await baresip.learns("CALL_ESTABLISHED");
  await handset.hears(tone);
  await handset.asks("dtmf", { Leg: "out", Digits: "0123456789*#" });
  await expect.poll(() => baresip.digits, soon).toBe("0123456789*#");
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

test("the registrar ends in a call and comes back", async ({ handset, baresip }) => {
  await handset.dials(telephone);
  await baresip.learns("CALL_ESTABLISHED");
  process.kill(Number(readFileSync(kamailio, "utf8")));
  expect(await handset.learns("unregistered")).toMatchObject({ Status: 0 });
  await handset.hears(tone);
  await handset.learns("registered");
  await handset.hears(tone);
  await handset.orders("hangup", { Leg: "out" });
  await baresip.learns("CALL_CLOSED");

  baresip.calls();
  await handset.learns("incoming");
});
