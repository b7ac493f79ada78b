import { compile } from "../../../js/build/go.mjs";
import { wasmExecModule, withoutGlobals } from "../../../js/build/wasm_exec.mjs";
import { expect, test } from "../origins.ts";

test("a Go program gets what it needs and neither adds a global nor uses the page's fs and process", async ({
  page,
  customerOrigin,
}, testInfo) => {
  const wasm = testInfo.outputPath("globals.wasm");
  await compile("./scripts/e2e/globals", wasm);
  await page.route("**/globals.wasm", (route) => route.fulfill({ path: wasm, contentType: "application/wasm" }));
  const module = await wasmExecModule();
  await page.route("**/wasm_exec.mjs", (route) => route.fulfill({ body: module, contentType: "text/javascript" }));
  const printed = page.waitForEvent("console", (message) => message.text() === "standard output works");

  await page.goto(`${customerOrigin}/blank.html`);
  const result = await page.evaluate(async () => {
    const script = "/wasm_exec.mjs";
    const { loadGo } = await import(script);
    const owned = { fs: { owner: "page" }, process: { env: {} } };
    Object.assign(globalThis, owned, { found: undefined });
    const before = Object.getOwnPropertyNames(globalThis);

    const Go = loadGo();
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(fetch("/globals.wasm"), go.importObject);
    const seenByGo = await new Promise((resolve) => {
      Object.assign(globalThis, { found: resolve });
      void go.run(instance);
    });

    const page = globalThis as unknown as typeof owned;
    return {
      seenByGo,
      added: Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name)),
      kept: page.fs === owned.fs && page.process === owned.process,
    };
  });

  expect(result).toEqual({ seenByGo: { realGlobalObject: true, standInForFS: true }, added: [], kept: true });
  await printed;
});

test("a wasm_exec.js that sets other globals than expected is refused", () => {
  const known = ["Go", "fs", "process", "path"].map((name) => `\tglobalThis.${name} = {};`);
  expect(() => withoutGlobals(known.join("\n"))).not.toThrow();
  expect(() => withoutGlobals([...known, "\tglobalThis.Buffer = {};"].join("\n"))).toThrow("new global");
  expect(() => withoutGlobals(known.slice(1).join("\n"))).toThrow("no longer sets globalThis.Go");
});
