import type { Failure, UdeskCCPaasApiClass as Real } from "@ccpaas/browser-sdk";
import Default, { UdeskCCPaasApiClass, type EventPart, type Method } from "@ccpaas/browser-sdk/fake";

export const agent = new UdeskCCPaasApiClass({ LanguageCode: "en-US" });
export const real: Real = agent;
export const made: Default | undefined = UdeskCCPaasApiClass.instances[0];

agent
  .emit("Ready")
  .emit("Delivered", { CustomerInfo: { TelNumber: "13900139000" }, CallAuthority: { AllowAnswer: true } })
  .emit("AgentStateChanged", { CurState: "ringing" })
  .emit("CallFailed", {}, "busy")
  .answer("GetSpNumbersAsync", ["051480114036"])
  .answer("MakeCallAsync", async (number, options) => {
    if (number.length < 4 || options) throw agent.failure("MakeCallAsync", { Code: "0301" });
    return null;
  })
  .reject("HoldAsync", { Message: "no", Data: { ErrCode: "100021" } })
  .set({ agentState: "idle", connectState: "connected" });

export const numbers: string[] = agent.argsOf("MakeCallAsync").map(([number]) => number);
export const failure: Failure = agent.failure("AnswerAsync");
export const part: EventPart<"AgentStateChanged"> = { CurState: "idle" };
export const method: Method = "ConnectAsync";

// @ts-expect-error: there is no such event.
agent.emit("NewCall");
// @ts-expect-error: there is no such state.
agent.emit("AgentStateChanged", { CurState: "asleep" });
// @ts-expect-error: there is no such method.
agent.answer("MakeCall", null);
// @ts-expect-error: relay numbers are texts.
agent.answer("GetSpNumbersAsync", [51480114036]);
// @ts-expect-error: what cannot fail with a code cannot be rejected.
agent.reject("Destroy");
