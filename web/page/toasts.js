import { element, part } from "./element.js";
import { text } from "./texts.js";

const lasting = 10_000;
const most = 4;

/** Shows a message that disappears by itself, preceded by the code, if there is one. */
export function toast(message, code = "") {
  const close = element("button", { type: "button", class: "button quiet", "aria-label": text("dismiss") }, "×");
  const made = element(
    "div",
    { class: code ? "toast failure" : "toast", "data-testid": "toast" },
    element("code", { "data-testid": "toast-code" }, code),
    element("p", { "data-testid": "toast-message" }, message),
    close,
  );
  const timer = setTimeout(() => made.remove(), lasting);
  close.addEventListener("click", () => {
    clearTimeout(timer);
    made.remove();
  });
  const all = part("toasts");
  all.append(made);
  while (all.children.length > most) {
    all.firstElementChild.remove();
  }
}

/** Makes a call of the SDK or of the sandbox, and shows a rejection as a toast. Resolves to whether it succeeded. */
export async function attempt(call) {
  try {
    await call();
    return true;
  } catch (failure) {
    toast(failure.Message ?? failure.message, failure.Code);
    return false;
  }
}
