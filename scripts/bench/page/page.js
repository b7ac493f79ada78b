// What the benchmark does with the SDK under test. The driver calls these functions one after the other.

const callId = "0a6b1c5e-8f8d-4b1e-9d57-3f1f6f5f7a11";

/** How each kind of client is made and called. */
const kinds = {
  class: {
    make: (options) => new UdeskCCPaasApiClass(options),
    call: (client) => client.HoldAsync({ CallId: callId }),
  },
  minimal: {
    make: (options) => new MinimalClient(options),
    call: (client) => client.call("Hold", { CallID: callId }),
  },
};

let client, agent, call;

/** Inserts the script tags, makes the instance, and resolves at Ready with the time that took and its parts. */
async function start({ kind, scripts, gateway, rtt, agentId }) {
  const GetToken = () =>
    watch.during(
      "token",
      fetch(`/token?rtt=${rtt}`).then((response) => response.json()),
    );
  agent = agentId;
  call = kinds[kind].call;

  performance.mark("start");
  const begin = performance.now();
  await watch.during("script", Promise.all(scripts.map(load)));
  client = kinds[kind].make({
    AppId: "00000000-0000-4000-8000-000000000001",
    AgentId: agentId,
    Domain: gateway,
    HttpDomain: location.origin,
    AppDataProvider: { GetToken },
  });
  await new Promise((resolve) => client.on("Ready", resolve));
  const ready = performance.now();
  performance.mark("ready");
  // The last part may end with the task that this runs in.
  await new Promise((resolve) => setTimeout(resolve));
  return { ready: ready - begin, parts: watch.parts(begin, ready) };
}

function load(src) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src, async: false, onload: resolve, onerror: () => reject(new Error(`${src} does not load`)) });
    document.head.append(script);
  });
}

/** Makes calls one after another; resolves with the milliseconds of each. */
async function calls(count) {
  const took = [];
  for (let i = 0; i < count; i++) {
    const begin = performance.now();
    await call(client);
    took.push(performance.now() - begin);
  }
  return took;
}

let seen = 0;
let expected = 0;
let first, done;

function event({ Data }) {
  if (!Data.CustomerInfo.TelNumber) {
    throw new Error("an event without its customer");
  }
  if (seen++ === first.at) {
    first.time = performance.now();
  }
  if (seen === expected) {
    done(performance.now() - first.time);
  }
}

/** Makes the gateway send events; resolves with the milliseconds from the first to the last. */
async function burst(count) {
  if (!expected) {
    client.on("Held", event);
    client.on("Retrieved", event);
  }
  first = { at: seen };
  expected = seen + count;
  const all = new Promise((resolve) => (done = resolve));
  const response = await fetch(`/burst?agent=${agent}&count=${count}`, { method: "POST" });
  if (!response.ok) {
    throw new Error(`burst: ${await response.text()}`);
  }
  return all;
}
