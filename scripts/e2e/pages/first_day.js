// Mistakes of a developer's first day, one instance for each: after how many seconds the console, ConnectAsync and a
// waiting call report it, and with which message. No instance has the option Log.
run(async () => {
  let heard = () => undefined;
  const { error } = console;
  console.error = (message) => heard(String(message));
  const backend = (agent) => fetch("{{sdk}}/token?AgentId=" + agent).then((answer) => answer.json());
  const tokenWith = (change) => backend("1001").then(({ data }) => Object.assign(data, change));
  const provider = (GetToken) => ({ AppDataProvider: { GetToken } });
  const mistakes = {
    "GetToken resolves to the whole answer": provider(() => backend("1001")),
    "GetToken resolves to fetch's Response": provider(() => fetch("{{sdk}}/token?AgentId=1001")),
    "the token URL is wrong: 404, a page in HTML": provider(() => fetch("/no-such.html").then((answer) => answer.json())),
    "GetToken throws": provider(() => nothing.data),
    "GetToken is not overridden": { AppDataProvider: new UdeskCCPaasApiClass.AppDataProvider() },
    "AppId is not the token's": { AppId: "00000000-0000-4000-8000-000000000002" },
    "AppId is wrong, in the token too": {
      AppId: "00000000-0000-4000-8000-000000000002",
      ...provider(() => tokenWith({ appId: "00000000-0000-4000-8000-000000000002" })),
    },
    "AgentId is wrong": { AgentId: "9999" },
    "the token is signed with another secret": provider(() => tokenWith({ token: "0123456789012345678901234567890123456789" })),
    "Domain without wss://": { Domain: "gateway.example.com/ws" },
    "Domain with https://": { Domain: "https://gateway.example.com/ws" },
    "Domain with a wrong path": { Domain: "{{sdk}}".replace("http", "ws") + "/nothing-here" },
    "Domain where nobody listens": { Domain: "ws://127.0.0.1:9/ws" },
    "Domain of ws, not on this computer": { Domain: "ws://gateway.example.com/ws" },
    "HttpDomain without https://": { HttpDomain: "backend.example.com/backend" },
  };
  const rows = {};
  const ends = [];
  for (const [name, mistake] of Object.entries(mistakes)) {
    const began = performance.now();
    const told = (message) => ({ message, seconds: (performance.now() - began) / 1000 });
    const row = {};
    rows[name] = row;
    const inConsole = new Promise((resolve) => {
      heard = (message) => {
        row.console = row.console || told(message);
        resolve();
      };
    });
    let instance;
    try {
      instance = new UdeskCCPaasApiClass(optionsFor("1001", mistake));
    } catch (thrown) {
      row.thrown = told(thrown.message);
      continue;
    }
    const rejected = (promise) =>
      promise.then(
        () => told("it resolved"),
        ({ Message }) => told(Message),
      );
    const waiting = rejected(instance.SetAgentStateAsync("idle"));
    row.connect = await rejected(instance.ConnectAsync());
    await Promise.race([inConsole, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    ends.push(
      waiting.then((call) => {
        row.call = call;
        instance.Destroy();
      }),
    );
  }
  // A failure that may pass is awaited to the end: 20 s.
  await Promise.all(ends);
  try {
    UdeskCCPaasApiClass(optionsFor("1001"));
  } catch (thrown) {
    rows["the class is called without new"] = { thrown: { message: thrown.message, seconds: 0 } };
  }

  heard = () => undefined;
  const first = new UdeskCCPaasApiClass(optionsFor("1001"));
  await first.ConnectAsync();
  const gone = next(first, "NeedManualConnect");
  const second = new UdeskCCPaasApiClass(optionsFor("1001"));
  await second.ConnectAsync();
  const { Data } = await gone;
  const after = await outcome(first.SetAgentStateAsync("idle"));
  rows["the agent connects in another page"] = { call: { message: after.rejected.Message, seconds: 0 } };
  const back = await outcome(first.ConnectAsync());
  first.Destroy();
  second.Destroy();
  console.error = error;
  return { rows, kicked: Data.Reason, back: back.Code };
});
