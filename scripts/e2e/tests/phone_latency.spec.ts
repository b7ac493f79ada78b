// How long the customer waits: from AnswerAsync to the first packet of sound. CALLS makes more calls.
import { forCalls } from "../calls.ts";
import { expect, test } from "../origins.ts";
import { microphone, Phone } from "../phone.ts";

test.use({ launchOptions: forCalls(microphone) });

const calls = Number(process.env.CALLS ?? 30);

test(`from AnswerAsync to the first packet, ${calls} calls`, async ({ page, customer, request, sdkOrigin }) => {
  test.setTimeout(30_000 + calls * 6_000);
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  const heard: number[] = [];
  const sent: number[] = [];
  for (let made = 0; made < calls; made++) {
    await phone.rings("13800138000");
    const [first, own] = await page.evaluate<[number, number]>(`(async () => {
      const from = performance.now();
      const before = counted.connections.length;
      let heard = 0, sent = 0;
      const answered = does("AnswerAsync");
      while (!heard || !sent) {
        await new Promise((go) => setTimeout(go, 2));
        const connection = counted.connections[before];
        (connection ? await connection.getStats() : []).forEach((stats) => {
          heard ||= stats.type === "inbound-rtp" && stats.packetsReceived > 0 && performance.now() - from;
          sent ||= stats.type === "outbound-rtp" && stats.packetsSent > 0 && performance.now() - from;
        });
      }
      await answered;
      return [heard, sent];
    })()`);
    heard.push(first);
    sent.push(own);
    await phone.comesTo("Established");
    await phone.hangsUp();
  }
  const line = (what: string, all: number[]): string => `${what}: p50 ${quantile(all, 0.5)} ms, p95 ${quantile(all, 0.95)} ms`;
  console.log(`from AnswerAsync, ${calls} calls: ${line("first packet heard", heard)}; ${line("first packet sent", sent)}`);
  expect(quantile(heard, 0.5)).toBeLessThan(2_000);
  await phone.leavesNothing(calls);
});

function quantile(all: number[], part: number): number {
  return Math.round([...all].sort((a, b) => a - b)[Math.ceil(all.length * part) - 1]!);
}
