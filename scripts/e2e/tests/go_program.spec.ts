import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { compile, root } from "../../../js/build/go.mjs";
import { checkLoader, misfits } from "../../../js/build/go_loader.mjs";
import { bundle } from "../../../js/build/scripts.mjs";
import { expect, test } from "../origins.ts";

test("a Go program gets what it needs and neither adds a global nor uses the page's fs and process", async ({
  page,
  customerOrigin,
}, testInfo) => {
  const wasm = testInfo.outputPath("loader.wasm");
  await compile("./scripts/e2e/loader", wasm);
  await page.route("**/loader.wasm", (route) => route.fulfill({ path: wasm, contentType: "application/wasm" }));
  const form = { source: "src/go.ts", name: "go.mjs", format: "esm", target: "es2015", builtins: true };
  const [loader] = await bundle([form], "", {});
  await page.route("**/go.mjs", (route) => route.fulfill({ body: loader!.code, contentType: "text/javascript" }));
  const printed: string[] = [];
  page.on("console", (message) => printed.push(message.text()));

  await page.goto(`${customerOrigin}/blank.html`);
  const result = await page.evaluate(async () => {
    const script = "/go.mjs";
    const { goProgram } = await import(script);
    const owned = { fs: { owner: "page" }, process: { env: {} } };
    Object.assign(globalThis, owned);
    const before = Object.getOwnPropertyNames(globalThis);

    function throws(): never {
      throw new Error("thrown");
    }
    const world: Record<string, unknown> = {
      Object,
      Array,
      Uint8Array,
      Date,
      window: globalThis,
      fs: { constants: { O_WRONLY: -1, O_RDWR: -1, O_CREAT: -1, O_TRUNC: -1, O_APPEND: -1, O_EXCL: -1 } },
      same: (value: unknown) => value,
      symbol: Symbol("one"),
      throws,
      back: (call: (...args: unknown[]) => unknown, ...args: unknown[]) => call(...args),
    };
    const go = goProgram(world);
    const { instance } = await WebAssembly.instantiateStreaming(fetch("/loader.wasm"), go.imports);
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

  expect(result).toEqual({ seenByGo: { itsOwnGlobalObject: true, wrong: "" }, added: [], kept: true });
  expect(printed).toEqual(["standard output works", "standard error too"]);
});

test("the build fails where the loader does not fit the Go that compiles", async () => {
  await checkLoader(await readFile(join(root, "js/dist/udesk-ccpaas.wasm")));
  expect(misfits("another", "", [])).toContain("another wasm_exec.js");
  const hash = "0c949f4996f9a89698e4b5c586de32249c3b69b7baadb64d220073cc04acba14";
  expect(misfits(hash, `"runtime.wasmExit"() {}`, ["runtime.wasmExit", "syscall/js.valueDelete"])).toContain("js.valueDelete");
  expect(misfits(hash, `"runtime.wasmExit"() {}`, ["runtime.wasmExit"])).toBe("");
});
