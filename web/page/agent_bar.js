import { countFrom, stopAt } from "./duration.js";
import { element, part } from "./element.js";
import { text } from "./texts.js";

/** The bar that shows what the agent and his phone are doing. Calls setState(state, reason) and setPhoneMode(mode). */
export function showAgentBar({ setState, setPhoneMode }) {
  let labels = new Map();
  let now = { state: "offline", reason: "" };
  let mode = "";

  const modes = part("phone-mode");
  modes.addEventListener("change", async () => {
    await setPhoneMode(modes.value);
    // What a rejection left as it was shows again.
    modes.value = mode;
  });

  const pressed = () => {
    for (const button of part("agent-choices").querySelectorAll("button")) {
      const { state, reason } = button.dataset;
      button.setAttribute("aria-pressed", String(state === now.state && (reason === undefined || reason === now.reason)));
    }
  };

  const choice = ({ Code, Label, Owner }) => {
    const chosen = Owner ? { "data-state": Owner, "data-reason": String(Code) } : { "data-state": Code };
    const testId = Owner ? `reason-${Code}` : `state-${Code}`;
    const button = element("button", { type: "button", "data-testid": testId, ...chosen }, Label);
    button.addEventListener("click", () => (Owner ? setState(Owner, Code) : setState(Code)));
    return button;
  };

  const bar = {
    /** Offers the choices of GetAgentStatesAsync and GetPhoneModesAsync. */
    offer(states, phoneModes) {
      labels = new Map(states.map(({ Code, Label }) => [String(Code), Label]));
      part("states").replaceChildren(...states.filter(({ Owner }) => !Owner).map(choice));
      part("reasons").replaceChildren(...states.filter(({ Owner }) => Owner).map(choice));
      modes.replaceChildren(...phoneModes.map(({ Id, Name }) => element("option", { value: Id }, Name)));
      modes.value = mode;
      bar.showState(now.state, now.reason);
    },
    /** Whether there is a connection to choose through. */
    enable(on) {
      part("agent-choices").disabled = !on;
    },
    /** Shows the agent's state; the time counts on if it is the same as before. */
    showState(state, reason) {
      const place = part("agent-timer");
      const next = { state, reason: reason === "0" ? "" : reason };
      if (next.state !== now.state || next.reason !== now.reason || !place.textContent) {
        countFrom(place, Date.now());
      }
      now = next;
      part("agent-bar").dataset.state = state;
      const name = text(`state.${state}`);
      part("agent-state").textContent = now.reason ? `${name} · ${labels.get(now.reason) ?? now.reason}` : name;
      pressed();
    },
    showPhoneMode(current) {
      mode = current;
      modes.value = current;
    },
    showPhoneState(state) {
      part("phone-state").dataset.state = state;
      part("phone-state").textContent = text(`phone.${state}`);
    },
    /** Nothing is known any more: another agent is chosen. */
    forget() {
      now = { state: "", reason: "" };
      part("agent-bar").dataset.state = "";
      part("agent-state").textContent = "–";
      stopAt(part("agent-timer"));
      pressed();
    },
  };
  return bar;
}
