// Calls with more than two parties, on console pages side by side.
import type { BrowserContext, Page } from "@playwright/test";

import { goIdle, offered, talk } from "../console.ts";
import { expect, test } from "../origins.ts";

// What an agent can do in a call, and with a third party in it.
const inCall = ["Hold", "Consult", "Three-way", "Transfer", "Hang up"];
const inThree = ["Drop third party", "Leave the call", "Hang up"];

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

const at = async (context: BrowserContext, sdkOrigin: string, agent: string) => goIdle(await context.newPage(), sdkOrigin, agent);
const status = (page: Page) => page.getByTestId("call-status");
const click = (page: Page, ...testIds: string[]) => testIds.reduce((before, id) => before.then(() => page.getByTestId(id).click()), Promise.resolve());

/** Each flag of CallAuthority: its button, and the request that a click sends; "" if a target must be chosen first. */
const buttons: Record<string, [label: string, method: string] | null> = {
  OnBarButtonSwitch: null,
  AllowTransferAfterThreeWay: ["Leave the call", "ThreeWayToTransfer"],
  AllowHold: ["Hold", "Hold"],
  AllowConsultation: ["Consult", ""],
  AllowThreeWayAfterConsultation: ["Merge calls", "ConsultationToThreeWay"],
  AllowTransferAfterConsultation: ["Complete transfer", "ConsultationToTransfer"],
  AllowHangup: ["Hang up", "Hangup"],
  AllowAnswer: ["Answer", "Answer"],
  AllowTransfer: ["Transfer", ""],
  AllowEndConsultation: ["Back to customer", "EndConsultation"],
  AllowCancel: ["Drop third party", "EndThreeWay"],
  AllowUnHold: ["Resume", "Unhold"],
  AllowThreeWay: ["Three-way", ""],
  AdvancedCallStatus: null,
};

test("a call has the buttons that CallAuthority allows, and no others", async ({ page, request, sdkOrigin }) => {
  const sent: string[] = [];
  let say: (MsgId: string, members: object) => void = () => {};
  await page.routeWebSocket(/\/ws\?/, (toPage) => {
    const server = toPage.connectToServer();
    const methods = Object.values(buttons).map((button) => button?.[1]);
    toPage.onMessage((frame) => {
      const { Method, MsgId } = JSON.parse(String(frame).replace(/^ping$/, "{}"));
      if (!methods.includes(Method)) {
        server.send(frame);
        return;
      }
      // The sandbox does not have this call.
      sent.push(Method);
      toPage.send(JSON.stringify({ Ver: "1.0", SeqId: 1, MsgId, MsgType: "RSP", Timestamp: 1, Method, ErrCode: "000000", ErrDesc: "OK" }));
    });
    say = (MsgId, members) => toPage.send(JSON.stringify({ Ver: "1.0", SeqId: 1, MsgId, MsgType: "NTF", Timestamp: 1, ...members }));
  });
  const established = (flag: string) => {
    const CallAuthority = Object.fromEntries(Object.keys(buttons).map((each) => [each, each === flag]));
    const party = { TelNumber: "13800138000" };
    const Payload = {
      CallEvent: "Established", CallDirection: "Inbound", CallType: "OtherIn", WorkFlow: "in", ChannelUUID: "channel",
      CallerInfo: party, CalledInfo: party, DisplayInfo: party, FromQueue: "", CallAuthority,
    };
    return { Method: "Established", CallID: "call", Payload };
  };
  await goIdle(page, sdkOrigin);
  say("talking", { Method: "AgentStateChange", OldState: "idle", CurState: "talking", CurStateSubId: "0" });
  for (const [flag, button] of Object.entries(buttons)) {
    say(flag, established(flag));
    await expect(page.getByTestId("event-data").first()).toContainText(`"${flag}": true`);
    await expect(offered(page), flag).toHaveText(button ? [button[0]] : []);
    if (button) {
      sent.length = 0;
      await offered(page).click();
      if (button[1]) {
        await expect.poll(() => sent).toContain(button[1]);
      } else {
        await expect(page.getByTestId("targets")).toBeVisible();
      }
    }
  }

  // The flags are those of the protocol: the sandbox sends them all.
  await request.post(`${sdkOrigin}/sandbox/calls`, { data: { AgentId: "1001", From: "13800138001" } });
  const delivered = page.locator('[data-event="Delivered"]').getByTestId("event-data");
  await expect(delivered).toContainText("13800138001");
  expect(Object.keys(JSON.parse((await delivered.textContent())!).CallAuthority)).toEqual(Object.keys(buttons));
});

test("a consultation becomes a three-way call and ends as a transfer", async ({ context, page, sdkOrigin }) => {
  const alice = await goIdle(page, sdkOrigin);
  const bob = await at(context, sdkOrigin, "1002");
  await talk(alice);
  await expect(offered(alice)).toHaveText(inCall);
  await click(alice, "action-consult", "target-1002");
  await expect(alice.getByTestId("targets")).toBeHidden();
  await expect(status(alice)).toHaveText("On hold");
  await expect(alice.getByTestId("call-party")).toHaveText("13800138000");
  await expect(alice.getByTestId("other-status")).toHaveText("Calling");
  await expect(alice.getByTestId("other-type")).toHaveText("Consultation");
  await expect(offered(alice)).toHaveText(["Back to customer"]);

  await expect(bob.getByTestId("incoming-type")).toHaveText("Consultation");
  await expect(bob.getByTestId("incoming-party")).toHaveText("Alice");
  await click(bob, "incoming-answer");
  await expect(alice.getByTestId("other-status")).toHaveText("In call");
  await expect(offered(alice)).toHaveText(["Back to customer", "Merge calls", "Complete transfer"]);
  await expect(offered(bob)).toHaveText(["Hang up"]);

  await click(alice, "action-toThreeWay");
  await expect(status(alice)).toHaveText("Three-way call");
  await expect(status(bob)).toHaveText("Three-way call");
  await expect(offered(alice)).toHaveText(inThree);

  await click(alice, "action-leave");
  await expect(status(alice)).toHaveText("Ended");
  await expect(alice.getByTestId("other")).toBeHidden();
  await expect(bob.getByTestId("call-party")).toHaveText("13800138000");
  await expect(offered(bob)).toHaveText(inCall);
});

test("a consulted agent is left again, or takes the call over", async ({ context, page, sdkOrigin }) => {
  const alice = await goIdle(page, sdkOrigin);
  const bob = await at(context, sdkOrigin, "1002");
  await talk(alice);
  await click(alice, "action-consult", "target-1002");
  await click(bob, "incoming-answer");
  await expect(alice.getByTestId("other-status")).toHaveText("In call");

  // A page that is reloaded during the call still shows the right parties.
  await alice.reload();
  await expect(alice.getByTestId("call-party")).toHaveText("13800138000");
  await expect(status(alice)).toHaveText("On hold");
  await expect(alice.getByTestId("other-party")).toHaveText("Bob");

  await click(alice, "action-endConsultation");
  await expect(status(alice)).toHaveText("In call");
  await expect(alice.getByTestId("other")).toBeHidden();
  await expect(alice.getByTestId("call-party")).toHaveText("13800138000");
  await expect(bob.getByTestId("agent-state")).toHaveText("Idle");

  await click(alice, "action-consult", "target-1002");
  await click(bob, "incoming-answer");
  await click(alice, "action-handOver");
  await expect(status(alice)).toHaveText("Ended");
  await expect(bob.getByTestId("call-party")).toHaveText("13800138000");
  await expect(offered(bob)).toHaveText(inCall);
});

test("an external line is consulted in vain, brought in, and left", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await talk(page);
  await click(page, "action-consult", "target-kind-external");
  await page.getByTestId("target-number").fill("13800000001");
  await page.getByTestId("target-number").press("Enter");
  await expect(page.getByTestId("other-party")).toHaveText("13800000001");
  await expect(page.getByTestId("other-status")).toHaveText("Failed");
  await expect(offered(page)).toHaveText(["Back to customer"]);
  await expect(status(page)).toHaveText("In call");
  await expect(page.getByTestId("other")).toBeHidden();

  await click(page, "action-threeWay", "target-kind-external");
  await page.getByTestId("target-number").fill("13800000002");
  await click(page, "target-call");
  await expect(page.getByTestId("other-status")).toHaveText("Calling");
  await expect(offered(page)).toHaveText(["Drop third party", "Hang up"]);
  await click(page, "customer-answer");
  await expect(status(page)).toHaveText("Three-way call");
  await expect(offered(page)).toHaveText(inThree);
  await click(page, "action-retrieve");
  await expect(status(page)).toHaveText("In call");
  await expect(page.getByTestId("other")).toBeHidden();
  await expect(offered(page)).toHaveText(inCall);
});

test("a call is transferred to an agent, whose state shows while it changes", async ({ context, page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  const bob = await at(context, sdkOrigin, "1002");
  await bob.getByTestId("state-busy").click();
  await talk(page);
  await click(page, "action-transfer");
  await expect(page.getByTestId("target-1002")).toContainText("Busy");
  await expect(page.getByTestId("target-1002")).toBeDisabled();
  await expect(page.getByTestId("target-1001")).toHaveCount(0);
  await bob.getByTestId("state-idle").click();
  await expect(page.getByTestId("target-1002")).toContainText("Idle");
  await click(page, "target-1002");
  await click(bob, "incoming-answer");
  await expect(status(page)).toHaveText("Ended");
  await expect(bob.getByTestId("call-party")).toHaveText("13800138000");
});

test("a call is transferred to an external line, to a queue, and to the IVR", async ({ page, request, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  const calls = async () => (await (await request.get(`${sdkOrigin}/sandbox/state`)).json()).Calls;
  const next = async () => {
    await expect(status(page)).toHaveText("Ended");
    await request.post(`${sdkOrigin}/sandbox/calls/${(await calls())[0].CallID}/hangup`);
  };

  await talk(page);
  await click(page, "action-transfer", "target-kind-external");
  await page.getByTestId("target-number").fill("02112345678");
  await click(page, "target-call");
  await expect.poll(calls).toMatchObject([{ ExternalNumber: "02112345678", Legs: [] }]);
  await next();

  await talk(page);
  await click(page, "action-transfer", "target-kind-queue", "target-2");
  await expect.poll(calls).toMatchObject([{ Status: "queued", QueueId: "2" }]);
  await next();

  await talk(page);
  await click(page, "action-transfer", "target-kind-ivr", "target-25-3");
  await expect(page.getByTestId("toast-message")).toHaveText("Planned: the customer is transferred there when you hang up.");
  await expect(page.getByTestId("targets")).toBeHidden();
  await click(page, "action-hangup");
  await expect.poll(calls).toMatchObject([{ Status: "ivr", IvrId: 25, IvrNodeId: 3 }]);
});

test("the question whom to ask goes away with Escape, and with the call", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  await talk(page);
  await page.getByTestId("action-consult").press("Enter");
  await expect(page.getByTestId("target-kind-agent").locator("input")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("target-external")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("targets")).toBeHidden();
  await expect(page.getByTestId("action-consult")).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByTestId("target-1002")).toBeVisible();
  await click(page, "customer-hangup");
  await expect(status(page)).toHaveText("Ended");
  await expect(page.getByTestId("targets")).toBeHidden();
});

test("a supervisor monitors, whispers, barges in and intercepts", async ({ context, page, sdkOrigin }) => {
  const alice = await goIdle(page, sdkOrigin);
  const judy = await at(context, sdkOrigin, "1010");
  await expect(judy.getByTestId("member-1001")).toContainText("Idle");
  await expect(judy.getByTestId("member-1001").getByRole("button")).toHaveCount(0);
  await talk(alice);
  await expect(judy.getByTestId("member-1001")).toContainText("13800138000");
  // Only a supervisor can join another agent's call.
  await expect(alice.getByTestId("member-1010")).toBeVisible();
  await expect(alice.getByTestId("member-1010").getByRole("button")).toHaveCount(0);

  for (const [verb, type] of [["monitor", "Monitoring"], ["whisper", "Whispering"], ["barge", "Barged in"]] as const) {
    await click(judy, `${verb}-1001`);
    await expect(judy.getByTestId("call-type")).toHaveText(type);
    await expect(status(judy)).toHaveText("In call");
    await expect(judy.getByTestId("monitor-1001")).toBeDisabled();
    await expect(offered(judy)).toHaveText(["Hang up"]);
    await click(judy, "action-hangup");
    await expect(judy.getByTestId("agent-state")).toHaveText("Idle");
  }
  await click(judy, "intercept-1001");
  await expect(status(alice)).toHaveText("Ended");
  await expect(judy.getByTestId("call-type")).toHaveText("Intercepted");
  await expect(offered(judy)).toHaveText(inCall);
  await expect(judy.getByTestId("member-1001").getByRole("button")).toHaveCount(0);
});
