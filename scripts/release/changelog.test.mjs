import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";

import { released } from "./changelog.mjs";

const before = "# Changelog\n\n";
const after = "\n\n## [1.0.0] - 2026-01-02\n\n- Old.\n";

test("the section that is not released yet becomes the version's", () => {
  for (const heading of ["[Unreleased]", "[1.1.0] - not released yet", "[1.0.9] - not released yet"]) {
    deepEqual(released(`${before}## ${heading}\n\n- New.${after}`, "1.1.0", "2026-03-04"), {
      text: `${before}## [1.1.0] - 2026-03-04\n\n- New.${after}`,
      section: "- New.",
    });
  }
  deepEqual(released("## [Unreleased]\n- New.\n", "1.1.0", "2026-03-04").section, "- New.");
});

test("a changelog that says nothing of the version is refused", () => {
  throws(() => released(before + after, "1.1.0", "2026-03-04"), /0 sections that are not released yet/);
  throws(() => released(`${before}## [Unreleased]\n${after}`, "1.1.0", "2026-03-04"), /says nothing of 1\.1\.0/);
  throws(() => released(`${before}## [Unreleased]\n\n- New.${after}`, "1.0.0", "2026-03-04"), /has a section of 1\.0\.0 already/);
});
