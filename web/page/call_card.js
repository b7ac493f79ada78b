import { showActions } from "./call_actions.js";
import { ringsIn } from "./call.js";
import { countFrom, stopAt } from "./duration.js";
import { part } from "./element.js";
import { text } from "./texts.js";

/** Shows the call on its card and, while it rings at the agent, in the pop and in the page's title. */
export function showCall(call, perform) {
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
  part("call-status").textContent = text(`status.${call.event}`);
  showActions(part("call-actions"), call, "action", perform);
  if (call.endedAt) {
    stopAt(part("call-duration"), call.endedAt - call.since);
  } else {
    countFrom(part("call-duration"), call.since);
  }
  if (ringsIn(call)) {
    showParty("incoming", call);
    showActions(part("incoming-actions"), call, "incoming", perform);
  }
}

/** Says a change of the call aloud, to who cannot see it. */
export function announceCall(call) {
  part("announcement").textContent = text(
    "announcement",
    text(`direction.${call.direction}`),
    partyOf(call),
    text(`status.${call.event}`),
  );
}

/** Whether the buttons of the call do anything: they need the connection. */
export function enableCall(on) {
  part("call-actions").disabled = !on;
  part("incoming-actions").disabled = !on;
}

function showParty(prefix, call) {
  part(`${prefix}-party`).textContent = partyOf(call);
  part(`${prefix}-city`).textContent = call.city;
}

function partyOf(call) {
  return call.number || text("unknownParty");
}

function phaseOf(call) {
  if (call.endedAt) {
    return "ended";
  }
  return call.event === "Held" ? "held" : call.talks ? "talking" : "ringing";
}
