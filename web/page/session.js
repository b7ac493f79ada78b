import { language } from "./texts.js";

/** The sandbox's tenant. */
const appId = "00000000-0000-4000-8000-000000000001";

/** Every event that the SDK raises. */
const eventNames = [
  "Connecting",
  "Connected",
  "Disconnected",
  "NeedManualConnect",
  "Ready",
  "GetState",
  "AgentStateChanged",
  "PhoneModeChanged",
  "PhoneStateChanged",
  "AdvancedCallStatusChanged",
  "ServiceInitiated",
  "Originated",
  "Delivered",
  "Established",
  "Held",
  "Retrieved",
  "Conferenced",
  "Transferred",
  "ConnectionCleared",
  "CallFailed",
];

/** Makes the SDK's instance of an agent, which is told to connect later on. Each event goes to heard(name, resp). */
export function openSession(agentId, heard) {
  class AppDataProvider extends UdeskCCPaasApiClass.AppDataProvider {
    async GetToken() {
      const response = await fetch(`/token?AgentId=${encodeURIComponent(agentId)}`);
      if (!response.ok) {
        throw new Error(`/token answered with HTTP ${response.status}`);
      }
      return (await response.json()).data;
    }
  }

  const sdk = new UdeskCCPaasApiClass({
    AgentId: agentId,
    AppId: appId,
    AppDataProvider: new AppDataProvider(),
    Domain: `${location.origin.replace(/^http/, "ws")}/ws`,
    HttpDomain: `${location.origin}/backend`,
    AutoConnect: false,
    LanguageCode: language,
    Log: ({ message }, type) => console[type](message),
  });
  for (const name of eventNames) {
    sdk.on(name, (resp) => heard(name, resp));
  }
  return sdk;
}
