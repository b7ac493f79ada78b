// SIP calls that did not come from the gateway: they cannot open the agent's microphone.
import { forCalls } from "../calls.ts";
import { expect, test } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";
import { strangerOn } from "../stranger.ts";

test.use({ launchOptions: forCalls(microphone) });
test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`).then(() => undefined));

const atOnce = "Call-Info: <sip:second.invalid>;answer-after=0";
const turnedDown = "SIP/2.0 486 Busy Here";

for (const headers of [[atOnce], []]) {
  test(`an INVITE ${headers.length ? "that asks to be answered at once" : "as any other"} is turned down, and gets no microphone`, async ({
    page,
    customer,
    request,
    sdkOrigin,
  }) => {
    const stranger = await strangerOn(page);
    const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
    await phone.does("SetPhoneModeAsync", "webrtc");
    await page.evaluate("legs.length = 0");
    stranger.ring(...headers);
    await expect.poll(() => stranger.answers, { timeout: 10_000 }).toContain(turnedDown);
    expect(stranger.answers.filter((answer) => answer.includes(" 200 "))).toEqual([]);
    expect(await page.evaluate("legs")).toEqual([
      ["ringing", false, false],
      ["ending", false, false],
      ["ended", false, false],
    ]);
    expect(await page.evaluate("[counted.tracks.filter((track) => track.readyState === 'live').length, instance.microphoneOn]")).toEqual([
      0,
      false,
    ]);
    await phone.calls("13800138000");
    expect(await page.evaluate("instance.microphoneOn")).toBe(true);
    await phone.hears(...melody);
  });
}

test("the platform's own call comes through while a stranger's rings", async ({ page, customer, request, sdkOrigin }) => {
  const stranger = await strangerOn(page);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  stranger.ring(atOnce);
  await expect.poll(() => stranger.answers).toContain("SIP/2.0 180 Ringing");
  await phone.calls("13800138000");
  expect(stranger.answers).toContain(turnedDown);
  await phone.hears(...melody);
});

test("a second SIP call in a call is turned down, and the first is heard on", async ({ page, customer, request, sdkOrigin }) => {
  const stranger = await strangerOn(page);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html?ring`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
  stranger.ring();
  await expect.poll(() => stranger.answers).toContain(turnedDown);
  expect(await page.evaluate("far.srcObject && !far.paused")).toBe(true);
  await phone.hears(...melody);
  await phone.hangsUp();
});
