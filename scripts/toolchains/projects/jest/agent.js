// A user's page code, as their tests import it.
const { AppDataProvider, UdeskCCPaasApiClass } = require("@ccpaas/browser-sdk");

class Provider extends AppDataProvider {
  GetToken() {
    return { timestamp: "1700000000", token: "none" };
  }
}

exports.UdeskCCPaasApiClass = UdeskCCPaasApiClass;

/** Connects the agent, and shows the result in the element. */
exports.connect = async (element) => {
  const instance = new UdeskCCPaasApiClass({
    AgentId: "1001",
    AppId: "00000000-0000-4000-8000-000000000001",
    AppDataProvider: new Provider(),
    Domain: "ws://127.0.0.1:9/ws",
    HttpDomain: "http://127.0.0.1:9/backend",
    LanguageCode: "en-US",
  });
  instance.on("AgentStateChanged", ({ Data }) => (element.textContent = Data[0].CurState));
  try {
    await instance.ConnectAsync();
    element.textContent = instance.agentState;
  } catch (error) {
    element.textContent = error.Message;
  } finally {
    instance.Destroy();
  }
};
