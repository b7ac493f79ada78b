import { partyOf, cityOf } from "./call_card.js";
import { duration } from "./duration.js";
import { element, icon, part } from "./element.js";
import { showItems } from "./list.js";
import { colleagueAt } from "./names.js";
import { keepNote, noteOf } from "./notes.js";
import { text } from "./texts.js";

/**
 * The calls of the day, the newest first, each with the agent's note, and the note about the current call. Calls
 * offer(number) to call somebody back.
 */
export function showHistory({ offer }) {
  const field = part("note");
  let noted = "";
  let calls = [];

  const show = () => {
    const today = new Date().toDateString();
    const items = calls
      .map((call) => ({ ...call, at: new Date(`${call.startTime.replace(" ", "T")}Z`) }))
      .filter(({ at }) => at.toDateString() === today)
      .map((call) => ({ ...call, name: partyOf(call), note: noteOf(call.callId) }));
    part("no-history").hidden = items.length > 0;
    showItems(part("history"), items, (call) => historyItem(call, offer));
  };

  field.addEventListener("input", () => {
    keepNote(noted, field.value);
    show();
  });

  return {
    /** Shows the list of GetCallLogsAsync. */
    show(list) {
      calls = list;
      show();
    },
    /** The call whose note can be edited: the current one, or the last. */
    take(call) {
      part("note-card").hidden = call === null;
      if (call === null) {
        return;
      }
      part("note-about").textContent = partyOf(call);
      if (call.id !== noted) {
        noted = call.id;
        field.value = noteOf(noted);
      }
    },
  };
}

function historyItem({ callId, number, city, direction, callType, at, answered, duration: seconds, name, note }, offer) {
  const outgoing = direction === "Outbound";
  const missed = !answered;
  const back = element(
    "button",
    { type: "button", class: "button quiet small", "aria-label": text("callBack", name), "data-testid": "history-call" },
    icon("phone"),
  );
  back.addEventListener("click", () => offer(number));
  const facts = [
    colleagueAt(number)?.agentId ?? cityOf({ city: city ?? "" }),
    callType !== "OtherIn" && text(`type.${callType}`),
    missed ? text(outgoing ? "unanswered" : "missed") : duration(seconds * 1000),
  ];
  return element(
    "li",
    { "data-testid": "history-item", "data-call": callId, ...(missed && { "data-missed": "" }) },
    element("span", { class: "history-direction", role: "img", "aria-label": text(`direction.${direction}`) }, icon(outgoing ? "outgoing" : "incoming")),
    element(
      "div",
      { class: "history-who" },
      element("span", { class: "number" }, name),
      element("span", { class: "hint" }, facts.filter(Boolean).join(" · ")),
      ...(note ? [element("p", { class: "history-note", "data-testid": "history-note" }, note)] : []),
    ),
    element("time", { datetime: at.toISOString() }, at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })),
    // Colleagues are not called by number.
    ...(colleagueAt(number) ? [element("span", { class: "history-gap" })] : [back]),
  );
}
