import { element } from "./element.js";
import { language, text } from "./texts.js";

/** Shows a flight recording as a diagram, over the page. Its code is loaded when it is first shown. */
export async function openPicture(recording) {
  const { showFlight } = await import("/flight/flight.js");
  const close = element("button", { type: "button", class: "button small", "data-testid": "picture-close" }, text("close"));
  const place = element("div", { class: "picture-place" });
  const dialog = element("dialog", { class: "picture", "aria-label": text("picture"), "data-testid": "picture" }, close, place);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  showFlight(place, { language, recording });
}
