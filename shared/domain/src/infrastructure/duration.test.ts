import { expect, test } from "vitest";
import { millisOf } from "./duration.ts";

test("a duration is a number and its unit", () => {
  expect(["250ms", "30s", "2m", "1h", "7d", "-10s", "0.5s"].map(millisOf)).toEqual([
    250, 30_000, 120_000, 3_600_000, 604_800_000, -10_000, 500,
  ]);
});

test("anything else is none", () => {
  expect(["", "5", "soon", "1 fortnight", "1m30s"].map(millisOf)).toEqual([null, null, null, null, null]);
});
