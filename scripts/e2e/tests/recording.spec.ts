import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

import { expect, test } from "../origins.ts";

test("a page's recording is relived by the native core", async ({ run }, testInfo) => {
  const { recording, number } = await run("recording.html");
  expect(recording).not.toContain(number);
  expect(recording).not.toMatch(/[0-9a-f]{40}/);
  const file = testInfo.outputPath("recording.jsonl");
  writeFileSync(file, recording);
  const printed = execFileSync("go", ["run", "./scripts/replay", file], { cwd: new URL("../../..", import.meta.url), encoding: "utf8" });
  for (const line of [
    "state syncing state online",
    "event Ready GetState",
    "event AdvancedCallStatusChanged Established",
    "settled HoldAsync 0000",
  ]) {
    expect(printed).toContain(line);
  }
});
