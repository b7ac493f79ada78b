// The timeline: each event with its frame.
import { readFile } from "node:fs/promises";

import { goIdle } from "../console.ts";
import { expect, test } from "../origins.ts";

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

/** Which frame an event comes from, by the name of its Method; null for those that have none. */
const methodOf: Record<string, string | null> = {
  Connecting: null, Connected: "GetState", Ready: "GetState", GetState: "GetState", Disconnected: null,
  AgentStateChanged: "AgentStateChange", PhoneStateChanged: "ExtensionStateChange",
};

/** Whether the recording shows that frame, with sensitive values as asterisks, or ids as other names. */
function shows(shown: any, received: any): boolean {
  if (typeof shown === "string" && /^(\*+x?|id-[a-z]{12})$/.test(shown)) {
    return typeof received !== "object";
  }
  if (typeof shown !== "object" || shown === null || typeof received !== "object" || received === null) {
    return shown === received;
  }
  const members = Object.values(received);
  return Object.values(shown).length === members.length && Object.values(shown).every((member, i) => shows(member, members[i]));
}

test("behind each event stands its frame as the browser received it", async ({ page, sdkOrigin }) => {
  const received: any[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => received.push(JSON.parse(String(payload)))));
  await goIdle(page, sdkOrigin);
  await page.getByTestId("number-answers").click();
  await page.getByTestId("action-hold").click();
  await expect(page.getByTestId("call-status")).toHaveText("On hold");
  await page.getByTestId("action-hangup").click();
  await expect(page.getByTestId("agent-state")).toHaveText("Idle");
  await page.getByTestId("disconnect").click();
  await expect(page.locator('[data-event="Disconnected"]')).toHaveCount(1);

  const shown = [];
  for (const event of await page.getByTestId("event").all()) {
    await event.getByTestId("event-name").click();
    const frame = event.getByTestId("event-frame");
    await expect(frame).toBeVisible();
    const name = (await event.getAttribute("data-event"))!;
    shown.unshift({
      name,
      title: await frame.getAttribute("aria-label"),
      frame: JSON.parse((await frame.textContent())!),
      data: JSON.parse((await event.getByTestId("event-data").textContent())!.replace(/^undefined$/, "null")),
    });
    await event.getByTestId("event-name").click();
  }
  // Each kind of notification, in the order of its frames.
  for (const { name, title, frame, data } of shown) {
    const method = name in methodOf ? methodOf[name] : name === "AdvancedCallStatusChanged" ? data.CallEvent : name;
    if (method === null) {
      expect(title, name).toContain("No frame belongs to it");
      expect(frame).not.toHaveProperty("MsgId");
      continue;
    }
    expect(title, name).toBe("Frame on the wire");
    expect(frame.Method, name).toBe(method);
    expect(
      received.some((one) => shows(frame, one)),
      `${name}: ${JSON.stringify(frame)}`,
    ).toBe(true);
    if (frame.Payload && name !== "AdvancedCallStatusChanged") {
      expect(data.CallEvent).toBe(frame.Payload.CallEvent);
    }
    if (name === "AgentStateChanged") {
      expect(data[0]).toMatchObject({ OldState: frame.OldState, CurState: frame.CurState });
    }
  }
  expect(shown.map(({ name }) => name)).toEqual(expect.arrayContaining(["Connecting", "Ready", "Originated", "Established", "Held", "ConnectionCleared", "Disconnected"]));
});

test("what the recording no longer holds is not made up", async ({ page, sdkOrigin }) => {
  let say: (frame: object) => void = () => {};
  await page.routeWebSocket(/\/ws\?/, (toPage) => {
    toPage.connectToServer();
    say = (frame) => toPage.send(JSON.stringify({ Ver: "1.0", MsgType: "NTF", SeqId: 1, Timestamp: 1, ...frame }));
  });
  await goIdle(page, sdkOrigin);
  // More than the recorder's 256 KiB.
  for (let i = 0; i < 100; i++) {
    say({ MsgId: `news-${i}`, Method: "ExtensionStateChange", CallID: `call-${i}`, CurState: "busy", UserData: "x".repeat(4096) });
  }
  const events = page.getByTestId("event");
  await expect(events.first().getByTestId("event-data")).toContainText("call-99");
  await events.first().getByTestId("event-name").click();
  await expect(events.first().getByTestId("event-frame")).toContainText(`"MsgId": "news-99"`);
  await events.last().getByTestId("event-name").click();
  await expect(events.last().getByTestId("event-frame")).toHaveText("The recording no longer contains its cause.");
});

test("what a timer led to is not put down to the last frame", async ({ page, sdkOrigin }) => {
  // The gateway answers, and then says nothing for a minute.
  const recording = [
    { Kind: "recording" },
    { T: 1_000_000, Kind: "in", Frame: { Method: "GetState", MsgType: "RSP" } },
    { T: 1_000_200, Kind: "event", Text: "GetState" },
    { T: 61_000_000, Kind: "note", Text: "no answer" },
    { T: 61_000_100, Kind: "event", Text: "Disconnected" },
  ];
  await page.goto(sdkOrigin);
  const causes = await page.evaluate(async (recording) => {
    const module = "/recording.js";
    const { causeOf } = await import(module);
    const sdk = { ExportLog: async () => recording.map((entry) => JSON.stringify(entry)).join("\n") };
    return Promise.all([0, 1].map((index) => causeOf(sdk, ["GetState", "Disconnected"], index)));
  }, recording);
  expect(causes).toEqual([{ frame: { Method: "GetState", MsgType: "RSP" } }, { entry: recording[1] }]);
});

test("the recording can be kept as a file", async ({ page, sdkOrigin }) => {
  await goIdle(page, sdkOrigin);
  const saved = page.waitForEvent("download");
  await page.getByTestId("events-save").click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe("recording-1001.jsonl");
  const lines = (await readFile((await file.path())!, "utf8")).trim().split("\n").map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({ Kind: "recording", AgentId: "1001" });
  expect(lines.flatMap(({ Kind, Text }) => (Kind === "event" ? Text.split(" ") : []))).toContain("Ready");
});
