// A series of calls with faults, in an order that a seed decides: nothing is left open. CALLS and SEED change the series.
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { forCalls } from "../calls.ts";
import { expect, test } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";

test.use({ launchOptions: forCalls(microphone) });

const calls = Number(process.env.CALLS ?? 12);
const seed = Number(process.env.SEED ?? 20260101);

/** The faults of a call; the call continues, or is over if true is returned. */
const troubles: Record<string, (phone: Phone) => Promise<boolean | void>> = {
  nothing: async () => undefined,
  "the microphone is unplugged": async ({ page }) => {
    await page.evaluate("{ const track = devices.opened.at(-1); track.stop(); track.dispatchEvent(new Event('ended')); }");
    await expect.poll(() => page.evaluate("devices.opened.at(-1).readyState")).toBe("live");
  },
  "the SIP socket is cut": async (phone) => {
    await phone.sandbox("faults", { AgentId: "1001", Fault: "sip-drop", Ms: 300 });
  },
  "another network": ({ page }) => page.evaluate("void window.dispatchEvent(new Event('online'))"),
  "another network, twice": ({ page }) =>
    page.evaluate("window.dispatchEvent(new Event('online')); setTimeout(() => window.dispatchEvent(new Event('online')), 300); undefined"),
  "the page is reloaded": async (phone) => {
    await phone.page.reload();
    await registered(phone.page);
    await phone.does("HangupAsync", "{call}");
    await idle(phone.page);
    return true;
  },
  "the customer hangs up": async (phone) => {
    await phone.sandbox(`calls/${await phone.page.evaluate("call")}/hangup`);
    await phone.comesTo("ConnectionCleared");
    return true;
  },
};

test(`${calls} calls with random trouble, seed ${seed}`, async ({ page, customer, request, sdkOrigin }) => {
  test.setTimeout(60_000 + calls * 20_000);
  await request.post(`${sdkOrigin}/sandbox/reset`);
  await page.addInitScript({ path: join(import.meta.dirname, "../pages/devices.js") });
  await page.addInitScript({ path: join(import.meta.dirname, "../pages/timers.js") });
  await page.addInitScript(`{
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (message) {
      const contact = /^REGISTER[\\s\\S]*^Contact: <([^>]+)>/m.exec(message);
      const all = JSON.parse(sessionStorage.getItem("contacts") || "[]");
      if (contact && !all.includes(contact[1])) {
        sessionStorage.setItem("contacts", JSON.stringify([...all, contact[1]]));
      }
      return send.call(this, message);
    };
  }`);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  const random = numbers(seed);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!;
  const quiet = await page.evaluate("timers.size");
  for (let made = 0; made < calls; made++) {
    const name = pick(Object.keys(troubles));
    await test.step(`call ${made + 1}: ${name}`, async () => {
      await (random() < 0.5 ? dials(phone) : phone.isCalled("13800138000"));
      if (await troubles[name]!(phone)) {
        await idle(page);
      } else {
        await phone.hears(pick(melody));
        await phone.farEndHears(microphone);
        await phone.hangsUp();
      }
      await registered(page);
      await expect
        .poll(() => left(page), { timeout: 10_000 })
        .toEqual({ connections: 0, tracks: 0, timers: 0, playing: 0, microphone: false });
    });
  }
  expect(await page.evaluate("JSON.parse(sessionStorage.getItem('contacts')).length"), "contacts at the registrar").toBe(1);
  // JsSIP's transactions end within 32 s (RFC 3261, timer H); then as many timers run as before the first call.
  await expect.poll(() => page.evaluate<number>("timers.size"), { timeout: 45_000 }).toBeLessThanOrEqual(Number(quiet) + 1);
  expect((await (await request.get(`${sdkOrigin}/sandbox/state`)).json()).Calls).toEqual([]);
});

/** Calls as soon as the phone is registered, which it may have to be again after the previous fault. */
async function dials(phone: Phone): Promise<void> {
  const outcome = async (): Promise<string> => {
    const { Code, Message } = await phone.tries("MakeCallAsync", "13800138000");
    expect(Code === "0000" || Message.includes("web phone is not registered"), Message).toBe(true);
    return Code;
  };
  await expect.poll(outcome, { timeout: 30_000 }).toBe("0000");
  await phone.comesTo("Established");
}

/** What the page holds open. */
function left(page: Page): Promise<unknown> {
  return page.evaluate(`({
    connections: leftBehind().connections,
    tracks: Math.max(leftBehind().tracks, devices.opened.filter((track) => track.readyState === "live").length),
    timers: leftBehind().timers,
    playing: playing.filter((element) => element.srcObject).length,
    microphone: instance.microphoneOn,
  })`);
}

const registered = (page: Page): Promise<unknown> =>
  page.waitForFunction("instance.phoneMode === 'webrtc' && instance.phoneState !== 'offline'");
const idle = (page: Page): Promise<unknown> => page.waitForFunction("instance.agentState === 'idle'");

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
