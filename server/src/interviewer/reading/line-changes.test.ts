import { expect, test } from "vitest";
import { lineChanges } from "./line-changes.ts";
import { seeded } from "./test-random.ts";

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

test("whatever is not named new stands in the old text, in the same order", () => {
  const random = seeded(8);
  const text = (): string =>
    Array.from({ length: random.below(13) }, () => random.oneOf(["a", "b", "c", "d", ""])).join("\n");
  for (let n = 0; n < 500; n++) {
    const [before, after] = [text(), text()];
    const fresh = new Set(lineChanges(before, after).lines);
    const kept = after.split("\n").filter((_, line) => !fresh.has(line + 1));
    const old = before.split("\n");
    let at = 0;
    for (const line of kept) {
      at = old.indexOf(line, at) + 1;
      expect(at, JSON.stringify({ before, after })).toBeGreaterThan(0);
    }
  }
});

test("a text too large for the exact answer still gets one that is never wrong about what is the same", () => {
  const many = Array.from({ length: 3_000 }, (_, n) => `line ${n}`);
  const turned = many.map((line, n) => (n % 3 === 0 ? `${line} changed` : line));
  const { lines, removed } = lineChanges(["x", ...many, "y"].join("\n"), ["z", ...turned, "w"].join("\n"));
  expect(lines).toHaveLength(1_002);
  expect(removed).toBe(0);
});
