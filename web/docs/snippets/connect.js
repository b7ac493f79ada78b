export default async function () {
  // #region code
  class AppDataProvider extends UdeskCCPaasApiClass.AppDataProvider {
    async GetToken() {
      const response = await fetch("/token?AgentId=1001"); // your backend
      return (await response.json()).data; // { appId, timestamp, token }
    }
  }

  const instance = new UdeskCCPaasApiClass({
    AgentId: "1001",
    AppId: "00000000-0000-4000-8000-000000000001",
    AppDataProvider: new AppDataProvider(),
    Domain: location.origin.replace("http", "ws") + "/ws",
    HttpDomain: location.origin + "/backend",
    LanguageCode: "en-US",
  });
  instance.on("Ready", ({ Data }) => console.log("agent is", Data[0].CurState));
  instance.on("Disconnected", ({ Data }) => console.log("connection lost:", Data.Reason, Data.Retrying));
  await instance.SetAgentStateAsync("idle");
  // #endregion code
  return instance;
}
