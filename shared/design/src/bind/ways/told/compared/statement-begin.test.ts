import { expect, test } from "vitest";
import { statementBegin } from "./statement-begin.ts";

/** What of the code stands around `held_until` and before it. */
const before = (code: string) =>
  code.slice(statementBegin(code, code.indexOf("held_until")), code.indexOf("held_until"));

test.each([
  ["lock(id);\nif (held_until < now) return;", "if ("],
  ["a = 1\nb = held_until", "b = "],
  ["rows = Seat\n  .where(id: id)\n  .where('held_until > now()')", "rows = Seat\n  .where(id: id)\n  .where('"],
  ["if (ok) {\n  return held_until > now;\n}", "\n  return "],
  ["seat = find(id)\nif not seat or \\\n   held_until", "if not seat or \\\n   "],
])("a statement begins behind the one before it, and goes on over its own lines: %s", (code, begin) => {
  expect(before(code)).toBe(begin);
});

test("the function that says which rows are asked for is a part of the query", () => {
  const code =
    "$free = 1;\nSeat::where('id', $id)->where(function ($q) {\n  $q->where('held_until', '<', now());\n})->update();";
  expect(before(code)).toContain("Seat::where('id', $id)");
  expect(before(code)).not.toContain("$free");
});

test("a transaction's function holds statements of their own", () => {
  expect(before("db.transaction(async (tx) => { const a = 1; b(held_until) })")).toBe(" b(");
});

test("no statement is looked for further than one can be long", () => {
  const code = `${"x".repeat(2_000)} held_until`;
  expect(statementBegin(code, code.indexOf("held_until"))).toBe(code.indexOf("held_until") - 900);
});
