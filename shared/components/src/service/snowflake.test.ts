import { expect, test } from "vitest";
import { snowflake } from "./snowflake.ts";

test("ids grow, no two are alike, and each fits in a bigint", () => {
  const ids = Array.from({ length: 2_000 }, () => BigInt(snowflake()));
  expect(ids.every((id, n) => n === 0 || id > (ids[n - 1] ?? 0n))).toBe(true);
  expect((ids.at(-1) ?? 0n) < 2n ** 63n).toBe(true);
});
