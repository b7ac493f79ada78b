import { expect, test } from "../origins.ts";

const done = { Code: "0000", Data: null, Message: "", Visible: false };

test("where the document contradicts itself, pages written to either reading work", async ({ run }) => {
  const report = await run("page.html?test=readings");
  expect(report.failed).toBeUndefined();

  await test.step("Data of four events is an array of one element whose members can be read on it", () => {
    const values = { Ready: "voip", AgentStateChanged: "idle", PhoneModeChanged: "cellphone", PhoneStateChanged: "busy" };
    for (const [name, value] of Object.entries(values)) {
      expect(report.elements[name], name).toEqual({ everyWay: Array(6).fill(value), isArray: true, keys: ["0"], json: true });
    }
  });

  await test.step("what stands behind the first dot is a namespace, and off takes off what fits", () => {
    expect(report.namespaces).toEqual({
      all: ["Held.a:Held", "Held.b:Held", "Held.a.b:Held", "fn:Held", "Retrieved.a:Retrieved", "Retrieved:Retrieved"],
      "off Held.b": ["Held.a:Held", "Held.a.b:Held", "fn:Held", "Retrieved.a:Retrieved", "Retrieved:Retrieved"],
      "off .a": ["Held.a.b:Held", "fn:Held", "Retrieved:Retrieved"],
      "off Held, fn": ["Held.a.b:Held", "Retrieved:Retrieved"],
      "off Held": ["Retrieved:Retrieved"],
      "off()": [],
      chained: true,
    });
  });

  await test.step("the event named event stands for every event of a call and names it", () => {
    const names = ["Delivered", "Established", ...Array(5).fill(["Held", "Retrieved"]).flat()];
    expect(report.events).toEqual(names.map((name) => [name, "0000", name]));
    expect(report.silentAfterOff).toBe(true);
  });

  await test.step("Number on CustomerInfo alone is TelNumber, and JSON does not show it", () => {
    expect(report.number).toEqual({
      customer: ["13900139000", "13900139000"],
      json: '{"TelNumber":"13900139000","City":"Shanghai"}',
      inState: ["13900139000", "13900139000"],
      agent: false,
    });
  });

  await test.step("ConnectAsync while connected resolves; Init, Disconnect, Destroy and Destory return nothing", () => {
    expect([report.again, report.back]).toEqual([done, done]);
    expect(report.silent).toEqual(Array(6).fill("undefined"));
  });

  await test.step("a rejection is an Error with the four members", () => {
    const failures = [
      ...Object.entries<string>({ "of the server": "0908", "of the core": "0908", "of the script": "9000" }).map(
        ([from, code]) => [report.rejections[from], code] as const,
      ),
      ...report.gone.map((failure: unknown) => [failure, "0902"] as const),
    ];
    expect(failures).toHaveLength(6);
    for (const [failure, code] of failures) {
      expect(failure).toMatchObject({ isError: true, hasStack: true, rejected: { Code: code, Visible: true } });
      expect(Object.keys(failure.rejected)).toEqual(["Code", "Message", "Data", "Visible"]);
      expect(JSON.parse(failure.json)).toEqual(failure.rejected);
    }
    expect(report.rejections["of the server"].rejected.Data).toMatchObject({ ErrCode: "100018", ErrDesc: expect.any(String) });
    expect(report.rejections["of the core"].rejected.Data).toBeNull();
  });
});
