import { element, part } from "./element.js";
import { showItems } from "./list.js";
import { text } from "./texts.js";

/** What a supervisor can do with a colleague's call: the SDK's method and the text. */
const verbs = [
  { method: "EavesdropAsync", label: "monitor" },
  { method: "WhisperAsync", label: "whisper" },
  { method: "ForcePickupAsync", label: "barge" },
  { method: "SubstituteAsync", label: "intercept" },
];

/**
 * The supervisor's view of the colleagues. Which call an agent is in the SDK does not tell; a tenant's backend does,
 * for which the sandbox stands here. Calls supervise(method, {CallId, AgentId}).
 */
export function showTeam({ supervise }) {
  const member = ({ agent, number, legState }) => {
    const buttons = verbs.map(({ method, label }) => {
      const button = element("button", { type: "button", class: "button small", "data-testid": `${label}-${agent.AgentId}` }, text(label));
      button.addEventListener("click", () => supervise(method, { CallId: agent.CallID, AgentId: agent.AgentId }));
      return button;
    });
    return element(
      "li",
      { class: "member", "data-testid": `member-${agent.AgentId}` },
      element(
        "div",
        { class: "member-who" },
        element("span", { class: "member-name" }, agent.Name),
        element("span", { class: "hint" }, agent.AgentId),
        element("span", { class: "pill", "data-state": agent.State }, text(`state.${agent.State}`)),
      ),
      element("span", { class: "member-call number" }, number),
      ...(legState === "established"
        ? [element("div", { class: "actions", role: "group", "aria-label": text("superviseWhom", agent.Name) }, ...buttons)]
        : []),
    );
  };

  return {
    /** Shows the colleagues who work, if the agent is a supervisor. */
    show({ Agents, Calls }, agentId) {
      const colleagues = Agents.filter(({ AgentId, Connected, CallID }) => AgentId !== agentId && (Connected || CallID));
      const items = colleagues.map((agent) => {
        const call = Calls.find(({ CallID }) => CallID === agent.CallID);
        return {
          agent,
          number: call?.Number ?? "",
          legState: call?.Legs.find(({ AgentId }) => AgentId === agent.AgentId)?.State ?? "",
        };
      });
      part("team").hidden = Agents.find(({ AgentId }) => AgentId === agentId)?.Role !== "supervisor";
      part("no-team").hidden = items.length > 0;
      showItems(part("team-list"), items, member);
    },
    /** Whether there is a connection to supervise through, and no call of one's own. */
    enable(on) {
      part("team-controls").disabled = !on;
    },
  };
}
