// What each method takes and refuses. Right uses of every method stand in examples.gen.ts too.
import type { Agent, AgentStateOption, NumberList, PhoneModeOption, Success, UdeskCCPaasApiClass } from "@ccpaas/browser-sdk";

declare const instance: UdeskCCPaasApiClass;
declare const CallId: string;
const done = null as unknown as Promise<Success<null>>;

/** Right uses that the reference's examples do not show. */
export function right(): void {
  done satisfies ReturnType<UdeskCCPaasApiClass["HoldAsync"]>;
  instance.MakeCallAsync("10086");
  instance.HangupAsync({ CallId });
  instance.HangupAsync({ CallID: CallId });
  instance.SetAgentStateAsync("busy");
  instance.SetAgentStateAsync("onBreak", "101");
  instance.GetSpNumbersAsync();
  instance.GetCurrentSpNumberAsync({});
  instance.SetSpNumberAsync({ DisplayNumber: "051480114036" });
  instance.HoldAsync({ CallID: CallId });
  instance.MuteAsync({ callId: CallId });
  instance.TransferAsync({ CallId, AgentId: 1002 });
  instance.TransferAsync({ CallID: CallId, AgentPhone: "13800138000" });
  instance.ConsultationToTransferAsync({ CallId, AgentId: "1002" });
  instance.ConsultationToThreeWayAsync({ CallId });
  instance.TransferAfterThreeWayAsync({ CallId });
  instance.ForcePickupAsync({ CallId, AgentId: "1001" });
  instance.GetIvrNodesAsync(25);
  instance.GetIvrNodesAsync({ id: "25" });
  instance.GetQueuesAgentsAsync({ page: 1 });
  instance.GetOtherAgentsAsync();
  instance.SetCallInWrapUpTimeAsync({ WrapUpTime: 30 });
  instance.Destory();
  instance.trigger("Delivered", {});
  instance.ExportLog() satisfies Promise<string>;
}

/** Wrong uses: one line each. */
export function wrong(): void {
  // @ts-expect-error takes nothing
  instance.Disconnect("now");
  // @ts-expect-error takes nothing
  instance.ConnectAsync({});
  // @ts-expect-error a number would lose its leading zeros
  instance.MakeCallAsync(13800138000);
  // @ts-expect-error options are an object
  instance.MakeCallAsync("10086", "order-42");
  // @ts-expect-error the call is missing
  instance.HangupAsync();
  // @ts-expect-error the call is missing
  instance.HangupAsync({});
  // @ts-expect-error takes nothing
  instance.AnswerAsync({ CallId });
  // @ts-expect-error no such phone mode
  instance.SetPhoneModeAsync("sip");
  // @ts-expect-error takes nothing
  instance.GetPhoneModesAsync("voip");
  // @ts-expect-error takes nothing
  instance.GetAgentStatesAsync("idle");
  // @ts-expect-error talking is the server's to set
  instance.SetAgentStateAsync("talking");
  // @ts-expect-error a sub-state is a number or its digits
  instance.SetAgentStateAsync("onBreak", true);
  // @ts-expect-error takes nothing
  instance.GetWebPhoneInfoAsync({ TerminalType: "webrtc" });
  // @ts-expect-error takes nothing
  instance.GetCallInWrapUpTimeAsync(30);
  // @ts-expect-error an owner is app or agent
  instance.GetSpNumbersAsync({ OwnerType: "tenant" });
  // @ts-expect-error the owner is a member
  instance.GetCurrentSpNumberAsync("app");
  // @ts-expect-error the number is missing
  instance.SetSpNumberAsync({ OwnerType: "app" });
  // @ts-expect-error a mobile phone has no account
  instance.GetAgentTerminalInfoAsync({ TerminalType: "cellphone" });
  // @ts-expect-error the call is a member
  instance.RetrieveAfterThreeWayAsync(CallId);
  // @ts-expect-error the call is missing
  instance.EndConsultationAsync({ AgentId: "1002" });
  // @ts-expect-error a call's id is a string
  instance.RecoveryAsync({ CallId: 1 });
  // @ts-expect-error the call is missing
  instance.ConsultationToThreeWayAsync({});
  // @ts-expect-error the call is missing
  instance.TransferAfterThreeWayAsync();
  // @ts-expect-error the agent is missing
  instance.WhisperAsync({ CallId });
  // @ts-expect-error the agent is missing
  instance.ForcePickupAsync({ CallId, AgentPhone: "13800138000" });
  // @ts-expect-error the node is missing
  instance.TransferIvrAsync({ CallId, IvrId: "25", JumpType: "agent_hangup" });
  // @ts-expect-error the flow is missing
  instance.GetIvrNodesAsync();
  // @ts-expect-error a query is an object
  instance.GetQueuesAgentsAsync("Support");
  // @ts-expect-error an agent or a line, not both
  instance.TransferAsync({ CallId, AgentId: "1002", AgentPhone: "13800138000" });
  // @ts-expect-error an agent or a line
  instance.TransferAsync({ CallId });
  // @ts-expect-error the call is missing
  instance.TransferAsync({ AgentId: "1002" });
  // @ts-expect-error misspelt
  instance.HoldAsync({ CallIdentifier: CallId });
  // @ts-expect-error an agent or a line, not both
  instance.ConsultationAsync({ CallID: CallId, AgentId: "1002", AgentPhone: "13800138000" });
  // @ts-expect-error an agent or a line
  instance.ThreewayAsync({ CallId });
  // @ts-expect-error the call is missing
  instance.ConsultationToTransferAsync({ AgentId: "1002" });
  // @ts-expect-error the queue is missing
  instance.TransferQueueAsync({ CallId });
  // @ts-expect-error the agent is missing
  instance.SubstituteAsync({ CallId });
  // @ts-expect-error the call is missing
  instance.EavesdropAsync({ AgentId: "1001" });
  // @ts-expect-error a query is an object
  instance.GetOtherAgentsAsync("idle");
  // @ts-expect-error the type is a member
  instance.GetNumberPoolAndSpNumAsync(1);
  // @ts-expect-error the id is missing
  instance.SetSpNumberPoolNumAsync({ type: 1 });
  // @ts-expect-error the call is missing
  instance.MuteAsync();
  // @ts-expect-error the call is missing
  instance.UnmuteAsync({});
  // @ts-expect-error takes nothing: the constructor has the options
  instance.Init({});
  // @ts-expect-error returns no promise
  instance.Destroy().then(() => {});
  // @ts-expect-error takes nothing
  instance.GetStateAsync("idle");
  // @ts-expect-error takes nothing
  instance.GetIvrListAsync(1);
  // @ts-expect-error takes nothing
  instance.GetCallLogsAsync({ agentId: "1001" });
  // @ts-expect-error takes nothing
  instance.GetWrapUpTimeAsync("in");
  // @ts-expect-error both times are needed
  instance.SetWrapUpTimeAsync({ InWrapUpTime: 30 });
  // @ts-expect-error takes nothing
  instance.SetWrapUpTimeEndAsync(CallId);
  // @ts-expect-error the time is missing
  instance.SetCallInWrapUpTimeAsync({});
  // @ts-expect-error takes nothing
  instance.ExportLog("today");
  // @ts-expect-error the server's state is read, not written
  instance.agentState = "idle";
  // @ts-expect-error no such method
  instance.MakeCall("10086");
}

/** What promises resolve to. */
export async function results(): Promise<void> {
  const held = await instance.HoldAsync({ CallId });
  held.Data satisfies null;
  held.Code satisfies "0000";
  // @ts-expect-error there is no data
  held.Data.CallID;

  const modes: PhoneModeOption[] = (await instance.GetPhoneModesAsync()).Data;
  // @ts-expect-error there is no fourth mode
  modes[0]?.Id === "sip";

  const states: AgentStateOption[] = (await instance.GetAgentStatesAsync()).Data;
  for (const option of states) {
    if (option.Owner === undefined) {
      instance.SetAgentStateAsync(option.Code);
    } else {
      instance.SetAgentStateAsync(option.Owner, option.Code);
    }
    // @ts-expect-error which of the two is not known here
    instance.SetAgentStateAsync(option.Code);
  }

  const account = (await instance.GetWebPhoneInfoAsync()).Data;
  [account.SipServer, account.Number, account.Password] satisfies string[];
  (await instance.GetCallInWrapUpTimeAsync()).Data.WrapUpTime satisfies number;
  (await instance.GetSpNumbersAsync({ OwnerType: "app" })).Data satisfies string[];
  (await instance.GetCurrentSpNumberAsync({ OwnerType: "app" })).Data satisfies string;
  (await instance.GetIvrNodesAsync("25")).Data[0]?.id satisfies number | string | undefined;
  (await instance.GetQueuesAgentsAsync()).Data[0]?.QueueId satisfies string | undefined;
  const agents: Agent[] = (await instance.GetOtherAgentsAsync({ State: "idle" })).Data;
  // @ts-expect-error a number, unlike the state of events
  agents[0]?.State === "idle";
  const numbers: NumberList = (await instance.GetNumberPoolAndSpNumAsync({ type: "2" })).Data;
  // @ts-expect-error null where nothing is selected
  numbers.defaultId satisfies string | number;
}
