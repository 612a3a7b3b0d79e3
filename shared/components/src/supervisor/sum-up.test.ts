import { expect, test } from "vitest";
import { sumUp } from "./sum-up.ts";

test("what a component did is one line, without what it did not do", () => {
  expect(sumUp({ hits: 19, misses: 1, evictions: 0, hitRatio: 0.9499 })).toBe(
    "since its start: hits 19, misses 1, hitRatio 0.95",
  );
  expect(sumUp({ hits: 0 })).toBeNull();
});
