import { expect, test } from "../origins.ts";

const done = { Code: "0000", Data: null, Message: "", Visible: false };

test("a page written from the vendor's document logs in, dials, hears events, takes a call and hangs up", async ({ run }) => {
  const report = await run("typical.html");
  expect(report.failed).toBeUndefined();
  for (const step of ["login", "dialled", "held", "recovered", "hungUp", "answered"]) {
    expect(report[step], step).toEqual(done);
  }
  expect(report.heard).toEqual([
    "Ready",
    "GetState",
    "AgentStateChanged",
    "AgentStateChanged",
    "PhoneStateChanged",
    "(Originated)",
    "Originated",
    "AgentStateChanged",
    "(Established)",
    "Established",
    "(Held)",
    "Held",
    "(Retrieved)",
    "Retrieved",
    "(ConnectionCleared)",
    "ConnectionCleared",
    "AgentStateChanged",
    "PhoneStateChanged",
    "AgentStateChanged",
    "PhoneStateChanged",
    "(Delivered)",
    "Delivered",
    "AgentStateChanged",
    "(Established)",
    "Established",
    "(ConnectionCleared)",
    "ConnectionCleared",
    "AgentStateChanged",
    "PhoneStateChanged",
  ]);
  expect(report.outbound).toMatchObject({
    CallDirection: "Outbound",
    WorkFlow: "out_callback",
    CustomerInfo: { TelNumber: "13800138000" },
    CallAuthority: { AllowHold: true, AllowAnswer: false },
    DisplayNum: "undefined",
  });
  expect(report.inbound).toMatchObject({ CallDirection: "Inbound", CallAuthority: { AllowAnswer: true } });
  expect(report.customer).toBe("13900139000");
  expect(report.sameCall).toBe(true);
  expect(report.agentState).toBe("idle");
  expect(report.globals).toEqual(["UdeskCCPaasApiClass"]);
  expect(report.lines.join("\n")).not.toMatch(/1390013|1380013|[0-9a-f]{40}/);
});
