import { readFileSync } from "node:fs";

import { expect, test } from "../origins.ts";

const security = readFileSync(new URL("../../../web/docs/security.md", import.meta.url), "utf8");
const recipe = security.match(/^## The token .*?^```js\n(.*?)^```$/ms)?.[1] ?? "";
const { signToken } = await import("data:text/javascript," + encodeURIComponent(recipe));

const monitoring = security.match(/Sentry:\n\n^```js\n(.*?)^```$/ms)?.[1] ?? "";
const { beforeBreadcrumb } = await import("data:text/javascript," + encodeURIComponent(monitoring));

test("a monitoring tool with the recipe of the documentation keeps no token", () => {
  const kept = (url?: string) => beforeBreadcrumb({ category: "fetch", data: { url } }).data.url;
  expect(kept("https://backend.example.com/backend/agents?Token=t0ken&Timestamp=1")).toBe("https://backend.example.com/backend/agents");
  expect(kept("wss://gateway.example.com/ws?AppId=a&Token=t0ken")).toBe("wss://gateway.example.com/ws");
  expect(kept("https://shop.example.com/?page=2")).toBe("https://shop.example.com/?page=2");
  expect(beforeBreadcrumb({ category: "console" })).toEqual({ category: "console" });
});

const appId = "00000000-0000-4000-8000-000000000001";

test("the recipe of the documentation signs the documented vector", () => {
  expect(signToken(appId, "test-secret", 1_700_000_000_999)).toEqual({
    appId,
    timestamp: "1700000000",
    token: "de3000034797d4fd58f759ea60264431ce392cae",
  });
});

test("a token of the recipe opens a connection, one of another secret does not", async ({ page, customerOrigin, sdkOrigin }) => {
  await page.goto(`${customerOrigin}/smoke.html`);
  const connect = (credentials: unknown) =>
    page.evaluate(
      async ([credentials, sdkOrigin, AppId]) => {
        const instance = new (window as any).UdeskCCPaasApiClass({
          AgentId: "1001",
          AppId,
          AppDataProvider: { GetToken: () => credentials },
          AutoConnect: false,
          Domain: `${String(sdkOrigin).replace("http", "ws")}/ws`,
          HttpDomain: `${sdkOrigin}/backend`,
        });
        const { Code } = await instance.ConnectAsync().catch((failure: unknown) => failure);
        instance.Destroy();
        return Code;
      },
      [credentials, sdkOrigin, appId] as const,
    );
  expect(await connect(signToken(appId, "test-secret"))).toBe("0000");
  expect(await connect(signToken(appId, "another secret"))).toBe("0905");
  expect(await connect(signToken(appId, "test-secret", Date.now() - 3_600_000))).toBe("0905");
});
