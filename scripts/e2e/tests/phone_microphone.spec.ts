// Microphones and speakers that are busy, gone, pending permission or forbidden.
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { forCalls } from "../calls.ts";
import { expect, test } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";

const insecure = "page.insecure.test";
test.use({ launchOptions: forCalls(microphone, `--host-resolver-rules=MAP ${insecure} 127.0.0.1`) });
test.beforeEach(async ({ page, request, sdkOrigin }) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  await page.addInitScript({ path: join(import.meta.dirname, "../pages/devices.js") });
});

const live = "devices.opened.filter((track) => track.readyState === 'live').length";
const busy = "devices.faults[''] = 'NotReadableError'";

test("a busy microphone: AnswerAsync names the other program, the call rings on, a second AnswerAsync takes it", async ({
  page,
  customer,
  request,
  sdkOrigin,
}) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html?ring`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.rings("13800138000");
  await page.evaluate(busy);
  expect(await phone.tries("AnswerAsync")).toMatchObject({
    Code: "0500",
    Message: expect.stringContaining("another program uses the microphone"),
  });
  expect(await page.evaluate("[instance.agentState, instance.microphoneOn, legs.at(-1)[0]]")).toEqual(["ringing", false, "ringing"]);
  const rings = async (): Promise<boolean> => Math.abs((await page.evaluate<{ hertz: number }>("sound(playing.at(-1))")).hertz - 450) < 10;
  await expect.poll(rings, { intervals: [50], message: "it rings in the page again" }).toBe(true);
  await page.evaluate("devices.faults = {}");
  await phone.does("AnswerAsync");
  await phone.comesTo("Established");
  await phone.hears(...melody);
  await phone.farEndHears(microphone);
  await phone.hangsUp();
  await phone.leavesNothing(1);
});

test("a call that is answered by itself rings on where the microphone is busy", async ({ page, customer, request, sdkOrigin }) => {
  // The platform requests it with a header of its INVITE.
  await page.routeWebSocket(/\/sip$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) =>
      socket.send(String(message).replace(/^(INVITE .*\r\n)/, "$1Call-Info: <sip:gateway>;answer-after=0\r\n")),
    );
  });
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await page.evaluate(busy);
  await phone.sandbox("calls", { AgentId: "1001", From: "13800138000" });
  expect(await phone.isInTrouble({ Trouble: "NotAnswered" })).toContain("another program uses the microphone");
  expect(await page.evaluate("instance.agentState")).toBe("ringing");
  await page.evaluate("devices.faults = {}");
  await phone.does("AnswerAsync");
  await phone.hears(...melody);
  await phone.comesTo("Established");
  await phone.hangsUp();
  await phone.leavesNothing(1);
});

test("a chosen headset that is gone without a word: the default is used and told, and later calls work", async ({
  page,
  customer,
  request,
  sdkOrigin,
}) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  const chosen = await chooses(phone, "microphone");
  await page.evaluate((id) => ((window as any).eval("devices").faults[id] = "OverconstrainedError"), chosen);
  await phone.calls("13800138000");
  expect(await phone.isInTrouble({ Trouble: "DeviceReplaced", Device: "microphone" })).toContain("another");
  await phone.farEndHears(microphone);
  await phone.hangsUp();
  await phone.calls("13800138000");
  await phone.farEndHears(microphone);
  expect(await page.evaluate("troubles")).toEqual([]);
  await phone.hangsUp();
  await phone.leavesNothing(2);

  // The speaker, which only setSinkId shows.
  await chooses(phone, "speaker");
  await page.evaluate(`{
    const set = far.setSinkId;
    far.setSinkId = (id) => (id ? Promise.reject(new DOMException("the test says so", "NotFoundError")) : set.call(far, id));
  }`);
  await phone.calls("13800138000");
  await phone.isInTrouble({ Trouble: "DeviceReplaced", Device: "speaker" });
  await phone.hears(...melody);
  const speaker = await lastDevice(phone, "speaker");
  expect(await phone.tries("SetAudioDeviceAsync", { Kind: "speaker", DeviceId: speaker })).toMatchObject({
    Message: expect.stringContaining("there is no such audio device"),
  });
  await phone.hangsUp();
});

test("a device that cannot be opened when it is chosen in a call is refused, and the call keeps its own", async ({
  page,
  customer,
  request,
  sdkOrigin,
}) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  const other = await lastDevice(phone, "microphone");
  await page.evaluate((id) => ((window as any).eval("devices").faults[id] = "NotReadableError"), other);
  expect(await phone.tries("SetAudioDeviceAsync", { Kind: "microphone", DeviceId: other })).toMatchObject({
    Message: expect.stringContaining("another program uses the microphone"),
  });
  await phone.farEndHears(microphone);
  await phone.hangsUp();
  await phone.calls("13800138000");
  await phone.farEndHears(microphone);
  expect(await page.evaluate("troubles")).toEqual([]);
});

test("replacements of the microphone at once leave none open after the call", async ({ page, customer, request, sdkOrigin }) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  const ids = await phone
    .does("GetAudioDevicesAsync")
    .then((all) => all.filter((d: any) => d.Kind === "microphone").map((d: any) => d.DeviceId));
  await page.evaluate(
    ([one, other]) =>
      Promise.all(
        [one, other, one, other].map((DeviceId) => (window as any).does("SetAudioDeviceAsync", { Kind: "microphone", DeviceId })),
      ),
    ids,
  );
  await phone.farEndHears(microphone);
  expect(await page.evaluate(live)).toBe(1);
  // One more is pending when the call ends.
  await page.evaluate("devices.asks = true");
  await page.evaluate((id) => void (window as any).does("SetAudioDeviceAsync", { Kind: "microphone", DeviceId: id }), ids[0]);
  await expect.poll(() => page.evaluate("devices.waiting.length")).toBe(1);
  await phone.hangsUp();
  await page.evaluate("devices.allow()");
  await expect.poll(() => page.evaluate(live)).toBe(0);
  await phone.leavesNothing(1);
});

test("a prompt that is answered after half a minute: the call is answered", async ({ page, customer, request, sdkOrigin }) => {
  test.setTimeout(90_000);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.rings("13800138000");
  await page.evaluate("devices.asks = true; outcome = does('AnswerAsync'); undefined");
  await page.waitForFunction("devices.waiting.length");
  const from = Date.now();
  await expect.poll(() => Date.now() - from, { timeout: 40_000, intervals: [1_000] }).toBeGreaterThan(30_000);
  await page.evaluate("devices.allow()");
  expect(await page.evaluate("outcome")).toMatchObject({ Code: "0000" });
  await phone.hears(...melody);
  await phone.hangsUp();
  await phone.leavesNothing(1);
});

test("a customer who hangs up during the prompt: told, and the late stream is stopped", async ({ page, customer, request, sdkOrigin }) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.rings("13800138000");
  await page.evaluate("devices.asks = true; outcome = does('AnswerAsync'); undefined");
  await page.waitForFunction("devices.waiting.length");
  await phone.sandbox(`calls/${await page.evaluate("call")}/hangup`);
  expect(await page.evaluate("outcome")).toMatchObject({
    Code: "0500",
    Message: expect.stringContaining("hung up before it was answered"),
  });
  await page.evaluate("devices.allow()");
  await expect.poll(() => page.evaluate("devices.opened.length")).toBe(2);
  await expect.poll(() => page.evaluate(live)).toBe(0);
  await phone.leavesNothing(0);
});

test("an iframe without allow=microphone, and a header that forbids it, are named with who can change them", async ({
  page,
  customer,
  request,
  sdkOrigin,
}) => {
  await page.goto(`${customer.origin}/blank.html`);
  const agent = `${customer.origin.replace("127.0.0.1", "localhost")}/phone.html`;
  const refusal = async (allow: string): Promise<string> => {
    await page.evaluate(
      ([src, allow]) => {
        const frame = document.createElement("iframe");
        frame.allow = allow!;
        frame.src = src!;
        document.body.replaceChildren(frame);
      },
      [agent, allow],
    );
    await expect.poll(() => page.frames().at(-1)!.url()).toBe(agent);
    const frame = page.frames().at(-1)!;
    await frame.waitForFunction("window.UdeskCCPaasApiClass");
    const phone = new Phone(frame as unknown as Page, request, sdkOrigin);
    await phone.does("SetAgentStateAsync", "idle");
    return (await phone.tries("SetPhoneModeAsync", "webrtc")).Message;
  };
  const message = await refusal("autoplay");
  expect(message).toContain('allow="microphone"');
  expect(message).toContain("author");
  expect(await refusal("microphone; autoplay")).toBe("");

  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html?permissions=microphone=()`);
  expect((await phone.tries("SetPhoneModeAsync", "webrtc")).Message).toContain("Permissions-Policy");
});

test("a page on http: the message asks its author for https", async ({ browser, customer, request, sdkOrigin }) => {
  // Without devices.js: there are no devices to misbehave.
  const page = await browser.newPage();
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin.replace("127.0.0.1", insecure)}/phone.html?without`);
  expect(await page.evaluate("isSecureContext")).toBe(false);
  const { Message } = await phone.tries("SetPhoneModeAsync", "webrtc");
  expect(Message).toContain("https");
  expect(Message).toContain("author");
  await page.close();
});

/** The last of the devices of a kind. */
async function lastDevice(phone: Phone, kind: string): Promise<string> {
  const all: any[] = await phone.does("GetAudioDevicesAsync");
  return all.filter((device) => device.Kind === kind).at(-1).DeviceId;
}

async function chooses(phone: Phone, kind: string): Promise<string> {
  const DeviceId = await lastDevice(phone, kind);
  await phone.does("SetAudioDeviceAsync", { Kind: kind, DeviceId });
  return DeviceId;
}
