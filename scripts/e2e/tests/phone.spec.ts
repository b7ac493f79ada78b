// Calls in the page, verified by measured sound.
import { createSocket } from "node:dgram";

import { forCalls } from "../calls.ts";
import { expect, test as base } from "../origins.ts";
import { holdMusic, melody, microphone, Phone } from "../phone.ts";
import { callsInAPage } from "../phone_calls.ts";

const test = base.extend<{ phone: Phone }>({
  /** Agent 1001, in phone mode webrtc and idle. */
  phone: async ({ page, customer, request, sdkOrigin }, use) => {
    await request.post(`${sdkOrigin}/sandbox/reset`);
    const console: string[] = [];
    page.on("console", (line) => console.push(line.text()));
    await page.addInitScript(() => localStorage.setItem("debug", "JsSIP:*"));
    const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
    await phone.does("SetPhoneModeAsync", "webrtc");
    await use(phone);
    await phone.logsNoSecret();
    expect(console.filter((line) => line.includes("JsSIP"))).toEqual([]);
  },
});
test.use({ launchOptions: forCalls(microphone) });
test.describe.configure({ mode: "default" });

callsInAPage(test);

test("a media key that pauses the far end does not keep it quiet", async ({ phone }) => {
  await phone.calls("13800138000");
  await phone.hears(...melody);
  await phone.page.evaluate("far.pause()");
  await expect.poll(() => phone.page.evaluate("far.paused")).toBe(false);
  await phone.hears(...melody);
});

test("the SIP socket says something every 25 s, and lives on", async ({ page, phone, customer }) => {
  const sent: unknown[] = [];
  const closed: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => sent.push(payload));
    socket.on("close", () => closed.push(socket.url()));
  });
  await page.clock.install();
  await phone.open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  closed.length = 0;
  await page.clock.runFor(26_000);
  await expect.poll(() => sent).toContain("\r\n\r\n");
  await page.clock.resume();
  await phone.calls("13800138000");
  expect(closed).toEqual([]);
});

test("a STUN server that never answers holds a call up for two seconds", async ({ phone, customer }) => {
  const silent = createSocket("udp4");
  let asked = 0;
  silent.on("message", () => asked++);
  await new Promise<void>((resolve) => silent.bind(0, resolve));
  try {
    await phone.open(`${customer.origin}/phone.html?stun=127.0.0.1:${silent.address().port}`);
    await phone.does("SetPhoneModeAsync", "webrtc");
    const from = Date.now();
    await phone.calls("13800138000");
    expect(Date.now() - from).toBeLessThan(6_000);
    await phone.hears(...melody);
    expect(asked).toBeGreaterThan(0);
  } finally {
    silent.close();
  }
});

test("the quality of a call is told", async ({ phone }) => {
  await phone.calls("13800138000");
  await phone.hears(...melody);
  await expect.poll(() => phone.page.evaluate("quality.length"), { timeout: 5_000 }).toBeGreaterThan(1);
  const quality = await phone.page.evaluate<any>("quality.at(-1)");
  expect(quality).toMatchObject({ CallID: expect.any(String), PacketLoss: 0, Warning: "" });
  expect(quality.Mos).toBeGreaterThan(4);
  expect(quality.InputLevel).toBeGreaterThan(0.05);
  expect(quality.OutputLevel).toBeGreaterThan(0.05);
});

test("hold and recovery are heard at the far end; mute outlasts them", async ({ phone }) => {
  await phone.calls("13800138000");
  await phone.farEndHears(microphone);
  await phone.does("HoldAsync", { CallId: "{call}" });
  await phone.farEndHears(...holdMusic);
  await phone.hearsNothing();
  await phone.does("RecoveryAsync", { CallId: "{call}" });
  await phone.farEndHears(microphone);
  await phone.hears(...melody);
  await phone.does("HoldAsync", { CallId: "{call}" });
  await phone.does("MuteAsync", { CallId: "{call}" });
  await phone.does("RecoveryAsync", { CallId: "{call}" });
  await phone.hears(...melody);
  await phone.farEndHears();
});

test("touch tones reach the far end", async ({ phone }) => {
  await phone.calls("13800138000");
  await phone.hears(melody[0]!);
  await phone.does("SendDtmfAsync", { CallId: "{call}", Digits: "0123456789*#" });
  await expect.poll(async () => (await phone.heard()).Digits, { timeout: 5_000 }).toBe("0123456789*#");
  expect(await phone.tries("SendDtmfAsync", { CallId: "{call}", Digits: "1a" })).toMatchObject({ Code: "9000" });
});

test("the SIP server goes and comes back in a call", async ({ phone }) => {
  await phone.calls("13800138000");
  await phone.hears(melody[0]!);
  await phone.sandbox("faults", { AgentId: "1001", Fault: "sip-drop", Ms: 1500 });
  await phone.hears(...melody);
  await expect
    .poll(() => phone.page.evaluate<string[]>("log"), { timeout: 15_000 })
    .toContainEqual(expect.stringContaining("registered again"));
  await phone.does("HoldAsync", { CallId: "{call}" });
  await phone.farEndHears(...holdMusic);
  await phone.does("RecoveryAsync", { CallId: "{call}" });
  await phone.hears(...melody);
  await phone.hangsUp();
  await phone.calls("13800138000");
  await phone.hears(melody[0]!);
});

test("another network: SIP over a new socket, then the sound over new ways", async ({ phone }) => {
  await phone.calls("13800138000");
  await phone.hears(melody[0]!);
  const fragment = (): Promise<string> => phone.page.evaluate("counted.connections[0].localDescription.sdp.match(/ice-ufrag:(.*)/)[1]");
  const before = await fragment();
  await phone.page.evaluate("window.dispatchEvent(new Event('online'))");
  await expect.poll(fragment, { timeout: 15_000 }).not.toBe(before);
  await phone.hears(...melody);
  await phone.farEndHears(microphone);
  await phone.hangsUp();
  await phone.leavesNothing(1);
});

test("devices are listed and chosen; one that disappears in a call is replaced", async ({ phone }) => {
  const devices = await phone.does("GetAudioDevicesAsync");
  const of = (kind: string): any[] => devices.filter((d: any) => d.Kind === kind);
  expect(of("microphone").length).toBeGreaterThan(1);
  expect(of("speaker").length).toBeGreaterThan(0);
  expect(of("ringer")).toHaveLength(of("speaker").length);
  await phone.calls("13800138000");
  await phone.farEndHears(microphone);
  await phone.does("SetAudioDeviceAsync", { Kind: "microphone", DeviceId: of("microphone")[1].DeviceId });
  await phone.does("SetAudioDeviceAsync", { Kind: "speaker", DeviceId: of("speaker")[0].DeviceId });
  await phone.does("SetAudioDeviceAsync", { Kind: "ringer", DeviceId: of("ringer")[0].DeviceId });
  await phone.farEndHears(microphone);
  const chosen = (await phone.does("GetAudioDevicesAsync")).filter((d: any) => d.Selected);
  expect(chosen.map((d: any) => d.DeviceId)).toContain(of("microphone")[1].DeviceId);
  expect(await phone.tries("SetAudioDeviceAsync", { Kind: "speaker", DeviceId: "none" })).toMatchObject({ Code: "9000" });

  // The speaker is gone when the browser reports a change of devices.
  await phone.page.evaluate(`{
    const all = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
    navigator.mediaDevices.enumerateDevices = () => all().then((list) => list.filter((d) => d.kind !== "audiooutput"));
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
  }`);
  const replaced = (kind: string) => expect.stringContaining(`default is used instead: ${kind}`);
  await expect.poll(() => phone.page.evaluate<string[]>("log")).toContainEqual(replaced("speaker"));
  await phone.hears(...melody);

  // The microphone's track ends, as that of an unplugged device does.
  await phone.page.evaluate("{ const track = counted.tracks.at(-1); track.stop(); track.dispatchEvent(new Event('ended')); }");
  await expect.poll(() => phone.page.evaluate<string[]>("log")).toContainEqual(replaced("microphone"));
  await phone.farEndHears(microphone);
  await phone.hears(...melody);
  await phone.hangsUp();
  await phone.leavesNothing(1);
});

test("two calls in a row, and another mode, leave nothing behind", async ({ phone }) => {
  for (const made of [1, 2]) {
    await phone.calls("13800138000");
    await phone.hears(melody[0]!);
    await phone.hangsUp();
    await phone.leavesNothing(made);
  }
  await phone.does("SetPhoneModeAsync", "voip");
  expect(await phone.tries("GetAudioDevicesAsync")).toMatchObject({
    Code: "9000",
    Message: expect.stringContaining("phone mode webrtc only"),
  });
  await phone.calls("13800138000");
  await phone.leavesNothing(2);
});

test("a line that is busy, and one that the server refuses", async ({ phone }) => {
  // The busy line rings first, so that MakeCallAsync resolves.
  await phone.does("MakeCallAsync", "13800000001");
  await phone.comesTo("CallFailed");
  await phone.comesTo("idle");
  await phone.leavesNothing(1);
  expect(await phone.tries("MakeCallAsync", "13800000004")).toMatchObject({
    Code: "0300",
    Data: { SipStatus: 403 },
    Message: expect.stringContaining("refused the call (403)"),
  });
  await phone.leavesNothing(2);
  await phone.calls("13800138000");
  await phone.hears(melody[0]!);
});

test("a page that is reloaded in a call registers again", async ({ phone }) => {
  await phone.calls("13800138000");
  await phone.hears(melody[0]!);
  await phone.page.reload();
  await expect.poll(() => phone.page.evaluate("instance.phoneMode")).toBe("webrtc");
  // The gateway's call continues; its sound ended with the page.
  expect(await phone.page.evaluate("instance.agentState")).toBe("talking");
  expect(await phone.tries("MuteAsync", { CallId: "{call}" })).toMatchObject({ Message: expect.stringContaining("no such call") });
  await phone.does("HangupAsync", "{call}");
  await phone.comesTo("idle");
  await expect.poll(() => phone.page.evaluate("instance.phoneState"), { timeout: 10_000 }).toBe("idle");
  await phone.calls("13800138000");
  await phone.hears(melody[0]!);
});
