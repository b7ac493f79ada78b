// What every page that runs by itself needs: a way to report, to drive the customer, and to wait for an event.

/** Runs the page's test and reports what it returns, or why it failed. */
async function run(test) {
  let report;
  try {
    report = await test();
  } catch (error) {
    report = { failed: error.Message || String(error.stack || error) };
  }
  await fetch("/report" + location.search, {
    method: "POST",
    body: JSON.stringify(report, (_key, value) => (value === undefined ? "undefined" : value)),
  });
}

/** Controls the sandbox through the customer's server. */
async function sandbox(path, body) {
  const answer = await fetch("/sandbox/" + path, { method: "POST", body: body && JSON.stringify(body) });
  if (!answer.ok) {
    throw new Error("sandbox " + path + ": " + answer.status + " " + (await answer.text()));
  }
  return answer.status === 204 ? null : answer.json();
}

async function sandboxState() {
  return (await fetch("/sandbox/state")).json();
}

/** The next event of that name. */
function next(instance, name) {
  return new Promise((resolve) => {
    const once = (resp) => {
      instance.off(name, once);
      resolve(resp);
    };
    instance.on(name, once);
  });
}

/** A provider that asks the customer's own backend, which the dev server simulates. */
function providerFor(agent) {
  return new (class extends UdeskCCPaasApiClass.AppDataProvider {
    GetToken() {
      return fetch("{{sdk}}/token?AgentId=" + agent)
        .then((answer) => answer.json())
        .then((answer) => answer.data);
    }
  })();
}

/** The options of an agent's instance, some replaced. */
function optionsFor(agent, others) {
  return Object.assign(
    {
      AgentId: agent,
      AppId: "00000000-0000-4000-8000-000000000001",
      AppDataProvider: providerFor(agent),
      Domain: "{{sdk}}".replace("http", "ws") + "/ws",
      HttpDomain: "{{sdk}}/backend",
      LanguageCode: "en-US",
    },
    others,
  );
}

/** The result of a promise: its envelope, or the failure with the Error's own parts. */
function outcome(promise) {
  return promise.then(
    (resp) => resp,
    (error) => ({
      rejected: Object.assign({}, error),
      isError: error instanceof Error,
      json: JSON.stringify(error),
      hasStack: typeof error.stack === "string" && error.message === error.Message,
    }),
  );
}
