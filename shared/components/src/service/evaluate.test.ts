import { createDraws } from "./draws.ts";
import { expect, test } from "vitest";
import { evaluate, fill, fillBody } from "./evaluate.ts";
import type { Scope } from "./scope.ts";

const scope: Scope = {
  asked: {
    path: { code: "abc" },
    query: { "filter.owner": "ada" },
    header: { "idempotency-key": "k1" },
    body: { url: "https://a.b", items: [{ id: 7 }], nothing: null },
    user: "u1",
  },
  now: new Date("2026-01-01T00:00:00Z"),
  draws: { ...createDraws(), base62: (length) => "r".repeat(length) },
  row: { code: "abc", "created at": 1 },
  rowOf: {},
  rows: null,
  cursor: null,
  found: false,
  key: null,
};

const evaluated = (value: Parameters<typeof evaluate>[0]) => evaluate(value, scope);

test("a reference stands for what was sent, whole or in part", () => {
  expect(evaluated("$body.items.0.id")).toBe(7);
  expect(evaluated("$query.filter.owner")).toBe("ada");
  expect(evaluated("$header.Idempotency-Key")).toBe("k1");
  expect(evaluated("$row.created at")).toBe(1);
  expect(evaluated("$row")).toEqual(scope.row);
  expect(evaluated("$user")).toBe("u1");
  expect(evaluate("$rows.0.seq", { ...scope, rows: [{ seq: 3 }] })).toBe(3);
  expect(evaluate({ coalesce: ["$rows.0.seq", 0] }, { ...scope, rows: [] })).toBe(0);
});

test("random characters are drawn, so many as are wanted", () => {
  expect(evaluated({ base62: 3 })).toBe("rrr");
  expect(evaluated({ coalesce: ["$body.missing", { base62: 2 }] })).toBe("rr");
});

test("a number is written in 62 digits and read from them, and what no number is written as is as if it were not sent", () => {
  expect(evaluate({ encode62: "$row.id" }, { ...scope, row: { id: 125 } })).toBe("21");
  expect(evaluated({ decode62: "$path.code" })).toBe("140716");
  expect(evaluated({ decode62: "$body.url" })).toBeUndefined();
  expect(fill({ code: { encode62: 62 } }, scope)).toEqual({ code: "10" });
});

test("a text in lower case, or without its query, is one, and whatever is no text stays as it is", () => {
  expect(evaluated({ lower: "HTTPS://A.example/B" })).toBe("https://a.example/b");
  expect(evaluated({ lower: "$row.id" })).toBe(evaluated("$row.id"));
  expect(evaluated({ withoutQuery: "https://a.example/b?c=1#d" })).toBe("https://a.example/b");
  expect(evaluated({ withoutQuery: "$row.id" })).toBe(evaluated("$row.id"));
});

test("what was not sent is not null, and what only looks like a reference is text", () => {
  expect(evaluated("$body.missing.deep")).toBeUndefined();
  expect(evaluated("$body.constructor")).toBeUndefined();
  expect(evaluated("$body.nothing")).toBeNull();
  expect(evaluated("$5.00")).toBe("$5.00");
  expect(evaluated("free")).toBe("free");
});

test("a table's name stands for the row of it that was read or written last, whatever came after", () => {
  const seen = { ...scope, rowOf: { seats: { id: 7 }, "Seat Hold": { id: 9 } } };
  expect([evaluate("$seats.id", seen), evaluate("$Seat Hold.id", seen)]).toEqual([7, 9]);
  expect(evaluate("$seats.gone", seen)).toBeUndefined();
  expect(evaluate("$seats.id", scope)).toBe("$seats.id");
});

test("times take durations, numbers take numbers, anything else has no sum", () => {
  expect(evaluated({ add: ["$now", "2m"] })).toEqual(new Date("2026-01-01T00:02:00Z"));
  expect(evaluated({ sub: [{ add: [5, 3] }, 1] })).toBe(7);
  expect(evaluated({ add: ["$now", "soon"] })).toBeNull();
  expect(evaluated({ add: ["$body.missing", 1] })).toBeNull();
});

test("generated values have the asked form, and a hash is the same for the same text", () => {
  expect(evaluated({ base62: 12 })).toMatch(/^[0-9A-Za-z]{12}$/);
  expect(evaluated({ uuid: true })).toMatch(/^[0-9a-f-]{36}$/);
  expect(evaluated({ hash: "$body.url" })).toBe(evaluated({ hash: "https://a.b" }));
  expect(evaluated({ hash: "$body.url", first: 8 })).toBe(String(evaluated({ hash: "$body.url" })).slice(0, 8));
});

test("a template is filled at every depth, functions included", () => {
  expect(
    fill({ code: "$row.code", list: ["$path.code", 1], sum: { add: [1, 2] }, gone: "$body.missing" }, scope),
  ).toEqual({
    code: "abc",
    list: ["abc", 1],
    sum: 3,
    gone: undefined,
  });
});

test("what is missing or null is taken from the second value", () => {
  expect(evaluated({ coalesce: ["$body.missing", "x"] })).toBe("x");
  expect(evaluated({ coalesce: ["$body.nothing", { base62: 7 }] })).toMatch(/^[0-9A-Za-z]{7}$/);
  expect(evaluated({ coalesce: ["$body.url", "x"] })).toBe("https://a.b");
});

test("a body with one field is no call, however the field is called, and neither is a column of that name", () => {
  const draws = { ...scope.draws, hash: (text: string) => `of ${text}` };
  const of = { ...scope, draws, row: { code: "abc", hash: "h" } };
  expect(fillBody({ hash: "$row.code" }, of)).toEqual({ hash: "abc" });
  expect(fillBody({ data: { hash: "$row.hash" } }, of)).toEqual({ data: { hash: "h" } });
  expect(fillBody({ code: { hash: "$row.code" } }, of)).toEqual({ code: "of abc" });
});
