// The sandbox's control API: the actions of customers, the faults, and the platform's state. None of it goes through
// the SDK.

/** The platform's agents and calls now. */
export const getState = () => ask("GET", "state");

/** Makes the customer at the number call: target is {AgentId} or {QueueId}. */
export const customerCalls = (target, number) => ask("POST", "calls", { ...target, From: number });
export const customerAnswers = (callId) => ask("POST", `calls/${encodeURIComponent(callId)}/answer`);
export const customerHangsUp = (callId) => ask("POST", `calls/${encodeURIComponent(callId)}/hangup`);
/** Makes the sandbox simulate that agent, or stop. A simulated agent answers every call. */
export const colleagueComes = (agentId) => ask("PUT", `colleagues/${encodeURIComponent(agentId)}`);
export const colleagueLeaves = (agentId) => ask("DELETE", `colleagues/${encodeURIComponent(agentId)}`);

/** The frames between the agent's page and the gateway. */
export const getFrames = async (agentId) => (await ask("GET", `frames?AgentId=${encodeURIComponent(agentId)}`)).Frames;
export const reset = () => ask("POST", "reset");

/** The possible faults, each with its members. */
export const getFaultForms = async () => (await ask("GET", "faults/forms")).Faults;

/** The pending faults. */
export const getFaults = async () => (await ask("GET", "faults")).Faults;
export const placeFault = (fault) => ask("POST", "faults", fault);
export const clearFaults = (agentId) => ask("DELETE", `faults?AgentId=${encodeURIComponent(agentId)}`);

/** Resolves to the answer's JSON, or null without any; rejects with the Code and the message of a refusal. */
async function ask(method, path, body) {
  const response = await fetch(`/sandbox/${path}`, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (!response.ok) {
    throw Object.assign(new Error(answer.Error), { Code: answer.Code });
  }
  return answer;
}

const interval = 1000;

/**
 * Calls show(state, faults) now, every second while the page is visible, and soon after the returned function is called.
 * While the sandbox does not answer, the shown state stays.
 */
export function watchSandbox(show) {
  let timer;
  let looking = false;
  let again = false;
  const look = async () => {
    if (looking) {
      again = true;
      return;
    }
    clearTimeout(timer);
    looking = true;
    again = false;
    try {
      if (!document.hidden) {
        show(...(await Promise.all([getState(), getFaults()])));
      }
    } catch (unanswered) {
      // The SDK reports that the server is gone.
    }
    looking = false;
    timer = setTimeout(look, again ? 0 : interval);
  };
  look();
  return look;
}
