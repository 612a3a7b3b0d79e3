import { expect, test } from "vitest";
import { isLeast, leastOf } from "./least.ts";
import { wordsOf } from "./words.ts";

test.each(["timestamptz", "date", "text", "varchar(20)", "char(7)", "uuid"])("of %s there is a least value", (type) => {
  expect(isLeast(leastOf(type))).toBe(true);
});

test.each(["integer", "bigint", "boolean", "tstzrange", "daterange", "uuid[]", "text[]", "timestamptz[]"])(
  "of %s there is none",
  (type) => {
    expect(leastOf(type)).toBeUndefined();
  },
);

test("what is at least that is said to be filled", () => {
  expect(wordsOf([{ get: "holds", by: { booking_id: { gte: leastOf("uuid") ?? null } } }])).toEqual([
    "Reads the row of holds whose booking_id is filled, or answers 404.",
  ]);
});
