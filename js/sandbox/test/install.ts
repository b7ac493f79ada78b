// Packs @ccpaas/sandbox and this platform's program, and installs the tarballs as a project would.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("../", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The version of the tarballs. */
const { version } = JSON.parse(readFileSync(join(root, "js/package.json"), "utf8"));

/** The packages of the README's npm install, from sources that need no registry. */
const sources: Record<string, string> = {
  "@ccpaas/sandbox": `${root}.build/packages/ccpaas-sandbox-${version}.tgz`,
  "@playwright/test": `${here}node_modules/@playwright/test`,
};
const program = `${root}.build/packages/ccpaas-sandbox-${process.platform}-${process.arch}-${version}.tgz`;

/** install runs an npm install command in a folder; a registry would add the program's package automatically. */
export function install(folder: string, command: string): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", scripts: { start: "node server.mjs" } }));
  const words = command.split(" ").slice(1);
  const names = words.map((word) => (word.startsWith("@") ? sources[word] ?? `no tarball of ${word}` : word));
  execFileSync("npm", [...names, program, "--offline", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/** The folder of the installed packages, for tests that need no browser. */
export const installed = (): string => process.env.INSTALLED_SANDBOX ?? "";

export default function setup() {
  execFileSync(process.execPath, [join(here, "build/pack.mjs"), "here"], { stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "ccpaas-sandbox-"));
  process.env.INSTALLED_SANDBOX = folder;
  install(folder, "npm install @ccpaas/sandbox @playwright/test");
  return () => rmSync(folder, { recursive: true });
}
