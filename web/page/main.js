// Puts the page together: what a person does goes to the SDK, what the SDK raises goes to the parts of the page.

import { showAgentBar } from "./agent_bar.js";
import { callAfter, callOfState } from "./call.js";
import { announceCall, enableCall, showCall } from "./call_card.js";
import { showConnection, showLanguage } from "./connection.js";
import { showCustomer } from "./customer.js";
import { showDial } from "./dial.js";
import { part } from "./element.js";
import { showEventList } from "./event_list.js";
import { showFaults, showNetwork } from "./network.js";
import { getState, watchSandbox } from "./sandbox.js";
import { saveText } from "./save.js";
import { openSession } from "./session.js";
import { showTargets } from "./targets.js";
import { showTeam } from "./team.js";
import { fillTexts, language, text } from "./texts.js";
import { attempt, toast } from "./toasts.js";
import { showWebPhone } from "./web_phone.js";

let sdk = null;
// Whether a person wants the connection: while he does, the SDK opens a lost one again.
let wanted = false;
let call = null;

fillTexts();
document.title = text("title");
showLanguage(language);
const events = showEventList({ save: () => attempt(saveRecording) });
const agentBar = showAgentBar({
  setState: (state, reason) => attempt(() => sdk.SetAgentStateAsync(state, reason)),
  setPhoneMode: (mode) => attempt(() => sdk.SetPhoneModeAsync(mode)),
  setWrapUp: (seconds) => attempt(() => sdk.SetWrapUpTimeAsync({ InWrapUpTime: seconds, OutWrapUpTime: seconds })),
  endWrapUp: () => attempt(() => sdk.SetWrapUpTimeEndAsync()),
});
const dial = showDial((number) => attempt(() => sdk.MakeCallAsync(number)));
const targets = showTargets({ sdk: () => sdk, own: () => connection.agentId });
const webPhone = showWebPhone({ sdk: () => sdk });
const team = showTeam({ supervise: (method, options) => attempt(() => sdk[method](options)) });
const connection = showConnection((await getState()).Agents, { connect, disconnect, leave });
const look = watchSandbox((state, faults) => {
  team.show(state, connection.agentId);
  customer.show(state);
  showFaults(faults, connection.agentId);
});
const sandbox = { agentId: () => connection.agentId, look };
const customer = showCustomer(sandbox);
const whatToDo = {
  perform: (method, callId) => attempt(() => sdk[method]({ CallId: callId })),
  askWhom: (purpose) => targets.open(purpose, call.id),
};
const sdkIsThere = "UdeskCCPaasApiClass" in window;
part("sdk-missing").hidden = sdkIsThere;
part("connect").disabled = !sdkIsThere;
showConnectionState();
await showNetwork(sandbox);

/** Connects the chosen agent. */
async function connect() {
  sdk ??= openSession(connection.agentId, heard);
  wanted = true;
  showConnectionState();
  if (!(await attempt(() => sdk.ConnectAsync()))) {
    disconnect();
  }
}

function disconnect() {
  wanted = false;
  sdk?.Disconnect();
  showConnectionState();
}

/** Lets go of the agent who was chosen before. */
function leave() {
  sdk?.Destroy();
  sdk = null;
  showNext(null);
  agentBar.forget();
  webPhone.show("", null);
  look();
}

/** Offers what the gateway has to choose from. */
async function offerChoices() {
  const [states, modes] = await Promise.all([sdk.GetAgentStatesAsync(), sdk.GetPhoneModesAsync()]);
  agentBar.offer(states.Data, modes.Data);
}

/** Offers what the HTTP backend has to choose from. */
async function offerSettings() {
  const [wrapUp, queues] = await Promise.all([sdk.GetWrapUpTimeAsync(), sdk.GetQueuesAgentsAsync()]);
  agentBar.showWrapUp(wrapUp.Data.WrapUpTime);
  customer.offerQueues(queues.Data);
}

async function saveRecording() {
  saveText(`recording-${connection.agentId}.jsonl`, await sdk.ExportLog());
}

function heard(name, resp, findCause) {
  // It comes every second, and would push everything else out of the list.
  if (name === "CallQuality") {
    webPhone.showQuality(resp.Data);
    return;
  }
  events.add(name, resp, findCause);
  reactions[name]?.(resp, name);
  webPhone.show(sdk.phoneMode, call);
  look();
}

const reactions = {
  Connecting: () => showConnectionState(),
  Connected: () => showConnectionState(),
  Disconnected: () => showConnectionState(),
  NeedManualConnect({ Data }) {
    wanted = false;
    showConnectionState();
    toast(text(Data.Reason === "kicked" ? "kicked" : "connectByHand"));
  },
  Ready() {
    attempt(offerChoices);
    attempt(offerSettings);
  },
  GetState({ Data }) {
    agentBar.showState(Data.CurState, Data.CurSubStateId);
    agentBar.showPhoneMode(Data.CurMode);
    agentBar.showPhoneState(Data.CurExtState);
    showNext(callOfState(call, Data, Date.now()));
  },
  AgentStateChanged: ({ Data: [{ CurState, CurStateSubId }] }) => agentBar.showState(CurState, CurStateSubId),
  PhoneModeChanged({ Data: [{ CurContact, CurExtState }] }) {
    agentBar.showPhoneMode(CurContact);
    agentBar.showPhoneState(CurExtState);
  },
  PhoneStateChanged: ({ Data: [{ CurState }] }) => agentBar.showPhoneState(CurState),
  ServiceInitiated: heardOfCall,
  Originated: heardOfCall,
  Delivered: heardOfCall,
  Established: heardOfCall,
  Held: heardOfCall,
  Retrieved: heardOfCall,
  Conferenced: heardOfCall,
  Transferred: heardOfCall,
  ConnectionCleared: heardOfCall,
  CallFailed(resp, name) {
    heardOfCall(resp, name);
    toast(resp.Message, resp.Code);
  },
};

function heardOfCall({ Data }, name) {
  showNext(callAfter(call, name, Data, Date.now()));
}

/** Shows the call anew, and says so where it has become another or its status is another. */
function showNext(next) {
  const changed = next !== null && (next.id !== call?.id || next.event !== call.event || next.other?.event !== call.other?.event);
  call = next;
  showCall(call, whatToDo);
  targets.keep(call);
  enableTeam();
  if (changed) {
    announceCall(call);
  }
}

/** A supervisor supervises one call at a time. */
function enableTeam() {
  team.enable(sdk?.connectState === "connected" && (call === null || call.endedAt !== null));
}

/** Shows how the connection is, and lets a person do what needs one only while it is up. */
function showConnectionState() {
  const up = sdk?.connectState === "connected";
  const state = up ? "connected" : wanted ? "connecting" : "disconnected";
  connection.show(state);
  document.body.dataset.connection = state;
  agentBar.enable(up);
  dial.enable(up);
  enableTeam();
  enableCall(up);
  webPhone.enable(up);
  part("events-save").disabled = sdk === null;
}
