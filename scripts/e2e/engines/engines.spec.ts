// The same pages in every engine. A browser gets only the URL; the page reports by itself.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Customer } from "../customer.ts";
import { expect, test } from "../origins.ts";
import { engines, tooOld } from "./engines.ts";
import type { Engine } from "./engines.ts";
import { attachRow } from "./row.ts";

test.describe.configure({ mode: "parallel", timeout: 90_000 });

test.beforeEach(async ({ request, sdkOrigin }) => {
  await request.post(`${sdkOrigin}/sandbox/reset`);
});

for (const engine of engines) {
  test(engine.name, async ({ customer }, info) => {
    const report = await visit(
      engine,
      customer,
      `main_job.html?sound=${engine.sound ? "yes" : "no"}&windows=${engine.windows ? "yes" : "no"}`,
    );
    const module = report.modules.join() === engine.module ? "" : `it loaded ${report.modules}`;
    await attachRow(info, engine, { ...report.checks, module }, engine.version(report.engine));
    for (const [check, wrong] of Object.entries({ ...report.checks, module })) {
      expect.soft(wrong, `${check}\n${report.log.join("\n")}`).toBe("");
    }
  });
}

for (const engine of tooOld) {
  test(`${engine.name} is told that it is too old`, async ({ customer }, info) => {
    const report = await visit(engine, customer, "too_old.html");
    const told = new RegExp(`^The operation failed: this browser is too old.*lacks ${engine.lacks}.*Chromium 64 or newer.* 9000]$`);
    const says = report.Code === "9000" && told.test(report.Message) ? "" : `${report.Code} ${report.Message}`;
    await attachRow(info, engine, { "too old": says }, engine.version(report.engine));
    expect(says).toBe("");
  });
}

/** Opens a page in an engine and returns what the page reports. */
async function visit(engine: Engine, customer: Customer, path: string): Promise<any> {
  const { url, report } = customer.expect(path);
  const folder = await mkdtemp(join(tmpdir(), "ccpaas-engine-"));
  const { program, args, env } = await engine.command(url, folder);
  const browser = spawn(program, args, {
    env: { ...process.env, HOME: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  for (const stream of [browser.stdout, browser.stderr]) {
    stream.on("data", (text) => (printed = (printed + text).slice(-4000)));
  }
  const ended = once(browser, "exit");
  try {
    return await Promise.race([
      report,
      ended.then(([code, signal]) => {
        throw new Error(`${engine.name} ended with ${code ?? signal} before the page reported:\n${printed}`);
      }),
    ]);
  } finally {
    // Its group, since most start further processes.
    if (browser.pid && browser.exitCode === null) {
      process.kill(-browser.pid, "SIGKILL");
    }
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
