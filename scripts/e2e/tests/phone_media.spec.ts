// The media path of a call: none from the start, lost, restarted, refused; and sound before the answer.
import { forCalls } from "../calls.ts";
import { MediaPath } from "../media_path.ts";
import { expect, test } from "../origins.ts";
import { holdMusic, melody, microphone, Phone } from "../phone.ts";
import { isReInvite, SipWire } from "../sip_wire.ts";

test.use({ launchOptions: forCalls(microphone) });
test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`).then(() => undefined));

const anotherNetwork = "window.dispatchEvent(new Event('online'))";
const fragment = "counted.connections[0].localDescription.sdp.match(/ice-ufrag:(.*)/)[1]";

test("a sound that finds no way is told within five seconds", async ({ page, customer, request, sdkOrigin }) => {
  // Only over TURN servers, and there are none.
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html?ways=relay`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  const from = Date.now();
  expect(await phone.isInTrouble({ Trouble: "NoMedia", Over: false, Code: "9000" })).toContain("TURN");
  expect(Date.now() - from).toBeLessThan(5_000);
  await expect.poll(() => page.evaluate("quality.at(-1)")).toMatchObject({ Mos: 1, Warning: "NoMedia" });
  await phone.hangsUp();
  await phone.leavesNothing(1);
});

test("an ICE restart that is refused ends no call that is heard", async ({ page, customer, request, sdkOrigin }) => {
  const wire = await SipWire.of(page);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
  let refused = 0;
  wire.toServer = (message) => {
    if (!isReInvite(message)) {
      return message;
    }
    refused++;
    wire.answer(message, "488 Not Acceptable Here");
    return null;
  };
  await page.evaluate(anotherNetwork);
  await expect.poll(() => page.evaluate<string[]>("log"), { timeout: 15_000 }).toContainEqual(expect.stringContaining("found no new way"));
  await phone.hears(...melody);
  await phone.farEndHears(microphone);
  expect([refused, await page.evaluate("instance.agentState"), await page.evaluate("troubles")]).toEqual([1, "talking", []]);

  // A refused restart blocks neither the far end's offers nor the next restart.
  wire.toServer = (message) => message;
  await phone.does("HoldAsync", { CallId: "{call}" });
  await phone.farEndHears(...holdMusic);
  await phone.does("RecoveryAsync", { CallId: "{call}" });
  await phone.hears(...melody);
  const before = await page.evaluate(fragment);
  await page.evaluate(anotherNetwork);
  await expect.poll(() => page.evaluate(fragment), { timeout: 15_000 }).not.toBe(before);
  await phone.hears(...melody);
  await phone.farEndHears(microphone);
  await phone.hangsUp();
  await phone.leavesNothing(1);
});

test("a second network while a restart is under way: one more restart follows", async ({ page, customer, request, sdkOrigin }) => {
  const wire = await SipWire.of(page);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
  let offers = 0;
  wire.toServer = (message) => {
    // The first goes to the dead network.
    return isReInvite(message) && ++offers === 1 ? null : message;
  };
  await page.evaluate(anotherNetwork);
  await expect.poll(() => offers, { timeout: 15_000 }).toBe(1);
  const first = await page.evaluate(fragment);
  await page.evaluate(anotherNetwork);
  await expect.poll(() => offers, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => page.evaluate("counted.connections[0].signalingState")).toBe("stable");
  expect(await page.evaluate(fragment)).not.toBe(first);
  await phone.hears(...melody);
  await phone.farEndHears(microphone);
  await phone.hangsUp();
  await phone.leavesNothing(1);
});

test("a restart keeps a call on hold that is on hold", async ({ page, customer, request, sdkOrigin }) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
  await phone.does("HoldAsync", { CallId: "{call}" });
  await phone.farEndHears(...holdMusic);
  const before = await page.evaluate(fragment);
  await page.evaluate(anotherNetwork);
  await expect.poll(() => page.evaluate(fragment), { timeout: 15_000 }).not.toBe(before);
  await expect.poll(() => page.evaluate("counted.connections[0].signalingState")).toBe("stable");
  await phone.farEndHears(...holdMusic);
  await phone.hearsNothing();
  await phone.does("RecoveryAsync", { CallId: "{call}" });
  await phone.hears(...melody);
});

test("a sound that is lost is told, and so is its return, or the end of the call", async ({ page, customer, request, sdkOrigin }) => {
  test.setTimeout(90_000);
  const path = await MediaPath.on(await SipWire.of(page));
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
  path.broken = true;
  expect(await phone.isInTrouble({ Trouble: "MediaLost", Over: false }, 15_000)).toContain("Check the network");
  path.broken = false;
  await phone.isInTrouble({ Trouble: "MediaLost", Over: true }, 20_000);
  await phone.hears(...melody);

  path.broken = true;
  await phone.isInTrouble({ Trouble: "MediaLost", Over: false }, 15_000);
  expect(await phone.isInTrouble({ Trouble: "MediaGone", Over: false }, 40_000)).toContain("so it was ended");
  await phone.comesTo("ConnectionCleared");
  await phone.leavesNothing(1);
  path.close();
});

test("sound before the answer ends the ring-back tone", async ({ page, customer, request, sdkOrigin }) => {
  const wire = await SipWire.of(page);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html?ring`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  // The far end's sound comes with a 183; its answer, later.
  let answer = "";
  wire.toPage = (message) => {
    if (!/^SIP\/2.0 200/.test(message) || !/^CSeq: \d+ INVITE/im.test(message)) {
      return message;
    }
    const first = !answer;
    answer = message;
    return first ? message.replace("200 OK", "183 Session Progress") : null;
  };
  await phone.does("MakeCallAsync", "13800138000");
  const ringing = "playing.filter((element) => element.srcObject && element !== far).length";
  await phone.hears(...melody);
  expect(await page.evaluate(ringing)).toBe(0);
  // A late 180 does not start ringing over it.
  wire.tell(
    answer
      .replace("200 OK", "180 Ringing")
      .replace(/\r\n\r\n[\s\S]*/, "\r\n\r\n")
      .replace(/^Content-Length:.*$/im, "Content-Length: 0"),
  );
  await phone.hears(...melody);
  expect(await page.evaluate(ringing)).toBe(0);
  wire.toPage = (message) => message;
  wire.tell(answer);
  await expect.poll(() => page.evaluate("legs.at(-1)[0]")).toBe("talking");
  await phone.hears(...melody);
  await phone.hangsUp();
  await phone.leavesNothing(1);
});
