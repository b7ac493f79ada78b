// Where the vendor's document contradicts itself: what pages written for either reading get.
run(async () => {
  const instance = new UdeskCCPaasApiClass(optionsFor("1001"));
  const first = (name) => next(instance, name);

  // Data of four events: an array of one element, whose members can be read on the array too.
  const read = (member) => (resp) => {
    const {
      Data,
      Data: { [member]: destructured },
      Data: [{ [member]: ofElement }],
    } = resp;
    const iterated = [];
    for (const element of resp.Data) {
      iterated.push(element[member]);
    }
    return {
      everyWay: [resp.Data[0][member], resp.Data[member], destructured, ofElement, ...iterated, ...Data.map((d) => d[member])],
      isArray: Array.isArray(Data) && Data.length === 1,
      keys: Object.keys(Data),
      json: JSON.stringify(Data) === "[" + JSON.stringify(Data[0]) + "]" && JSON.stringify(resp).includes('"Data":[{'),
    };
  };
  const elements = {};
  const later = { Ready: first("Ready").then(read("CurMode")) };
  later.AgentStateChanged = first("AgentStateChanged").then(read("CurState"));
  elements.Ready = await later.Ready;
  await instance.SetAgentStateAsync("idle");
  elements.AgentStateChanged = await later.AgentStateChanged;
  later.PhoneModeChanged = first("PhoneModeChanged").then(read("CurContact"));
  await instance.SetPhoneModeAsync("cellphone");
  elements.PhoneModeChanged = await later.PhoneModeChanged;
  await instance.SetPhoneModeAsync("voip");
  later.PhoneStateChanged = first("PhoneStateChanged").then(read("CurState"));

  // Namespaces follow the first dot; "event" is every event of a call.
  const heard = [];
  const hear = (tag) => (resp) => heard.push(tag + ":" + resp.Data.AdvancedCallStatus);
  const held = hear("fn");
  const chained =
    instance
      .on("Held.a", hear("Held.a"))
      .on("Held.b", hear("Held.b"))
      .on("Held.a.b", hear("Held.a.b"))
      .on("Held", held)
      .on("Retrieved.a", hear("Retrieved.a"))
      .on("Retrieved", hear("Retrieved")) === instance;
  const events = [];
  instance.on("event.udesk-cc-paas", (conversation) => events.push(conversation));

  const delivered = first("Delivered");
  const { CallID } = await sandbox("calls", { AgentId: "1001", From: "13900139000" });
  const customer = (await delivered).Data.CustomerInfo;
  elements.PhoneStateChanged = await later.PhoneStateChanged;
  const established = first("Established");
  await instance.AnswerAsync();
  await established;
  const hold = async () => {
    heard.length = 0;
    const both = Promise.all([first("Held"), first("Retrieved")]);
    await instance.HoldAsync({ CallId: CallID });
    await instance.RecoveryAsync({ CallId: CallID });
    await both;
    return heard.slice();
  };
  const namespaces = {};
  namespaces.all = await hold();
  instance.off("Held.b");
  namespaces["off Held.b"] = await hold();
  instance.off(".a");
  namespaces["off .a"] = await hold();
  instance.off("Held", held);
  namespaces["off Held, fn"] = await hold();
  instance.on("Held.c", hear("Held.c")).on("Held", hear("Held")).off("Held");
  namespaces["off Held"] = await hold();
  instance.off("event.udesk-cc-paas");
  const told = events.length;
  namespaces.chained = chained && instance.off(".none") === instance;
  heard.length = 0;
  instance.off();
  await instance.HoldAsync({ CallId: CallID });
  await instance.RecoveryAsync({ CallId: CallID });

  const number = {
    customer: [customer.Number, customer.TelNumber],
    json: JSON.stringify(customer),
  };
  const state = first("GetState");
  await instance.GetStateAsync();
  const { CustomerInfo, AgentInfo } = (await state).Data;
  namespaces["off()"] = heard; // what Held and Retrieved raised came before this answer
  number.inState = [CustomerInfo.Number, CustomerInfo.TelNumber];
  number.agent = "Number" in AgentInfo;

  // Connecting while connected, and the ways to end.
  const again = await instance.ConnectAsync();
  const silent = [instance.Init(), instance.Disconnect()];
  const back = await instance.ConnectAsync();
  const circle = {};
  circle.self = circle;
  const rejections = {
    "of the server": await outcome(instance.HoldAsync({ CallId: "00000000-0000-4000-8000-00000000dead" })),
    "of the core": await outcome(instance.HoldAsync({})),
    "of the script": await outcome(instance.MakeCallAsync("10086", circle)),
  };
  silent.push(instance.Destroy(), instance.Destroy(), instance.Destory());
  const gone = await Promise.all([outcome(instance.ConnectAsync()), outcome(instance.GetPhoneModesAsync())]);
  const other = new UdeskCCPaasApiClass(optionsFor("1002", { AutoConnect: false }));
  silent.push(other.Destory());
  gone.push(await outcome(other.ConnectAsync()));

  return {
    elements,
    namespaces,
    number,
    silent,
    again,
    back,
    rejections,
    gone,
    events: events.map((e) => [e.Event, e.Code, e.Data.AdvancedCallStatus]),
    silentAfterOff: events.length === told,
  };
});
