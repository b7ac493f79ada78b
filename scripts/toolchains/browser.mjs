// Opens the projects' pages in the machine's own Chromium, with a fake microphone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { chromium } from "playwright-core";

import { root } from "./project.mjs";

/** startSandbox starts the dev server's sandbox and resolves to its origin and a function that ends it. */
export async function startSandbox() {
  const server = spawn(join(root, ".build/web"), ["-addr", "127.0.0.1:0", "-origin", "http://127.0.0.1:*"], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(createInterface({ input: server.stdout }), "line");
  return { origin: line.replace("listening on ", "").replace(/\/$/, ""), close: () => server.kill() };
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      "--autoplay-policy=no-user-gesture-required",
      "--allow-loopback-in-peer-connection",
      "--disable-features=WebRtcHideLocalIpsWithMdns",
    ],
  });

/** visit opens a page and waits for what it shows: `{steps, failed, module}`, module being "file" or "inlined". */
export async function visit(browser, url, sandbox) {
  await fetch(`${sandbox}/sandbox/reset`, { method: "POST" });
  const page = await browser.newPage();
  const said = [];
  let found = "inlined";
  // After an error, the page shows its result soon, or never.
  const broken = new Promise((resolve, reject) =>
    page.on("pageerror", (error) => {
      said.push(String(error));
      setTimeout(reject, 10_000, new Error("nothing was shown"));
    }),
  );
  broken.catch(() => {});
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("response", (response) => {
    if (/\.wasm(\?|$)/.test(response.url()) && /^application\/wasm/.test(response.headers()["content-type"] ?? "")) found = "file";
  });
  try {
    await page.goto(`${url}?sandbox=${encodeURIComponent(sandbox)}`, { timeout: 120_000 });
    const result = page.locator("#result");
    const shown = page.waitForFunction(() => document.getElementById("result")?.textContent, undefined, { timeout: 60_000 });
    await Promise.race([shown, broken]);
    return { ...JSON.parse(await result.textContent()), module: found };
  } catch (error) {
    return { steps: [], failed: [...said, String(error).split("\n")[0]].join("; "), module: "" };
  } finally {
    await page.close();
  }
}
