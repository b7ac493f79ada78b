export default async function (previous) {
  previous.Destroy();
  const options = {
    AgentId: "1001",
    AppId: "00000000-0000-4000-8000-000000000001",
    AppDataProvider: { GetToken: async () => (await (await fetch("/token?AgentId=1001")).json()).data },
    Domain: `${location.origin.replace("http", "ws")}/ws`,
    HttpDomain: `${location.origin}/backend`,
    LanguageCode: "en-US",
  };
  // #region code
  const instance = new UdeskCCPaasApiClass({ ...options, ShareConnection: true });
  // #endregion code
  await instance.SetAgentStateAsync("idle");
  if (instance.tabRole !== "leader") {
    throw new Error(`the only tab is "${instance.tabRole}"`);
  }
  return instance;
}
