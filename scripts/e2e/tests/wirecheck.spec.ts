// Chromium's recording of a page's traffic, checked by scripts/wirecheck. With RECORD=call it replaces the recording that
// wirecheck's own tests read.
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import type { Browser, Page } from "@playwright/test";

import { Customer } from "../customer.ts";
import { expect, serving, test } from "../origins.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Har {
  log: { entries: { startedDateTime: string; request: any; response: any; _webSocketMessages?: { time: number }[] }[] };
}

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

/** The part of a recording for gateway and backend, in the form in which Chrome's DevTools export it. */
function exported(har: Har, sdkOrigin: string): Har {
  const entries = har.log.entries.filter(({ request }) => /\/(ws|backend)\b/.test(new URL(request.url).pathname));
  return {
    log: {
      entries: entries.map(({ startedDateTime, request, response, _webSocketMessages: messages }) => ({
        startedDateTime,
        request: {
          method: request.method,
          // The sandbox's port differs each time.
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

/** The page's. */
declare const instance: any;

/** What the page's instance reports: events, states, and their call, each call by its number. */
const listen = () => {
  const calls: string[] = [];
  const told: string[] = [];
  Object.assign(window, { told });
  const callOf = (id: string) => {
    if (!calls.includes(id)) {
      calls.push(id);
    }
    return `call ${calls.indexOf(id) + 1}`;
  };
  instance.on("AgentStateChanged", ({ Data: [change] }: any) => told.push(`agent ${change.OldState} to ${change.CurState}`));
  instance.on("PhoneStateChanged", ({ Data: [change] }: any) => told.push(`phone ${change.CurState}`));
  instance.on("event", ({ Event, Data }: any) =>
    told.push(`${Event} ${callOf(Data.CallID)} ${Data.CallType} ${Data.WorkFlow} hold ${Data.CallAuthority.AllowHold}`),
  );
};

/** A call, dialled, held and ended, and one that is refused. */
async function call(page: Page, open: (path: string) => Promise<unknown>) {
  void open("audited.html?agent=1001");
  await page.waitForFunction("typeof audit === 'object'");
  await page.evaluate(listen);
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
  return page.evaluate("({ told, outcomes: audit.outcomes, wrong: audit.wrong })");
}

async function document(_: Page, open: (path: string) => Promise<unknown>) {
  expect(await open("page.html?test=document")).not.toHaveProperty("failed");
}

const wirecheck = (...args: string[]) => promisify(execFile)("go", ["run", "./scripts/wirecheck", ...args], { cwd: root });

/** Records what a page does. */
async function record(browser: Browser, customer: Customer, file: string, use: typeof call | typeof document): Promise<unknown> {
  const context = await browser.newContext({ recordHar: { path: file, content: "embed" } });
  const page = await context.newPage();
  try {
    return await use(page, async (path) => {
      const { url, report } = customer.expect(path);
      await page.goto(url);
      return report;
    });
  } finally {
    await context.close();
  }
}

for (const [name, use] of Object.entries({ document, call })) {
  test(`wirecheck understands the ${name} that Chromium recorded`, async ({ browser, customer, sdkOrigin }, testInfo) => {
    const file = testInfo.outputPath(`${name}.har`);
    await record(browser, customer, file, use);
    const checked = await wirecheck(file).catch((failed) => failed);
    expect(checked.stdout).toMatch(/, 0 not; 0 members or frames ignored; 0 contradictions;/);
    expect(checked.code ?? 0).toBe(0);
    if (process.env.RECORD === name) {
      const har = exported(JSON.parse(await readFile(file, "utf8")), sdkOrigin);
      await writeFile(`${root}scripts/wirecheck/testdata/${name}.har`, JSON.stringify(har, null, 1) + "\n");
    }
  });
}

test("the scenario of a HAR tells a page what the recorded one was told", async ({ browser, customer }, testInfo) => {
  const [har, scenario, again] = ["call.har", "call.scenario.json", "again.har"].map((name) => testInfo.outputPath(name));
  const first: any = await record(browser, customer, har!, call);
  expect(first.told.length).toBeGreaterThan(8);
  await writeFile(scenario!, (await wirecheck("-scenario", har!)).stdout);

  await serving(["-scenario", scenario!, "-scenario-speed", "2"], async (origin) => {
    const replayed = await new Customer(origin).listen();
    const second: any = await record(browser, replayed, again!, call);
    replayed.close();
    expect(second).toEqual(first);
  });
  // The replay is a session like any other, and only what was refused before is refused in it.
  const checked = await wirecheck(again!).catch((failed) => failed);
  expect(checked.stdout).toMatch(/, 0 not; 0 members or frames ignored; 0 contradictions;/);
});
