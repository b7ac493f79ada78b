// A reporter: the table of the field's cases, one row for each test whose title begins with a case's id, in
// .build/field.md and after the run.
import { mkdirSync, writeFileSync } from "node:fs";

import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const file = new URL("../../.build/field.md", import.meta.url);

interface Row {
  id: string;
  page: string;
  result: string;
}

export default class FieldTable implements Reporter {
  private readonly rows = new Map<string, Row>();

  printsToStdio(): boolean {
    return false;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const [, id, page] = /^([A-E]\d+(?:-[A-E]\d+)?) (.*)/.exec(test.title) ?? [];
    if (id && page) {
      this.rows.set(test.title, { id, page, result: result.status === "passed" ? "pass" : "FAIL" });
    }
  }

  onEnd(): void {
    if (!this.rows.size) {
      return;
    }
    const key = ({ id }: Row): string => id[0] + id.slice(1).padStart(3, "0");
    const sorted = [...this.rows.values()].sort((a, b) => key(a).localeCompare(key(b)));
    const lines = [
      "| case | page | result |",
      "| --- | --- | --- |",
      ...sorted.map(({ id, page, result }) => `| ${id} | ${page} | ${result} |`),
    ];
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, lines.join("\n") + "\n");
    console.log(lines.join("\n"));
  }
}
