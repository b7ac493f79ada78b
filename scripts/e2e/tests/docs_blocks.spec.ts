// The examples on the pages of the site, in use: the files of "Five minutes", the configuration of nginx, the iframe.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { usePage } from "../../start/browser.mjs";
import { forCalls } from "../calls.ts";
import { bundler, expect, test } from "../installed.ts";

// Chromium treats a page that a test serves in place of a server as one from elsewhere.
test.use({ launchOptions: forCalls(1000), permissions: ["local-network-access"] });

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The block of a page of the site in a language, or without one. */
async function block(page: string, language = ""): Promise<string> {
  const text = await readFile(join(root, "web/docs", page), "utf8");
  return text.match(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms"))![1]!;
}

test("the page of Five minutes makes a call and takes one", async ({ page, sdkOrigin }) => {
  const path = join(root, "web/docs/start/my-page/index.html");
  await page.route(`${sdkOrigin}/page/`, (route) => route.fulfill({ path, contentType: "text/html" }));
  await usePage(page, `${sdkOrigin}/page/`, sdkOrigin);
});

test("the bundle of Five minutes does the same, as Vite builds it", async ({ page, sdkOrigin, folder }) => {
  const app = join(folder, "my-app");
  await cp(join(root, "web/docs/start/my-app"), app, { recursive: true });
  const vite = await bundler("vite");
  await vite.build({ root: app, configFile: join(app, "vite.config.mjs"), logLevel: "error" });
  await page.route(`${sdkOrigin}/my-app/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice("/my-app/".length) || "index.html";
    return route.fulfill({ path: join(app, "dist", name) });
  });
  await usePage(page, `${sdkOrigin}/my-app/`, sdkOrigin);
});

test("an iframe with the element and the header of the page has the microphone", async ({ page, customer, sdkOrigin, request }) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
  const inner = customer.origin.replace("127.0.0.1", "localhost");
  const html = (await block("iframes.md", "html")).replace("https://agent.example.com/", `${inner}/phone.html`);
  const header = (await block("iframes.md")).trim().replace("Permissions-Policy: ", "").replace("https://agent.example.com", inner);
  await page.goto(`${customer.origin}/blank.html?permissions=${encodeURIComponent(header)}`);
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), html);
  await expect.poll(() => page.frames().at(-1)!.url()).toBe(`${inner}/phone.html`);
  const frame = page.frames().at(-1)!;
  await frame.waitForFunction("typeof instance === 'object'");
  const mode = await frame.evaluate(`instance.SetAgentStateAsync("idle").then(() => instance.SetPhoneModeAsync("webrtc"))`);
  expect(mode).toMatchObject({ Code: "0000" });
});

test.describe("nginx with the configuration of the page of servers", () => {
  let server: ChildProcess;
  let origin = "";

  test.beforeAll(async ({}, testInfo) => {
    const folder = testInfo.outputPath();
    await symlink(join(root, "js/dist"), join(folder, "sdk"));
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    origin = `http://127.0.0.1:${(probe.address() as AddressInfo).port}`;
    probe.close();
    await once(probe, "close");
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
    const configuration = [
      process.getuid?.() === 0 ? "user root;" : "",
      `daemon off; pid ${folder}/pid; error_log stderr; events {}`,
      `http { access_log off; ${temporary.join(" ")}`,
      `server { listen ${new URL(origin).host};`,
      (await block("servers.md", "nginx")).replaceAll("/srv;", `${folder};`),
      "} }",
    ];
    await writeFile(join(folder, "nginx.conf"), configuration.join("\n"));
    server = spawn("/usr/sbin/nginx", ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    await expect(async () => expect((await fetch(`${origin}/sdk/LICENSE`)).ok).toBe(true)).toPass();
  });

  test.afterAll(async () => {
    const ended = once(server, "exit");
    server.kill("SIGQUIT");
    await ended;
  });

  test("sends the module compressed, and what a hash names for a year", async ({ manifest }) => {
    const headers = async (path: string): Promise<Record<string, string>> => {
      const response = await fetch(`${origin}/sdk/${path}`, { headers: { "Accept-Encoding": "gzip" } });
      expect(response.status, path).toBe(200);
      await response.arrayBuffer();
      return Object.fromEntries(response.headers);
    };
    const always = { "content-encoding": "gzip", vary: "Accept-Encoding", "access-control-allow-origin": "*" };
    expect(await headers("udesk-ccpaas.wasm")).toMatchObject({
      ...always,
      "content-type": "application/wasm",
      "cache-control": "no-cache",
    });
    expect(await headers("call-center-class.es6.js")).toMatchObject({ ...always, "content-type": "text/javascript" });
    const hashed = { ...always, "cache-control": "public, max-age=31536000, immutable" };
    expect(await headers(String(manifest.files["udesk-ccpaas.wasm"]?.hashed))).toMatchObject({
      ...hashed,
      "content-type": "application/wasm",
    });
    expect(await headers(String(manifest.files["call-center-class.es6.js"]?.hashed))).toMatchObject(hashed);
  });

  test("serves a page of another origin", async ({ page, sdkOrigin, request }) => {
    const path = join(root, "web/docs/start/my-page/index.html");
    const html = (await readFile(path, "utf8")).replace("/sdk/", `${origin}/sdk/`);
    await request.post(`${sdkOrigin}/sandbox/reset`);
    await page.route(`${sdkOrigin}/page/`, (route) => route.fulfill({ body: html, contentType: "text/html" }));
    await usePage(page, `${sdkOrigin}/page/`, sdkOrigin);
  });
});
