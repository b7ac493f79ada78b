import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

import { expect, test } from "@playwright/test";

import { installed } from "./install.ts";

type Kit = typeof import("../src/index.ts");

const kit = (file = "index.js") => import(pathToFileURL(`${installed()}/node_modules/@ccpaas/sandbox/dist/${file}`).href);
const { startSandbox, SandboxError }: Kit = await kit();
const { findProgram }: typeof import("../src/program.ts") = await kit("program.js");

const answers = (url: string) => fetch(`${url}/sandbox/state`).then((r) => r.ok, () => false);

test("it starts, is driven, and ends", async () => {
  const log: string[] = [];
  const box = await startSandbox({ seed: 7, log: (line) => log.push(line) });
  expect(box.options("1002")).toEqual({
    AgentId: "1002",
    AppId: "00000000-0000-4000-8000-000000000001",
    Domain: `${box.url.replace("http", "ws")}/ws`,
    HttpDomain: `${box.url}/backend`,
  });
  expect(await box.token("1002")).toEqual({ appId: box.options("1002").AppId, timestamp: expect.any(String), token: expect.stringMatching(/^[0-9a-f]{40}$/) });

  const callId = await box.call({ QueueId: "2", From: "13800138000" });
  expect((await box.state()).Calls).toMatchObject([{ CallID: callId, Status: "queued", Number: "13800138000", QueueId: "2" }]);
  await box.hangup(callId);
  expect((await box.state()).Calls).toEqual([]);

  await box.fault({ AgentId: "1001", Fault: "delay", Ms: 100, Count: 2 });
  await box.fault({ AgentId: "1002", Fault: "refuse", Method: "Hold", ErrCode: "100021" });
  expect(await box.faults()).toHaveLength(2);
  await box.clearFaults("1001");
  expect(await box.faults()).toEqual([{ AgentId: "1002", Fault: "refuse", Method: "Hold", ErrCode: "100021", Count: 1 }]);
  await box.clearFaults();
  expect(await box.faults()).toEqual([]);

  await box.call({ QueueId: "2", From: "13800138000" });
  await box.reset();
  expect((await box.state()).Calls).toEqual([]);

  await box.close();
  expect(await answers(box.url)).toBe(false);
  await expect(box.state()).rejects.toThrow("was it closed?");
  await box.close();
});

test("a scenario is replayed, and one that cannot be says why", async () => {
  const scenario = new URL("../../../scripts/wirecheck/testdata/call.scenario.json", import.meta.url);
  const box = await startSandbox({ scenario, scenarioSpeed: 10 });
  await expect(box.call({ AgentId: "1001", From: "13800138000" })).rejects.toThrow("replays a scenario");
  const { appId, timestamp, token } = await box.token("1001");
  const query = new URLSearchParams({ AppId: appId, Timestamp: timestamp, Token: token, State: "idle" });
  const answer = await (await fetch(`${box.options("1001").HttpDomain}/agents?${query}`)).json();
  expect(answer.Result.AgentList).toMatchObject([{ AgentId: "1001", Name: "Name 7" }]);
  await box.close();

  await expect(startSandbox({ scenario: "none.json" })).rejects.toThrow("cannot read the scenario");
  await expect(startSandbox({ scenario: new URL(import.meta.url) })).rejects.toThrow("is not a scenario");
  await expect(startSandbox({ scenario, scenarioSpeed: -1 })).rejects.toThrow("ScenarioSpeed");
});

test("the frames of an agent's page", async () => {
  const box = await startSandbox();
  const { appId, timestamp, token } = await box.token("1001");
  const query = new URLSearchParams({ AppId: appId, AgentId: "1001", Token: token, Timestamp: timestamp });
  // Node 20 has WebSocket only with this flag.
  const page = spawn(process.execPath, ["--experimental-websocket", "-e", `
    const socket = new WebSocket(${JSON.stringify(`${box.options("1001").Domain}?${query}`)});
    socket.onopen = () => socket.send("ping");
    socket.onmessage = () => socket.close();
  `]);
  await once(page, "exit");
  const frame = { AgentId: "1001", Time: expect.stringMatching(/^\d{4}-/) };
  expect(await box.frames("1001")).toEqual([
    { ...frame, Direction: "from agent", Text: "ping" },
    { ...frame, Direction: "to agent", Text: "pong" },
  ]);
  expect(await box.frames()).toHaveLength(2);
  expect(await box.frames("1002")).toEqual([]);
  await box.close();
});

test("the same seed gives the same ids", async () => {
  const first = async (seed: number) => {
    const box = await startSandbox({ seed });
    const callId = await box.call({ QueueId: "2", From: "13800138000" });
    await box.close();
    return callId;
  };
  expect(await first(7)).toBe(await first(7));
  expect(await first(7)).not.toBe(await first(8));
});

test("a page of another origin is let in only if the setting names it", async () => {
  const box = await startSandbox({ origins: ["http://localhost:5173"] });
  const ask = (origin: string) => fetch(box.tokenUrl("1001"), { headers: { Origin: origin } }).then((response) => response.status);
  expect(await ask("http://localhost:5173")).toBe(200);
  expect(await ask("http://localhost:5174")).toBe(403);
  expect(await ask("https://evil.example")).toBe(403);
  await box.close();
  await expect(startSandbox({ origins: ["localhost"] })).rejects.toThrow(/"localhost" is not an origin; write/);
});

test("a token is its agent's alone, unless the setting says otherwise", async () => {
  for (const bindTokens of [undefined, false]) {
    const box = await startSandbox({ agents: 12, ...(bindTokens === undefined ? {} : { bindTokens }) });
    expect((await box.state()).Agents).toHaveLength(12);
    const { appId, timestamp, token } = await box.token("1001");
    const query = new URLSearchParams({ Token: token, Timestamp: timestamp, AppId: appId });
    const as = (agent: string) =>
      fetch(`${box.url}/backend/agents/${agent}?${query}`, { method: "POST" }).then((response) => response.json());
    expect((await as("1001")).ErrCode).toBe("000000");
    expect((await as("1002")).ErrCode).toBe(bindTokens === false ? "000000" : "200020");
    await box.close();
  }
});

test("what the sandbox refuses rejects and says why", async () => {
  const box = await startSandbox();
  const refused = await box.call({ AgentId: "1001", From: "13800138000" }).catch((error) => error);
  expect(refused).toBeInstanceOf(SandboxError);
  expect(refused).toMatchObject({ name: "SandboxError", Code: "100021", message: expect.stringMatching(/^call: agent 1001 is offline/) });
  await expect(box.token("9999")).rejects.toThrow("token: no agent");
  await expect(box.answer("none")).rejects.toThrow("answer: no call");
  await box.close();
});

test("a port that is taken", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  await expect(startSandbox({ port })).rejects.toThrow(new RegExp(`127.0.0.1:${port}, choose another`));
  taken.close();
  await once(taken, "close");
  const box = await startSandbox({ port });
  expect(box.url).toBe(`http://127.0.0.1:${port}`);
  await box.close();
});

test.describe("the end of the process that started it", () => {
  /** A separate process that starts a sandbox, reports its address, and continues as given. */
  async function starter(goesOn: string): Promise<{ process: ChildProcess; url: string }> {
    const script = `import { startSandbox } from "@ccpaas/sandbox"; const box = await startSandbox(); console.log(box.url); ${goesOn}`;
    const process_ = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: installed(), stdio: ["ignore", "pipe", "inherit"] });
    const [url] = await once(createInterface({ input: process_.stdout }), "line");
    return { process: process_, url };
  }
  const gone = async (started: { process: ChildProcess; url: string }) => {
    if (started.process.exitCode === null && started.process.signalCode === null) {
      await once(started.process, "exit");
    }
    await expect.poll(() => answers(started.url)).toBe(false);
  };

  test("by itself, without close()", async () => {
    await gone(await starter(""));
  });

  test("by a kill that nobody can catch", async () => {
    const started = await starter("setInterval(() => {}, 1000);");
    expect(await answers(started.url)).toBe(true);
    started.process.kill("SIGKILL");
    await gone(started);
  });

  test("by an exception", async () => {
    await gone(await starter("process.on('uncaughtException', () => process.exit(3)); throw new Error('x');"));
  });
});

test.describe("which program", () => {
  test("the one that npm installed for this platform", () => {
    expect(findProgram()).toContain(`node_modules/@ccpaas/sandbox-${process.platform}-${process.arch}/bin/ccpaas-sandbox`);
  });

  test("none for this platform", () => {
    expect(() => findProgram("freebsd", "x64")).toThrow(
      /there is no sandbox for freebsd-x64; there is one for darwin-arm64, .*win32-x64.*go build .* set CCPAAS_SANDBOX_BINARY/,
    );
  });

  test("one that was not installed", () => {
    expect(() => findProgram("win32", "arm64")).toThrow(/@ccpaas\/sandbox-win32-arm64.*is not installed.*--omit=optional.*CCPAAS_SANDBOX_BINARY/);
  });

  /** The error of startSandbox if the environment names a program. */
  async function named(program: string): Promise<string> {
    const script = `import { startSandbox } from "@ccpaas/sandbox"; await startSandbox().then((box) => console.log(box.url), (error) => console.log(error.message.replaceAll("\\n", " ")));`;
    const started = spawn(process.execPath, ["--input-type=module", "-e", script], {
      cwd: installed(),
      env: { ...process.env, CCPAAS_SANDBOX_BINARY: program },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: started.stdout }), "line");
    return line;
  }

  test("the one that the environment names", async ({}, testInfo) => {
    expect(await named(findProgram())).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await named("/nowhere/ccpaas-sandbox")).toMatch(/cannot start \/nowhere\/ccpaas-sandbox/);

    const script = testInfo.outputPath("program");
    const write = (text: string) => writeFileSync(script, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    write("echo hello; cat");
    expect(await named(script)).toMatch(/is no sandbox.*Check CCPAAS_SANDBOX_BINARY/);
    write("echo what went wrong >&2; exit 3");
    expect(await named(script)).toMatch(/ended with exit code 3 what went wrong/);
  });
});
