// The npm package as customers use it: packed, installed, and loaded in each way. Every way ends with a call.
import { execFile } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

import { integrityOf } from "../../../js/build/integrity.mjs";
import { forCalls } from "../calls.ts";
import { bundler, expect, readmeBlocks, test } from "../installed.ts";

test.use({ launchOptions: forCalls(1000) });
// One installation for all.
test.describe.configure({ mode: "default" });

const execute = promisify(execFile);
const dist = "node_modules/@ccpaas/browser-sdk/dist";
const built = fileURLToPath(new URL("../../../js/dist/", import.meta.url));
/** Files of a server that npm's package does not have: copies under hashed names, and compressed ones. */
const copies = /^hashed\/|\.(br|gz)$/;

function expectCall(report: any, version: string): void {
  const done = { Code: "0000", Data: null, Message: "", Visible: false };
  expect(report).toEqual({ connected: done, phone: done, dialled: done, agentState: "talking", version });
}

/** Writes a variant of a page, with some of it changed. */
async function vary(folder: string, page: string, from: string, to: string, variant = page): Promise<void> {
  const text = await readFile(join(folder, page), "utf8");
  expect(text).toContain(from);
  await writeFile(join(folder, variant), text.replace(from, to));
}

test("the classic script", async ({ visit, manifest }) => {
  expectCall(await visit("plain/index.html"), manifest.version);
});

test("the classic script under the README's policy", async ({ visit, manifest }) => {
  const [, , policy] = await readmeBlocks();
  const here = String(policy).trim().replace("wss://gateway.example.com https://backend.example.com", "{{sdk}} ws:");
  const strictest = await visit(`plain/index.html?csp=${encodeURIComponent(here)}`);
  expect(strictest).toMatchObject({ dialled: { Code: "0000" }, phone: { rejected: { Code: "0100" } } });
  const withPhone = here.replace("trusted-types 'none'", "trusted-types udesk-ccpaas");
  expectCall(await visit(`plain/index.html?csp=${encodeURIComponent(withPhone)}`), manifest.version);
});

test("a web phone whose script could not be loaded is there at the next try, under Trusted Types too", async ({ page, visit }) => {
  const policy = encodeURIComponent("require-trusted-types-for 'script'; trusted-types udesk-ccpaas");
  await page.route("**/udesk-phone.js", (route) => route.abort(), { times: 1 });
  const { phone } = await visit(`plain/index.html?csp=${policy}`);
  expect(phone.rejected).toMatchObject({ Code: "0100", Message: expect.stringContaining("(network, http") });
  const again = "(async (agent) => (await agent.SetAgentStateAsync('idle'), outcome(agent.SetPhoneModeAsync('webrtc'))))";
  expect(await page.evaluate(`${again}(new UdeskCCPaasApiClass(optionsFor("1003")))`)).toMatchObject({ Code: "0000" });
});

test("the classic script, pinned", async ({ visit, folder, manifest }) => {
  await vary(folder, "integrity/index.html", "{{integrity}}", String(manifest.files["call-center-class.es6.js"]?.integrity));
  expectCall(await visit("integrity/index.html"), manifest.version);
});

test("the README's tag, whose script loads the module under its hashed name too", async ({ page, visit, folder, manifest }) => {
  const [, print] = await readmeBlocks();
  await cp(`${built}hashed`, join(folder, dist, "hashed"), { recursive: true });
  await writeFile(join(folder, "print_tag.mjs"), String(print));
  const { stdout: tag } = await execute(process.execPath, ["print_tag.mjs"], { cwd: folder });
  const original = '<script src="/node_modules/@ccpaas/browser-sdk/dist/call-center-class.es6.js"></script>';
  await vary(folder, "plain/index.html", original, tag.replace("/sdk/", `/${dist}/`), "plain/pinned.html");

  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  expectCall(await visit("plain/pinned.html"), manifest.version);
  expect(asked).toContain(`/${dist}/${manifest.files["udesk-ccpaas.wasm"]?.hashed}`);
  expect(asked.filter((path) => path.startsWith(`/${dist}/`) && !path.startsWith(`/${dist}/hashed/`))).toEqual([]);
});

test("the ES module", async ({ visit, manifest }) => {
  expectCall(await visit("esm/index.html"), manifest.version);
});

test("the ES module under its hashed name", async ({ visit, folder, manifest }) => {
  await cp(`${built}hashed`, join(folder, dist, "hashed"), { recursive: true });
  await vary(folder, "esm/index.html", "index.mjs", String(manifest.files["index.mjs"]?.hashed), "esm/hashed.html");
  expectCall(await visit("esm/hashed.html"), manifest.version);
});

test("the ES module where a bundler shipped no files, from the copies in its chunks", async ({ page, visit, manifest }) => {
  await page.route(/udesk-(ccpaas\.wasm|phone\.js)$/, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  expectCall(await visit("esm/index.html"), manifest.version);
  expect(errors).toEqual([]);
});

test("a copy in a chunk that was altered is not run", async ({ page, visit, folder }) => {
  await page.route("**/udesk-ccpaas.wasm", (route) => route.fulfill({ status: 404 }));
  const other = gzipSync(Buffer.from("\0asm\x01\0\0\0", "latin1")).toString("base64");
  await page.route("**/udesk-ccpaas-inlined.mjs", (route) =>
    route.fulfill({ contentType: "text/javascript", body: `export default "${other}";` }),
  );
  await writeFile(
    join(folder, "esm/altered.js"),
    `import { UdeskCCPaasApiClass } from "@ccpaas/browser-sdk";
    window.UdeskCCPaasApiClass = UdeskCCPaasApiClass;
    run(() => outcome(new UdeskCCPaasApiClass({ ...optionsFor("1001"), LanguageCode: "en-US" }).ConnectAsync()));`,
  );
  await vary(folder, "esm/index.html", "main.js", "altered.js", "esm/altered.html");
  expect(await visit("esm/altered.html")).toMatchObject({
    rejected: { Code: "9000", Message: expect.stringContaining("the copy in the bundle was changed") },
  });
});

test("a module that the page names and that is missing is not replaced by the copy; the message names its address", async ({
  visit,
  folder,
}) => {
  await writeFile(
    join(folder, "esm/named.js"),
    `import { UdeskCCPaasApiClass } from "@ccpaas/browser-sdk";
    window.UdeskCCPaasApiClass = UdeskCCPaasApiClass;
    const named = { WasmUrl: "/elsewhere/udesk-ccpaas.wasm?v=1", LanguageCode: "en-US" };
    run(() => outcome(new UdeskCCPaasApiClass({ ...optionsFor("1001"), ...named }).ConnectAsync()));`,
  );
  await vary(folder, "esm/index.html", "main.js", "named.js", "esm/named.html");
  expect(await visit("esm/named.html")).toMatchObject({
    rejected: { Code: "9000", Message: expect.stringMatching(/HTTP 404, http:\S+\/elsewhere\/udesk-ccpaas\.wasm\)/) },
  });
});

test("the ES module as the README imports it", async ({ visit, folder, sdkOrigin }) => {
  const [example] = await readmeBlocks();
  const here = String(example)
    .replace("/my-backend/ccpaas-token", "{{sdk}}/token?AgentId=1001")
    .replace("wss://gateway.example.com", sdkOrigin.replace("http", "ws"))
    .replace("https://backend.example.com", sdkOrigin);
  await writeFile(join(folder, "esm/readme.js"), `${here}\nrun(() => next(agent, "Established"));\n`);
  await vary(folder, "esm/index.html", "main.js", "readme.js", "esm/readme.html");
  expect((await visit("esm/readme.html")).Data.CustomerInfo.TelNumber).toBe("13800138000");
});

test("bundled by Vite", async ({ visit, folder, manifest }) => {
  const { build } = await bundler("vite");
  await build({ configFile: false, root: join(folder, "vite"), base: "./", build: { outDir: "out" }, logLevel: "error" });
  expectCall(await visit("vite/out/index.html"), manifest.version);
});

test("served by Vite while it is developed", async ({ visit, consumer, folder, manifest }) => {
  const { createServer } = await bundler("vite");
  const server = await createServer({
    configFile: false,
    root: join(folder, "vite"),
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, proxy: { "/report": consumer.origin, "/first_call.js": consumer.origin } },
  });
  await server.listen();
  const report = await visit("index.html", `http://127.0.0.1:${server.httpServer.address().port}`);
  await server.close();
  expectCall(report, manifest.version);
});

test("bundled by webpack", async ({ visit, folder, manifest }) => {
  // It minifies the copy of the module too, for 15 s of a processor's time.
  test.setTimeout(90_000);
  const { default: webpack } = await bundler("webpack");
  const context = join(folder, "webpack");
  const compiler = webpack({
    context,
    mode: "production",
    entry: "./main.js",
    output: { path: join(context, "out") },
    // Its recommended limit is below the module's size.
    performance: { hints: false },
  });
  const stats: any = await promisify(compiler.run.bind(compiler))();
  expect(stats.toString({ all: false, errors: true, warnings: true })).toBe("");
  expectCall(await visit("webpack/index.html"), manifest.version);
});

test("imported on a server that renders the page", async ({ page, visit, folder, manifest }) => {
  const { stdout } = await execute(process.execPath, ["render.mjs"], { cwd: join(folder, "node") });
  await writeFile(join(folder, "node/index.html"), stdout);
  expectCall(await visit("node/index.html"), manifest.version);
  expect(await page.title()).toMatch(new RegExp(`version ${manifest.version}; .* 9000]$`));
  // Like later versions of Node, which have everything that the SDK uses.
  const later = await execute(process.execPath, ["--experimental-websocket", "render.mjs"], { cwd: join(folder, "node") });
  expect(later.stdout).toContain("this is not a browser but Node.js");
  expect(later.stdout).toContain("use @ccpaas/browser-sdk/fake");
  expect(stdout + later.stdout).not.toMatch(/GetToken: [^0]/);
});

test("the fake, as the guide has it, without a browser", async ({ folder }) => {
  const guide = await readFile(new URL("../../../web/docs/testing/dial.test.mjs", import.meta.url), "utf8");
  await writeFile(join(folder, "node/dial.test.mjs"), guide);
  const { stdout } = await execute(process.execPath, ["--test", "dial.test.mjs", "fake.test.mjs"], { cwd: join(folder, "node") });
  expect(stdout).toContain("# fail 0");
});

test("the types, as TypeScript finds them in Node's way", async ({ folder }) => {
  const tsc = fileURLToPath(new URL("../../../js/node_modules/.bin/tsc", import.meta.url));
  await execute(tsc, ["-p", "types"], { cwd: folder });
});

test("the script and the module of another version refuse each other", async ({ page, visit, folder, manifest }) => {
  const wasm = await readFile(join(folder, dist, "udesk-ccpaas.wasm"), "latin1");
  expect(wasm).toContain(manifest.build);
  const other = Buffer.from(wasm.replaceAll(manifest.build, "0123456789abcdef"), "latin1");
  await page.route("**/udesk-ccpaas.wasm", (route) => route.fulfill({ body: other, contentType: "application/wasm" }));
  expect((await visit("plain/index.html")).failed).toContain("different builds");
});

test("the version has its place in the changelog", async ({ manifest }) => {
  expect(await readFile(new URL("../../../CHANGELOG.md", import.meta.url), "utf8")).toContain(`\n## [${manifest.version}]`);
});

test("the manifest tells of every file in dist what it is, and npm's package has them but for the copies", async ({ folder, manifest }) => {
  const names = Object.keys(manifest.files);
  expect(names).toEqual(
    expect.arrayContaining([
      "call-center-class.es6.js.map",
      "index.d.ts",
      "THIRD-PARTY-NOTICES.txt",
      "udesk-ccpaas.wasm.br",
      "udesk-ccpaas.wasm.gz",
    ]),
  );
  for (const name of names) {
    const content = await readFile(copies.test(name) ? built + name : join(folder, dist, name));
    const { bytes, integrity, hashed } = manifest.files[name]!;
    expect({ bytes: content.length, integrity: integrityOf(content) }, name).toEqual({ bytes, integrity });
    expect(hashed === undefined || names.includes(hashed), name).toBe(true);
  }
});
