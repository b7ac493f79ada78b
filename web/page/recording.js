// What the SDK's own flight recording has behind an event.

/** The kinds of entry that tell what something led to, not what it came from. */
const effects = ["event", "state", "settled", "note"];

/** A frame leads to its events at once; what comes later, in microseconds, has another cause: a timer. */
const atOnce = 50_000;

/** How often an export is repeated because events arrived meanwhile. */
const tries = 20;

/**
 * Finds the entry of the recording that an event came from. names are the events that the page heard from the
 * instance so far, and go on to grow; index is the event's place among them. Resolves to {frame} where a frame of the
 * gateway is behind it, {entry} where something else is, and {} where the recording no longer holds it.
 */
export async function causeOf(sdk, names, index) {
  for (let i = 0; i < tries; i++) {
    const heard = names.length;
    const recording = await sdk.ExportLog();
    // Only while nothing happens do the recording's last event and the page's last event match for sure.
    if (names.length === heard) {
      return find(eventsOf(recording), heard - index, names[index]);
    }
  }
  return {};
}

function find(events, fromEnd, name) {
  const event = events.at(-fromEnd);
  if (event?.name !== name || !event.cause) {
    return {};
  }
  const { Kind, Frame, T } = event.cause;
  return Kind === "in" && Frame && event.at - T < atOnce ? { frame: Frame } : { entry: event.cause };
}

/** The recording's events in order, each with the entry before it that is no effect itself. */
function eventsOf(recording) {
  const [, ...lines] = recording.trim().split("\n");
  const events = [];
  let cause = null;
  for (const line of lines) {
    const entry = JSON.parse(line);
    if (entry.Kind === "event") {
      events.push(...entry.Text.split(" ").map((name) => ({ name, cause, at: entry.T })));
    } else if (!effects.includes(entry.Kind)) {
      cause = entry;
    }
  }
  return events;
}
