import { element, explain, icon } from "./element.js";
import { text } from "./texts.js";
import { toast } from "./toasts.js";

/**
 * What can be done with a call: the flag of CallAuthority that allows it, the SDK's method or the purpose for which a
 * target must be chosen first, the text, and the look of the button. The order is the buttons' order. Those marked
 * always have a fixed place, where they show why they cannot be used now. OnBarButtonSwitch means the same as
 * AllowCancel, so it has no button.
 */
const actions = [
  { flag: "AllowAnswer", method: "AnswerAsync", label: "answer", look: "go", shape: "phone" },
  { flag: "AllowEndConsultation", method: "EndConsultationAsync", label: "endConsultation", look: "primary", shape: "back" },
  { flag: "AllowCancel", method: "RetrieveAfterThreeWayAsync", label: "retrieve", look: "primary", shape: "back" },
  { flag: "AllowThreeWayAfterConsultation", method: "ConsultationToThreeWayAsync", label: "toThreeWay", look: "plain", shape: "people" },
  { flag: "AllowTransferAfterConsultation", method: "ConsultationToTransferAsync", label: "handOver", look: "plain", shape: "transfer" },
  { flag: "AllowTransferAfterThreeWay", method: "TransferAfterThreeWayAsync", label: "leave", look: "plain", shape: "transfer" },
  { mute: true, label: "mute", look: "plain", shape: "microphone", always: true },
  { flag: "AllowUnHold", method: "RecoveryAsync", label: "recovery", look: "primary", shape: "recovery" },
  { flag: "AllowHold", method: "HoldAsync", label: "hold", look: "plain", shape: "hold", always: true, unless: "AllowUnHold" },
  { flag: "AllowConsultation", purpose: "consult", label: "consult", look: "plain", shape: "consult", always: true },
  { flag: "AllowThreeWay", purpose: "threeWay", label: "threeWay", look: "plain", shape: "people", always: true },
  { flag: "AllowTransfer", purpose: "transfer", label: "transfer", look: "plain", shape: "transfer", always: true },
  { flag: "AllowHangup", method: "HangupAsync", label: "hangup", look: "stop", shape: "hangup", always: true },
];

/** The actions of a call that rings at the agent. */
const ringing = ["answer", "hangup"];

/** Shows Answer and Decline for a call that rings, as far as its authority allows them. */
export function showRinging(place, call, whatToDo) {
  const shown = actions
    .filter(({ label, flag }) => ringing.includes(label) && call.authority[flag])
    .map((action) => ({ ...action, name: action.label === "hangup" ? "decline" : action.label }));
  fill(place, call, "incoming", shown, whatToDo);
}

/**
 * Shows the buttons of a call that does not ring. phone says whether the page itself is the telephone, and whether
 * its microphone is muted: {web, muted}.
 */
export function showActions(place, call, phone, whatToDo) {
  const shown = call.endedAt
    ? []
    : actions
        .filter(({ flag, always, unless }) => call.authority[flag] || (always && !call.authority[unless]))
        .map((action) => (action.mute ? muteAction(action, call, phone) : { ...action, why: whyNot(action, call) }));
  fill(place, call, "action", shown, whatToDo);
}

function muteAction(action, call, { web, muted }) {
  const why = !web ? "why.mute" : !call.talks ? "why.talks" : "";
  return muted ? { ...action, why, name: "unmute", look: "primary", shape: "muted", muted } : { ...action, why, muted };
}

/** The name of the text that explains why an action is not possible now; "" if it is possible. */
function whyNot({ flag }, call) {
  if (call.authority[flag]) {
    return "";
  }
  if (/^Supervisor(Monitor|Whisper|BargeIn)$/.test(call.type)) {
    return "why.supervises";
  }
  if (call.other) {
    return "why.other";
  }
  if (!call.talks) {
    return "why.talks";
  }
  return call.event === "Held" ? "why.held" : "why.authority";
}

/** Puts the buttons into the place. The focus stays where it was. */
function fill(place, call, prefix, shown, whatToDo) {
  const now = JSON.stringify([call.id, shown.map(({ label, name, why, muted }) => [label, name, why, muted])]);
  if (place.dataset.shown === now) {
    return;
  }
  place.dataset.shown = now;
  const focused = [...place.children].indexOf(document.activeElement);
  const label = document.activeElement?.dataset.testid;
  place.replaceChildren(...shown.map((action) => actionButton(action, prefix, call, whatToDo)));
  if (focused >= 0) {
    const same = [...place.children].find(({ dataset }) => dataset.testid === label);
    (same ?? place.children[focused] ?? place.lastElementChild)?.focus();
  }
}

function actionButton({ label, name = label, method, purpose, mute, muted, look, shape, why = "" }, prefix, call, { perform, askTarget, setMuted }) {
  const button = element(
    "button",
    {
      type: "button",
      class: `button ${look}`,
      "data-testid": `${prefix}-${label}`,
      ...(purpose && { "aria-haspopup": "dialog" }),
    },
    icon(shape),
    element("span", {}, text(name)),
  );
  explain(button, why && text(why));
  button.addEventListener("click", async () => {
    if (button.dataset.why) {
      // There is no hover on a touch screen.
      toast(button.dataset.why);
      return;
    }
    // Unlike disabled, this lets the button keep the focus.
    if (button.ariaDisabled === "true") {
      return;
    }
    button.ariaDisabled = "true";
    await (purpose ? askTarget(purpose) : mute ? setMuted(!muted) : perform(method, call.id));
    button.ariaDisabled = "false";
  });
  return button;
}
