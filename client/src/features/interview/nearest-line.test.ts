import { expect, test } from "vitest";
import { nearestLine } from "./nearest-line.ts";

const text = "a\nb\n\na\nb\nc";

test("lines are found where they stand in the kept text, the nearest first", () => {
  expect(nearestLine(text, ["a", "b"], 1)).toBe(1);
  expect(nearestLine(text, ["a", "b"], 5)).toBe(4);
});

test("lines that the room has not kept yet are nowhere", () => {
  expect(nearestLine(text, ["b", "c", "d"], 5)).toBeNull();
});
