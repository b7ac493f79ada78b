// The reporter that prints the table, engine by check, and keeps it in .build/engines.json.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { FullConfig, Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";

import { rowName } from "./row.ts";
import type { Row } from "./row.ts";

const file = join(import.meta.dirname, "../../../.build/engines.json");

export default class Table implements Reporter {
  private tests: TestCase[] = [];
  private readonly rows = new Map<TestCase, Row>();

  onBegin(_: FullConfig, suite: Suite): void {
    this.tests = suite.allTests();
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (!test.location.file.endsWith("engines.spec.ts")) {
      // It plays something else in one of the engines.
      return;
    }
    const attachment = result.attachments.find(({ name }) => name === rowName);
    // A page that did not report failed every check.
    this.rows.set(
      test,
      attachment?.body
        ? (JSON.parse(attachment.body.toString()) as Row)
        : { name: test.title, version: "", sound: false, module: "", checks: { report: result.error?.message ?? result.status } },
    );
  }

  onEnd(): void {
    const rows = this.tests.map((test) => this.rows.get(test)).filter((row) => row !== undefined);
    writeFileSync(file, JSON.stringify(rows, null, 2) + "\n");

    const columns = [...new Set(rows.flatMap(({ checks }) => Object.keys(checks)))];
    const result = ({ checks }: Row, column: string): string =>
      checks[column] === undefined ? "" : checks[column] === "" ? "pass" : "FAIL";
    const lines = [
      ["engine", "version", ...columns],
      ...rows.map((row) => [row.name, row.version, ...columns.map((column) => result(row, column))]),
    ];
    const widths = lines[0]!.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
    for (const line of lines) {
      console.log(
        line
          .map((cell, at) => cell.padEnd(widths[at]!))
          .join("  ")
          .trimEnd(),
      );
    }
    const all = rows.flatMap(({ checks }) => Object.values(checks));
    const passed = all.filter((wrong) => wrong === "").length;
    console.log(`engines: ${passed} passed, ${all.length - passed} failed`);
  }
}
