// What each fault of the web phone does to a page.
import { forCalls } from "../calls.ts";
import { expect, test as base } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";

const test = base.extend<{ phone: Phone }>({
  /** Agent 1001, idle, without the web phone yet. */
  phone: async ({ page, customer, request, sdkOrigin }, use) => {
    await request.post(`${sdkOrigin}/sandbox/reset`);
    await use(await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`));
    await request.delete(`${sdkOrigin}/sandbox/faults`);
  },
});
test.use({ launchOptions: forCalls(microphone) });
test.describe.configure({ mode: "default" });

const place = (phone: Phone, fault: object) => phone.sandbox("faults", { AgentId: "1001", ...fault });
const forgive = (phone: Phone) => phone.page.request.delete(`${phone.sdkOrigin}/sandbox/faults`);
const iceState = (phone: Phone) => phone.page.evaluate<string>("counted.connections.at(-1).iceConnectionState");
const warning = (phone: Phone) => phone.page.evaluate<string>("quality.length ? quality.at(-1).Warning : ''");

test("sip-drop: the registration is lost, and comes back", async ({ phone }) => {
  await phone.does("SetPhoneModeAsync", "webrtc");
  await place(phone, { Fault: "sip-drop" });
  await expect.poll(() => phone.page.evaluate("instance.phoneState")).toBe("offline");
  await expect.poll(() => phone.page.evaluate("instance.phoneState"), { timeout: 10_000 }).toBe("idle");
});

test("sip-silent: nobody answers the registration, until they do", async ({ phone }) => {
  test.setTimeout(60_000);
  await place(phone, { Fault: "sip-silent", Ms: 60_000 });
  expect(await phone.tries("SetPhoneModeAsync", "webrtc")).toMatchObject({
    Code: "0100",
    Message: expect.stringContaining("the SIP server did not answer"),
  });
  await forgive(phone);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
});

test("sip-refuse: the registration is refused, then a call", async ({ phone }) => {
  await place(phone, { Fault: "sip-refuse", Status: 403 });
  expect(await phone.tries("SetPhoneModeAsync", "webrtc")).toMatchObject({ Code: "0100", Message: expect.stringContaining("(403)") });
  await phone.does("SetPhoneModeAsync", "webrtc");
  await place(phone, { Fault: "sip-refuse", Status: 503, SipMethod: "INVITE" });
  expect(await phone.tries("MakeCallAsync", "13800138000")).toMatchObject({ Code: "0300", Message: expect.stringContaining("503") });
  await phone.calls("13800138000");
});

test("media-silent: nobody hears anything while the connection stays, then all do", async ({ phone }) => {
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
  await place(phone, { Fault: "media-silent", Ms: 60_000 });
  await expect.poll(() => warning(phone), { timeout: 10_000 }).toContain("NoMedia");
  await phone.farEndHears();
  expect(await iceState(phone)).toBe("connected");
  await forgive(phone);
  await phone.hears(...melody);
  await phone.farEndHears(microphone);
});

test("ice-fail: a call loses the way of its sound, and one that begins finds none", async ({ phone }) => {
  test.setTimeout(60_000);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
  await place(phone, { Fault: "ice-fail", Ms: 60_000 });
  await expect.poll(() => iceState(phone), { timeout: 15_000 }).toMatch(/disconnected|failed|checking/);
  await forgive(phone);
  await phone.hears(...melody);
  await phone.hangsUp();

  await place(phone, { Fault: "ice-fail", Ms: 60_000 });
  // The web phone whose sound broke registers again over another socket, and is offline meanwhile.
  await expect.poll(async () => (await phone.tries("MakeCallAsync", "13800138000")).Code, { timeout: 15_000 }).toBe("0000");
  await expect.poll(() => iceState(phone)).toBe("checking");
  await forgive(phone);
  await phone.hears(...melody);
});

test("answer-after: a stranger is turned down, and hears nothing", async ({ phone }) => {
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.page.evaluate(
    "strangers = []; instance.on('PhoneLeg', ({ Data }) => strangers.push([Data.State, Data.Confirmed, Data.Microphone]))",
  );
  await place(phone, { Fault: "answer-after" });
  await expect
    .poll(() => phone.page.evaluate("strangers"), { timeout: 10_000 })
    .toEqual([
      ["ringing", false, false],
      ["ending", false, false],
      ["ended", false, false],
    ]);
  expect(await phone.page.evaluate("counted.tracks.filter((track) => track.readyState === 'live').length")).toBe(0);
  await phone.calls("13800138000");
  await phone.hears(...melody);
});
