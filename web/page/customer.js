import { part } from "./element.js";
import { text } from "./texts.js";
import { attempt } from "./toasts.js";

/** The panel that plays the customer through the sandbox's control API. The functions say whom it calls and in which call. */
export function showCustomer({ agentId, callId }) {
  part("customer-form").addEventListener("submit", (event) => {
    event.preventDefault();
    drive("calls", { AgentId: agentId(), From: part("customer-number").value.trim() });
  });
  part("customer-answer").addEventListener("click", () => driveCall("answer"));
  part("customer-hangup").addEventListener("click", () => driveCall("hangup"));
  part("sandbox-reset").addEventListener("click", () => drive("reset"));

  const driveCall = (verb) =>
    attempt(async () => {
      if (!callId()) {
        throw new Error(text("noCallToDrive"));
      }
      await post(`calls/${encodeURIComponent(callId())}/${verb}`);
    });
  const drive = (path, body) => attempt(() => post(path, body));
}

/** Posts to the control API; rejects with the Code and the message of a refusal. */
async function post(path, body) {
  const response = await fetch(`/sandbox/${path}`, {
    method: "POST",
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    const { Code, Error: message } = await response.json();
    throw Object.assign(new Error(message), { Code });
  }
}
