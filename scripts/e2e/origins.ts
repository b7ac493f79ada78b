// The fixture of every test: the SDK's server and, on an origin of its own, the customer's pages.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Origins {
  /** Origin of the dev server: SDK files, console page and sandbox. */
  sdkOrigin: string;
  /** Origin of the customer's pages, the files in pages/; `{{sdk}}` in them stands for sdkOrigin. */
  customerOrigin: string;
}

/** test has the two origins; each worker has servers of its own. */
export const test = base.extend<object, Origins>({
  sdkOrigin: [
    async ({}, use) => {
      const server = spawn(".build/web", ["-addr", "127.0.0.1:0"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
      const ended = once(server, "exit");
      try {
        await use(await announcedOrigin(server));
      } finally {
        server.kill();
        await ended;
      }
    },
    { scope: "worker" },
  ],

  customerOrigin: [
    async ({ sdkOrigin }, use) => {
      const server = createServer(async (request, response) => {
        const name = new URL(request.url ?? "/", "http://pages").pathname.match(/^\/([\w-]+\.html)$/)?.[1];
        const page = name && (await readFile(new URL(`pages/${name}`, import.meta.url), "utf8").catch(() => undefined));
        if (page === undefined) {
          response.writeHead(404).end();
          return;
        }
        response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page.replaceAll("{{sdk}}", sdkOrigin));
      });
      await once(server.listen(0, "127.0.0.1"), "listening");
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.closeAllConnections();
      server.close();
    },
    { scope: "worker" },
  ],
});

/** announcedOrigin reads the dev server's first line, "listening on http://127.0.0.1:PORT". */
async function announcedOrigin(server: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  const lines = createInterface({ input: server.stdout });
  const first = await Promise.race([
    once(lines, "line").then(([line]) => String(line)),
    once(lines, "close").then(() => "(nothing)"),
  ]);
  const origin = first.match(/^listening on (http:\/\/\S+?)\/?$/)?.[1];
  if (!origin) {
    throw new Error(`the dev server did not say "listening on http://…" but: ${first}`);
  }
  return origin;
}
