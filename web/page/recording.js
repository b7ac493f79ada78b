// Finds the cause of an event in the SDK's own flight recording.

/** The kinds of entry that report effects, not causes. */
const effects = ["event", "state", "settled", "note"];

/** A frame causes its events at once; a later event, in microseconds, has another cause: a timer. */
const atOnce = 50_000;

/** How often an export is repeated because events arrived meanwhile. */
const tries = 20;

/**
 * Finds the entry of the recording that caused an event. names are the events that the page has received from the
 * instance so far, a growing list; index is the event's position in it. Resolves to {frame} if a frame of the gateway
 * caused it, to {entry} if something else did, and to {} if the recording no longer contains it.
 */
export async function causeOf(sdk, names, index) {
  for (let i = 0; i < tries; i++) {
    const heard = names.length;
    const recording = await sdk.ExportLog();
    // The recording's last event and the page's last event match for certain only while nothing happens.
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

/** The recording's events in order, each with the last entry before it that is not an effect. */
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
