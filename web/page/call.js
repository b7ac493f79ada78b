/** Events after which a call may be over. */
const last = ["ConnectionCleared", "Transferred", "CallFailed"];

/** Events during which nobody talks yet. */
const ringing = ["Delivered", "Originated", "ServiceInitiated"];

/**
 * The agent's call after an event: what the event's Data says, and since when. previous is the call before the
 * event, null without one; at is when it began to be so.
 */
export function callAfter(previous, event, data, at) {
  const known = previous?.id === data.CallID ? previous : null;
  // The server may send "" instead of an object.
  const authority = data.CallAuthority || {};
  // A consultation and a third party end with the same event as the call, but then something stays allowed.
  const over = last.includes(event) && !Object.values(authority).some(Boolean);
  const talks = over ? Boolean(known?.talks) : !ringing.includes(event);
  return {
    id: data.CallID,
    event,
    direction: data.CallDirection,
    number: data.CustomerInfo?.TelNumber ?? "",
    city: data.CustomerInfo?.City ?? "",
    authority,
    talks,
    since: known && known.talks === talks ? known.since : at,
    endedAt: over ? (known?.endedAt ?? at) : null,
  };
}

/** The call as GetState tells it, null without one: what the page goes by after it was loaded or reconnected. */
export function callOfState(previous, state, at) {
  if (state.CallID && state.AdvancedCallStatus) {
    return callAfter(previous, state.AdvancedCallStatus, state, startOf(state.StartTime) ?? at);
  }
  // What ended while nobody listened.
  return previous && !previous.endedAt ? { ...previous, event: "ConnectionCleared", authority: {}, endedAt: at } : previous;
}

/** StartTime is read as UTC, which is what the sandbox sends. */
function startOf(startTime) {
  const start = Date.parse(`${startTime.replace(" ", "T")}Z`);
  return Number.isNaN(start) ? undefined : start;
}

/** Whether the call rings at the agent. */
export function ringsIn(call) {
  return call !== null && !call.endedAt && call.event === "Delivered";
}
