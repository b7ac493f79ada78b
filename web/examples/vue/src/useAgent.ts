import { UdeskCCPaasApiClass, type CallEvent } from "@ccpaas/browser-sdk";
import { onScopeDispose, reactive, readonly } from "vue";

const changes = ["Connecting", "Connected", "Disconnected", "AgentStateChanged", "PhoneStateChanged"] as const;

/** The agent's instance, until the component is unmounted, and what the page shows of it. */
export function useAgent(agentId: string) {
  const view = reactive({
    connection: "",
    state: "",
    /** The last event of the call, "" without a call. */
    status: "",
    /** That event's Data. */
    call: undefined as CallEvent | undefined,
  });
  const agent = new UdeskCCPaasApiClass({
    AgentId: agentId,
    AppId: "00000000-0000-4000-8000-000000000001",
    AppDataProvider: { GetToken: () => askBackend(agentId) },
    Domain: `ws://${location.host}/ws`,
    HttpDomain: `${location.origin}/backend`,
  });
  const look = () => {
    view.connection = agent.connectState;
    view.state = agent.agentState;
    if (view.state !== "ringing" && view.state !== "talking") {
      view.call = undefined;
    }
    view.status = view.call?.AdvancedCallStatus ?? "";
  };
  for (const name of changes) {
    agent.on(name, look);
  }
  agent.on("AdvancedCallStatusChanged", (resp) => {
    view.call = resp.Data;
    look();
  });
  onScopeDispose(() => agent.Destroy());
  return { agent, view: readonly(view) };
}

async function askBackend(agentId: string) {
  const answer = await fetch(`/token?AgentId=${encodeURIComponent(agentId)}`);
  return (await answer.json()).data;
}
