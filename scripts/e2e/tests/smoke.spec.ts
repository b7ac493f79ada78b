import { expect, test } from "../origins.ts";

test("the SDK's server and the customer's page are two origins, and the page gets the SDK's script", async ({
  page,
  sdkOrigin,
  customerOrigin,
}) => {
  expect(customerOrigin).not.toBe(sdkOrigin);
  const consolePage = await page.goto(sdkOrigin);
  expect(consolePage?.status()).toBe(200);

  const customerPage = await page.goto(`${customerOrigin}/smoke.html`);
  expect(customerPage?.status()).toBe(200);
  expect(await page.evaluate(() => location.origin)).toBe(customerOrigin);
  expect(await page.evaluate("typeof UdeskCCPaasApiClass")).toBe("function");
});
