import { element, part } from "./element.js";
import { text } from "./texts.js";

/** The agents of the sandbox. */
const agents = Array.from({ length: 10 }, (_, index) => String(1001 + index));

/**
 * The line on top: who connects, and how the connection is. Calls connect(), disconnect(), and leave() where
 * another agent is chosen.
 */
export function showConnection({ connect, disconnect, leave }) {
  const select = part("agent-select");
  select.append(...agents.map((id) => element("option", { value: id }, `${text("agent")} ${id}`)));
  const asked = new URLSearchParams(location.search).get("agent");
  select.value = agents.includes(asked) ? asked : agents[0];
  select.addEventListener("change", () => {
    history.replaceState(null, "", withQuery("agent", select.value));
    leave();
  });

  part("connection").addEventListener("submit", (event) => {
    event.preventDefault();
    connect();
  });
  part("disconnect").addEventListener("click", disconnect);

  return {
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

/** Lets a person choose the language; the page is loaded anew in it. */
export function showLanguage(language) {
  const select = part("language");
  select.value = language;
  select.addEventListener("change", () => location.assign(withQuery("lang", select.value)));
}

/** This page's URL with one member of the query changed. */
function withQuery(name, value) {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  return url;
}
