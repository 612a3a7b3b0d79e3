import fc from "fast-check";
import { expect, test } from "vitest";
import { carryAges } from "./line-ages.ts";

test("lines that stayed keep their age, new and changed ones are of now", () => {
  expect(carryAges("a\nb\nc", [1, 2, 3], "a\nnew\nb\nC", 9)).toEqual([1, 9, 2, 9]);
});

test("lines that moved down keep their age", () => {
  expect(carryAges("a\nb", [1, 2], "x\ny\na\nb", 9)).toEqual([9, 9, 1, 2]);
});

test("a text is as old as before when nothing changed, and all new when nothing stayed", () => {
  expect(carryAges("a\nb", [1, 2], "a\nb", 9)).toEqual([1, 2]);
  expect(carryAges("a\nb", [1, 2], "c", 9)).toEqual([9]);
});

test("each line has an age, whatever was edited", () => {
  const text = fc.array(fc.constantFrom("a", "b", "", "c"), { maxLength: 12 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, now) => {
      const ages = before.split("\n").map((_, n) => n + 1);
      const carried = carryAges(before, ages, now, 99);
      expect(carried).toHaveLength(now.split("\n").length);
      for (const age of carried) expect(age === 99 || ages.includes(age)).toBe(true);
    }),
  );
});
