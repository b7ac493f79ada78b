import { readFileSync } from "node:fs";

import { expect, test } from "../origins.ts";

const reference = readFileSync(new URL("../../../js/API.md", import.meta.url), "utf8");

/** The examples in the reference's order, each with the envelope below it, if there is one. */
const examples = Array.from(
  reference.matchAll(/^```js\n(instance\..*?)^```\n(?:\nresp:\n\n^```js\n(.*?)^```\n)?/gms),
  ([, code, resp]) => ({ code: code!, resp: resp ?? "null" }),
);

test("every example of the reference runs, and what a read resolves to has the form that stands there", async ({
  page,
  customer,
  sdkOrigin,
  request,
}) => {
  expect(examples.length).toBeGreaterThan(50);
  await request.post(`${sdkOrigin}/sandbox/reset`);
  await page.goto(`${customer.origin}/page.html?test=none`);
  const wrong = await page.evaluate(async (examples) => {
    const { UdeskCCPaasApiClass, optionsFor } = window as any;
    const wrong: string[] = [];
    const webPhones = /Audio/;
    // Which members of the example are missing; a server may send more. An example is null if its form is the tenant's.
    const missing = (example: any, got: any, at = "Data"): string[] => {
      // A null member has no value at the moment.
      if (example === null || (got === null && at !== "Data")) {
        return [];
      }
      if (typeof example !== "object") {
        return typeof got === typeof example ? [] : [at];
      }
      if (Array.isArray(example) !== Array.isArray(got) || !got) {
        return [at];
      }
      const names = Array.isArray(example) ? example.slice(0, 1).map((_, i) => String(i)) : Object.keys(example);
      return names.flatMap((name) => (name in got ? missing(example[name], got[name], `${at}.${name}`) : [`${at}.${name}`]));
    };
    // An idle colleague.
    await new UdeskCCPaasApiClass(optionsFor("1002")).SetAgentStateAsync("idle");
    let instance: any;
    for (const { code, resp } of examples) {
      instance = instance || new UdeskCCPaasApiClass(optionsFor("1001"));
      await instance.ConnectAsync();
      const calls: Promise<any>[] = [];
      const watched = new Proxy(instance, {
        get: (target, name) => {
          const member = target[name];
          return typeof member !== "function"
            ? member
            : (...args: unknown[]) => {
                const returned = member.apply(target, args);
                if (returned instanceof Promise) {
                  calls.push(returned);
                }
                return returned instanceof Promise ? returned.catch(() => new Promise(() => {})) : returned;
              };
        },
      });
      try {
        new Function("instance", "show", code)(watched, () => {});
        const example = new Function(`return ${resp}`)();
        for (const call of calls) {
          const settled = await call.catch((error) => error);
          if (settled instanceof Error && !/^\d{4}$/.test((settled as any).Code)) {
            wrong.push(`${code}: ${settled}`);
          } else if (/instance\.Get/.test(code) && settled.Code === "0000" && example) {
            wrong.push(...missing(example.Data, settled.Data).map((member) => `${code}: ${member}`));
          } else if (/instance\.Get/.test(code) && !webPhones.test(code)) {
            wrong.push(`${code}: ${settled.Message}`);
          }
        }
      } catch (error) {
        wrong.push(`${code}: ${error}`);
      }
      if (/instance\.Dest/.test(code)) {
        instance = undefined;
      }
    }
    return wrong;
  }, examples);
  expect(wrong).toEqual([]);
});

test("every other block of the reference is a value of JavaScript", () => {
  const blocks = [...reference.matchAll(/^```js\n(.*?)^```$/gms)].map((match) => match[1]!).filter((code) => !code.startsWith("instance."));
  expect(blocks.length).toBeGreaterThan(50);
  for (const code of blocks) {
    expect(() => new Function(`return ${code}`)(), code).not.toThrow();
  }
});
