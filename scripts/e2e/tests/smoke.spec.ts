import { expect, test } from "../origins.ts";

test("the SDK's server and the customer's page are two origins, and both answer", async ({ page, sdkOrigin, customerOrigin }) => {
  expect(customerOrigin).not.toBe(sdkOrigin);

  const console = await page.goto(sdkOrigin);
  expect(console?.status()).toBe(200);

  const script = page.waitForResponse((response) => response.url().startsWith(sdkOrigin));
  const customerPage = await page.goto(`${customerOrigin}/smoke.html`);
  expect(customerPage?.status()).toBe(200);
  expect((await script).status()).toBe(200);
  expect(await page.evaluate(() => location.origin)).toBe(customerOrigin);
});
