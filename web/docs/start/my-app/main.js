// my-app/main.js
import { AppDataProvider, UdeskCCPaasApiClass } from "@ccpaas/browser-sdk";

class Provider extends AppDataProvider {
  async GetToken() {
    const response = await fetch("/token?AgentId=1001"); // your backend
    return (await response.json()).data; // { appId, timestamp, token }
  }
}
const instance = new UdeskCCPaasApiClass({
  AgentId: "1001",
  AppId: "00000000-0000-4000-8000-000000000001",
  AppDataProvider: new Provider(),
  Domain: `ws://${location.host}/ws`, // your gateway
  HttpDomain: `${location.origin}/backend`,
  LanguageCode: "en-US",
});

const show = (role, text) => {
  document.querySelector(`[role=${role}]`).textContent = text;
};
const tell = (promise) => {
  show("alert", "");
  promise.catch((error) => show("alert", error.Message));
};
let callId;
instance.on("Ready", ({ Data }) => show("status", Data[0].CurState));
instance.on("AgentStateChanged", ({ Data }) => show("status", Data[0].CurState));
instance.on("AdvancedCallStatusChanged", ({ Data }) => {
  callId = Data.CallID;
});
instance.on("Delivered", ({ Data }) => show("status", `${Data.CustomerInfo.TelNumber} rings`));
document.querySelector("form").onsubmit = (event) => {
  event.preventDefault();
  tell(instance.MakeCallAsync(event.target.number.value));
};
document.querySelector("#answer").onclick = () => tell(instance.AnswerAsync());
document.querySelector("#hangup").onclick = () => tell(instance.HangupAsync(callId));
tell(instance.SetAgentStateAsync("idle"));
