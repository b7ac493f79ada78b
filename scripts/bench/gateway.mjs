// Starts and ends the program in gateway/.
import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { root } from "../../js/build/go.mjs";

/** startGateway returns the addresses that it printed, and a function that ends it. `folders` are those of the SDKs by name. */
export async function startGateway(folders, rtts) {
  const program = join(root, ".build", "bench-gateway");
  execFileSync("go", ["build", "-o", program, "./scripts/bench/gateway"], { cwd: root, stdio: "inherit" });
  const args = ["-pages", join(root, "scripts/bench/page")];
  for (const [name, folder] of Object.entries(folders)) args.push("-sdk", `${name}=${folder}`);
  for (const rtt of rtts) args.push("-rtt", rtt);
  // It ends with its input, and so with this process.
  const gateway = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => gateway.once("exit", resolve));
  const told = new Promise((resolve) => createInterface(gateway.stdout).once("line", resolve));
  const line = await Promise.race([told, ended.then(() => Promise.reject(new Error("the gateway does not start")))]);
  const stop = () => {
    gateway.stdin.end();
    return ended;
  };
  return { ...JSON.parse(line), stop };
}
