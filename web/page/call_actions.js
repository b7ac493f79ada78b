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
 * Buttons for exactly what the call's authority allows. A click calls perform(method, callId), and the button
 * waits until that has settled. prefix begins each data-testid.
 */
export function actionButtons(call, prefix, perform) {
  return actions
    .filter(({ flag }) => call.authority[flag])
    .map(({ method, label, look, shape }) => {
      const button = element(
        "button",
        { type: "button", class: `button ${look}`, "data-testid": `${prefix}-${label}` },
        icon(shape),
        element("span", {}, text(label)),
      );
      button.addEventListener("click", async () => {
        button.disabled = true;
        await perform(method, call.id);
        button.disabled = false;
      });
      return button;
    });
}
