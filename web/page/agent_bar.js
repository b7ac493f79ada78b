import { countFrom, stopAt } from "./duration.js";
import { element, explain, part } from "./element.js";
import { text, textOr } from "./texts.js";
import { toast } from "./toasts.js";

/** The wrap-up times to choose from, in seconds. */
const wrapUpTimes = [0, 10, 30, 120];

/** The states in which the platform does not let an agent choose state or phone. */
const inCall = ["ringing", "talking"];

/** The states that share the icon of another. */
const icons = { ringing: "bell", talking: "phone" };

/**
 * The bar that shows what the agent and the agent's phone are doing. Calls setState(state, reason), setPhoneMode(mode),
 * setWrapUp(seconds) and endWrapUp().
 */
export function showAgentBar({ setState, setPhoneMode, setWrapUp, endWrapUp }) {
  const modes = part("phone-mode");
  const wrapUp = part("wrapup-time");
  let reasons = new Map();
  let state, reason, mode;

  modes.addEventListener("change", async () => {
    await setPhoneMode(modes.value);
    // After a rejection the old choice is shown again.
    modes.value = mode;
  });

  wrapUp.append(...wrapUpTimes.map((seconds) => element("option", { value: seconds }, text("seconds", seconds))));
  wrapUp.addEventListener("change", () => setWrapUp(Number(wrapUp.value)));
  part("wrapup-end").addEventListener("click", endWrapUp);

  const choice = ({ Code, Label, Owner }) => {
    const button = element("button", { type: "button", "data-testid": `${Owner ? "reason" : "state"}-${Code}` }, textOr(`tenant.${Label}`, Label));
    button.dataset.state = Owner || Code;
    button.dataset.reason = Owner ? Code : "";
    button.addEventListener("click", () => {
      if (button.dataset.why) {
        toast(button.dataset.why);
      } else {
        setState(...(Owner ? [Owner, Code] : [Code]));
      }
    });
    return button;
  };

  const show = () => {
    const name = text(state ? `state.${state}` : "noState");
    document.body.dataset.state = state;
    part("state-icon").setAttribute("href", `#icon-${icons[state] ?? `state-${state || "offline"}`}`);
    part("wrapup-end").hidden = state !== "wrapup";
    part("agent-state").textContent = reason ? `${name} · ${reasons.get(reason) ?? reason}` : name;
    for (const button of part("agent-choices").querySelectorAll(".segments button")) {
      const chosen = button.dataset.state === state && (button.dataset.reason || reason) === reason;
      button.setAttribute("aria-pressed", String(chosen));
      explain(button, inCall.includes(state) ? text("why.inCall") : "");
    }
    modes.disabled = inCall.includes(state);
    modes.title = modes.disabled ? text("why.inCall") : "";
  };

  const bar = {
    /** Offers the choices of GetAgentStatesAsync and GetPhoneModesAsync. */
    offer(states, phoneModes) {
      reasons = new Map(states.filter(({ Owner }) => Owner).map(({ Code, Label }) => [String(Code), textOr(`tenant.${Label}`, Label)]));
      part("states").replaceChildren(...states.filter(({ Owner }) => !Owner).map(choice));
      part("reasons").replaceChildren(...states.filter(({ Owner }) => Owner).map(choice));
      modes.replaceChildren(...phoneModes.map(({ Id, Name }) => element("option", { value: Id }, Name)));
      modes.value = mode;
      show();
    },
    /** Shows the wrap-up time after calls, in seconds. */
    showWrapUp(seconds) {
      if (!wrapUpTimes.includes(seconds)) {
        wrapUp.append(element("option", { value: seconds }, text("seconds", seconds)));
      }
      wrapUp.value = seconds;
    },
    /** Sets whether there is a connection, which a choice needs. */
    enable(on) {
      part("agent-choices").disabled = !on;
    },
    /** Shows the agent's state; "" or "0" means no reason. The timer continues if nothing changed. */
    showState(newState, subState) {
      const newReason = subState === "0" ? "" : subState;
      if (newState !== state || newReason !== reason) {
        countFrom(part("agent-timer"), Date.now());
      }
      state = newState;
      reason = newReason;
      show();
    },
    showPhoneMode(newMode) {
      mode = newMode;
      modes.value = mode;
    },
    showPhoneState(phoneState) {
      part("phone-state").dataset.state = phoneState;
      part("phone-state").textContent = text(`phone.${phoneState}`);
    },
    /** Shows that the agent's state is unknown. */
    forget() {
      state = reason = mode = "";
      modes.value = "";
      part("phone-state").textContent = "";
      stopAt(part("agent-timer"));
      show();
    },
  };
  bar.forget();
  return bar;
}
