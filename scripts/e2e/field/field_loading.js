// What the pages of this folder do, by the query's "does". `window.sdk`, if any, resolves when the class is loaded.
const query = new URLSearchParams(location.search);
const lines = [];
const events = [];
let instance;

function make(others) {
  instance = new UdeskCCPaasApiClass(
    optionsFor("1001", {
      WasmUrl: query.get("wasm") || undefined,
      Log: (message, type) => lines.push(type + " " + message.message),
      ...others,
    }),
  );
  for (const name of ["Ready", "AgentStateChanged", "Disconnected", "NeedManualConnect"]) {
    instance.on(name, (resp) => events.push([name, resp.Data]));
  }
}

async function timed(promise) {
  const from = performance.now();
  const came = await outcome(promise);
  return { came, took: performance.now() - from };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const jobs = {
  /** Connects, and changes the agent's state. */
  async connect() {
    make();
    const first = await timed(instance.ConnectAsync());
    const later = await timed(instance.SetAgentStateAsync("idle"));
    return { first, later };
  },
  /** Makes an instance that connects by itself, and waits for Ready. */
  async ready() {
    make({ Reconnect: { Base: 500, Max: 1000 } });
    const from = performance.now();
    await next(instance, "Ready");
    const took = performance.now() - from;
    return { took, later: await timed(instance.SetAgentStateAsync("idle")) };
  },
  /** Connects until it works, without automatic attempts. */
  async again() {
    make({ AutoConnect: false, Reconnect: { Off: true } });
    const first = await timed(instance.ConnectAsync());
    const later = await timed(instance.ConnectAsync());
    return { first, later, state: await timed(instance.SetAgentStateAsync("idle")) };
  },
  /** Tries again at `online`, long before the next scheduled attempt. */
  async online() {
    make({ Reconnect: { Base: 3600000, Max: 3600000 } });
    const first = await timed(instance.ConnectAsync());
    const from = performance.now();
    const ready = next(instance, "Ready");
    await fetch("{{sdk}}/network-is-back").catch(() => undefined);
    dispatchEvent(new Event("online"));
    await ready;
    return { first, took: performance.now() - from };
  },
  /** Lets the SDK make all its automatic attempts, and then connects. */
  async attempts() {
    make({ Reconnect: { Base: 50, Max: 50, Attempts: 2 } });
    await next(instance, "NeedManualConnect");
    return { later: await timed(instance.ConnectAsync()) };
  },
  /** Chooses the web phone until it works. */
  async phone() {
    make();
    const first = await timed(instance.SetPhoneModeAsync("webrtc"));
    return { first, later: await timed(instance.SetPhoneModeAsync("webrtc")) };
  },
  /** Blocks the thread for 12 s right after sending a request whose answer arrives meanwhile. */
  async blocked() {
    make();
    await instance.ConnectAsync();
    const asked = timed(instance.SetAgentStateAsync("idle"));
    await pause(0);
    for (const until = performance.now() + 12_000; performance.now() < until; );
    return { asked: await asked, events };
  },
};

addEventListener("load", () =>
  run(async () => {
    await window.sdk;
    const report = await jobs[query.get("does") || "connect"]();
    await pause(50);
    instance.Destroy();
    return { ...report, lines, events };
  }),
);
