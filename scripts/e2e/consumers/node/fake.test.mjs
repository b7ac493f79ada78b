// The fake for unit tests: every method and every event of the class, in both module systems.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { AppDataProvider, UdeskCCPaasApiClass as Real, version } from "@ccpaas/browser-sdk";
import * as imported from "@ccpaas/browser-sdk/fake";

const required = createRequire(import.meta.url)("@ccpaas/browser-sdk/fake");
const methods = Object.getOwnPropertyNames(Real.prototype).filter((name) => name.endsWith("Async"));

for (const [way, fake] of Object.entries({ imported, required })) {
  const made = (options) => new fake.UdeskCCPaasApiClass(options);

  test(`${way}, it has what the package has`, () => {
    assert.equal(fake.version, version);
    assert.equal(fake.default, fake.UdeskCCPaasApiClass);
    assert.equal(fake.UdeskCCPaasApiClass.AppDataProvider, fake.AppDataProvider);
    assert.equal(fake.AppDataProvider.name, AppDataProvider.name);
    const members = Object.getOwnPropertyNames(Real.prototype).filter((name) => !(name in fake.UdeskCCPaasApiClass.prototype));
    assert.deepEqual(members, []);
  });

  test(`${way}, every method resolves, is recorded, and rejects as the test says`, async () => {
    const agent = made({ LanguageCode: "en-US" });
    for (const method of methods) {
      const { Data, ...rest } = await agent[method]("first");
      assert.deepEqual(rest, { Code: "0000", Message: "", Visible: false }, method);
      assert.notEqual(Data, undefined, method);
      const { Code, Message, Visible } = await agent
        .reject(method)
        [method]()
        .catch((failure) => failure);
      assert.match(Message, new RegExp(`^\\w.*: the test refuses it\\. \\[${method} ${Code}]$`));
      assert.ok(Visible);
      assert.equal(agent.argsOf(method).length, 2);
    }
    assert.ok(methods.length >= 45);
  });

  test(`${way}, answers`, async () => {
    const agent = made();
    const { Data } = await agent.answer("GetSpNumbersAsync", ["051480114036"]).GetSpNumbersAsync();
    assert.deepEqual(Data, ["051480114036"]);
    let done;
    agent.answer("HangupAsync", (id) => new Promise((resolve) => (done = () => resolve(id === "1" ? null : "another"))));
    const pending = agent.HangupAsync("1");
    done();
    assert.equal((await pending).Data, null);
    const failure = await agent
      .reject("HoldAsync", { Code: "0908", Message: "no", Data: { ErrCode: "100021" } })
      .HoldAsync()
      .catch((error) => error);
    assert.ok(failure instanceof Error);
    assert.deepEqual({ ...failure }, { Code: "0908", Message: "no", Data: { ErrCode: "100021" }, Visible: true });
    const { Message } = await agent
      .reject("AnswerAsync")
      .AnswerAsync()
      .catch((error) => error);
    assert.match(Message, /^接听失败：/);
  });

  test(`${way}, events in their documented form, and what the getters read after them`, () => {
    const agent = made();
    const heard = [];
    for (const name of ["AdvancedCallStatusChanged", "Delivered", "event", "Ready", "GetState", "AgentStateChanged", "CallFailed"]) {
      agent.on(`${name}.here`, ({ Code, Data, Message, Event }) => heard.push({ name, Code, Data, Message, Event }));
    }
    const names = () => heard.splice(0).map(({ name }) => name);
    agent.emit("Ready", { CurState: "busy", CallID: "7", DestNumber: "10086" });
    assert.deepEqual(names(), ["Ready", "GetState"]);
    assert.deepEqual([agent.connectState, agent.agentState, agent.callStatus.CallID], ["connected", "busy", "7"]);

    agent.emit("Delivered", { CustomerInfo: { TelNumber: "13900139000" } });
    const [, { Data }, { Event }] = heard;
    assert.deepEqual(names(), ["AdvancedCallStatusChanged", "Delivered", "event"]);
    assert.deepEqual(
      [Data.CustomerInfo.Number, Data.CallDirection, Data.CallAuthority.AllowAnswer, Event],
      ["13900139000", "Inbound", true, "Delivered"],
    );
    assert.ok("City" in Data.CustomerInfo, "the sample's other members stay");

    agent.emit("AgentStateChanged", { CurState: "onBreak", CurStateSubId: "101" });
    assert.deepEqual([heard[0].Data[0].CurState, heard[0].Data.CurState], ["onBreak", "onBreak"]);
    assert.deepEqual([agent.agentState, agent.agentSubState, agent.callStatus], ["onBreak", "101", null]);

    agent.emit("CallFailed", {}, "The number is busy");
    assert.deepEqual([heard[1].Code, heard[1].Message], ["0300", "The number is busy"]);
    agent.set({ phoneMode: "webrtc" }).emit("Disconnected", { Reason: "closed" });
    assert.deepEqual([agent.phoneMode, agent.connectState], ["webrtc", "disconnect"]);
    agent.off(".here").emit("Ready");
    assert.equal(heard.length, 2);
  });

  test(`${way}, names that do not exist are refused`, () => {
    const agent = made();
    assert.throws(() => agent.emit("NewCall"), /there is no event "NewCall"\. There are: .*Delivered/);
    for (const refused of [() => agent.answer("MakeCall", null), () => agent.reject("constructor"), () => agent.argsOf("emit")]) {
      assert.throws(refused, /there is no method ".*"\. There are: .*MakeCallAsync/);
    }
  });

  test(`${way}, after Destroy`, async () => {
    const agent = made({ LanguageCode: "en-US" });
    agent.on("Ready", () => agent.Destroy()).on("GetState", () => assert.fail("no event comes any more"));
    agent.emit("Ready");
    assert.ok(agent.isDestroyed);
    await assert.rejects(agent.AnswerAsync(), {
      Code: "0902",
      Message: /^There is no connection: the instance was destroyed\. .* \[AnswerAsync 0902]$/,
    });
    assert.equal(fake.UdeskCCPaasApiClass.instances.at(-1), agent);
  });
}
