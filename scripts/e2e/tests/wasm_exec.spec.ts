import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { compile, goenv } from "../../../js/build/go.mjs";
import { importedBy, wasmExecModule, withoutGlobals } from "../../../js/build/wasm_exec.mjs";
import { expect, test } from "../origins.ts";

test("a Go program gets what it needs and neither adds a global nor uses the page's fs and process", async ({
  page,
  customerOrigin,
}, testInfo) => {
  const wasm = testInfo.outputPath("globals.wasm");
  await compile("./scripts/e2e/globals", wasm);
  await page.route("**/globals.wasm", (route) => route.fulfill({ path: wasm, contentType: "application/wasm" }));
  const module = await wasmExecModule(await importedBy(await readFile(wasm)));
  await page.route("**/wasm_exec.mjs", (route) => route.fulfill({ body: module, contentType: "text/javascript" }));
  const printed = page.waitForEvent("console", (message) => message.text() === "standard output works");

  await page.goto(`${customerOrigin}/blank.html`);
  const result = await page.evaluate(async () => {
    const script = "/wasm_exec.mjs";
    const { loadGo } = await import(script);
    const owned = { fs: { owner: "page" }, process: { env: {} } };
    Object.assign(globalThis, owned);
    const before = Object.getOwnPropertyNames(globalThis);

    const world: Record<string, unknown> = { Object, Array, Uint8Array, window: globalThis };
    const go = new (loadGo(world))();
    const { instance } = await WebAssembly.instantiateStreaming(fetch("/globals.wasm"), go.importObject);
    const seenByGo = await new Promise((resolve) => {
      world.found = resolve;
      void go.run(instance);
    });

    const page = globalThis as unknown as typeof owned;
    return {
      seenByGo,
      added: Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name)),
      kept: page.fs === owned.fs && page.process === owned.process,
    };
  });

  expect(result).toEqual({ seenByGo: { itsOwnGlobalObject: true, standInForFS: true }, added: [], kept: true });
  await printed;
});

test("a wasm_exec.js that is another than expected is refused", async () => {
  const known = await readFile(join(await goenv("GOROOT"), "lib", "wasm", "wasm_exec.js"), "utf8");
  expect(() => withoutGlobals(known)).not.toThrow();
  expect(() => withoutGlobals(known, ["runtime.wasmExit"])).not.toThrow();
  expect(() => withoutGlobals(known.replace("globalThis.fs = ", "globalThis.files = "))).toThrow("no longer has globalThis.fs");
  expect(() => withoutGlobals(known.replace("async run(", "run("), [])).toThrow("no longer has");
});

test("only what the program imports is left", async () => {
  const text = await wasmExecModule(["runtime.wasmExit", "syscall/js.valueCall"]);
  expect(text).toContain('"runtime.wasmExit"');
  expect(text).toContain('"syscall/js.valueCall"');
  expect(text).not.toMatch(/js\.valueDelete"|js\.valueNew"|chmod|_gotest|async run/);
});
