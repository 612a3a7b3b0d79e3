import { createDraws } from "./draws.ts";
import { expect, test } from "vitest";
import type { Scope } from "./scope.ts";
import { shaped } from "./shape.ts";

const scope: Scope = {
  asked: { path: {}, query: {}, header: {}, body: undefined, user: null },
  now: new Date(0),
  draws: { ...createDraws(), base62: (length) => "r".repeat(length) },
  row: null,
  rowOf: {},
  rows: null,
  cursor: null,
  found: false,
  key: null,
};
const row = { id: 1, long_url: "https://a.b", idem_key: "secret" };
const link = { type: "object", properties: { id: {}, longUrl: { type: "string" } } };

test("of a row only the declared fields are answered, however their names are written", () => {
  expect(shaped(link, { ...scope, row })).toEqual({ id: 1, longUrl: "https://a.b" });
});

test("where none is declared, or none is known, the row is answered as it is", () => {
  expect(shaped({}, { ...scope, row })).toEqual(row);
  expect(shaped({ properties: { other: {} } }, { ...scope, row })).toEqual(row);
});

test("a list is answered as a list, or in the envelope that is declared", () => {
  const listed = { ...scope, rows: [row], cursor: "next" };
  expect(shaped({ type: "array", items: link }, listed)).toEqual([{ id: 1, longUrl: "https://a.b" }]);
  const envelope = { properties: { links: { type: "array", items: link }, next_cursor: {}, total: {}, note: {} } };
  expect(shaped(envelope, listed)).toEqual({
    links: [{ id: 1, longUrl: "https://a.b" }],
    next_cursor: "next",
    total: 1,
  });
});

test("nothing found is nothing answered", () => {
  expect(shaped(link, scope)).toBeUndefined();
});
