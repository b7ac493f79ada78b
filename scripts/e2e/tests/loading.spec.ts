import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { Page } from "@playwright/test";

import { integrityOf } from "../../../js/build/integrity.mjs";
import { expect, test } from "../origins.ts";

const module = "**/udesk-ccpaas.wasm";
const dist = new URL("../../../js/dist/", import.meta.url);
const wasm = await readFile(new URL("udesk-ccpaas.wasm", dist));

/** Answers the request for the module, unchanged except for what the answer overrides. */
async function serve(page: Page, answer: () => { body?: Buffer; contentType?: string; status?: number }): Promise<void> {
  await page.route(module, (route) =>
    route.fulfill({ body: wasm, contentType: "application/wasm", headers: { "Access-Control-Allow-Origin": "*" }, ...answer() }),
  );
}

/** The module of another build. */
async function ofAnotherBuild(): Promise<Buffer> {
  const { build } = JSON.parse(await readFile(new URL("manifest.json", dist), "utf8"));
  const text = wasm.toString("latin1");
  expect(text).toContain(build);
  return Buffer.from(text.replaceAll(build, "0".repeat(build.length)), "latin1");
}

/** Every call of a page whose module does not run rejects with 9000 and a message that says what to change. */
function expectRefused(report: any, says: string): void {
  for (const call of [report.first, report.later]) {
    expect(call.rejected).toEqual({ Code: "9000", Message: expect.stringContaining(says), Data: null, Visible: true });
    expect(call.isError).toBe(true);
    expect(Object.keys(JSON.parse(call.json))).toEqual(["Code", "Message", "Data", "Visible"]);
  }
  expect(report.lines.join("\n")).toContain(says);
}

test("the module is found beside the script, on another origin and a sub-path", async ({ page, run, sdkOrigin }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const report = await run("page.html?test=loading");
  expect(report.first.Code).toBe("0000");
  expect(asked).toContain(`${sdkOrigin}/sdk/udesk-ccpaas.wasm`);
});

test("the option WasmUrl names another place", async ({ run, sdkOrigin }) => {
  const there = encodeURIComponent(`${sdkOrigin}/ccpaas-phone-sdk/sdk/cti-phone/2.1.0/udesk-ccpaas.wasm`);
  expect((await run(`page.html?test=loading&wasm=${there}`)).first.Code).toBe("0000");
});

test("the SDK is an ES module too", async ({ run }) => {
  const report = await run("module.html");
  expect(report.connected).toEqual({ Code: "0000", Data: null, Message: "", Visible: false });
  expect(report.same).toBe(true);
});

test("a missing module", async ({ page, run }) => {
  await serve(page, () => ({ status: 404, body: Buffer.from("not here") }));
  expectRefused(await run("page.html?test=loading"), "HTTP 404");
});

test("an unreachable module", async ({ page, run }) => {
  await page.route(module, (route) => route.abort());
  expectRefused(await run("page.html?test=loading"), "connect-src");
});

test("a module that is none", async ({ page, run }) => {
  await serve(page, () => ({ body: Buffer.from("<html>") }));
  expectRefused(await run("page.html?test=loading"), "not WebAssembly");
});

test("a module with the wrong content type loads with a warning", async ({ page, run }) => {
  await serve(page, () => ({ contentType: "application/octet-stream" }));
  const report = await run("page.html?test=loading");
  expect(report.first.Code).toBe("0000");
  expect(report.lines).toContainEqual(expect.stringMatching(/^warn .*application\/wasm/));
});

test("a module of another build is refused", async ({ page, run }) => {
  const other = await ofAnotherBuild();
  await serve(page, () => ({ body: other }));
  expectRefused(await run("page.html?test=loading"), "different builds");
});

test("a module of another build is refused even by a script that has its hash", async ({ page, run }) => {
  const other = await ofAnotherBuild();
  const script = await readFile(new URL("call-center-class.es6.js", dist), "utf8");
  await page.route("**/call-center-class.es6.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: script.replace(integrityOf(wasm), integrityOf(other)) }),
  );
  await serve(page, () => ({ body: other }));
  expectRefused(await run("page.html?test=loading"), "different builds");
});

test("a module that was changed on its way does not run", async ({ page, run }) => {
  const changed = Buffer.concat([wasm, Buffer.from("\0")]);
  await serve(page, () => ({ body: changed }));
  expectRefused(await run("page.html?test=loading"), "changed on its way");
});

test("an earlier build's module in a cache is passed by", async ({ run }) => {
  const earlier = await ofAnotherBuild();
  let asked = 0;
  const headers = { "Access-Control-Allow-Origin": "*", "Cache-Control": "max-age=3600", "Content-Type": "application/wasm" };
  const server = createServer((_, response) => response.writeHead(200, headers).end(asked++ ? wasm : earlier));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const there = encodeURIComponent(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const report = await run(`page.html?test=loading&wasm=${there}`);
  server.close();
  expect(report.first.Code).toBe("0000");
  expect(asked).toBe(2);
});

test("a page whose CSP forbids WebAssembly is told what to add", async ({ run }) => {
  const csp = encodeURIComponent("script-src 'self' {{sdk}}");
  expectRefused(await run(`strict.html?csp=${csp}`), "'wasm-unsafe-eval'");
});

test("a page with the strictest CSP that works", async ({ run }) => {
  const csp = encodeURIComponent(
    "default-src 'none'; script-src 'self' {{sdk}} 'wasm-unsafe-eval'; connect-src 'self' {{sdk}} ws:; require-trusted-types-for 'script'",
  );
  expect((await run(`strict.html?csp=${csp}`)).first.Code).toBe("0000");
});

test("a browser without WebAssembly says so", async ({ page, run }) => {
  await page.addInitScript("delete self.WebAssembly");
  expectRefused(await run("page.html?test=loading"), "lacks WebAssembly");
});
