import { UdeskCCPaasApiClass, type CallEvent } from "@ccpaas/browser-sdk";
import { useEffect, useState } from "react";

/** What the page shows of an agent. */
export interface View {
  connection: string;
  state: string;
  /** The last event of the call, "" without a call. */
  status: string;
  /** That event's Data. */
  call?: CallEvent;
}

const changes = ["Connecting", "Connected", "Disconnected", "AgentStateChanged", "PhoneStateChanged"] as const;

/** The agent's instance while the component is mounted, and what the page shows of it. */
export function useAgent(agentId: string): [agent: UdeskCCPaasApiClass | undefined, view: View] {
  const [agent, setAgent] = useState<UdeskCCPaasApiClass>();
  const [view, setView] = useState<View>({ connection: "", state: "", status: "" });

  useEffect(() => {
    const instance = new UdeskCCPaasApiClass({
      AgentId: agentId,
      AppId: "00000000-0000-4000-8000-000000000001",
      AppDataProvider: { GetToken: () => askBackend(agentId) },
      Domain: `ws://${location.host}/ws`,
      HttpDomain: `${location.origin}/backend`,
    });
    const look = (call?: CallEvent) => {
      const { connectState: connection, agentState: state } = instance;
      const inCall = state === "ringing" || state === "talking";
      setView((last) => {
        const current = inCall ? (call ?? last.call) : undefined;
        return { connection, state, status: current?.AdvancedCallStatus ?? "", call: current };
      });
    };
    for (const name of changes) {
      instance.on(name, () => look());
    }
    instance.on("AdvancedCallStatusChanged", (resp) => look(resp.Data));
    setAgent(instance);
    return () => instance.Destroy();
  }, [agentId]);

  return [agent, view];
}

async function askBackend(agentId: string) {
  const answer = await fetch(`/token?AgentId=${encodeURIComponent(agentId)}`);
  return (await answer.json()).data;
}
