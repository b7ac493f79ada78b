import { showActions } from "./call_actions.js";
import { ringsIn } from "./call.js";
import { countFrom, stopAt } from "./duration.js";
import { part } from "./element.js";
import { colleagueAt } from "./names.js";
import { text, textOr } from "./texts.js";

/**
 * Shows the call on its card. A call that rings at the agent is not shown here but on the incoming card. phone is
 * {web, muted}; the buttons call perform(method, callId), askTarget(purpose) and
 * setMuted(muted).
 */
export function showCall(call, phone, whatToDo) {
  const rings = ringsIn(call);
  part("call-card").hidden = rings;
  part("no-call").hidden = call !== null;
  part("call").hidden = call === null;
  if (call === null || rings) {
    stopAt(part("call-duration"));
    return;
  }
  showParty("call", call);
  part("call").dataset.phase = phaseOf(call);
  part("call-direction").textContent = text(`direction.${call.direction}`);
  part("call-type").textContent = text(`type.${call.type}`);
  part("call-status").textContent = statusOf(call);
  showOther(call.other);
  showActions(part("call-actions"), call, phone, whatToDo);
  if (call.endedAt) {
    stopAt(part("call-duration"), call.endedAt - call.since);
  } else {
    countFrom(part("call-duration"), call.since);
  }
}

/** Announces a change of the call to screen readers. */
export function announceCall(call) {
  const said = call.other ?? call;
  part("announcement").textContent = text("announcement", text(`direction.${call.direction}`), partyOf(said), statusOf(said));
}

/** Sets whether the buttons of the call can be used: they need the connection. */
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

/** Shows who somebody is, and where: the city of a customer, the id of a colleague. */
export function showParty(prefix, party) {
  part(`${prefix}-party`).textContent = partyOf(party);
  part(`${prefix}-city`).textContent = colleagueAt(party.number)?.agentId ?? cityOf(party);
}

/** A colleague's name, or the number. */
export function partyOf({ number }) {
  return colleagueAt(number)?.name ?? (number || text("unknownParty"));
}

/** The city in the page's language, if the page has it. */
export function cityOf({ city }) {
  return textOr(`city.${city}`, city);
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
