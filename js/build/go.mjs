// Runs the go command, and compiles a Go program for the page.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** root is the repository's folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

const forPage = { GOOS: "js", GOARCH: "wasm" };

/** go runs the go command for the page's platform in the repository and returns what it printed. */
export async function go(...args) {
  const { stdout } = await promisify(execFile)("go", args, {
    cwd: root,
    env: { ...process.env, ...forPage },
    maxBuffer: 64 << 20,
  });
  return stdout.trim();
}

/** goenv returns one of `go env`'s values. */
export const goenv = (name) => go("env", name);

const notInlined = [
  "./sdk",
  "./sdk/spec",
  "./wasm/...",
  "github.com/hack-pad/safejs/...",
  "fmt",
  "internal/bisect",
  "internal/fmtsort",
  "reflect",
  "strings",
  "time",
];

/**
 * compile builds the program in a folder of the repository for the page. It omits symbols, debug information,
 * paths, the build's id and the state of git: the file is smaller, and the same sources give the same bytes.
 * The functions of `notInlined`, ours and others, wait for people and networks; not inlining them makes the
 * file 3 % smaller. Those of sdk/wire, which read each frame, are inlined: reading a frame and writing its
 * Data takes two thirds of the time, for 5 kB. `variables` are string variables of package main.
 */
export function compile(folder, output, variables = {}) {
  const set = Object.entries(variables).map(([name, value]) => ` -X main.${name}=${value}`);
  const flags = notInlined.map((packages) => `-gcflags=${packages}=-l`);
  return go("build", "-trimpath", "-buildvcs=false", ...flags, "-ldflags", `-s -w -buildid=${set.join("")}`, "-o", output, folder);
}
