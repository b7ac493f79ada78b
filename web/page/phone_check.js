import { element, part } from "./element.js";
import { showItems } from "./list.js";
import { text } from "./texts.js";
import { attempt } from "./toasts.js";
import { webrtc } from "./web_phone.js";

/** A number of the sandbox that sends back what it hears. */
const echoNumber = "13800130005";

/** The card that reports what would prevent calls in the page. sdk() is the instance. */
export function showPhoneCheck({ sdk }) {
  const button = element("button", { type: "button", class: "button small", "data-testid": "phone-check-run" }, text("phoneCheckRun"));
  const state = element("p", { class: "check-state", role: "status", "data-testid": "phone-check-state" });
  const list = element("ul", { class: "checks", tabindex: "-1", "aria-label": text("phoneCheck"), "data-testid": "phone-checks" });
  const title = element("div", {}, element("h2", {}, text("phoneCheck")), element("p", { class: "hint" }, text("phoneCheckHint")));
  button.disabled = true;
  part("phone-check").append(element("div", { class: "check-head" }, title, button), state, list);
  let running = false;
  let up = false;
  const enable = () => (button.disabled = running || !up);

  button.addEventListener("click", async () => {
    running = true;
    enable();
    state.textContent = text("phoneCheckRuns");
    // In any other phone mode the page cannot make the call.
    const options = sdk().phoneMode === webrtc ? [{ EchoNumber: echoNumber }] : [];
    let report;
    await attempt(async () => (report = (await sdk().CheckPhoneAsync(...options)).Data));
    running = false;
    enable();
    state.textContent = report ? text(`phoneCheck.${report.Outcome}`) : "";
    showItems(list, report?.Checks ?? [], check);
  });

  return {
    enable(on) {
      up = on;
      enable();
    },
  };
}

const check = ({ Name, Outcome, Reason, Advice }) =>
  element(
    "li",
    { class: "check", "data-outcome": Outcome, "data-testid": `check-${Name}` },
    element("span", { class: "check-outcome" }, text(`outcome.${Outcome}`)),
    element("span", { class: "check-name" }, text(`check.${Name}`)),
    ...(Reason ? [element("span", { class: "check-reason" }, Reason, " ", element("strong", {}, Advice))] : []),
  );
