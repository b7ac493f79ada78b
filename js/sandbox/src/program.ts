import { createRequire } from "node:module";

import { packageOf, platforms, programIn } from "./platforms.ts";

const variable = "CCPAAS_SANDBOX_BINARY";

/**
 * The path of the sandbox's program: the value of the environment variable CCPAAS_SANDBOX_BINARY, or the program that npm
 * installed for this platform as an optional dependency. If there is none, it throws an Error that says what to do.
 */
export function findProgram(os: string = process.platform, cpu: string = process.arch): string {
  const named = process.env[variable];
  if (named) {
    return named;
  }
  if (!platforms.some((platform) => platform.os === os && platform.cpu === cpu)) {
    throw new Error(
      `startSandbox: there is no sandbox for ${os}-${cpu}; there is one for ` +
        `${platforms.map((platform) => `${platform.os}-${platform.cpu}`).join(", ")}. Build it yourself with ` +
        `"go build github.com/ccpaas/ccpaas-go/sdk/sandbox/cmd/ccpaas-sandbox" and set ${variable} to its path.`,
    );
  }
  const name = packageOf(os, cpu);
  try {
    return createRequire(import.meta.url).resolve(`${name}/${programIn(os)}`);
  } catch {
    throw new Error(
      `startSandbox: the package ${name}, which has the sandbox's program, is not installed. It is an optional ` +
        `dependency of @ccpaas/sandbox: install that again on this machine, without --omit=optional and without a ` +
        `node_modules folder from another platform; or set ${variable} to the program's path.`,
    );
  }
}
