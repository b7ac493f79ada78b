// The errors for bad options and bad providers.
run(async () => {
  const thrown = {};
  const make = (others) => {
    try {
      new UdeskCCPaasApiClass(optionsFor("1001", others)).Destroy();
      return "made";
    } catch (error) {
      return error.message;
    }
  };
  for (const [name, bad] of Object.entries({
    AppId: ["", " ", undefined, null, 7, {}],
    AgentId: ["", "\t", undefined, NaN, {}],
    Domain: ["", undefined],
    HttpDomain: [" ", null],
    AppDataProvider: [undefined, null, {}, { GetToken: "secret" }, "secret"],
    LanguageCode: [7],
    Log: ["secret"],
    WasmUrl: [{}],
    Reconnect: ["secret"],
  })) {
    thrown[name] = bad.map((value) => make({ [name]: value }));
  }

  const never = new Promise(() => {});
  const providers = {
    rejects: () => Promise.reject(new Error("secret")),
    throws: () => {
      throw new Error("secret");
    },
    "never settles": () => never,
    "to nothing": () => undefined,
    "to null": () => null,
    "to a string": () => "secret",
    "without a token": () => ({ timestamp: "1" }),
    "with an empty token": () => ({ timestamp: "1", token: " " }),
    "without a timestamp": () => ({ token: "secret" }),
    "with a getter that throws": () => ({
      get token() {
        throw new Error("secret");
      },
    }),
  };
  const lines = [];
  const tokens = {};
  await Promise.all(
    Object.entries(providers).map(async ([name, GetToken]) => {
      const instance = new UdeskCCPaasApiClass(
        optionsFor("1002", { AutoConnect: false, AppDataProvider: { GetToken }, Log: (m) => lines.push(m.message) }),
      );
      tokens[name] = await outcome(instance.ConnectAsync());
      instance.Destroy();
    }),
  );
  class Plain extends UdeskCCPaasApiClass.AppDataProvider {}
  const instance = new UdeskCCPaasApiClass(optionsFor("1002", { AutoConnect: false, AppDataProvider: new Plain() }));
  tokens["not overridden"] = await outcome(instance.ConnectAsync());
  instance.Destroy();

  const good = {};
  for (const [name, change] of Object.entries({
    "the value itself": (t) => t,
    "capital members": (t) => ({ Token: t.token, Timestamp: t.timestamp }),
    "a number": (t) => ({ token: t.token, timestamp: Number(t.timestamp) }),
  })) {
    const provider = providerFor("1003");
    const token = await provider.GetToken();
    const one = new UdeskCCPaasApiClass(optionsFor(1003, { AutoConnect: false, AppDataProvider: { GetToken: () => change(token) } }));
    good[name] = await outcome(one.ConnectAsync());
    one.Destroy();
  }
  return { thrown, tokens, good, lines };
});
