import fc from "fast-check";
import { expect, test } from "vitest";
import { shifted, spliceBetween } from "./splice.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀", "😁", "é") });

test("a splice turns the one text into the other and never cuts a character in half", () => {
  fc.assert(
    fc.property(text, text, fc.nat(), (before, after, caret) => {
      const splice = spliceBetween(before, after, caret);
      if (splice === null) {
        expect(before).toBe(after);
        return;
      }
      const { at, remove, insert } = splice;
      expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(after);
      for (const part of [before.slice(0, at), before.slice(at, at + remove), insert])
        expect(part.isWellFormed()).toBe(true);
    }),
  );
});

test("of equal letters the one before the caret was typed", () => {
  expect(spliceBetween("aa", "aaa", 2)).toEqual({ at: 1, remove: 0, insert: "a" });
});

test("an offset moves with the text around it", () => {
  const delta = [{ retain: 2 }, { insert: "xy" }, { delete: 3 }];
  expect(shifted(1, delta)).toBe(1);
  expect(shifted(2, delta)).toBe(2);
  expect(shifted(2, delta, true)).toBe(4);
  expect(shifted(4, delta)).toBe(4);
  expect(shifted(9, delta)).toBe(8);
});
