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

/**
 * compile builds the program in a folder of the repository for the page. Symbols, debug information,
 * paths, the build's id and the state of git are left out: the file is smaller, and the same sources
 * give the same bytes. Functions of our own and of the packages that safejs brings for its error texts
 * are not inlined: that makes the file 2.6 % smaller, and they wait for people and networks. `variables` are string variables of package main.
 */
export function compile(folder, output, variables = {}) {
  const set = Object.entries(variables).map(([name, value]) => ` -X main.${name}=${value}`);
  const notInlined = ["./...", "fmt", "internal/fmtsort", "reflect"].map((packages) => `-gcflags=${packages}=-l`);
  return go("build", "-trimpath", "-buildvcs=false", ...notInlined, "-ldflags", `-s -w -buildid=${set.join("")}`, "-o", output, folder);
}
