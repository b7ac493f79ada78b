// Pages and networks as they exist in the field: where the script comes from, and how its files arrive.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

import { forCalls } from "../calls.ts";
import { expect, test as base } from "../field.ts";

interface Served {
  url: string;
  asked: () => number;
}

const dist = process.env.FIELD_DIST ? `file://${process.env.FIELD_DIST}/` : new URL("../../../js/dist/", import.meta.url);
const wasm = await readFile(new URL("udesk-ccpaas.wasm", dist));

const test = base.extend<{ serve(answer: (asked: number) => RequestListener): Promise<Served> }>({
  /** A server of one file, whose n-th request gets the n-th answer. */
  serve: async ({}, use) => {
    const servers: ReturnType<typeof createServer>[] = [];
    await use(async (answer) => {
      let asked = 0;
      const server = createServer((request, response) => {
        response.setHeader("Access-Control-Allow-Origin", "*");
        answer(++asked)(request, response);
      });
      servers.push(server);
      await once(server.listen(0, "127.0.0.1"), "listening");
      const { port } = server.address() as AddressInfo;
      return { url: `http://127.0.0.1:${port}/udesk-ccpaas.wasm?secret=1`, asked: () => asked };
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});
test.use({ launchOptions: forCalls(1000) });
test.setTimeout(60_000);

const whole: RequestListener = (_, response) => response.writeHead(200, { "Content-Type": "application/wasm" }).end(wasm);
const portal: RequestListener = (_, response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<html>Log in</html>");
const drops: RequestListener = (request) => request.socket.destroy();
const silent: RequestListener = () => undefined;
const half: RequestListener = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/wasm", "Content-Length": wasm.length });
  response.write(wasm.subarray(0, wasm.length / 2));
};

const path = (name: string, does: string, url = ""): string => `${name}.html?does=${does}&wasm=${encodeURIComponent(url)}`;

function expectWorks(report: any): void {
  expect(report.failed).toBeUndefined();
  expect(report.later.came).toMatchObject({ Code: "0000" });
  expect(report.events.map(([name]: [string]) => name)).toContain("Ready");
}

/** A failed call reports the reason, and the address without its query, in time. */
function expectSays({ came, took }: any, ...says: string[]): void {
  expect(came.rejected).toMatchObject({ Code: "9000", Data: null, Visible: true });
  for (const words of says) {
    expect(came.rejected.Message).toContain(words);
  }
  expect(came.rejected.Message).not.toContain("secret");
  expect(took).toBeLessThan(30_000);
}

for (const [id, name] of [
  ["A6", "script_import"],
  ["A6", "script_module"],
  ["A7", "script_global_eval"],
  ["A7", "script_new_function"],
  ["A7", "element_hidden"],
  ["A10", "fetch_wrapped"],
] as const) {
  test(`${id} ${name}`, async ({ run }) => {
    const report = await run(`${name}.html`);
    expectWorks(report);
    expect(report.first.came.Code).toBe("0000");
  });
}

test("A7 script_unplaced: says what was tried, and works with WasmUrl", async ({ run, customerOrigin, sdkOrigin }) => {
  const report = await run("script_unplaced.html");
  expectSays(
    report.first,
    "the address of the script is unknown",
    `${customerOrigin}/udesk-ccpaas.wasm`,
    "HTTP 404",
    "WasmUrl and PhoneUrl",
  );
  expectWorks(await run(path("script_unplaced", "connect", `${sdkOrigin}/sdk/udesk-ccpaas.wasm`)));
});

for (const [form, sources] of [
  ["a nonce", "'nonce-cnVu'"],
  ["a nonce and strict-dynamic", "'nonce-cnVu' 'strict-dynamic'"],
  ["hosts", "'self' {{sdk}}"],
] as const) {
  test(`A8 phone_nonce: a policy with ${form}`, async ({ run }) => {
    const csp = `script-src ${sources} 'wasm-unsafe-eval'`;
    const report = await run(`phone_nonce.html?csp=${encodeURIComponent(csp)}`);
    expect(report.came).toMatchObject([{ Code: "0000" }]);
  });
}

test("D13 two_copies", async ({ page, run }) => {
  const csp = "require-trusted-types-for 'script'; trusted-types udesk-ccpaas";
  const report = await run(`two_copies.html?csp=${encodeURIComponent(csp)}`);
  expect(report.came).toMatchObject([{ Code: "0000" }, { Code: "0000" }]);
  // The policy allows what the copies load, and nothing that merely has the same name.
  const evaluated = await page.evaluate(() => {
    const { policy } = (window as any).trustedTypes[Symbol.for("udesk-ccpaas")];
    try {
      return policy.createScriptURL("https://stranger.example/udesk-phone.js").toString();
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(evaluated).toBe("TypeError");
});

test("A13 blocked_thread", async ({ run }) => {
  const report = await run(path("blocked_thread", "blocked"));
  expect(report.asked.came).toMatchObject({ Code: "0000" });
  expect(report.events.map(([name]: [string]) => name)).not.toContain("Disconnected");
});

test("B1 a content type with a charset loads, with a warning", async ({ run, serve }) => {
  const { url } = await serve(
    () => (_, response) => response.writeHead(200, { "Content-Type": "application/wasm; charset=utf-8" }).end(wasm),
  );
  const report = await run(path("plain", "connect", url));
  expectWorks(report);
  expect(report.lines).toContainEqual(expect.stringMatching(/^warn .*application\/wasm/));
});

for (const [name, stall] of Object.entries({ "at the headers": silent, "half-way": half })) {
  test(`B2 a download that stalls ${name} is given up; ConnectAsync begins another`, async ({ run, serve }) => {
    const { url, asked } = await serve((asked) => (asked === 1 ? stall : whole));
    const report = await run(path("plain", "again", url));
    expectSays(report.first, "the download stalled", url.split("?")[0]!);
    expectWorks(report);
    expect(asked()).toBe(2);
  });
}

test("B2 the web phone's script stalls; the next choice of the mode begins another download", async ({ page, run }) => {
  let asked = 0;
  await page.route("**/udesk-phone.js*", (route) => (asked++ ? route.continue() : undefined));
  const report = await run(path("plain", "phone"));
  expect(report.first.came.rejected.Message).toMatch(/the download stalled, http.*\/udesk-phone\.js\)/);
  expect(report.first.took).toBeLessThan(30_000);
  expectWorks(report);
});

test("B3 a network that comes after three seconds", async ({ run, serve }) => {
  let first = 0;
  const { url } = await serve(() => (request, response) => {
    first = first || Date.now();
    (Date.now() - first < 3_000 ? drops : whole)(request, response);
  });
  const report = await run(path("plain", "ready", url));
  expectWorks(report);
  expect(report.took).toBeLessThan(10_000);
});

test("B4 a captive portal answers before the module is there", async ({ run, serve }) => {
  const { url } = await serve((asked) => (asked <= 2 ? portal : whole));
  const report = await run(path("plain", "again", url));
  expectSays(report.first, "not WebAssembly", url.split("?")[0]!);
  expectWorks(report);
});

test("B4 an address that has nothing yet", async ({ run, serve }) => {
  const { url } = await serve((asked) => (asked <= 2 ? (_, response) => response.writeHead(404).end() : whole));
  const report = await run(path("plain", "again", url));
  expectSays(report.first, "HTTP 404", url.split("?")[0]!);
  expectWorks(report);
});

test("B3 the network comes back: the module is fetched at once", async ({ page, run, serve }) => {
  let back = false;
  await page.route("**/network-is-back", (route) => {
    back = true;
    return route.fulfill({ body: "" });
  });
  const { url } = await serve(() => (request, response) => (back ? whole : drops)(request, response));
  const report = await run(path("plain", "online", url));
  expect(report.failed).toBeUndefined();
  expectSays(report.first, "network");
  expect(report.took).toBeLessThan(5_000);
});

test("B2 a download that trickles: nobody waits for it longer than 30 s, it goes on", async ({ run, serve }) => {
  const tenth = Math.ceil(wasm.length / 10);
  const { url, asked } = await serve(() => async (_, response) => {
    response.writeHead(200, { "Content-Type": "application/wasm", "Content-Length": wasm.length });
    for (let at = 0; at < wasm.length; at += tenth) {
      response.write(wasm.subarray(at, at + tenth));
      // Below the limit for a stalled download, and 30 s in total.
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
    response.end();
  });
  const report = await run(path("plain", "again", url));
  expectSays(report.first, "it takes longer than 25 s");
  expectWorks(report);
  expect(asked()).toBe(1);
});

test("B3 the attempts are over: the page is told, and ConnectAsync begins others", async ({ run, serve }) => {
  // Each attempt makes a second request, bypassing the cache.
  const { url } = await serve((asked) => (asked <= 6 ? drops : whole));
  const report = await run(path("plain", "attempts", url));
  expectWorks(report);
  expect(report.events.filter(([name]: [string]) => name === "NeedManualConnect")).toEqual([
    ["NeedManualConnect", expect.objectContaining({ Retrying: false })],
  ]);
});
