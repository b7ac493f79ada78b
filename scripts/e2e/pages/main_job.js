// What an agent does all day, step by step. The page reports what became of each, "" or what went wrong; sound=no in
// the query says that the engine cannot make calls in the page. It is written for Chromium 64.
const far = document.getElementById("far");
const log = [];
const heard = [];
const microphone = 1000;
const number = "13800138000";
let call = "";

const instance = new UdeskCCPaasApiClass(
  optionsFor("1001", { AudioElement: far, Log: ({ message }, type) => log.push(type + " " + message) }),
);
instance.on("event", (resp) => {
  call = resp.Data.CallID;
  heard.push(resp.Event);
});
instance.on("Connected", () => heard.push("Connected"));
instance.on("Disconnected", () => heard.push("Disconnected"));

function assert(holds, what) {
  if (!holds) {
    throw new Error(what + "; heard " + heard.join(" "));
  }
}

/** Looks until it holds, 10 s at most. */
async function until(what, holds) {
  const began = performance.now();
  while (!(await holds())) {
    assert(performance.now() - began < 10000, "waited for " + what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits for an event, and forgets what came up to it. */
async function comesTo(event) {
  await until(event, () => heard.indexOf(event) >= 0);
  heard.splice(0, heard.indexOf(event) + 1);
}

const isIdle = () => instance.agentState === "idle" && instance.phoneState === "idle";

async function refused(promise) {
  const error = await promise.then(
    () => null,
    (error) => error,
  );
  assert(error, "it was not refused");
  return error.Message;
}

/** What the far end hears, as the sandbox measures it. */
async function farEnd() {
  const { Heard } = (await sandboxState()).Calls[0];
  return (Heard && Heard[0]) || { Level: 0, Frequency: 0 };
}

async function callWithSound() {
  await instance.SetPhoneModeAsync("webrtc");
  await instance.MakeCallAsync(number);
  await comesTo("Established");
  for (const tone of [500, 600, 750]) {
    await until(tone + " Hz", () => Math.abs(sound(far).hertz - tone) <= 10);
  }
  await until("the far end's " + microphone + " Hz", async () => Math.abs((await farEnd()).Frequency - microphone) <= 10);
  await instance.HangupAsync(call);
  await comesTo("ConnectionCleared");
}

/** The engine lacks what calls need; the phone's script is understood, but not asked for. */
async function modeRefused() {
  const message = await refused(instance.SetPhoneModeAsync("webrtc"));
  assert(/not supported here/.test(message), message);
  await instance.MakeCallAsync(number);
  await comesTo("Established");
  await instance.HangupAsync(call);
  await comesTo("ConnectionCleared");
  const script = document.createElement("script");
  script.src = "{{sdk}}/sdk/udesk-phone.js";
  document.head.appendChild(script);
  await until("the phone's class", () => typeof script.made === "function");
}

const canCall = /sound=yes/.test(location.search);
const steps = {
  "connect": () => instance.ConnectAsync(),
  "agent state": async () => {
    await instance.SetAgentStateAsync("busy");
    await until("busy", () => instance.agentState === "busy");
    await instance.SetAgentStateAsync("idle");
    await until("idle", isIdle);
  },
  "dial": async () => {
    await instance.MakeCallAsync(number);
    await comesTo("Established");
  },
  "hold": async () => {
    await instance.HoldAsync({ CallId: call });
    await comesTo("Held");
    await instance.RecoveryAsync({ CallId: call });
    await comesTo("Retrieved");
  },
  "hang up": async () => {
    await instance.HangupAsync(call);
    await comesTo("ConnectionCleared");
    await until("idle", isIdle);
  },
  "answer": async () => {
    const { CallID } = await sandbox("calls", { AgentId: "1001", From: number });
    await comesTo("Delivered");
    await instance.AnswerAsync();
    await comesTo("Established");
    await sandbox("calls/" + CallID + "/hangup");
    await comesTo("ConnectionCleared");
    await until("idle", isIdle);
  },
  "HTTP": async () => {
    const { Data } = await instance.GetQueuesAgentsAsync();
    assert(Data.length > 0 && Data[0].QueueId, "there is no queue");
  },
  "reconnect": async () => {
    await sandbox("faults", { AgentId: "1001", Fault: "drop" });
    await comesTo("Disconnected");
    await comesTo("Connected");
    await instance.MakeCallAsync(number);
    await comesTo("Established");
    await instance.HangupAsync(call);
    await comesTo("ConnectionCleared");
    await until("idle", isIdle);
  },
  "ES module": async () => {
    const { UdeskCCPaasApiClass: Class } = await import("{{sdk}}/sdk/index.mjs");
    assert(Class !== UdeskCCPaasApiClass, "it is the script's class");
    const colleague = new Class(optionsFor("1002"));
    await colleague.SetAgentStateAsync("idle");
    colleague.Destroy();
  },
  "tabs": tabsShare,
  [canCall ? "sound" : "webrtc refused"]: canCall ? callWithSound : modeRefused,
};

/** Rejects if a step takes too long, so that the page reports the others. */
function within(seconds, step) {
  return Promise.race([
    step,
    new Promise((_, reject) => setTimeout(() => reject(new Error("it takes longer than " + seconds + " s")), seconds * 1000)),
  ]);
}

run(async () => {
  const checks = {};
  for (const name of Object.keys(steps)) {
    try {
      await within(25, steps[name]());
      checks[name] = "";
    } catch (error) {
      checks[name] = error.Message || String(error);
    }
  }
  instance.Destroy();
  const files = performance.getEntriesByType("resource").map(({ name }) => name.replace(/.*\//, ""));
  const modules = Array.from(new Set(files)).filter((name) => /\.wasm$/.test(name));
  return { engine: navigator.userAgent, modules, checks, log };
});
