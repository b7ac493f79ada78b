// Mistakes of the first day, as reported to a page without the option Log. The run writes .build/first-day.md.
import { mkdirSync, writeFileSync } from "node:fs";

import { expect, test } from "../origins.ts";

interface Told {
  message: string;
  seconds: number;
}

interface Row {
  thrown?: Told;
  console?: Told;
  connect?: Told;
  call?: Told;
}

/** The message, and after how many seconds at most a call that waits for the connection reports it too. */
const says: Record<string, [words: string, waits: number]> = {
  "GetToken resolves to the whole answer": [
    "GetToken returned the whole answer. Return the part of it that has appId, timestamp and token, such as its member data.",
    2,
  ],
  "GetToken resolves to fetch's Response": ["such as its member json().", 2],
  "the token URL is wrong: 404, a page in HTML": [
    "GetToken got something that is not JSON, such as an HTML page. Check the address of the token endpoint.",
    2,
  ],
  "GetToken throws": ["GetToken failed.", 21],
  "GetToken is not overridden": ["GetToken failed.", 21],
  "AppId is not the token's": ["AppId differs from the token's appId. Use the same value in both.", 2],
  "AppId is wrong, in the token too": ["the gateway refused the token. Check AppId, AgentId, and the secret", 4],
  "AgentId is wrong": ["though the HTTP backend takes the token. Check Domain and AgentId.", 21],
  "the token is signed with another secret": ["the gateway refused the token. Check AppId, AgentId, and the secret", 4],
  "Domain without wss://": ["the option Domain must be a whole URL", 0],
  "Domain with https://": ["Domain is not a WebSocket URL; pass the whole address, which begins with wss://.", 2],
  "Domain with a wrong path": ["though the HTTP backend takes the token. Check Domain and AgentId.", 21],
  "Domain where nobody listens": ["though the HTTP backend takes the token. Check Domain and AgentId.", 21],
  "Domain of ws, not on this computer": ["Domain is not encrypted", 2],
  "HttpDomain without https://": ["the option HttpDomain must be a whole URL", 0],
  "the class is called without new": ["UdeskCCPaasApiClass is a class: call it with new", 0],
  "the agent connects in another page": ["the agent connected elsewhere; ConnectAsync takes it back.", 0],
};

test("mistakes of the first day are told at once", async ({ run }) => {
  test.setTimeout(120_000);
  const report = await run("page.html?test=first_day");
  expect(report.failed).toBeUndefined();
  const rows = report.rows as Record<string, Row>;
  const lines = ["| mistake | told by | s | a waiting call, s | message |", "|---|---|---|---|---|"];
  for (const [name, row] of Object.entries(rows)) {
    const first = (["thrown", "console", "connect", "call"] as const).find((by) => row[by])!;
    const told = row[first]!;
    const waited = row.call ? row.call.seconds.toFixed(1) : "";
    lines.push(
      `| ${name} | ${first === "thrown" ? "the constructor" : first} | ${told.seconds.toFixed(1)} | ${waited} | ${told.message.replaceAll("|", "\\|")} |`,
    );
  }
  const folder = new URL("../../../.build/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("first-day.md", folder), `${lines.join("\n")}\n`);
  console.log(lines.join("\n"));

  expect(Object.keys(rows).sort()).toEqual(Object.keys(says).sort());
  for (const [name, [words, waits]] of Object.entries(says)) {
    const { call, connect, console, thrown } = rows[name]!;
    if (thrown) {
      expect(thrown.message, name).toContain(words);
      continue;
    }
    expect(call!.message, name).toContain(words);
    expect(call!.seconds, name).toBeLessThan(waits + 1);
    if (connect) {
      expect(connect.message, name).toContain(words);
      // Chromium delays a page whose sockets to this computer have failed.
      expect(connect.seconds, name).toBeLessThan(8);
      expect(console?.message, name).toContain(words);
      expect(console?.message, name).toMatch(/^UdeskCCPaasApiClass: /);
      expect(console!.seconds, name).toBeLessThan(8);
    }
  }
  expect(report.kicked).toBe("kicked");
  expect(report.back).toBe("0000");
});
