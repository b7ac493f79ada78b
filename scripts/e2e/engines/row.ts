// The result of an engine, as a test passes it to the table.
import type { TestInfo } from "@playwright/test";

import type { Engine } from "./engines.ts";

export interface Row {
  name: string;
  version: string;
  sound: boolean;
  module: string;
  /** By the check's name: "" if it passed, or what went wrong. */
  checks: Record<string, string>;
}

export const rowName = "row";

export async function attachRow(info: TestInfo, engine: Engine, checks: Record<string, string>, version: string): Promise<void> {
  const { name, sound, module } = engine;
  const row: Row = { name, version, sound, module, checks };
  await info.attach(rowName, { body: JSON.stringify(row), contentType: "application/json" });
}
