// Choosing phone mode webrtc when something is missing, and the end of calls in each of their phases.
import { forCalls } from "../calls.ts";
import { expect, test } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";

test.use({ launchOptions: forCalls(microphone) });

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("a wrong password: refused, and the old mode is back", async ({ page, customer, request, sdkOrigin }) => {
  await page.routeWebSocket(/\/ws\?/, (socket) => {
    const gateway = socket.connectToServer();
    gateway.onMessage((frame) => socket.send(String(frame).replace(/webrtc-[0-9a-f]{24}/, "wrong")));
  });
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  expect(await phone.tries("SetPhoneModeAsync", "webrtc")).toMatchObject({
    Code: "0100",
    Message: expect.stringContaining("the SIP server refused the registration (403)"),
  });
  await expect.poll(() => page.evaluate("instance.phoneMode")).toBe("voip");
  await phone.does("MakeCallAsync", "13800138000");
  await phone.comesTo("Established");
  await phone.leavesNothing(0);
  await phone.logsNoSecret();
});

test("the registration is refreshed before it ends", async ({ page, customer, request, sdkOrigin }) => {
  let registers = 0;
  await page.routeWebSocket(/\/sip$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      registers += String(message).startsWith("REGISTER") ? 1 : 0;
      server.send(message);
    });
    // Ten seconds are the minimum that JsSIP accepts; it refreshes five before the end.
    server.onMessage((message) =>
      socket.send(
        String(message)
          .replace(/\bexpires=\d+/i, "expires=10")
          .replace(/^Expires: *\d+/im, "Expires: 10"),
      ),
    );
  });
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  const first = registers;
  await expect.poll(() => registers, { timeout: 10_000 }).toBeGreaterThan(first);
  expect(await page.evaluate("instance.phoneState")).toBe("idle");
});

test("without RTCPeerConnection the mode is refused with a message, everything else works", async ({
  page,
  customer,
  request,
  sdkOrigin,
}) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html?without`);
  for (let tries = 0; tries < 2; tries++) {
    expect(await phone.tries("SetPhoneModeAsync", "webrtc")).toMatchObject({
      Code: "0100",
      Message: expect.stringContaining("calls in the page are not supported here"),
    });
  }
  expect(await page.evaluate("instance.phoneMode")).toBe("voip");
  await phone.does("MakeCallAsync", "13800138000");
  await phone.comesTo("Established");
  await phone.does("HangupAsync", "{call}");
  await phone.comesTo("idle");
});

test("a phone script that is altered, or does not come, is not run", async ({ page, customer, request, sdkOrigin }) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await page.route("**/udesk-phone.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()) + "window.altered = true;" });
  });
  const refused = { Code: "0100", Message: expect.stringContaining("the web phone's script could not be loaded") };
  expect(await phone.tries("SetPhoneModeAsync", "webrtc")).toMatchObject(refused);
  expect(await page.evaluate("window.altered")).toBeUndefined();
  await page.unroute("**/udesk-phone.js");
  await page.route("**/udesk-phone.js", (route) => route.abort());
  expect(await phone.tries("SetPhoneModeAsync", "webrtc")).toMatchObject(refused);
  await page.unroute("**/udesk-phone.js");
  await phone.does("SetPhoneModeAsync", "webrtc");
});

test("a page with the strictest policy, and Trusted Types, makes calls", async ({ page, customer, request, sdkOrigin }) => {
  const policy =
    "default-src 'none'; script-src 'self' {{sdk}} 'wasm-unsafe-eval'; require-trusted-types-for 'script'; connect-src 'self' {{sdk}} ws:";
  const phone = new Phone(page, request, sdkOrigin);
  await page.goto(`${customer.origin}/phone.html?csp=${encodeURIComponent(policy)}`);
  await page.evaluate("does('SetAgentStateAsync', 'idle')");
  await phone.does("SetPhoneModeAsync", "webrtc");
  await page.evaluate("does('MakeCallAsync', '13800138000')");
  await phone.comesTo("Established");
  await phone.hears(...melody);
});

test("Destroy while the person is asked for the microphone leaves nothing behind", async ({ page, customer, request, sdkOrigin }) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await page.evaluate(`{
    const ask = navigator.mediaDevices.getUserMedia;
    navigator.mediaDevices.getUserMedia = (given) => new Promise((allow) => (window.allow = () => allow(ask(given))));
    window.outcome = does("SetPhoneModeAsync", "webrtc");
    undefined;
  }`);
  await expect.poll(() => page.evaluate("typeof allow")).toBe("function");
  await page.evaluate("instance.Destroy(); allow()");
  expect(await page.evaluate("outcome")).toMatchObject({ Code: "0902" });
  await expect.poll(() => page.evaluate("counted.tracks.length")).toBe(1);
  await phone.leavesNothing(0);
});

test("with the options, calls ring in the page until they are answered or end", async ({ page, customer, request, sdkOrigin }) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html?ring`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  const ring = 450;
  const rings = async (): Promise<boolean> => Math.abs((await page.evaluate<{ hertz: number }>("sound(playing.at(-1))")).hertz - ring) < 10;
  await phone.sandbox("calls", { AgentId: "1001", From: "13800138000" });
  await expect.poll(rings, { intervals: [50] }).toBe(true);
  expect(await page.evaluate("playing.at(-1) !== far"), "on an element of its own").toBe(true);
  await phone.does("AnswerAsync");
  await phone.hears(...melody);
  expect(await page.evaluate("playing.filter((element) => element.srcObject && element !== far).length")).toBe(0);
  await phone.comesTo("Established");
  await phone.hangsUp();

  await phone.does("MakeCallAsync", "13800000002");
  await expect.poll(rings, { intervals: [50] }).toBe(true);
  await phone.comesTo("Originated");
  await phone.does("HangupAsync", "{call}");
  await phone.comesTo("idle");
  await expect.poll(() => page.evaluate("playing.filter((element) => element.srcObject).length")).toBe(0);
  await phone.leavesNothing(2);
});

/** How a call gets to each of its phases. */
const phases: Record<string, (phone: Phone) => Promise<unknown>> = {
  // 0002 rings without an answer.
  "the INVITE is on its way": async ({ page }) => page.evaluate("void does('MakeCallAsync', '13800000002')"),
  "it rings there": (phone) => phone.does("MakeCallAsync", "13800000002"),
  "it rings here": async (phone) => {
    await phone.sandbox("calls", { AgentId: "1001", From: "13800138000" });
    await phone.comesTo("Delivered");
  },
  "it is being answered": async (phone) => {
    await phone.sandbox("calls", { AgentId: "1001", From: "13800138000" });
    await phone.comesTo("Delivered");
    await phone.page.evaluate("void does('AnswerAsync')");
  },
  "the two talk": (phone) => phone.calls("13800138000"),
};

for (const [phase, reach] of Object.entries(phases)) {
  test(`Hangup and Destroy leave nothing behind when ${phase}`, async ({ page, customer, request, sdkOrigin }) => {
    const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
    await phone.does("SetPhoneModeAsync", "webrtc");
    const made = () => page.evaluate<number>("counted.connections.length");
    await reach(phone);
    // The gateway informs the page of the call.
    await expect.poll(() => page.evaluate("instance.agentState")).toMatch(/ringing|talking/);
    await phone.does("GetStateAsync");
    expect(await phone.tries("MakeCallAsync", "13800138000"), "no second call").toMatchObject({ Code: "0105" });
    await phone.does("HangupAsync", "{call}");
    await phone.comesTo("idle");
    await phone.leavesNothing(await made());

    await reach(phone);
    await page.evaluate("instance.Destroy()");
    // Let pending work finish.
    await expect.poll(() => page.evaluate("counted.connections.length + ':' + leftBehind().tracks")).toMatch(/:0$/);
    await phone.leavesNothing(await made());
    await expect.poll(async () => (await (await request.get(`${sdkOrigin}/sandbox/state`)).json()).Calls, { timeout: 10_000 }).toEqual([]);
  });
}
