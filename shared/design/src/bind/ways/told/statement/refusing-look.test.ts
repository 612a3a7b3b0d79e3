import type { Step } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import { withoutRefusing } from "./refusing-look.ts";

const refused: Step = { return: { status: 409, body: { error: "sold" } } };
const look: Step = { get: "bookings", by: { seat_id: "$path.seat" } };
// oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
const ifFound = (does: Step[]): Step => ({ if: { found: true }, then: does });
const insert: Step = { insert: "holds", values: { seat_id: "$path.seat" } };
const sold = (table: string, _: unknown, meaning: string) => table === "bookings" && meaning === "sold";

test("a look that refuses goes with what it refuses", () => {
  expect(withoutRefusing([look, ifFound([refused]), insert], sold)).toEqual([insert]);
  expect(withoutRefusing([{ transaction: [look, ifFound([refused]), insert] }], sold)).toEqual([
    { transaction: [insert] },
  ]);
});

test("what is looked for otherwise, or done otherwise where it is there, stays", () => {
  const other: Step = { get: "holds", by: { seat_id: "$path.seat" } };
  const tidied = ifFound([{ delete: "holds", where: { seat_id: "$path.seat" } }]);
  for (const steps of [
    [other, ifFound([refused]), insert],
    [look, tidied, insert],
    [look, ifFound([{ return: { status: 200 } }]), insert],
  ])
    expect(withoutRefusing(steps, sold)).toEqual(steps);
});

test("a look within which nothing is left to do goes as well", () => {
  const outer: Step = { get: "seats", by: { id: "$path.seat" } };
  expect(withoutRefusing([outer, ifFound([look, ifFound([refused])]), insert], sold)).toEqual([insert]);
});
