// Puts the page together: what a person does goes to the SDK, what the SDK raises goes to the parts of the page.

import { showAgentBar } from "./agent_bar.js";
import { callAfter, callOfState } from "./call.js";
import { announceCall, enableCall, showCall } from "./call_card.js";
import { showConnection, showLanguage } from "./connection.js";
import { showCustomer } from "./customer.js";
import { part } from "./element.js";
import { showEventList } from "./event_list.js";
import { showHistory } from "./history.js";
import { showIncoming } from "./incoming.js";
import { learnColleagues } from "./names.js";
import { showFaults, showNetwork } from "./network.js";
import { showPad } from "./pad.js";
import { openPicture } from "./picture.js";
import { colleagueComes, colleagueLeaves, getState, watchSandbox } from "./sandbox.js";
import { saveText } from "./save.js";
import { openSession } from "./session.js";
import { showTabs } from "./tabs.js";
import { showTargets } from "./targets.js";
import { showTeam } from "./team.js";
import { fillTexts, language, text } from "./texts.js";
import { attempt, toast } from "./toasts.js";
import { showTools } from "./tools.js";
import { showPhoneCheck } from "./phone_check.js";
import { showWebPhone, webrtc } from "./web_phone.js";
import { showWire } from "./wire.js";

let sdk = null;
// Whether a person wants the connection: while they do, the SDK opens a lost one again.
let wanted = false;
let call = null;
let muted = false;

fillTexts();
document.title = text("title");
showLanguage(language);
const agentId = () => connection.agentId;
const thenLook = async (step) => {
  await attempt(step);
  look();
};
const bring = (id) => thenLook(() => colleagueComes(id));
const makeCall = (number) => attempt(() => sdk.MakeCallAsync(number));
const whatToDo = {
  perform: (method, callId) => attempt(() => sdk[method]({ CallId: callId })),
  askTarget: (purpose) => targets.open(purpose, call.id),
  setMuted,
};

const events = showEventList({ save: () => attempt(saveRecording), picture: () => attempt(async () => openPicture(await sdk.ExportLog())) });
const agentBar = showAgentBar({
  setState: (state, reason) => attempt(() => sdk.SetAgentStateAsync(state, reason)),
  setPhoneMode: (mode) => attempt(() => sdk.SetPhoneModeAsync(mode)),
  setWrapUp: (seconds) => attempt(() => sdk.SetWrapUpTimeAsync({ InWrapUpTime: seconds, OutWrapUpTime: seconds })),
  endWrapUp: () => attempt(() => sdk.SetWrapUpTimeEndAsync()),
});
const pad = showPad({
  dial: makeCall,
  sendTone: (key) => attempt(() => sdk.SendDtmfAsync({ CallId: call.id, Digits: key })),
});
const history = showHistory({ offer: pad.offer });
const incoming = showIncoming(whatToDo, () => call);
const targets = showTargets({ sdk: () => sdk, own: agentId, bring });
const webPhone = showWebPhone({ sdk: () => sdk });
const phoneCheck = showPhoneCheck({ sdk: () => sdk });
const team = showTeam({
  supervise: (method, options) => attempt(() => sdk[method](options)),
  bring,
  send: (id) => thenLook(() => colleagueLeaves(id)),
});
const tabs = showTabs({ sdk: () => sdk, changed: leave });
const connection = showConnection((await getState()).Agents, { connect, disconnect, leave });
const look = watchSandbox((state, faults) => {
  team.show(state, agentId());
  customer.show(state);
  showFaults(faults, agentId());
  return showWire(agentId());
});
showTools(look);
const customer = showCustomer({ agentId, look, dial: makeCall });
part("try-incoming").addEventListener("click", callFromCustomer);
const sdkIsThere = "UdeskCCPaasApiClass" in window;
part("sdk-missing").hidden = sdkIsThere;
part("connect").disabled = !sdkIsThere;
showConnectionState();
// The page was hidden until now, so that nothing moves while it is filled.
document.body.dataset.filled = "";
await showNetwork({ agentId, look });
if (sdkIsThere && connection.asked) {
  connect();
}

/** Connects the chosen agent. */
async function connect() {
  sdk ??= openSession(agentId(), tabs.shared, heard);
  tabs.showLink();
  want(true);
  if (!(await attempt(() => sdk.ConnectAsync()))) {
    disconnect();
  }
}

function disconnect() {
  sdk?.Disconnect();
  want(false);
}

function want(connected) {
  wanted = connected;
  showConnectionState();
}

/** Ends the session of the agent who was chosen before. */
function leave() {
  sdk?.Destroy();
  sdk = null;
  showNext(null);
  agentBar.forget();
  history.show([]);
  look();
}

/** Lets a customer call: for that the agent has to be idle. */
async function callFromCustomer() {
  if (sdk.agentState === "idle" || (await attempt(() => sdk.SetAgentStateAsync("idle")))) {
    customer.callIn();
  }
}

async function setMuted(now) {
  const method = now ? "MuteAsync" : "UnmuteAsync";
  if (await attempt(() => sdk[method]({ CallId: call.id }))) {
    muted = now;
    show();
  }
}

/** Offers the choices that come from the gateway. */
async function offerChoices() {
  const [states, modes] = await Promise.all([sdk.GetAgentStatesAsync(), sdk.GetPhoneModesAsync()]);
  agentBar.offer(states.Data, modes.Data);
}

/** Offers the choices that come from the HTTP backend. */
async function offerSettings() {
  const [wrapUp, queues, agents] = await Promise.all([sdk.GetWrapUpTimeAsync(), sdk.GetQueuesAgentsAsync(), sdk.GetOtherAgentsAsync()]);
  agentBar.showWrapUp(wrapUp.Data.WrapUpTime);
  customer.offerQueues(queues.Data);
  learnColleagues(agents.Data);
  show();
  await offerHistory();
}

async function offerHistory() {
  history.show((await sdk.GetCallLogsAsync()).Data);
}

async function saveRecording() {
  saveText(`recording-${agentId()}.jsonl`, await sdk.ExportLog());
}

function heard(name, resp, findCause) {
  // It is raised every second, and would push all other events out of the list.
  if (name === "CallQuality") {
    webPhone.showQuality(resp.Data);
    return;
  }
  events.add(name, resp, findCause);
  reactions[name]?.(resp, name);
  show();
  look();
}

const reactions = {
  // With a shared connection, another tab may have asked for it, or ended it.
  Connecting: () => want(true),
  Connected: () => want(true),
  Disconnected: ({ Data }) => want(Data.Retrying),
  TabRoleChanged: () => tabs.show(),
  NeedManualConnect({ Data }) {
    want(false);
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

/** Takes the current call, and announces it if the call or its status changed. */
function showNext(next) {
  const changed = next !== null && (next.id !== call?.id || next.event !== call.event || next.other?.event !== call.other?.event);
  const ended = next?.endedAt && !call?.endedAt;
  // A new call begins unmuted.
  if (next?.id !== call?.id || !next?.talks || next.endedAt) {
    muted = false;
  }
  call = next;
  show();
  if (changed) {
    announceCall(call);
  }
  if (ended && sdk?.connectState === "connected") {
    attempt(offerHistory);
  }
}

/** Shows the call in all parts of the page. */
function show() {
  const mode = sdk?.phoneMode ?? "";
  const web = mode === webrtc;
  showCall(call, { web, muted }, whatToDo);
  incoming.show(call);
  pad.show(call, web);
  history.take(call);
  targets.keep(call);
  webPhone.show(mode, call);
  enableTeam();
}

/** A supervisor supervises one call at a time. */
function enableTeam() {
  team.enable(sdk?.connectState === "connected" && (call === null || call.endedAt !== null));
}

/** Shows the state of the connection, and enables what needs one. */
function showConnectionState() {
  const up = sdk?.connectState === "connected";
  const state = up ? "connected" : wanted ? "connecting" : "disconnected";
  connection.show(state);
  tabs.enable(state === "disconnected");
  document.body.dataset.connection = state;
  agentBar.enable(up);
  pad.enable(up);
  customer.enable(up);
  enableTeam();
  enableCall(up);
  webPhone.enable(up);
  phoneCheck.enable(up);
  part("events-save").disabled = part("events-picture").disabled = sdk === null;
}
