// What the script does before the module is ready: it loads it at once, and gets the token and the socket meanwhile.
import type { Page, WebSocket } from "@playwright/test";

import { expect, test } from "../origins.ts";

const module = "**/udesk-ccpaas.wasm";

/** What the page requests: sockets, tokens, modules. */
interface Asked {
  sockets: WebSocket[];
  tokens: number;
  modules: number;
}

function watch(page: Page): Asked {
  const asked: Asked = { sockets: [], tokens: 0, modules: 0 };
  page.on("websocket", (socket) => asked.sockets.push(socket));
  page.on("request", (request) => {
    asked.tokens += /\/token\?/.test(request.url()) ? 1 : 0;
    asked.modules += /\.wasm$/.test(request.url()) ? 1 : 0;
  });
  return asked;
}

/** Holds back the module until the returned function is called. */
async function hold(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(module, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const state = (page: Page) => page.evaluate("instance.connectState");

test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`));

test("the token and the socket are there before the module, which takes both", async ({ page, customer }) => {
  const asked = watch(page);
  const release = await hold(page);
  await page.goto(`${customer.origin}/agent.html?agent=1001`);
  await expect.poll(() => asked.sockets.length).toBe(1);
  expect(await state(page)).toBe("connecting");
  release();
  await expect.poll(() => state(page)).toBe("connected");
  expect(asked.tokens).toBe(1);
  expect(asked.sockets).toHaveLength(1);
  expect(asked.sockets[0]!.isClosed()).toBe(false);
  expect(await page.evaluate("instance.SetAgentStateAsync('idle')")).toMatchObject({ Code: "0000" });
});

test("what the socket heard meanwhile reaches the core, its end too", async ({ page, customer }) => {
  const asked = watch(page);
  const release = await hold(page);
  // The gateway closes the first connection, as it does when the agent connects elsewhere.
  let opened = 0;
  await page.routeWebSocket(/\/ws\?/, (socket) => {
    if (++opened > 1) {
      return socket.connectToServer();
    }
    return void socket.close({ code: 3001, reason: "elsewhere" });
  });
  await page.goto(`${customer.origin}/agent.html?agent=1001`);
  await expect.poll(() => opened).toBe(1);
  release();
  await expect.poll(() => state(page)).toBe("connected");
  expect(opened).toBe(2);
  // One for each attempt.
  expect(asked.tokens).toBe(2);
});

for (const call of ["Destroy()", "Disconnect()"]) {
  test(`${call} before the module is there closes the socket`, async ({ page, customer }) => {
    const asked = watch(page);
    const release = await hold(page);
    await page.goto(`${customer.origin}/agent.html?agent=1001`);
    await expect.poll(() => asked.sockets.length).toBe(1);
    await page.evaluate(`instance.${call}`);
    await expect.poll(() => asked.sockets[0]!.isClosed()).toBe(true);
    release();
    expect(await page.evaluate("instance.MakeCallAsync('10086').catch((failure) => failure.Code)")).not.toBe("0000");
    expect(asked.sockets).toHaveLength(1);
  });
}

test("a socket that waits longer than 10 s is closed, and the core opens its own with a new token", async ({ page, customer }) => {
  await page.clock.install();
  const asked = watch(page);
  const release = await hold(page);
  await page.goto(`${customer.origin}/agent.html?agent=1001`);
  await expect.poll(() => asked.sockets.length).toBe(1);
  await page.clock.runFor(9_000);
  expect(asked.sockets[0]!.isClosed()).toBe(false);
  await page.clock.runFor(2_000);
  await expect.poll(() => asked.sockets[0]!.isClosed()).toBe(true);
  release();
  await expect.poll(() => state(page)).toBe("connected");
  expect(asked.sockets).toHaveLength(2);
  expect(asked.tokens).toBe(2);
});

test("the core opens no socket ahead to an address that it would refuse", async ({ page, customer }) => {
  const asked = watch(page);
  await page.goto(`${customer.origin}/agent.html?agent=1001`);
  const code = await page.evaluate(`(() => {
    const refused = new UdeskCCPaasApiClass(optionsFor("1002", { Domain: "ws://gateway.test/ws" }));
    return refused.ConnectAsync().catch((failure) => failure.Code);
  })()`);
  expect(code).not.toBe("0000");
  expect(asked.sockets.filter((socket) => socket.url().includes("gateway.test"))).toEqual([]);
});

test("the module is loaded before there is an instance, or with data-lazy not", async ({ page, customer, sdkOrigin }) => {
  const asked = watch(page);
  await page.goto(`${customer.origin}/blank.html`);
  const add = (lazy: boolean) =>
    page.evaluate(
      ([src, lazy]) =>
        new Promise((resolve) => {
          const script = document.createElement("script");
          script.src = `${src}/sdk/call-center-class.es6.js`;
          script.toggleAttribute("data-lazy", Boolean(lazy));
          script.onload = resolve;
          document.head.append(script);
        }),
      [sdkOrigin, lazy] as const,
    );
  await add(true);
  await page.evaluate("fetch(document.URL)");
  expect(asked.modules).toBe(0);
  const loaded = page.waitForResponse(module);
  await add(false);
  expect((await loaded).ok()).toBe(true);
});
