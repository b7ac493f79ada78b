import { partyOf } from "./call_card.js";
import { element, part } from "./element.js";
import { text, textOr } from "./texts.js";
import { attempt } from "./toasts.js";

const most = 200;

/**
 * The list of the events that the SDK raised, the newest on top. Calls save() to save the recording behind it, and
 * picture() to show that.
 */
export function showEventList({ save, picture }) {
  const list = part("events");
  const empty = () => (part("no-events").hidden = list.children.length > 0);

  part("events-save").addEventListener("click", save);
  part("events-picture").addEventListener("click", picture);
  part("events-clear").addEventListener("click", () => {
    list.replaceChildren();
    empty();
  });
  empty();

  return {
    /** Adds an event; findCause() returns its cause when the user opens it. */
    add(name, resp, findCause) {
      list.prepend(element("li", { "data-testid": "event", "data-event": name }, eventDetails(name, resp, findCause)));
      if (list.children.length > most) {
        list.lastElementChild.remove();
      }
      empty();
    },
  };
}

function eventDetails(name, resp, findCause) {
  const at = new Date();
  const gist = element("span", { class: "event-gist" }, [text(`event.${name}`), gistOf(resp.Data)].filter(Boolean).join(" · "));
  const summary = element(
    "summary",
    {},
    element("span", { class: "event-name", "data-testid": "event-name" }, name),
    gist,
    element("time", { datetime: at.toISOString() }, clock(at)),
  );
  if (resp.Data?.Recovered) {
    gist.before(element("span", { class: "pill" }, text("recovered")));
  }
  const details = element("details", {}, summary, block(text("eventData"), resp.Data, "event-data"));
  details.addEventListener(
    "toggle",
    () => attempt(async () => details.append(causeBlock(await findCause()))),
    { once: true },
  );
  return details;
}

/** The frame behind an event as in the recording, or what is there instead. */
function causeBlock({ frame, entry }) {
  if (frame) {
    return block(text("eventFrame"), frame, "event-frame");
  }
  return entry ? block(text("eventEntry"), entry, "event-frame") : element("p", { class: "hint", "data-testid": "event-frame" }, text("eventForgotten"));
}

function block(title, data, testId) {
  const pre = element("pre", { tabindex: "0", "aria-label": title, role: "group", "data-testid": testId });
  pre.textContent = JSON.stringify(data, null, 2) ?? "undefined";
  return element("div", { class: "event-block" }, element("span", { class: "hint" }, title), pre);
}

/** The most important part of the event, shown without opening it, in the page's language. */
function gistOf(data) {
  if (!data) {
    return "";
  }
  if (data.OldState) {
    return `${text(`state.${data.OldState}`)} → ${text(`state.${data.CurState}`)}`;
  }
  if (data.Reason) {
    return textOr(`lost.${data.Reason}`, data.Reason);
  }
  if (data.CustomerInfo) {
    return partyOf({ number: data.CustomerInfo.TelNumber });
  }
  if (data.CurContact && !data.CurMode) {
    return textOr(`mode.${data.CurContact}`, data.CurContact);
  }
  return data.CurState ? textOr(`state.${data.CurState}`, data.CurState) : "";
}

/** The time of day to the millisecond. */
function clock(at) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, "0")}`;
}
