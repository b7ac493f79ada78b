import { partyOf } from "./call_card.js";
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
 * The colleagues. The SDK does not report an agent's current call; a tenant's backend does, which the sandbox
 * replaces here. Calls supervise(method, {CallId, AgentId}), and bring(agentId) to make the sandbox simulate a
 * colleague, send(agentId) to stop that.
 */
export function showTeam({ supervise, bring, send }) {
  let enabled = false;
  const verbButtons = (agent) =>
    verbs.map(({ method, label }) => {
      const button = element("button", { type: "button", class: "button small", "data-testid": `${label}-${agent.AgentId}` }, text(label));
      button.disabled = !enabled;
      button.addEventListener("click", () => supervise(method, { CallId: agent.CallID, AgentId: agent.AgentId }));
      return button;
    });
  const member = ({ agent, number, legState, supervises }) => {
    const leave = element("button", { type: "button", class: "button quiet small", "data-testid": `send-${agent.AgentId}` }, text("takeOffline"));
    leave.addEventListener("click", () => send(agent.AgentId));
    return element(
      "li",
      { class: "member", "data-testid": `member-${agent.AgentId}` },
      element("span", { class: "avatar", "aria-hidden": "true", "data-state": agent.State }, agent.Name.slice(0, 1)),
      element(
        "div",
        { class: "member-who" },
        element("span", { class: "member-name" }, agent.Name),
        element("span", { class: "hint" }, [agent.AgentId, agent.Played && text("played")].filter(Boolean).join(" · ")),
      ),
      element("span", { class: "pill", "data-state": agent.State }, text(`state.${agent.State}`)),
      ...(number ? [element("span", { class: "member-call number" }, number)] : []),
      ...(agent.Played ? [leave] : []),
      ...(supervises && legState === "established"
        ? [element("div", { class: "actions", role: "group", "aria-label": text("superviseAgent", agent.Name) }, ...verbButtons(agent))]
        : []),
    );
  };
  const absent = ({ AgentId, Name }) => {
    const button = element("button", { type: "button", class: "button small", "data-testid": `bring-${AgentId}`, "aria-label": text("bringOnline", Name) }, `+ ${Name}`);
    button.addEventListener("click", () => bring(AgentId));
    return element("li", {}, button);
  };

  return {
    /** Shows the colleagues who work, and those who could; a supervisor can join the calls of the former. */
    show({ Agents, Calls }, agentId) {
      const colleagues = Agents.filter(({ AgentId }) => AgentId !== agentId);
      const supervises = Agents.find(({ AgentId }) => AgentId === agentId)?.Role === "supervisor";
      const here = ({ State, Connected, CallID }) => State !== "offline" || Connected || CallID;
      const items = colleagues.filter(here).map((agent) => {
        const call = Calls.find(({ CallID }) => CallID === agent.CallID);
        return {
          agent,
          supervises,
          number: call ? partyOf({ number: call.Number }) : "",
          legState: call?.Legs.find(({ AgentId }) => AgentId === agent.AgentId)?.State ?? "",
        };
      });
      part("no-team").hidden = items.length > 0;
      showItems(part("team-list"), items, member);
      showItems(part("bring-list"), colleagues.filter((agent) => !here(agent)).map(({ AgentId, Name }) => ({ AgentId, Name })), absent);
    },
    /** Sets whether there is a connection to supervise through, and no call of the supervisor's own. */
    enable(on) {
      enabled = on;
      for (const button of part("team-list").querySelectorAll(".actions button")) {
        button.disabled = !on;
      }
    },
  };
}
