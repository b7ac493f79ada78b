import assert from "node:assert/strict";
import { test } from "node:test";

import { mean, median, medians, quantile } from "./statistics.mjs";

test("a quantile lies between two values", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(quantile([10, 0], 0.99), 9.9);
  assert.equal(quantile([7], 0.99), 7);
  assert.equal(mean([1, 2, 6]), 3);
});

test("medians are per reading, of the rounds that have it", () => {
  assert.deepEqual(medians([{ a: 1, b: 5 }, { a: 3 }, { a: 100 }]), { a: 3, b: 5 });
});
