// The fixture of the tests of the npm package: consumers/, with the package installed there from its tarball.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { Customer } from "./customer.ts";
import { test as base } from "./origins.ts";

export { expect } from "@playwright/test";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const consumers = fileURLToPath(new URL("consumers/", import.meta.url));

interface Tests {
  /** Opens a page of the consumers on a fresh sandbox, at another server's origin if one is given, and returns what it reports. */
  visit(path: string, origin?: string): Promise<any>;
}

interface Installation {
  /** The consumers' folder, the package below its node_modules. */
  folder: string;
  /** The package's manifest.json. */
  manifest: { version: string; build: string; files: { [name: string]: { bytes: number; integrity: string; hashed?: string } } };
  /** The server of that folder. */
  consumer: Customer;
}

export const test = base.extend<Tests, Installation>({
  folder: [
    async ({}, use) => {
      const folder = await mkdtemp(join(root, ".build", "consumers-"));
      await cp(consumers, folder, { recursive: true, filter: (source) => !source.includes("node_modules") });
      const { stdout } = await execute("npm", ["pack", join(root, "js"), "--json", "--pack-destination", folder]);
      const [{ filename }] = JSON.parse(stdout);
      await execute("npm", ["install", "--offline", "--omit=dev", "--no-save", "--no-audit", "--no-fund", `./${filename}`], {
        cwd: folder,
      });
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],

  manifest: [
    async ({ folder }, use) => use(JSON.parse(await readFile(join(folder, "node_modules/@ccpaas/browser-sdk/dist/manifest.json"), "utf8"))),
    { scope: "worker" },
  ],

  consumer: [
    async ({ folder, sdkOrigin }, use) => {
      const consumer = new Customer(sdkOrigin, pathToFileURL(`${folder}/`));
      await use(await consumer.listen());
      consumer.close();
    },
    { scope: "worker" },
  ],

  visit: async ({ consumer, page, request, sdkOrigin }, use) => {
    await use(async (path, origin = consumer.origin) => {
      await request.post(`${sdkOrigin}/sandbox/reset`);
      const { url, report } = consumer.expect(path);
      await page.goto(url.replace(consumer.origin, origin));
      return report;
    });
  },
});

/** A bundler of the consumers, by the name of its package. */
export async function bundler(name: string): Promise<any> {
  const entry = { vite: "dist/node/index.js", webpack: "lib/index.js" }[name];
  return import(pathToFileURL(join(consumers, "node_modules", name, entry ?? "")).href);
}

/** The code blocks of the package's README, in order. */
export async function readmeBlocks(): Promise<string[]> {
  const readme = await readFile(join(root, "js/README.md"), "utf8");
  return [...readme.matchAll(/^```\w*\n(.*?)^```$/gms)].map((match) => String(match[1]));
}
