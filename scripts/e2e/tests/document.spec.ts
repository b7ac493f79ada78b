import { readFileSync } from "node:fs";

import { expect, test } from "../origins.ts";

const envelope = (Data: unknown) => ({ Code: "0000", Data, Message: "", Visible: false });
const done = envelope(null);
const number = expect.stringMatching(/^\d{4,}$/);
const account = { SipServer: expect.any(String), Number: number, Password: expect.any(String) };
const party = expect.objectContaining({ TelNumber: number });

/** The documented names of a part of the reference. */
function documented(part: "Methods" | "Events"): string[] {
  const reference = readFileSync(new URL("../../../js/API.md", import.meta.url), "utf8");
  const line = reference.match(new RegExp(`^- \\[${part}\\].*$`, "m"))?.[0] ?? "";
  return [...line.matchAll(/\[(\w+)\]/g)].map((match) => String(match[1])).slice(1);
}

test("every example of the vendor's document does what the document says", async ({ run }) => {
  const { failed, settled, raised, silentAfterOff, lines } = await run("page.html?test=document");
  expect(failed).toBeUndefined();

  expect(Object.keys(settled).sort()).toEqual(documented("Methods").sort());
  expect(
    Object.keys(raised)
      .filter((name) => name !== "event")
      .sort(),
  ).toEqual(documented("Events").sort());

  // Methods that resolve to something other than Data: null.
  const results: Record<string, unknown[]> = {
    GetPhoneModesAsync: [
      [
        { Id: "cellphone", Name: "Mobile phone" },
        { Id: "voip", Name: "IP Telephone" },
        { Id: "webrtc", Name: "Webphone" },
      ],
    ],
    GetAgentStatesAsync: [
      [
        { Code: "idle", Label: "idle" },
        { Code: "busy", Label: "busy" },
        { Code: "onBreak", Label: "Short break" },
        { Code: "offline", Label: "offline" },
        { Code: 101, Label: "Lunch", Owner: "onBreak" },
        { Code: 102, Label: "Using the restroom", Owner: "onBreak" },
        { Code: 103, Label: "Meeting", Owner: "onBreak" },
      ],
    ],
    GetWebPhoneInfoAsync: [account],
    GetAgentTerminalInfoAsync: [account],
    GetCallInWrapUpTimeAsync: [{ WrapUpTime: 0 }],
    GetSpNumbersAsync: [["051480114036", "051480114037", "051480114038"]],
    GetCurrentSpNumberAsync: ["051480114037"],
    GetIvrNodesAsync: [expect.arrayContaining([{ id: 2, name: "Main menu" }])],
    GetQueuesAgentsAsync: [[{ Name: "Support", QueueId: "2", Strategy: 2, Timeout: 60 }]],
    GetOtherAgentsAsync: [
      expect.arrayContaining([expect.objectContaining({ AgentId: "1002", Enable: true, Queues: null, Role: "agent", State: 2 })]),
    ],
    GetNumberPoolAndSpNumAsync: [
      { list: expect.arrayContaining([expect.objectContaining({ id: "11" })]), defaultId: null },
      { list: expect.any(Array), defaultId: "11" },
    ],
    SetSpNumberPoolNumAsync: [{}],
  };
  const refused = ["MuteAsync", "UnmuteAsync"];
  const silent = ["Init", "Disconnect", "Destroy"];
  for (const [name, outcomes] of Object.entries<unknown[]>(settled)) {
    if (results[name]) {
      expect(outcomes, name).toEqual(results[name].map(envelope));
    } else if (refused.includes(name)) {
      expect(outcomes, name).toEqual([
        expect.objectContaining({
          isError: true,
          rejected: { Code: "9000", Message: expect.stringContaining("webrtc"), Data: null, Visible: true },
        }),
      ]);
    } else {
      expect(outcomes, name).toEqual(outcomes.map(() => (silent.includes(name) ? "undefined" : done)));
    }
  }

  expect(raised.AgentStateChanged.slice(0, 3)).toEqual([
    envelope([expect.objectContaining({ OldState: "offline", CurState: "busy", CurStateSubId: expect.stringMatching(/^0?$/) })]),
    envelope([expect.objectContaining({ OldState: "busy", CurState: "onBreak", CurStateSubId: "101" })]),
    envelope([expect.objectContaining({ OldState: "onBreak", CurState: "idle", CurStateSubId: expect.stringMatching(/^0?$/) })]),
  ]);
  expect(raised.PhoneModeChanged).toEqual([
    envelope([{ CurContact: "cellphone", CurExtState: "idle", CurNumber: number }]),
    envelope([{ CurContact: "voip", CurExtState: "idle", CurNumber: number }]),
  ]);
  expect(raised.PhoneStateChanged[0]).toEqual(envelope([{ CallID: expect.any(String), CurState: "busy" }]));
  const withoutCall = {
    AdvancedCallStatus: "undefined",
    AgentInfo: "undefined",
    CallDirection: "",
    CallID: "",
    CallType: "undefined",
    CurContact: number,
    CurExtState: "idle",
    CurMode: "voip",
    CurState: "offline",
    CurSubStateId: "",
    CustomerInfo: "undefined",
    DestNumber: "",
    DestNumberLoc: "",
    Payload: null,
    SpNumber: "",
    StartTime: "",
    UserData: "",
  };
  expect(raised.Ready).toEqual([envelope([withoutCall])]);
  expect(raised.GetState[0]).toEqual(envelope(withoutCall));

  const calls: string[] = documented("Events").slice(documented("Events").indexOf("Delivered"));
  expect(calls).toHaveLength(8);
  for (const name of calls) {
    for (const resp of raised[name]) {
      expect(resp, name).toEqual(
        envelope(
          expect.objectContaining({
            AdvancedCallStatus: name,
            AgentInfo: party,
            CallAuthority: expect.objectContaining({ AllowHangup: expect.any(Boolean) }),
            CallDirection: expect.stringMatching(/^(In|Out)bound$/),
            CallEvent: name,
            CallID: expect.stringMatching(/^[0-9a-f-]{36}$/),
            CallType: expect.stringMatching(/^(OtherIn|Consult|Conference)$/),
            CalledInfo: party,
            CallerInfo: party,
            ChannelUUID: expect.stringMatching(/^[0-9a-f-]{36}$/),
            CustomerInfo: party,
            DisplayInfo: party,
            DisplayNum: "undefined",
            WorkFlow: expect.stringMatching(/^(in|out_callback)$/),
          }),
        ),
      );
    }
  }
  expect(raised.Originated[0].Data).toMatchObject({
    CallDirection: "Outbound",
    CallType: "OtherIn",
    WorkFlow: "out_callback",
    CalledInfo: { TelNumber: "13800138000", City: "Beijing" },
    CustomerInfo: { TelNumber: "13800138000", City: "Beijing" },
    DisplayInfo: { City: "Beijing" },
  });

  // AdvancedCallStatusChanged accompanies each of them, and "event" did until it was removed.
  const statuses = raised.AdvancedCallStatusChanged.map((resp: any) => resp.Data.AdvancedCallStatus);
  expect(statuses).toHaveLength(calls.reduce((sum, name) => sum + raised[name].length, 0));
  expect(raised.event.map((resp: any) => resp.Event)).toEqual(statuses.slice(0, raised.event.length));
  expect(silentAfterOff).toBe(true);
  expect(lines.join("\n")).not.toMatch(/1390013|1380013|[0-9a-f]{40}/);
});
