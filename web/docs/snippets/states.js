export default async function (instance) {
  // #region code
  instance.on("AgentStateChanged", ({ Data }) => console.log(Data[0].OldState, "→", Data[0].CurState));
  const { Data: choices } = await instance.GetAgentStatesAsync();
  const reason = choices.find(({ Owner }) => Owner === "onBreak");
  await instance.SetAgentStateAsync("onBreak", reason.Code);
  await instance.SetAgentStateAsync("idle");
  await instance.SetAgentStateAsync("offline"); // logs the agent out
  // #endregion code
}
