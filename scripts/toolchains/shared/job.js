// The main job of every project's page: an agent connects, becomes idle, dials, is answered and hangs up; then a
// colleague's web phone registers.

/**
 * start does the job and shows the result: the completed steps, and what failed, if anything. It returns a function that
 * ends it early, as a component does when it is removed from the page.
 */
export function start(sdk, show) {
  const instances = [];
  const steps = [];
  let ended = false;
  const instance = (agentId) => {
    const made = new sdk.UdeskCCPaasApiClass(optionsFor(sdk, agentId));
    instances.push(made);
    return made;
  };
  const end = () => {
    ended = true;
    for (const one of instances) one.Destroy();
  };
  const report = (failed) => {
    if (!ended) show(JSON.stringify({ steps, failed }));
    end();
  };
  work(instance, (step) => steps.push(step)).then(
    () => report(),
    (error) => report(String(error.Message || error.stack || error)),
  );
  return end;
}

async function work(instance, done) {
  const agent = instance("1001");
  await agent.ConnectAsync();
  done("connect");
  await agent.SetAgentStateAsync("idle");
  done("idle");
  const established = next(agent, "Established");
  await agent.MakeCallAsync("13800138000");
  done("dial");
  const { Data } = await established;
  done("event");
  const cleared = next(agent, "ConnectionCleared");
  await agent.HangupAsync(Data.CallID);
  await cleared;
  done("hang up");
  agent.Destroy();

  const colleague = instance("1002");
  await colleague.SetAgentStateAsync("idle");
  await colleague.SetPhoneModeAsync("webrtc");
  done("web phone");
}

function next(instance, name) {
  return new Promise((resolve) => {
    const once = (event) => {
      instance.off(name, once);
      resolve(event);
    };
    instance.on(name, once);
  });
}

function optionsFor({ AppDataProvider }, agentId) {
  const sandbox = new URLSearchParams(location.search).get("sandbox");
  class Provider extends AppDataProvider {
    GetToken() {
      return fetch(`${sandbox}/token?AgentId=${agentId}`)
        .then((answer) => answer.json())
        .then((answer) => answer.data);
    }
  }
  return {
    AgentId: agentId,
    AppId: "00000000-0000-4000-8000-000000000001",
    AppDataProvider: new Provider(),
    Domain: `${sandbox.replace("http", "ws")}/ws`,
    HttpDomain: `${sandbox}/backend`,
    LanguageCode: "en-US",
  };
}
