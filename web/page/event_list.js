import { element, part } from "./element.js";

const most = 200;

/** The list of what the SDK raised, the newest on top. */
export function showEventList() {
  const list = part("events");
  const empty = () => (part("no-events").hidden = list.children.length > 0);

  part("events-clear").addEventListener("click", () => {
    list.replaceChildren();
    empty();
  });
  empty();

  return {
    add(name, resp) {
      const at = new Date();
      const time = element("time", { datetime: at.toISOString() }, `${clock(at)}`);
      const details = element(
        "details",
        {},
        element(
          "summary",
          {},
          element("span", { class: "event-name", "data-testid": "event-name" }, name),
          element("span", { class: "event-gist" }, gistOf(resp.Data)),
          time,
        ),
        element("pre", { "data-testid": "event-data" }, JSON.stringify(resp.Data, null, 2) ?? "undefined"),
      );
      list.prepend(element("li", { "data-testid": "event", "data-event": name }, details));
      if (list.children.length > most) {
        list.lastElementChild.remove();
      }
      empty();
    },
  };
}

/** The one thing worth seeing without opening the event. */
function gistOf(data) {
  if (!data) {
    return "";
  }
  if (data.OldState) {
    return `${data.OldState} → ${data.CurState}`;
  }
  const phoneMode = data.CurMode ? undefined : data.CurContact;
  return data.Reason ?? data.CustomerInfo?.TelNumber ?? phoneMode ?? data.CurState ?? "";
}

/** The time of day to the millisecond. */
function clock(at) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, "0")}`;
}
