import fc from "fast-check";
import { expect, test } from "vitest";
import { lineChanges } from "./line-changes.ts";

test("a changed line is new, and nothing counts as removed", () => {
  expect(lineChanges("a\nb\nc", "a\nB\nc")).toEqual({ lines: [2], removed: 0 });
});

test("a line put in between leaves the ones below unchanged", () => {
  expect(lineChanges("a\nb\nc", "a\nx\nb\nc")).toEqual({ lines: [2], removed: 0 });
});

test("lines that only went are counted, and no line is new", () => {
  expect(lineChanges("a\nb\nc\nd", "a\nd")).toEqual({ lines: [], removed: 2 });
});

test("two places that changed are two places", () => {
  expect(lineChanges("a\nb\nc\nd\ne", "a\nX\nc\nd\ne\nf")).toEqual({ lines: [2, 6], removed: 0 });
});

test("a first text is new in every line", () => {
  expect(lineChanges("", "create table a (\n);\n")).toEqual({ lines: [1, 2], removed: 0 });
});

const texts = fc.array(fc.constantFrom("a", "b", "c", "d", ""), { maxLength: 12 }).map((lines) => lines.join("\n"));

test("whatever is not named new stands in the old text, in the same order", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const { lines } = lineChanges(before, after);
      const fresh = new Set(lines);
      const kept = after.split("\n").filter((_, n) => !fresh.has(n + 1));
      const old = before.split("\n");
      let at = 0;
      for (const line of kept) {
        at = old.indexOf(line, at) + 1;
        expect(at).toBeGreaterThan(0);
      }
    }),
  );
});

test("a text too large for the exact answer still gets one that is never wrong about what is the same", () => {
  const many = Array.from({ length: 3_000 }, (_, n) => `line ${n}`);
  const turned = many.map((line, n) => (n % 3 === 0 ? `${line} changed` : line));
  const { lines, removed } = lineChanges(["x", ...many, "y"].join("\n"), ["z", ...turned, "w"].join("\n"));
  expect(lines).toHaveLength(1_002);
  expect(removed).toBe(0);
});
