import { element, icon } from "./element.js";
import { text } from "./texts.js";

/**
 * What can be done with a call: the flag of CallAuthority that allows it, the SDK's method, the text, and how
 * the button looks. The order is the buttons' order.
 */
const actions = [
  { flag: "AllowAnswer", method: "AnswerAsync", label: "answer", look: "go", shape: "phone" },
  { flag: "AllowHold", method: "HoldAsync", label: "hold", look: "plain", shape: "hold" },
  { flag: "AllowUnHold", method: "RecoveryAsync", label: "recovery", look: "primary", shape: "recovery" },
  { flag: "AllowHangup", method: "HangupAsync", label: "hangup", look: "stop", shape: "hangup" },
];

/**
 * Shows in a place buttons for exactly what the call's authority allows. A click calls perform(method, callId),
 * and the button waits until that has settled. prefix begins each data-testid.
 */
export function showActions(place, call, prefix, perform) {
  const allowed = actions.filter(({ flag }) => call.authority[flag]);
  const shown = [call.id, ...allowed.map(({ flag }) => flag)].join();
  if (place.dataset.shown === shown) {
    return;
  }
  place.dataset.shown = shown;
  // Who works with the keyboard stays where he was.
  const focused = [...place.children].indexOf(document.activeElement);
  place.replaceChildren(...allowed.map((action) => actionButton(action, call.id, prefix, perform)));
  if (focused >= 0) {
    (place.children[focused] ?? place.lastElementChild)?.focus();
  }
}

function actionButton({ method, label, look, shape }, callId, prefix, perform) {
  const button = element(
    "button",
    { type: "button", class: `button ${look}`, "data-testid": `${prefix}-${label}` },
    icon(shape),
    element("span", {}, text(label)),
  );
  button.addEventListener("click", async () => {
    // Unlike disabled, this lets the button keep the focus.
    if (button.ariaDisabled === "true") {
      return;
    }
    button.ariaDisabled = "true";
    await perform(method, callId);
    button.ariaDisabled = "false";
  });
  return button;
}
