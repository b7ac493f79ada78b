// What must work with every way of loading the SDK: a connection, a call that the other side answers, and another agent's
// web phone, whose script loads automatically.

async function firstCall() {
  const instance = new UdeskCCPaasApiClass(optionsFor("1001"));
  const connected = await instance.ConnectAsync();
  await instance.SetAgentStateAsync("idle");
  const established = next(instance, "Established");
  const dialled = await instance.MakeCallAsync("13800138000");
  await established;
  const { agentState } = instance;
  instance.Destroy();

  const colleague = new UdeskCCPaasApiClass(optionsFor("1002"));
  await colleague.SetAgentStateAsync("idle");
  const phone = await outcome(colleague.SetPhoneModeAsync("webrtc"));
  colleague.Destroy();
  return { connected, dialled, agentState, phone, version: UdeskCCPaasApiClass.version };
}
