// Every example of the vendor's document, unchanged except for hosts, ids and typos. Between them the customers, a
// colleague and a supervisor act, so that each example finds the call it is about.

// The document fetches its token with jQuery.
const $ = { ajax: ({ url }) => fetch(url).then((answer) => answer.json()) };

let AppDataProviderBase = UdeskCCPaasApiClass.AppDataProvider;
class AppDataProvider extends AppDataProviderBase {
  GetToken() {
    return new Promise((resolve, reject) => {
      $.ajax({
        url: "{{sdk}}/token?AgentId=1001" // Customer provides the corresponding backend interface
      }).
      then(response => {
        resolve(response.data);
      });
    });
  }
}

/** The results of the examples, and what the events' handlers received, by name. */
const settled = {};
const raised = {};
const settle = (name) => (resp) => void (settled[name] = (settled[name] || []).concat([resp]));
const raise = (name, resp) => void (raised[name] = (raised[name] || []).concat([resp]));

/** Waits until an instance's getters satisfy the condition; they change with an event at the latest. */
const until = (instance, fits) =>
  new Promise((resolve) => {
    const look = () => fits(instance) && (instance.off(".until"), resolve());
    for (const name of ["AgentStateChanged", "PhoneStateChanged", "AdvancedCallStatusChanged"]) {
      instance.on(name + ".until", look);
    }
    look();
  });
const free = (instance) => until(instance, (i) => i.agentState === "idle" && i.phoneState === "idle");
const status = (instance, name) => {
  const told = () => (raised.AdvancedCallStatusChanged || []).concat([{ Data: {} }]);
  return until(instance, () => told().slice(-2)[0].Data.AdvancedCallStatus === name);
};

run(async () => {
  let lines = [];
  let UdeskCCPaasApiClassInstance = new UdeskCCPaasApiClass({
    AgentId: "1001",
    AppId: "00000000-0000-4000-8000-000000000001",
    AppDataProvider: new AppDataProvider(),
    Domain: "{{sdk}}".replace("http", "ws") + "/ws",
    HttpDomain: "{{sdk}}/backend",
    LanguageCode: "EN-US", // the samples' names are English
    Log: function (message, type) {
      lines.push(type + " " + message.message);
    }
  });
  UdeskCCPaasApiClassInstance.Init();
  let udeskCtiPhoneSdkInstance = UdeskCCPaasApiClassInstance;

  udeskCtiPhoneSdkInstance.on("event.udesk-cc-paas", (conversation) => {
    raise("event", conversation);
  });
  UdeskCCPaasApiClassInstance.on("AgentStateChanged",function(resp){ raise("AgentStateChanged", resp) })
  UdeskCCPaasApiClassInstance.on("PhoneModeChanged",function(resp){ raise("PhoneModeChanged", resp) })
  UdeskCCPaasApiClassInstance.on("PhoneStateChanged",function(resp){ raise("PhoneStateChanged", resp) })
  UdeskCCPaasApiClassInstance.on("Ready",function(resp){ raise("Ready", resp) })
  UdeskCCPaasApiClassInstance.on("AdvancedCallStatusChanged",function(resp){ raise("AdvancedCallStatusChanged", resp) })
  UdeskCCPaasApiClassInstance.on("GetState",function(resp){ raise("GetState", resp) })
  UdeskCCPaasApiClassInstance.on("Delivered",function(resp){ raise("Delivered", resp) })
  UdeskCCPaasApiClassInstance.on("Originated",function(resp){ raise("Originated", resp) })
  UdeskCCPaasApiClassInstance.on("Established",function(resp){ raise("Established", resp) })
  UdeskCCPaasApiClassInstance.on("ConnectionCleared",function(resp){ raise("ConnectionCleared", resp) })
  UdeskCCPaasApiClassInstance.on("Held",function(resp){ raise("Held", resp) })
  UdeskCCPaasApiClassInstance.on("Retrieved", function(resp) { raise("Retrieved", resp) })
  UdeskCCPaasApiClassInstance.on("Conferenced", function(resp) { raise("Conferenced", resp) });
  UdeskCCPaasApiClassInstance.on("Transferred", function(resp) { raise("Transferred", resp) });

  await UdeskCCPaasApiClassInstance.ConnectAsync().then(settle("ConnectAsync"))

  // The agent, their telephone and their numbers.
  await UdeskCCPaasApiClassInstance.SetAgentStateAsync("busy").then(settle("SetAgentStateAsync"))
  await UdeskCCPaasApiClassInstance.SetAgentStateAsync("onBreak", 101).then(settle("SetAgentStateAsync"))
  await UdeskCCPaasApiClassInstance.SetAgentStateAsync("idle").then(settle("SetAgentStateAsync"))
  await UdeskCCPaasApiClassInstance.SetPhoneModeAsync("cellphone").then(settle("SetPhoneModeAsync"))
  await UdeskCCPaasApiClassInstance.SetPhoneModeAsync("voip").then(settle("SetPhoneModeAsync"))
  await UdeskCCPaasApiClassInstance.GetPhoneModesAsync().then(settle("GetPhoneModesAsync"))
  await UdeskCCPaasApiClassInstance.GetAgentStatesAsync().then(settle("GetAgentStatesAsync"))
  await UdeskCCPaasApiClassInstance.GetWebPhoneInfoAsync().then(settle("GetWebPhoneInfoAsync"))
  await UdeskCCPaasApiClassInstance.GetCallInWrapUpTimeAsync().then(settle("GetCallInWrapUpTimeAsync"))
  await UdeskCCPaasApiClassInstance.GetSpNumbersAsync({OwnerType: "app"}).then(settle("GetSpNumbersAsync"))
  await UdeskCCPaasApiClassInstance.SetSpNumberAsync({OwnerType: "app", DisplayNumber: "051480114037"}).then(settle("SetSpNumberAsync"))
  await UdeskCCPaasApiClassInstance.GetCurrentSpNumberAsync({OwnerType: "app"}).then(settle("GetCurrentSpNumberAsync"))
  await UdeskCCPaasApiClassInstance.GetAgentTerminalInfoAsync({TerminalType: "voip"}).then(settle("GetAgentTerminalInfoAsync"))
  await UdeskCCPaasApiClassInstance.GetIvrNodesAsync("25").then(settle("GetIvrNodesAsync"))
  await UdeskCCPaasApiClassInstance.GetQueuesAgentsAsync().then(settle("GetQueuesAgentsAsync"))
  let type = "2";
  await UdeskCCPaasApiClassInstance.GetNumberPoolAndSpNumAsync({ type }).then(settle("GetNumberPoolAndSpNumAsync"))
  let { id } = settled.GetNumberPoolAndSpNumAsync[0].Data.list[0];
  await UdeskCCPaasApiClassInstance.SetSpNumberPoolNumAsync({ type, id }).then(settle("SetSpNumberPoolNumAsync"))
  await UdeskCCPaasApiClassInstance.GetNumberPoolAndSpNumAsync({ type }).then(settle("GetNumberPoolAndSpNumAsync"))
  await outcome(UdeskCCPaasApiClassInstance.MuteAsync({ CallId: 'xxxxxx' })).then(settle("MuteAsync"))
  await outcome(UdeskCCPaasApiClassInstance.UnmuteAsync({ CallId: 'xxxxxx' })).then(settle("UnmuteAsync"))

  // A colleague who answers whatever rings, and a supervisor.
  const colleague = new UdeskCCPaasApiClass(optionsFor("1002"));
  const supervisor = new UdeskCCPaasApiClass(optionsFor("1010"));
  colleague.on("Delivered", () => colleague.AnswerAsync());
  await Promise.all([colleague.SetAgentStateAsync("idle"), supervisor.SetAgentStateAsync("idle")]);
  await UdeskCCPaasApiClassInstance.GetOtherAgentsAsync({ State: 'idle' }).then(settle("GetOtherAgentsAsync"))

  // A call of the agent's own.
  await free(UdeskCCPaasApiClassInstance);
  await UdeskCCPaasApiClassInstance.MakeCallAsync("13800138000").then(settle("MakeCallAsync"))
  await status(UdeskCCPaasApiClassInstance, "Established");
  let CallId = raised.Established[0].Data.CallID;
  await UdeskCCPaasApiClassInstance.HangupAsync(CallId).then(settle("HangupAsync"))

  /** A customer calls and the agent answers; returns the call's id. */
  const answered = async () => {
    await free(UdeskCCPaasApiClassInstance);
    const rings = next(UdeskCCPaasApiClassInstance, "Delivered");
    const { CallID } = await sandbox("calls", { AgentId: "1001", From: "13900139000" });
    await rings;
    await UdeskCCPaasApiClassInstance.AnswerAsync().then(settle("AnswerAsync"))
    await status(UdeskCCPaasApiClassInstance, "Established");
    return CallID;
  };
  /** The customer leaves, and all three are free again. */
  const over = async () => {
    await sandbox("calls/" + CallId + "/hangup");
    await Promise.all([UdeskCCPaasApiClassInstance, colleague, supervisor].map(free));
  };
  /** The colleague whom the agent asked for talks. */
  const joined = () => until(colleague, (c) => c.agentState === "talking");

  CallId = await answered();
  await UdeskCCPaasApiClassInstance.HoldAsync({ CallId }).then(settle("HoldAsync"))
  await status(UdeskCCPaasApiClassInstance, "Held");
  await UdeskCCPaasApiClassInstance.RecoveryAsync({ CallId }).then(settle("RecoveryAsync"))
  await status(UdeskCCPaasApiClassInstance, "Retrieved");

  await UdeskCCPaasApiClassInstance.ConsultationAsync({ CallId, AgentId: "1002" }).then(settle("ConsultationAsync"))
  await joined();
  await UdeskCCPaasApiClassInstance.EndConsultationAsync({ CallId }).then(settle("EndConsultationAsync"))
  await free(colleague);

  await UdeskCCPaasApiClassInstance.ConsultationAsync({ CallId, AgentId: "1002" }).then(settle("ConsultationAsync"))
  await joined();
  await UdeskCCPaasApiClassInstance.ConsultationToThreeWayAsync({ CallId }).then(settle("ConsultationToThreeWayAsync"))
  await status(UdeskCCPaasApiClassInstance, "Conferenced");
  await UdeskCCPaasApiClassInstance.RetrieveAfterThreeWayAsync({ CallId }).then(settle("RetrieveAfterThreeWayAsync"))
  await free(colleague);

  await UdeskCCPaasApiClassInstance.ThreewayAsync({ CallId, AgentId: "1002" }).then(settle("ThreewayAsync"))
  await status(UdeskCCPaasApiClassInstance, "Conferenced");
  await UdeskCCPaasApiClassInstance.TransferAfterThreeWayAsync({ CallId }).then(settle("TransferAfterThreeWayAsync"))
  await over();

  CallId = await answered();
  await UdeskCCPaasApiClassInstance.ConsultationAsync({ CallId, AgentId: "1002" }).then(settle("ConsultationAsync"))
  await joined();
  await UdeskCCPaasApiClassInstance.ConsultationToTransferAsync({ CallId, AgentId: "1002" }).then(settle("ConsultationToTransferAsync"))
  await over();

  CallId = await answered();
  await UdeskCCPaasApiClassInstance.TransferAsync({ CallId, AgentId: "1002" }).then(settle("TransferAsync"))
  await joined();
  await over();

  CallId = await answered();
  await UdeskCCPaasApiClassInstance.TransferAsync({ CallId, AgentPhone: "13800138000" }).then(settle("TransferAsync"))
  await free(UdeskCCPaasApiClassInstance);
  await over();

  CallId = await answered();
  await UdeskCCPaasApiClassInstance.TransferIvrAsync({ CallId, IvrId: "25", NodeId: "2", JumpType: "agent_hangup" }).then(settle("TransferIvrAsync"))
  await UdeskCCPaasApiClassInstance.HangupAsync(CallId).then(settle("HangupAsync"))
  await over();

  CallId = await answered();
  await UdeskCCPaasApiClassInstance.TransferQueueAsync({ CallId, QueueId: "2" }).then(settle("TransferQueueAsync"))
  await joined();
  await over();

  // The supervisor acts on the agent's call; the supervisor's page has the same names.
  CallId = await answered();
  await (async (UdeskCCPaasApiClassInstance) => {
    const leave = async () => {
      await until(supervisor, (s) => s.agentState === "talking");
      await supervisor.HangupAsync(CallId);
      await free(supervisor);
    };
    await UdeskCCPaasApiClassInstance.EavesdropAsync({ CallId, AgentId: "1001" }).then(settle("EavesdropAsync"))
    await leave();
    await UdeskCCPaasApiClassInstance.WhisperAsync({ CallId, AgentId: "1001" }).then(settle("WhisperAsync"))
    await leave();
    await UdeskCCPaasApiClassInstance.ForcePickupAsync({ CallId, AgentId: "1001", AgentPhone: "903104681001" }).then(settle("ForcePickupAsync"))
    await leave();
    await UdeskCCPaasApiClassInstance.SubstituteAsync({ CallId, AgentId: "1001" }).then(settle("SubstituteAsync"))
  })(supervisor);
  await over();

  udeskCtiPhoneSdkInstance.off("event.udesk-cc-paas");
  const told = raised.event.length;
  CallId = await answered();
  await over();

  settle("Disconnect")(UdeskCCPaasApiClassInstance.Disconnect())
  await UdeskCCPaasApiClassInstance.ConnectAsync().then(settle("ConnectAsync"))
  settle("Init")(UdeskCCPaasApiClassInstance.Init());
  settle("Destroy")(UdeskCCPaasApiClassInstance.Destroy());
  colleague.Destroy();
  supervisor.Destroy();
  return { settled, raised, silentAfterOff: raised.event.length === told, lines };
});
