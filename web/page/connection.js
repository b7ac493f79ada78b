import { element, part } from "./element.js";
import { withQuery } from "./query.js";
import { text } from "./texts.js";

/**
 * The top line: who connects, and the state of the connection. agents are the sandbox's. Calls connect(), disconnect(),
 * and leave() when another agent is chosen. The agent's id is added to the page's URL, so that the page connects at once
 * when it is opened again.
 */
export function showConnection(agents, { connect, disconnect, leave }) {
  const select = part("agent-select");
  select.append(...agents.map(({ AgentId, Name }) => element("option", { value: AgentId }, `${AgentId} ${Name}`)));
  const ids = agents.map(({ AgentId }) => AgentId);
  const asked = new URLSearchParams(location.search).get("agent");
  select.value = ids.includes(asked) ? asked : ids[0];
  // The next agent, for another tab.
  const showOther = () => (part("another-agent").href = withQuery("agent", ids[(ids.indexOf(select.value) + 1) % ids.length]));
  showOther();
  part("another-agent").addEventListener("pointerenter", showOther);
  part("another-agent").addEventListener("focus", showOther);
  select.addEventListener("change", () => {
    history.replaceState(null, "", withQuery("agent", select.value));
    showOther();
    leave();
  });

  part("connection").addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", withQuery("agent", select.value));
    connect();
  });
  part("disconnect").addEventListener("click", disconnect);

  return {
    /** Whether the URL names an agent to connect. */
    asked: ids.includes(asked),
    /** The agent that is chosen, connected or not. */
    get agentId() {
      return select.value;
    },
    /** Shows "connecting", "connected" or "disconnected". */
    show(state) {
      const down = state === "disconnected";
      select.disabled = !down;
      part("connect").hidden = !down;
      part("disconnect").hidden = down;
      part("connection-state").dataset.state = state;
      part("connection-state").textContent = text(`connection.${state}`);
    },
  };
}

/** Lets the user choose the language; the page reloads in it. */
export function showLanguage(language) {
  const select = part("language");
  select.value = language;
  select.addEventListener("change", () => location.assign(withQuery("lang", select.value)));
}
