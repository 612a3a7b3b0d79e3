import { expect, test } from "vitest";
import { type Check, columnsIn, type Held, isMet, heldIn } from "./check.ts";

const sold: Check = { column: "status", is: ["sold"] };
const soldAt: Check = { not: { column: "sold_at", is: "null" } };
const both: Check = { same: [sold, soldAt] };
const held =
  (row: Record<string, Held>) =>
  (column: string): Held =>
    row[column] ?? "null";

test.each<[Check, Record<string, Held>, boolean | null]>([
  [both, { status: { value: "sold" }, sold_at: "other" }, true],
  [both, { status: { value: "sold" }, sold_at: "null" }, false],
  [both, { status: { value: "held" }, sold_at: "null" }, true],
  [both, { status: "some", sold_at: "other" }, null],
  [{ any: [sold, soldAt] }, { status: { value: "held" }, sold_at: "some" }, true],
  [{ all: [sold, soldAt] }, { status: { value: "held" }, sold_at: "some" }, false],
  [{ column: "during", is: "endless" }, { during: "endless" }, true],
  [{ column: "during", is: "endless" }, { during: "other" }, false],
  [{ all: [sold, { unread: true }] }, { status: { value: "sold" } }, null],
  [sold, { status: "null" }, null],
])("a row meets a check, or does not, or what it holds does not say: %j", (check, row, met) => {
  expect(isMet(check, held(row))).toBe(met);
});

test("a check says of which columns it speaks, and what else than nothing one may hold", () => {
  expect(columnsIn(both)).toEqual(["status", "sold_at"]);
  expect(heldIn(both, "status")).toEqual([{ value: "sold" }]);
  expect(heldIn(both, "sold_at")).toEqual([]);
});
