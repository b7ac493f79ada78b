import { element, icon } from "./element.js";
import { text } from "./texts.js";

/**
 * What can be done with a call: the flag of CallAuthority that allows it, the SDK's method, or for whom to ask first,
 * the text, and how the button looks. The order is the buttons' order. OnBarButtonSwitch means the same as
 * AllowCancel, so it has no button of its own.
 */
const actions = [
  { flag: "AllowAnswer", method: "AnswerAsync", label: "answer", look: "go", shape: "phone" },
  { flag: "AllowHold", method: "HoldAsync", label: "hold", look: "plain", shape: "hold" },
  { flag: "AllowUnHold", method: "RecoveryAsync", label: "recovery", look: "primary", shape: "recovery" },
  { flag: "AllowEndConsultation", method: "EndConsultationAsync", label: "endConsultation", look: "primary", shape: "back" },
  { flag: "AllowCancel", method: "RetrieveAfterThreeWayAsync", label: "retrieve", look: "plain", shape: "back" },
  { flag: "AllowThreeWayAfterConsultation", method: "ConsultationToThreeWayAsync", label: "toThreeWay", look: "plain", shape: "people" },
  { flag: "AllowTransferAfterConsultation", method: "ConsultationToTransferAsync", label: "handOver", look: "plain", shape: "transfer" },
  { flag: "AllowTransferAfterThreeWay", method: "TransferAfterThreeWayAsync", label: "leave", look: "plain", shape: "transfer" },
  { flag: "AllowConsultation", purpose: "consult", label: "consult", look: "plain", shape: "consult" },
  { flag: "AllowThreeWay", purpose: "threeWay", label: "threeWay", look: "plain", shape: "people" },
  { flag: "AllowTransfer", purpose: "transfer", label: "transfer", look: "plain", shape: "transfer" },
  { flag: "AllowHangup", method: "HangupAsync", label: "hangup", look: "stop", shape: "hangup" },
];

/**
 * Shows in a place buttons for exactly what the call's authority allows. A click calls perform(method, callId), and
 * the button waits until that has settled, or askWhom(purpose). prefix begins each data-testid.
 */
export function showActions(place, call, prefix, { perform, askWhom }) {
  const allowed = actions.filter(({ flag }) => call.authority[flag]);
  const shown = [call.id, ...allowed.map(({ flag }) => flag)].join();
  if (place.dataset.shown === shown) {
    return;
  }
  place.dataset.shown = shown;
  // Who works with the keyboard stays where he was.
  const focused = [...place.children].indexOf(document.activeElement);
  place.replaceChildren(
    ...allowed.map((action) =>
      actionButton(action, prefix, () => (action.purpose ? askWhom(action.purpose) : perform(action.method, call.id))),
    ),
  );
  if (focused >= 0) {
    (place.children[focused] ?? place.lastElementChild)?.focus();
  }
}

function actionButton({ label, look, shape, purpose }, prefix, act) {
  const button = element(
    "button",
    { type: "button", class: `button ${look}`, "data-testid": `${prefix}-${label}`, ...(purpose && { "aria-haspopup": "dialog" }) },
    icon(shape),
    element("span", {}, text(label)),
  );
  button.addEventListener("click", async () => {
    // Unlike disabled, this lets the button keep the focus.
    if (button.ariaDisabled === "true") {
      return;
    }
    button.ariaDisabled = "true";
    await act();
    button.ariaDisabled = "false";
  });
  return button;
}
