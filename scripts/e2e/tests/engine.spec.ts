// Which module the script requests, and where. Here the test sets which features the browser reports; make test-engines
// has browsers that lack them.
import { execFile } from "node:child_process";
import { copyFile, readFile } from "node:fs/promises";
import { promisify } from "node:util";

import type { Page } from "@playwright/test";

import { compile } from "../../../js/build/go.mjs";
import { lower } from "../../../js/build/lower.mjs";
import { expect, test } from "../origins.ts";

const manifest = JSON.parse(await readFile(new URL("../../../js/dist/manifest.json", import.meta.url), "utf8"));
const hashed = (name: string): string => manifest.files[name].hashed.replace("hashed/", "");

/** Makes the browser report that it lacks the features. */
async function withoutFeatures(page: Page): Promise<void> {
  await page.addInitScript("WebAssembly.validate = () => false");
}

/** The modules that a page requests, by their paths. */
function modulesAskedFor(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith(".wasm")) {
      asked.push(pathname + search);
    }
  });
  return asked;
}

test("a browser with the features loads the module as Go compiled it, and nothing else", async ({ page, run }) => {
  const asked = modulesAskedFor(page);
  expect((await run("page.html?test=loading")).first.Code).toBe("0000");
  expect(asked).toEqual(["/sdk/udesk-ccpaas.wasm"]);
});

test("a browser without them loads the lowered module, and nothing else", async ({ page, run }) => {
  await withoutFeatures(page);
  const asked = modulesAskedFor(page);
  expect((await run("page.html?test=loading")).first.Code).toBe("0000");
  expect(asked).toEqual(["/sdk/udesk-ccpaas-mvp.wasm"]);
});

test("the ES module does so too", async ({ page, run }) => {
  await withoutFeatures(page);
  const asked = modulesAskedFor(page);
  expect((await run("module.html")).connected.Code).toBe("0000");
  expect(asked.filter((path) => !path.includes("-mvp"))).toEqual([]);
  expect(asked.length).toBeGreaterThan(0);
});

for (const [given, wanted] of [
  ["udesk-ccpaas.wasm", "udesk-ccpaas-mvp.wasm"],
  ["udesk-ccpaas.wasm?v=1/2", "udesk-ccpaas-mvp.wasm?v=1/2"],
  ["core", "core-mvp"],
] as const) {
  test(`beside the option WasmUrl, ${given} becomes ${wanted}`, async ({ page, run, sdkOrigin }) => {
    await withoutFeatures(page);
    const lowered = await readFile(new URL("../../../js/dist/udesk-ccpaas-mvp.wasm", import.meta.url));
    const asked: string[] = [];
    await page.route("**/elsewhere/**", (route) => {
      asked.push(route.request().url());
      return route.fulfill({ body: lowered, contentType: "application/wasm", headers: { "Access-Control-Allow-Origin": "*" } });
    });
    const there = encodeURIComponent(`${sdkOrigin}/elsewhere/${given}`);
    expect((await run(`page.html?test=loading&wasm=${there}`)).first.Code).toBe("0000");
    expect(asked).toEqual([`${sdkOrigin}/elsewhere/${wanted}`]);
  });
}

test("a script under its hashed name knows the lowered module's", async ({ page, run, sdkOrigin }) => {
  await withoutFeatures(page);
  await page.route("**/sdk/call-center-class.es6.js", (route) =>
    route.fulfill({ status: 302, headers: { Location: `${sdkOrigin}/sdk/hashed/${hashed("call-center-class.es6.js")}` } }),
  );
  const asked = modulesAskedFor(page);
  const there = encodeURIComponent(`${sdkOrigin}/sdk/hashed/${hashed("udesk-ccpaas.wasm")}`);
  expect((await run(`page.html?test=loading&wasm=${there}`)).first.Code).toBe("0000");
  // Before the option is set, the script looks beside the address that the page named.
  expect(asked.pop()).toBe(`/sdk/hashed/${hashed("udesk-ccpaas-mvp.wasm")}`);
  for (const early of asked) {
    expect(early).toBe(`/sdk/${hashed("udesk-ccpaas-mvp.wasm")}`);
  }
});

test("a browser whose WebRTC is too old for the web phone refuses the mode, and dials with another", async ({ page, run }) => {
  await page.addInitScript("delete RTCRtpSender.prototype.replaceTrack");
  expect((await run("main_job.html?sound=no")).checks).toMatchObject({ dial: "", "webrtc refused": "" });
});

test("a browser without AbortController makes HTTP calls", async ({ page, run }) => {
  await page.addInitScript("delete self.AbortController");
  expect((await run("main_job.html?sound=no")).checks).toMatchObject({ HTTP: "" });
});

for (const lacks of ["WebAssembly", "fetch", "TextDecoder"]) {
  test(`a browser without ${lacks} is told that it is too old, and downloads nothing`, async ({ page, run }) => {
    await page.addInitScript(`delete self.${lacks}`);
    const asked = modulesAskedFor(page);
    const { Code, Message } = await run("too_old.html");
    expect(Code).toBe("9000");
    expect(Message).toMatch(new RegExp(`too old.*lacks ${lacks}.*Chromium 64`));
    expect(asked).toEqual([]);
  });
}

test("the lowered module is the same at every build", async ({}, info) => {
  // Go compiles a program, and binaryen lowers it twice: half a minute on a busy machine.
  info.setTimeout(180_000);
  const [one, two] = [info.outputPath("one.wasm"), info.outputPath("two.wasm")];
  const module = info.outputPath("module.wasm");
  await compile("./scripts/size/floor", module);
  await Promise.all([lower(module, one), lower(module, two)]);
  expect(await readFile(one)).toEqual(await readFile(two));
  // It is already lowered: nothing is left for the passes to change.
  await copyFile(one, module);
  const wasmOpt = new URL("../../../js/node_modules/.bin/wasm-opt", import.meta.url).pathname;
  await promisify(execFile)(wasmOpt, ["--mvp-features", "--quiet", module]);
});
