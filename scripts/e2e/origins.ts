// The fixture of every test: the SDK's server and, on a separate origin, the customer's pages.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

import { test as base } from "@playwright/test";

import { Customer } from "./customer.ts";

export { expect } from "@playwright/test";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Tests {
  /** Opens a customer's page on a fresh sandbox and returns what the page, which runs by itself, reports. */
  run(path: string): Promise<any>;
}

interface Origins {
  customer: Customer;
  /** Origin of the dev server: SDK files, console page and sandbox. */
  sdkOrigin: string;
  /** Origin of the customer's pages, the files in pages/; `{{sdk}}` in them is replaced with sdkOrigin. */
  customerOrigin: string;
}

/** test has the two origins; each worker has its own servers. */
export const test = base.extend<Tests, Origins>({
  sdkOrigin: [
    async ({}, use) => {
      // MEDIA names an address for sound other than loopback.
      const media = process.env.MEDIA ? ["-media", process.env.MEDIA] : [];
      // FIELD_DIST, an absolute path, serves another build of the SDK, to verify that a test fails with it.
      const dist = process.env.FIELD_DIST ? ["-dist", process.env.FIELD_DIST] : [];
      await serving([...dist, ...media], use);
    },
    { scope: "worker" },
  ],

  customer: [
    async ({ sdkOrigin }, use) => {
      const customer = new Customer(sdkOrigin);
      await use(await customer.listen());
      customer.close();
    },
    { scope: "worker" },
  ],

  customerOrigin: [async ({ customer }, use) => use(customer.origin), { scope: "worker" }],

  run: async ({ customer, page, sdkOrigin, request }, use) => {
    await request.post(`${sdkOrigin}/sandbox/reset`);
    await use(async (path) => {
      const { url, report } = customer.expect(path);
      await page.goto(url);
      return report;
    });
  },
});

/** Runs the dev server, with more flags, as long as it is used. */
export async function serving(flags: string[], use: (origin: string) => Promise<void>): Promise<void> {
  // The customers' pages have their own ports.
  const origins = ["-origin", "http://127.0.0.1:*,http://localhost:*,http://page.insecure.test:*"];
  const server = spawn(".build/web", ["-addr", "127.0.0.1:0", ...origins, ...flags], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "exit");
  try {
    await use(await announcedOrigin(server));
  } finally {
    server.kill();
    await ended;
  }
}

/** announcedOrigin reads the dev server's first line, "listening on http://127.0.0.1:PORT". */
async function announcedOrigin(server: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  const lines = createInterface({ input: server.stdout });
  const first = await Promise.race([once(lines, "line").then(([line]) => String(line)), once(lines, "close").then(() => "(nothing)")]);
  const origin = first.match(/^listening on (http:\/\/\S+?)\/?$/)?.[1];
  if (!origin) {
    throw new Error(`the dev server did not say "listening on http://…" but: ${first}`);
  }
  return origin;
}
