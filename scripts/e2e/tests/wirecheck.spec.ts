// What Chromium records of a page's traffic, checked by scripts/wirecheck. With RECORD=call that one becomes what its own
// tests read.
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import type { Page } from "@playwright/test";

import { expect, test } from "../origins.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Har {
  log: { entries: { startedDateTime: string; request: any; response: any; _webSocketMessages?: { time: number }[] }[] };
}

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

/** Of a recording, what went to gateway and backend, in the shape in which Chrome's DevTools export it. */
function exported(har: Har, sdkOrigin: string): Har {
  const entries = har.log.entries.filter(({ request }) => /\/(ws|backend)\b/.test(new URL(request.url).pathname));
  return {
    log: {
      entries: entries.map(({ startedDateTime, request, response, _webSocketMessages: messages }) => ({
        startedDateTime,
        request: {
          method: request.method,
          // The sandbox's port is another each time.
          url: request.url.replace(sdkOrigin.replace("http", "ws"), "ws://127.0.0.1:8080").replace(sdkOrigin, "http://127.0.0.1:8080"),
          ...(request.postData ? { postData: { text: request.postData.text } } : {}),
        },
        response: { status: response.status, content: messages ? {} : { text: response.content.text } },
        ...(messages && {
          _resourceType: "websocket",
          _webSocketMessages: messages.map((message) => ({ ...message, time: message.time / 1000 })),
        }),
      })),
    },
  };
}

for (const [name, use] of Object.entries({
  async document(_: Page, open: (path: string) => Promise<unknown>) {
    expect(await open("page.html?test=document")).not.toHaveProperty("failed");
  },
  async call(page: Page, open: (path: string) => Promise<unknown>) {
    void open("audited.html?agent=1001");
    await page.waitForFunction("typeof audit === 'object'");
    await page.evaluate("audit.does('SetAgentStateAsync', 'idle')");
    await page.evaluate("instance.GetAgentStatesAsync()");
    await page.evaluate("instance.GetPhoneModesAsync()");
    await page.evaluate("instance.GetWebPhoneInfoAsync()");
    await page.evaluate("instance.GetSpNumbersAsync({ OwnerType: 'app' })");
    await page.evaluate("instance.GetOtherAgentsAsync({ State: 'idle' })");
    await page.evaluate("instance.GetIvrNodesAsync('25')");
    await page.evaluate("instance.SetSpNumberPoolNumAsync({ type: '2', id: '11' })");
    await page.evaluate("audit.dials('8000')");
    await expect.poll(() => page.evaluate("audit.status")).toBe("Established");
    await page.evaluate("audit.does('HoldAsync', { CallId: audit.call })");
    await expect.poll(() => page.evaluate("audit.status")).toBe("Held");
    await page.evaluate("audit.does('RecoveryAsync', { CallId: audit.call })");
    await page.evaluate("audit.does('HangupAsync', audit.call)");
    await expect.poll(() => page.evaluate("instance.phoneState")).toBe("idle");
    await page.evaluate("audit.does('MakeCallAsync', '13800130004')");
  },
})) {
  test(`wirecheck understands the ${name} that Chromium recorded`, async ({ browser, customer, sdkOrigin }, testInfo) => {
    const file = testInfo.outputPath(`${name}.har`);
    const context = await browser.newContext({ recordHar: { path: file, content: "embed" } });
    const page = await context.newPage();
    await use(page, async (path) => {
      const { url, report } = customer.expect(path);
      await page.goto(url);
      return report;
    });
    await context.close();

    const checked = await promisify(execFile)("go", ["run", "./scripts/wirecheck", file], { cwd: root }).catch((failed) => failed);
    expect(checked.stdout).toMatch(/, 0 not; 0 members or frames ignored; 0 contradictions;/);
    expect(checked.code ?? 0).toBe(0);
    if (process.env.RECORD === name) {
      const har = exported(JSON.parse(await readFile(file, "utf8")), sdkOrigin);
      await writeFile(`${root}scripts/wirecheck/testdata/${name}.har`, JSON.stringify(har, null, 1) + "\n");
    }
  });
}
