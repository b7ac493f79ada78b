// What the page does with the sample's instance: it shows the state, dials, answers and hangs up.
const agent = UdeskCCPaasApiClassInstance;
const element = (id) => document.getElementById(id);
let call = {};

function show() {
  const { connectState, agentState } = agent;
  const inCall = agentState === "ringing" || agentState === "talking";
  const status = inCall ? call.AdvancedCallStatus : "";
  const customer = inCall && call.CustomerInfo ? call.CustomerInfo.TelNumber : "";
  element("status").textContent = [connectState, agentState, status, customer].filter(Boolean).join(", ");
  element("answer").disabled = status !== "Delivered";
  element("hangup").disabled = !inCall;
}

/** Shows why a promise was rejected. */
function tell(promise) {
  element("alert").textContent = "";
  promise.catch((error) => (element("alert").textContent = error.Message));
}

agent.on("Ready", () => tell(agent.SetAgentStateAsync("idle")));
agent.on("AdvancedCallStatusChanged", (resp) => (call = resp.Data));
for (const name of ["Connecting", "Connected", "Disconnected", "AgentStateChanged", "PhoneStateChanged", "AdvancedCallStatusChanged"]) {
  agent.on(name, show);
}

element("dial").addEventListener("submit", (event) => {
  event.preventDefault();
  tell(agent.MakeCallAsync(event.target.elements.number.value));
});
element("answer").addEventListener("click", () => tell(agent.AnswerAsync()));
element("hangup").addEventListener("click", () => tell(agent.HangupAsync(call.CallID)));
show();
