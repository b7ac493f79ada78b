// Puts the page together: what a person does goes to the SDK, what the SDK raises goes to the parts of the page.

import { showAgentBar } from "./agent_bar.js";
import { callAfter, callOfState } from "./call.js";
import { announceCall, enableCall, showCall } from "./call_card.js";
import { showConnection, showLanguage } from "./connection.js";
import { showCustomer } from "./customer.js";
import { showDial } from "./dial.js";
import { part } from "./element.js";
import { showEventList } from "./event_list.js";
import { openSession } from "./session.js";
import { fillTexts, language, text } from "./texts.js";
import { attempt, toast } from "./toasts.js";

let sdk = null;
// Whether a person wants the connection: while he does, the SDK opens a lost one again.
let wanted = false;
let call = null;

fillTexts();
document.title = text("title");
showLanguage(language);
const events = showEventList();
const connection = showConnection({ connect, disconnect, leave });
const agentBar = showAgentBar({
  setState: (state, reason) => attempt(() => sdk.SetAgentStateAsync(state, reason)),
  setPhoneMode: (mode) => attempt(() => sdk.SetPhoneModeAsync(mode)),
});
const dial = showDial((number) => attempt(() => sdk.MakeCallAsync(number)));
showCustomer({ agentId: () => connection.agentId, callId: () => (call && !call.endedAt ? call.id : "") });
showConnectionState();
const sdkIsThere = "UdeskCCPaasApiClass" in window;
part("sdk-missing").hidden = sdkIsThere;
part("connect").disabled = !sdkIsThere;

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
}

async function offerChoices() {
  const [states, modes] = await Promise.all([sdk.GetAgentStatesAsync(), sdk.GetPhoneModesAsync()]);
  agentBar.offer(states.Data, modes.Data);
}

function perform(method, callId) {
  return attempt(() => sdk[method]({ CallId: callId }));
}

function heard(name, resp) {
  events.add(name, resp);
  reactions[name]?.(resp, name);
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
  Ready: () => attempt(offerChoices),
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
  const changed = next !== null && (next.id !== call?.id || next.event !== call.event);
  call = next;
  showCall(call, perform);
  if (changed) {
    announceCall(call);
  }
}

/** Shows how the connection is, and lets a person do what needs one only while it is up. */
function showConnectionState() {
  const up = sdk?.connectState === "connected";
  const state = up ? "connected" : wanted ? "connecting" : "disconnected";
  connection.show(state);
  document.body.dataset.connection = state;
  agentBar.enable(up);
  dial.enable(up);
  enableCall(up);
}
