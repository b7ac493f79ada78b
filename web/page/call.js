/** Events after which a call may be over. */
const last = ["ConnectionCleared", "Transferred", "CallFailed"];

/** Events during which nobody talks yet. */
const ringing = ["Delivered", "Originated", "ServiceInitiated"];

/**
 * The agent's call after an event, from the event's Data and its time. previous is the call before the
 * event, null without one; at is when this state began. A party that the agent adds, for a consultation or a three-way
 * call, is the call's other; its events have the call's CallID and their own channel.
 */
export function callAfter(previous, event, data, at) {
  // An agent who has left a call may join it again, on another channel.
  const goesOn = previous?.id === data.CallID && (!previous.endedAt || previous.channel === data.ChannelUUID);
  const known = goesOn ? previous : null;
  // The server may send "" instead of an object.
  const authority = data.CallAuthority || {};
  if (known && isOther(known, data.ChannelUUID)) {
    return withOther(known, event, data, authority, at);
  }
  // A third party ends with the same event as the call, but then some action stays allowed.
  const over = last.includes(event) && !Object.values(authority).some(Boolean);
  const talks = over ? Boolean(known?.talks) : !ringing.includes(event);
  return {
    id: data.CallID,
    channel: data.ChannelUUID,
    event,
    type: data.CallType,
    direction: data.CallDirection,
    ...customerOf(data),
    authority,
    talks,
    since: known && known.talks === talks ? known.since : at,
    endedAt: over ? (known?.endedAt ?? at) : null,
    other: over ? null : (known?.other ?? null),
  };
}

function isOther(call, channel) {
  return call.other?.channel === channel || (call.channel !== "" && call.channel !== channel);
}

function withOther(call, event, data, authority, at) {
  const gone = event === "ConnectionCleared";
  return {
    ...call,
    authority,
    event: gone && call.event === "Conferenced" ? "Retrieved" : call.event,
    other: gone ? null : { ...customerOf(data), channel: data.ChannelUUID, event, type: data.CallType, since: at },
  };
}

function customerOf({ CustomerInfo }) {
  return { number: CustomerInfo?.TelNumber ?? "", city: CustomerInfo?.City ?? "" };
}

/** The call of GetState, null without one. The page uses it after it has loaded or reconnected. */
export function callOfState(previous, state, at) {
  if (state.CallID && state.AdvancedCallStatus) {
    const since = startOf(state.StartTime) ?? at;
    const data = { ...state, ChannelUUID: state.Payload?.ChannelUUID };
    return callAfter(previous?.id === state.CallID ? previous : customerBehind(data, since), state.AdvancedCallStatus, data, since);
  }
  // The call ended while the page was not connected.
  return previous && !previous.endedAt
    ? { ...previous, event: "ConnectionCleared", authority: {}, endedAt: at, other: null }
    : previous;
}

/**
 * The call with the customer, if a page without that call gets an event of the party that its agent adds; null
 * otherwise. DestNumber is the customer's then too.
 */
function customerBehind(data, since) {
  const { AllowEndConsultation, AllowCancel } = data.CallAuthority || {};
  if (data.AdvancedCallStatus === "Conferenced" || !(AllowEndConsultation || AllowCancel)) {
    return null;
  }
  return {
    id: data.CallID,
    channel: "",
    event: AllowEndConsultation ? "Held" : "Established",
    type: "OtherIn",
    direction: data.WorkFlow === "in" ? "Inbound" : "Outbound",
    number: data.DestNumber,
    city: data.DestNumberLoc,
    talks: true,
    since,
    endedAt: null,
    other: { channel: data.ChannelUUID },
  };
}

/** StartTime is read as UTC, which the sandbox sends. */
function startOf(startTime) {
  const start = Date.parse(`${startTime.replace(" ", "T")}Z`);
  return Number.isNaN(start) ? undefined : start;
}

/** Whether the call rings at the agent. */
export function ringsIn(call) {
  return call !== null && !call.endedAt && call.event === "Delivered";
}
