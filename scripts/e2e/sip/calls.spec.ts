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

// Firefox sends nothing while a page is left.
test("a page that is left says good-bye to the registrar", async ({ unregistered: handset }) => {
  const registers = async (): Promise<unknown> => {
    await handset.registers("webrtc-1002", "903105681002");
    await handset.learns("registered");
    return handset.does("contacts");
  };
  await registers();
  await handset.opensAgain("?other");
  // Without the stored name, this page is a different phone, and is alone only if the previous one has unregistered.
  await handset.does("sessionStorage.clear()");
  expect(await registers()).toBe(1);
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

test("a hold of an hour, by the page's clock: the call, the registration and the socket live on", async ({
  page,
  unregistered: handset,
  baresip,
}) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await handset.opensAgain("?hour");
  await handset.registers();
  await handset.learns("registered");
  await handset.dials(telephone);
  await baresip.learns("CALL_ESTABLISHED");
  await handset.hears(tone);
  baresip.holds();
  await handset.hearsNothing();
  await page.clock.pauseAt(Date.now() + 60_000);
  const answered = () => handset.does("said.registers === said.answers");
  for (let second = 0; second < 3_600; second += 10) {
    await page.clock.runFor(10_000);
    await expect.poll(answered, { intervals: [5] }).toBe(true);
  }
  await page.clock.resume();
  const said = (await handset.does("said")) as Record<string, number>;
  expect(said.keepAlives).toBeGreaterThanOrEqual(144);
  expect(said.registers).toBeGreaterThanOrEqual(6);
  expect(await handset.does("news.filter((one) => one.name === 'ended' || one.name === 'unregistered')")).toEqual([]);
  baresip.resumes();
  await handset.hears(tone);
  await handset.orders("hangup", { Leg: "out" });
  await baresip.learns("CALL_CLOSED");
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
