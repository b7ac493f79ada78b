import type { Page } from "@playwright/test";

import { expect, test } from "../origins.ts";

/** An agent at their own page. */
class Agent {
  constructor(private readonly page: Page) {}

  /** Calls a method of the page's instance; `call` in the arguments is replaced with the page's call. */
  async does(method: string, ...args: unknown[]): Promise<void> {
    const resp = await this.page.evaluate(
      ([method, args]) => (window as any).eval(`instance[${JSON.stringify(method)}](...${args.replaceAll('"{call}"', "call")})`),
      [method, JSON.stringify(args)] as const,
    );
    expect(resp).toMatchObject({ Code: "0000" });
  }

  /** The events that the page received since the last query, complete and in order. */
  async hears(...events: string[]): Promise<void> {
    const heard = () => this.page.evaluate<string[]>("heard");
    await expect.poll(heard, { timeout: 10_000 }).toEqual(events);
    await this.page.evaluate("heard.length = 0");
  }
}

test("three agents and a supervisor: queue, hold, consultation, three-way, transfer, whisper, barge, intercept, wrap-up", async ({
  context,
  customer,
  request,
  sdkOrigin,
}) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const at = async (id: string): Promise<Agent> => {
    const page = await context.newPage();
    await page.goto(`${customer.origin}/agent.html?agent=${id}`);
    const agent = new Agent(page);
    await agent.does("SetAgentStateAsync", "idle");
    await agent.hears("AgentStateChanged idle");
    return agent;
  };
  const alice = await at("1001");
  await alice.does("SetCallInWrapUpTimeAsync", 600);

  // A customer calls the queue, which has one idle agent.
  const answer = await request.post(`${sdkOrigin}/sandbox/calls`, { data: { QueueId: "2", From: "13800138000" } });
  expect(answer.status()).toBe(201);
  const { CallID } = await answer.json();
  await alice.hears("AgentStateChanged ringing", "PhoneStateChanged busy", "Delivered OtherIn");
  await alice.does("AnswerAsync");
  await alice.hears("AgentStateChanged talking", "Established OtherIn");
  await alice.does("HoldAsync", { CallId: "{call}" });
  await alice.does("RecoveryAsync", { CallId: "{call}" });
  await alice.hears("Held OtherIn", "Retrieved OtherIn");

  // She consults Bob and takes the call back.
  const bob = await at("1002");
  await alice.does("ConsultationAsync", { CallId: "{call}", AgentId: "1002" });
  await bob.hears("AgentStateChanged ringing", "PhoneStateChanged busy", "Delivered Consult");
  await bob.does("AnswerAsync");
  await bob.hears("AgentStateChanged talking", "Established Consult");
  await alice.hears("Held OtherIn", "Originated Consult", "Established Consult");
  await alice.does("EndConsultationAsync", { CallId: "{call}" });
  await alice.hears("ConnectionCleared Consult", "Retrieved OtherIn");
  await bob.hears("ConnectionCleared Consult", "AgentStateChanged idle", "PhoneStateChanged idle");

  // She adds Carol and leaves the customer to her.
  const carol = await at("1003");
  await alice.does("ThreewayAsync", { CallId: "{call}", AgentId: "1003" });
  await carol.hears("AgentStateChanged ringing", "PhoneStateChanged busy", "Delivered Conference");
  await carol.does("AnswerAsync");
  await alice.hears("Originated Conference", "Conferenced Conference");
  await carol.hears("AgentStateChanged talking", "Established Conference", "Conferenced Conference");
  await alice.does("TransferAfterThreeWayAsync", { CallId: "{call}" });
  await alice.hears("Transferred OtherIn", "ConnectionCleared OtherIn", "AgentStateChanged wrapup");
  await carol.hears("Transferred OtherIn");
  await alice.does("SetWrapUpTimeEndAsync");
  await alice.hears("AgentStateChanged idle", "PhoneStateChanged idle");

  // A supervisor whispers, barges in, and takes the call from Carol.
  const supervisor = await at("1010");
  for (const [method, type] of [
    ["WhisperAsync", "SupervisorWhisper"],
    ["ForcePickupAsync", "SupervisorBargeIn"],
  ] as const) {
    await supervisor.does(method, { CallId: CallID, AgentId: "1003" });
    await supervisor.hears(
      "AgentStateChanged ringing",
      "PhoneStateChanged busy",
      `Delivered ${type}`,
      "AgentStateChanged talking",
      `Established ${type}`,
    );
    await supervisor.does("HangupAsync", CallID);
    await supervisor.hears(`ConnectionCleared ${type}`, "AgentStateChanged idle", "PhoneStateChanged idle");
  }
  await supervisor.does("SubstituteAsync", { CallId: CallID, AgentId: "1003" });
  await supervisor.hears(
    "AgentStateChanged ringing",
    "PhoneStateChanged busy",
    "Delivered SupervisorIntercept",
    "AgentStateChanged talking",
    "Established SupervisorIntercept",
  );
  await carol.hears("ConnectionCleared OtherIn", "AgentStateChanged idle", "PhoneStateChanged idle");

  await request.post(`${sdkOrigin}/sandbox/calls/${CallID}/hangup`);
  await supervisor.hears("ConnectionCleared SupervisorIntercept", "AgentStateChanged idle", "PhoneStateChanged idle");
  await alice.hears();
  await bob.hears();
});
