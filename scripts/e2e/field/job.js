// The main job of every page in field/, with the page's own instance.

function jobOptions() {
  return optionsFor("1001");
}

function same(is, should) {
  if (is !== should) {
    throw new Error(`is ${String(is)} and should be ${String(should)}`);
  }
}

async function until(holds) {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Connects, goes idle, dials, hangs up, makes an HTTP call, and ends with a call pending. */
async function job(agent) {
  same(await agent.ConnectAsync().then(({ Code }) => Code), "0000");
  let heard = 0;
  const count = () => heard++;
  same(agent.on("AgentStateChanged.field", count), agent);
  await agent.SetAgentStateAsync("idle");
  await until(() => heard);
  same(agent.agentState, "idle");
  same(agent.off(".field"), agent);
  const list = await agent.GetSpNumbersAsync({ Owner: "app" });
  same(Array.isArray(list.Data), true);
  const originated = next(agent, "Originated");
  await agent.MakeCallAsync("13800138000", { UserData: "field" });
  await agent.HangupAsync((await originated).Data.CallID);
  const pending = agent.GetStateAsync().then(
    () => "0000",
    ({ Code }) => Code,
  );
  agent.Destroy();
  same(await pending, "0902");
  return "passed";
}
