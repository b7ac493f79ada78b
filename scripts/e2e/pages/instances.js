// Two agents on one page, then many instances made and destroyed.
run(async () => {
  const heard = { 1001: [], 1002: [] };
  const agents = {};
  for (const agent of ["1001", "1002"]) {
    agents[agent] = new UdeskCCPaasApiClass(optionsFor(agent));
    agents[agent].on("AgentStateChanged", (resp) => heard[agent].push(resp.Data.CurState));
    agents[agent].on("Delivered", (resp) => heard[agent].push(resp.Data.CustomerInfo.Number));
    await agents[agent].SetAgentStateAsync("idle");
  }
  await agents[1002].SetAgentStateAsync("busy");
  const delivered = next(agents[1001], "Delivered");
  const { CallID } = await sandbox("calls", { AgentId: "1001", From: "13800138000" });
  await delivered;
  agents[1002].Destroy();
  const over = next(agents[1001], "PhoneStateChanged");
  await sandbox("calls/" + CallID + "/hangup");
  await over;
  const states = [agents[1001].agentState, agents[1002].agentState, agents[1002].connectState];
  const gone = await outcome(agents[1002].HoldAsync({ CallId: "x" }));
  agents[1001].Destroy();
  agents[1001].Destroy();
  agents[1001].Destory();

  // A token is valid for many connections, and the customer's backend is not under test.
  const token = await providerFor("1003").GetToken();
  const AppDataProvider = { GetToken: () => token };
  const settled = { resolved: 0, rejected: 0 };
  const unsettled = [];
  for (let i = 0; i < 1000; i++) {
    const instance = new UdeskCCPaasApiClass(optionsFor("100" + (3 + (i % 7)), { AppDataProvider }));
    instance.on("Ready", () => {});
    const connected = instance.ConnectAsync();
    // Every second one ends while it is still connecting.
    if (i % 2) {
      await connected;
    }
    unsettled.push(
      connected.then(
        () => settled.resolved++,
        () => settled.rejected++,
      ),
    );
    instance.Destroy();
  }
  await Promise.all(unsettled);
  while (sockets.some((socket) => socket.readyState !== Socket.CLOSED)) {
    await new Promise((resolve) => later(resolve, 10));
  }
  const connected = async () => (await sandboxState()).Agents.filter((agent) => agent.Connected).length;
  while (await connected()) {
    await new Promise((resolve) => later(resolve, 10));
  }
  return {
    heard,
    states,
    gone,
    settled,
    sockets: sockets.length,
    listening: sockets.filter((s) => s.onopen || s.onmessage || s.onclose).length,
    timers: timers.size,
  };
});
