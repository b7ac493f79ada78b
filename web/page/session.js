import { eventNames } from "./events.gen.js";
import { causeOf } from "./recording.js";
import { language } from "./texts.js";

/** The sandbox's tenant. */
const appId = "00000000-0000-4000-8000-000000000001";

/**
 * Makes the SDK's instance of an agent, which connects later; share has it share the connection with the agent's other tabs. Each event goes to
 * heard(name, resp, findCause); findCause() resolves to what the instance's recording has behind the event.
 */
export function openSession(agentId, share, heard) {
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
    // A sandbox that other machines reach may have no certificate; the page came the same way.
    AllowInsecure: location.protocol === "http:",
    AutoConnect: false,
    ShareConnection: share,
    LanguageCode: language,
    // The sandbox's customers are nobody, and frames are there to be read.
    RecordNumbers: true,
    Log: ({ message }, type) => console[type](message),
  });
  const names = [];
  for (const name of eventNames) {
    sdk.on(name, (resp) => {
      const index = names.push(name) - 1;
      heard(name, resp, () => causeOf(sdk, names, index));
    });
  }
  return sdk;
}
