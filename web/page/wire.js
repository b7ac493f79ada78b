import { element, part } from "./element.js";
import { showItems } from "./list.js";
import { getFrames } from "./sandbox.js";
import { text } from "./texts.js";
import { attempt } from "./toasts.js";

/** How many of the latest frames are shown. */
const most = 60;

/** Shows the frames between page and gateway, the newest on top, while the drawer is open. */
export async function showWire(agentId) {
  if (part("tools").hidden) {
    return;
  }
  await attempt(async () => {
    const frames = (await getFrames(agentId)).slice(-most).reverse();
    part("no-wire").hidden = frames.length > 0;
    showItems(part("wire"), frames, frameItem);
  });
}

function frameItem({ Time, Direction, Text }) {
  const up = Direction === "from agent";
  let frame = null;
  try {
    frame = JSON.parse(Text);
  } catch (noJson) {
    // Garbage and keep-alives are shown unchanged.
  }
  const pre = element("pre", { tabindex: "0", role: "group", "aria-label": text("eventFrame") });
  pre.textContent = frame ? JSON.stringify(frame, null, 2) : Text;
  return element(
    "li",
    { "data-testid": "frame", "data-direction": up ? "up" : "down" },
    element(
      "details",
      {},
      element(
        "summary",
        {},
        element("span", { class: "frame-arrow", role: "img", "aria-label": text(up ? "toGateway" : "toPage") }, up ? "↑" : "↓"),
        element("span", { class: "event-name" }, frame?.Method ?? Text.trim().slice(0, 20)),
        element("span", { class: "event-gist" }, frame?.MsgType ?? ""),
        element("time", { datetime: Time }, Time.slice(11, 23)),
      ),
      element("div", { class: "event-block" }, pre),
    ),
  );
}
