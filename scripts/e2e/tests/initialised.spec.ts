// A Go program that was started during the build continues in the page like one that was started there.
import { readFile } from "node:fs/promises";

import { compile } from "../../../js/build/go.mjs";
import { initialise } from "../../../js/build/initialise.mjs";
import { bundle } from "../../../js/build/scripts.mjs";
import { expect, test } from "../origins.ts";

test("a program that was started ahead works, with random numbers of its own", async ({ page, customerOrigin }, testInfo) => {
  const plain = testInfo.outputPath("plain.wasm");
  const wasm = testInfo.outputPath("aside.wasm");
  const again = testInfo.outputPath("again.wasm");
  await compile("./scripts/e2e/aside", plain);
  const aside = await initialise(plain, wasm);
  await initialise(plain, again);
  expect((await readFile(wasm)).equals(await readFile(again))).toBe(true);

  await page.route("**/aside.wasm", (route) => route.fulfill({ path: wasm, contentType: "application/wasm" }));
  const form = { source: "src/go.ts", name: "go.mjs", format: "esm", target: "es2015", builtins: true };
  const [loader] = await bundle([form], "", {});
  await page.route("**/go.mjs", (route) => route.fulfill({ body: loader!.code, contentType: "text/javascript" }));
  const printed: string[] = [];
  page.on("console", (message) => printed.push(message.text()));

  await page.goto(`${customerOrigin}/blank.html`);
  const run = () =>
    page.evaluate(async (aside) => {
      const script = "/go.mjs";
      const { goProgram } = await import(script);
      const go = goProgram({ Object, Array, Uint8Array, fs: { constants: {} } });
      const { instance } = await WebAssembly.instantiateStreaming(fetch("/aside.wasm"), go.imports);
      const program = instance.exports as Record<string, () => number>;
      const ended = go.run(instance, aside) as Promise<void>;
      const random = Array.from({ length: 100 }, () => program.random!());
      const works = program.works!();
      program.resume!();
      while (works === 1 && program.slept!() < 10) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      let thrown = "";
      try {
        program.fails!();
      } catch (error) {
        thrown = String(error);
      }
      await ended;
      return { random, works, thrown };
    }, aside);
  const [one, other] = [await run(), await run()];
  expect([one.works, other.works]).toEqual([1, 1]);
  expect(one.random.filter((number) => other.random.includes(number))).toEqual([]);
  expect(printed.join("\n")).toContain("panic: on purpose");
});

test("a program that does something before it waits is refused", async ({}, testInfo) => {
  const plain = testInfo.outputPath("plain.wasm");
  // It prints, and accesses its page.
  await compile("./scripts/e2e/loader", plain);
  await expect(initialise(plain, testInfo.outputPath("aside.wasm"))).rejects.toThrow(/before it is used|holds/);
});
