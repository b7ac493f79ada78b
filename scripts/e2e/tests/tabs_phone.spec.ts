// The web phone of tabs that share a connection: it lives in one of them.
import { forCalls } from "../calls.ts";
import { expect } from "../origins.ts";
import { microphone } from "../phone.ts";
import { test as base } from "../tabs.ts";

const test = base.extend({
  tabs: async ({ context, tabs }, use) => {
    // Whether the tab has a connection for sound.
    await context.addInitScript(() => {
      const { RTCPeerConnection } = window;
      (window as any).media = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          (window as any).media.push(this);
        }
      };
    });
    await use(tabs);
  },
});
test.use({ launchOptions: forCalls(microphone) });

test("the web phone is in the tab that chose it, is used from all, and outlives the leader", async ({ tabs, request, sdkOrigin }) => {
  const [leader, phone, third] = (await tabs.addReady(3)) as [any, any, any];
  await phone.evaluate("does('SetAgentStateAsync', 'idle')");
  expect(await phone.evaluate("does('SetPhoneModeAsync', 'webrtc')")).toMatchObject({ Code: "0000" });
  await tabs.sandbox("calls", { AgentId: "1001", From: "13800138000" });
  await expect.poll(() => third.evaluate("audit.status")).toBe("Delivered");
  expect(await leader.evaluate("does('AnswerAsync')")).toMatchObject({ Code: "0000" });
  await expect.poll(() => third.evaluate("audit.status")).toBe("Established");
  const sounds = (): Promise<string[]> =>
    Promise.all(tabs.all.map((page) => page.evaluate<string>("media.map(({ connectionState }) => connectionState).join()")));
  await expect.poll(sounds).toEqual(["", "connected", ""]);
  expect(await third.evaluate("does('MuteAsync', { CallId: audit.call })")).toMatchObject({ Code: "0000" });
  expect(await third.evaluate("does('UnmuteAsync', { CallId: audit.call })")).toMatchObject({ Code: "0000" });

  await tabs.end(leader, "closed");
  await expect.poll(() => third.evaluate("instance.connectState")).toBe("connected");
  await expect.poll(sounds).toEqual(["connected", ""]);
  expect(await third.evaluate("instance.microphoneOn")).toBe(true);
  const heard = async (): Promise<number> => (await (await request.get(`${sdkOrigin}/sandbox/state`)).json()).Calls[0].Heard[0].Level;
  await expect.poll(heard, { message: "the customer hears the agent" }).toBeGreaterThan(0);
  expect(await third.evaluate("does('MuteAsync', { CallId: audit.call })")).toMatchObject({ Code: "0000" });
  await expect.poll(heard).toBe(0);
  expect(await third.evaluate("does('HangupAsync', audit.call)")).toMatchObject({ Code: "0000" });
  await expect.poll(() => third.evaluate("audit.status")).toBe("ConnectionCleared");
});

test("when its tab goes in a call, the others are told, and the leader's registers", async ({ tabs }) => {
  const [leader, phone] = (await tabs.addReady(2)) as [any, any];
  await leader.evaluate("window.troubles = []; instance.on('PhoneTrouble', ({ Data }) => troubles.push(Data.Trouble))");
  await phone.evaluate("does('SetAgentStateAsync', 'idle')");
  await phone.evaluate("does('SetPhoneModeAsync', 'webrtc')");
  await tabs.sandbox("calls", { AgentId: "1001", From: "13800138000" });
  await expect.poll(() => phone.evaluate("audit.status")).toBe("Delivered");
  await phone.evaluate("does('AnswerAsync')");
  await expect.poll(() => leader.evaluate("audit.status")).toBe("Established");
  await phone.close();
  await expect.poll(() => leader.evaluate("troubles"), { timeout: 10_000 }).toEqual(["MediaGone"]);
  // The call without sound is the gateway's still, as after a reload.
  expect(await leader.evaluate("does('HangupAsync', audit.call)")).toMatchObject({ Code: "0000" });
  const states = () => leader.evaluate("[instance.agentState, instance.phoneState]");
  await expect.poll(states, { timeout: 20_000 }).toEqual(["idle", "idle"]);
  await tabs.sandbox("calls", { AgentId: "1001", From: "13800138000" });
  await expect.poll(() => leader.evaluate("audit.status"), { timeout: 10_000 }).toBe("Delivered");
  expect(await leader.evaluate("does('AnswerAsync')")).toMatchObject({ Code: "0000" });
  await expect.poll(() => leader.evaluate("media.map(({ connectionState }) => connectionState).includes('connected')")).toBe(true);
});
