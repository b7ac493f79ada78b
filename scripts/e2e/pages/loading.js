// One instance with the WasmUrl of the query, if any: the results of its calls, and its log.
run(async () => {
  const query = new URLSearchParams(location.search);
  const lines = [];
  const instance = new UdeskCCPaasApiClass(
    optionsFor("1001", {
      WasmUrl: query.get("wasm") || undefined,
      Log: (message, type) => lines.push(type + " " + message.message),
    }),
  );
  const first = await outcome(instance.ConnectAsync());
  const later = await outcome(instance.MakeCallAsync("13800138000"));
  instance.Destroy();
  return { first, later, lines };
});
