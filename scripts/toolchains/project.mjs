// A toolchain's project as users have it: its folder below .build, its packages from its lock file, and the SDK from
// the packed tarball.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));
const built = join(root, ".build/toolchains");

/** The environment of the projects' commands: no prompts, and no telemetry. */
export const environment = {
  ...process.env,
  CI: "true",
  NO_COLOR: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  NUXT_TELEMETRY_DISABLED: "1",
  NG_CLI_ANALYTICS: "false",
  SKIP_INSTALL_DEPS: "1",
};

/** tarball is the path of a packed package. */
export async function tarball(name) {
  const { version } = JSON.parse(await readFile(join(root, "js/package.json"), "utf8"));
  return join(root, ".build/packages", `ccpaas-${name}-${version}.tgz`);
}

/** prepare creates a project, installs its dependencies, and returns its folder. The packages of an earlier run are kept. */
export async function prepare({ name, sources = [], job = ".", packages = ["browser-sdk"] }) {
  const folder = join(built, name);
  await mkdir(folder, { recursive: true });
  const tarballs = await Promise.all(packages.map(tarball));
  const lock = await hash(join(here, "projects", name, "package-lock.json"));
  const wanted = [lock, ...(await Promise.all(tarballs.map(hash)))].join(" ");
  const had = await readFile(join(folder, "node_modules/.wanted"), "utf8").catch(() => "");
  for (const entry of await readdir(folder)) {
    if (entry !== "node_modules") await rm(join(folder, entry), { recursive: true });
  }
  // The bundlers' caches do not notice that a package changed if its version did not.
  for (const cache of [".cache", ".vite"]) await rm(join(folder, "node_modules", cache), { recursive: true, force: true });
  for (const source of [...sources.map((one) => `shared/${one}`), `projects/${name}`]) {
    await cp(join(here, source), folder, { recursive: true });
  }
  await mkdir(join(folder, job), { recursive: true });
  await cp(join(here, "shared/job.js"), join(folder, job, "job.js"));

  if (!had.startsWith(`${lock} `)) await npm(folder, "ci");
  if (had !== wanted) {
    if (tarballs.length > 0) await npm(folder, "install", "--offline", "--no-save", ...tarballs);
    await writeFile(join(folder, "node_modules/.wanted"), wanted);
  }
  return folder;
}

/** versions are those of packages that a project has installed. */
export async function versions(folder, packages) {
  return Promise.all(
    packages.map(async (name) => {
      const { version } = JSON.parse(await readFile(join(folder, "node_modules", name, "package.json"), "utf8"));
      return `${name} ${version}`;
    }),
  );
}

const hash = async (file) => createHash("sha256").update(await readFile(file)).digest("hex");

function npm(folder, ...args) {
  return promisify(execFile)("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
}
