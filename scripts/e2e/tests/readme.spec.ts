import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { expect, test } from "../origins.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(new URL("../../../README.md", import.meta.url), "utf8").match(/^### A page\n(.*?)^### /ms)?.[1] ?? "";
const block = (language: string) => page.match(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms"))?.[1] ?? "";

test("the page that README shows makes a call, the hosts changed", async ({ page, sdkOrigin, customerOrigin, request }) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const html = `<!doctype html><title>README</title>${block("html")}<script>
    const shown = [], alerts = [];
    const show = (number) => shown.push(number), alert = (text) => alerts.push(text);
    ${block("js")}</script>`
    .replaceAll("https://sdk.example.com", sdkOrigin)
    .replaceAll("wss://gateway.example.com", sdkOrigin.replace("http", "ws"))
    .replaceAll("https://backend.example.com", sdkOrigin);
  const body = await (await request.get(`${sdkOrigin}/token?AgentId=1001`)).text();
  await page.route(`${customerOrigin}/my-backend/ccpaas-token`, (route) => route.fulfill({ contentType: "application/json", body }));
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${customerOrigin}/blank.html`);
  await page.setContent(html);
  expect(errors).toEqual([]);
  await expect.poll(() => page.evaluate("instance.agentState")).toBe("talking");

  const { Calls } = await (await request.get(`${sdkOrigin}/sandbox/state`)).json();
  expect(Calls).toHaveLength(1);
  await request.post(`${sdkOrigin}/sandbox/calls/${Calls[0].CallID}/hangup`, { data: {} });
  await expect.poll(() => page.evaluate("instance.agentState")).toBe("idle");
  await request.post(`${sdkOrigin}/sandbox/calls`, { data: { AgentId: "1001", From: "13800138000" } });
  await expect.poll(() => page.evaluate("shown")).toEqual(["13800138000"]);
  expect(await page.evaluate("alerts")).toEqual([]);
});

test("make demo serves the console, the SDK and the examples", async ({ page }) => {
  test.setTimeout(120_000);
  const demo = spawn("make", ["--no-print-directory", "demo", "ADDR=127.0.0.1:0"], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(demo, "exit");
  try {
    let origin = "";
    for await (const line of createInterface({ input: demo.stdout })) {
      origin = line.match(/^listening on (http:\/\/\S+?)\/?$/)?.[1] ?? "";
      if (origin) {
        break;
      }
    }
    for (const path of ["/", "/examples/"]) {
      expect((await page.goto(origin + path))?.status(), path).toBe(200);
    }
    for (const folder of ["/sdk", "/ccpaas-phone-sdk/sdk/cti-phone/2.1.0"]) {
      expect((await page.request.get(`${origin}${folder}/call-center-class.es6.js`)).status(), folder).toBe(200);
    }
  } finally {
    // Make and the server are one process group.
    process.kill(-demo.pid!, "SIGINT");
    await ended;
  }
});

test("Ctrl-C ends make demo with exit code 0", async () => {
  test.setTimeout(120_000);
  // A separate terminal, in which Ctrl-C is pressed once the server listens.
  const demo = spawn("script", ["--quiet", "--return", "--command", "make --no-print-directory demo ADDR=127.0.0.1:0", "/dev/null"], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(demo, "exit");
  for await (const line of createInterface({ input: demo.stdout })) {
    if (line.startsWith("listening on ")) {
      demo.stdin.write("\x03");
    }
  }
  expect(await ended).toEqual([0, null]);
});
