import { showActions } from "./call_actions.js";
import { ringsIn } from "./call.js";
import { countFrom, stopAt } from "./duration.js";
import { part } from "./element.js";
import { text } from "./texts.js";

/**
 * Shows the call on its card and, while it rings at the agent, in the pop and in the page's title. What its buttons
 * do is told by the functions perform(method, callId) and askWhom(purpose).
 */
export function showCall(call, whatToDo) {
  part("no-call").hidden = call !== null;
  part("call").hidden = call === null;
  part("incoming").hidden = !ringsIn(call);
  document.title = ringsIn(call) ? `${text("incoming")}: ${partyOf(call)}` : text("title");
  if (call === null) {
    return;
  }
  showParty("call", call);
  part("call").dataset.phase = phaseOf(call);
  part("call-direction").textContent = text(`direction.${call.direction}`);
  part("call-type").textContent = text(`type.${call.type}`);
  part("call-status").textContent = statusOf(call);
  showOther(call.other);
  showActions(part("call-actions"), call, "action", whatToDo);
  if (call.endedAt) {
    stopAt(part("call-duration"), call.endedAt - call.since);
  } else {
    countFrom(part("call-duration"), call.since);
  }
  if (ringsIn(call)) {
    showParty("incoming", call);
    showActions(part("incoming-actions"), call, "incoming", whatToDo);
  }
}

/** Says a change of the call aloud, to who cannot see it. */
export function announceCall(call) {
  const said = call.other ?? call;
  part("announcement").textContent = text("announcement", text(`direction.${call.direction}`), partyOf(said), statusOf(said));
}

/** Whether the buttons of the call do anything: they need the connection. */
export function enableCall(on) {
  part("call-actions").disabled = !on;
  part("incoming-actions").disabled = !on;
}

function showOther(other) {
  part("other").hidden = other === null;
  if (other === null) {
    stopAt(part("other-duration"));
    return;
  }
  showParty("other", other);
  part("other-type").textContent = text(`type.${other.type}`);
  part("other-status").textContent = statusOf(other);
  countFrom(part("other-duration"), other.since);
}

function showParty(prefix, party) {
  part(`${prefix}-party`).textContent = partyOf(party);
  part(`${prefix}-city`).textContent = party.city;
}

function partyOf(party) {
  return party.number || text("unknownParty");
}

function statusOf(party) {
  return text(`status.${party.event}`);
}

function phaseOf(call) {
  if (call.endedAt) {
    return "ended";
  }
  return call.event === "Held" ? "held" : call.talks ? "talking" : "ringing";
}
