import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "@playwright/test";

import { installed } from "./install.ts";

const spec = `
  import { expect, test } from "@ccpaas/sandbox/playwright";

  test.use({ sandboxSettings: { seed: 7 } });
  test("fails in a call", async ({ box }) => {
    await box.call({ QueueId: "2", From: "13800138000" });
    expect("the page").toBe("right");
  });
  test("has a sandbox of its own", async ({ box }) => {
    expect((await box.state()).Calls).toEqual([]);
  });
  test("fails as it should", async ({ box }) => {
    test.fail();
    expect(box.url).toBe("");
  });
`;

test("each test has a sandbox of its own, and one that fails shows what was in it", () => {
  writeFileSync(join(installed(), "fixture.spec.ts"), spec);
  const { stdout, stderr } = spawnSync("npx", ["playwright", "test", "--reporter", "json"], { cwd: installed(), encoding: "utf8" });
  expect(stdout, stderr).toContain("{");
  const ran = JSON.parse(stdout).suites[0].specs.map((spec: any) => {
    const [{ status, attachments }] = spec.tests[0].results;
    const shown = attachments.filter((one: any) => one.name === "sandbox.json").map((one: any) => JSON.parse(readFileSync(one.path, "utf8")));
    return { title: spec.title, ok: spec.ok, status, shown };
  });
  expect(ran).toEqual([
    {
      title: "fails in a call",
      ok: false,
      status: "failed",
      // The seed determines the id.
      shown: [{ state: expect.objectContaining({ Calls: [expect.objectContaining({ CallID: "44ffd670-3731-40de-8cba-51e2e7b705a0" })] }), frames: [], log: [] }],
    },
    { title: "has a sandbox of its own", ok: true, status: "passed", shown: [] },
    { title: "fails as it should", ok: true, status: "failed", shown: [] },
  ]);
});
