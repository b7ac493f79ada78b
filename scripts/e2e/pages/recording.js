// A call with a hold and a lost connection, and its recording.
run(async () => {
  const number = "13800138000";
  const instance = new UdeskCCPaasApiClass(optionsFor("1001"));
  await instance.SetAgentStateAsync("idle");
  const established = next(instance, "Established");
  await instance.MakeCallAsync(number);
  const { CallID } = (await established).Data;
  await instance.HoldAsync({ CallId: CallID });
  const again = next(instance, "Connected");
  sockets[0].onclose({ type: "close", code: 1006 });
  sockets[0].close();
  await again;
  const over = next(instance, "PhoneStateChanged");
  await instance.HangupAsync(CallID);
  await over;
  const recording = await instance.ExportLog();
  instance.Destroy();
  return { recording, number };
});
