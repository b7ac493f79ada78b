import { expect, test } from "../origins.ts";

test("a member named __proto__ never reaches the page", async ({ page, customer }) => {
  await page.goto(`${customer.origin}/stream.html`);
  await page.evaluate("instance.ConnectAsync()");
  const payload = '{"__proto__":{"own":1},"\\u005f_proto__":{"own":2},"Nested":{"__proto__":{"own":3}},"CallAuthority":{"AllowHold":true}}';
  const frame = `{"Ver":"1.0","SeqId":1,"Timestamp":1,"MsgType":"NTF","Method":"Held","MsgId":"p","CallID":"call","Payload":${payload}}`;
  const seen = await page.evaluate<any>(`new Promise((resolve) => {
    instance.on("Held", ({ Data }) => {
      const copy = Object.assign({}, Data, Data.Nested);
      resolve({ names: Object.getOwnPropertyNames(Data), own: copy.own, prototype: Object.getPrototypeOf(copy) === Object.prototype });
    });
    gateway.onmessage({ type: "message", data: ${JSON.stringify(frame)} });
  })`);
  expect(seen.names).not.toContain("__proto__");
  expect(seen.names).toContain("Nested");
  expect(seen).toMatchObject({ prototype: true });
  expect(seen.own).toBeUndefined();
});
