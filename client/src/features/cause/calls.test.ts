import { expect, test } from "vitest";
import { placeOfHash } from "../room/place-of-hash.ts";
import { barsOf, lineOfTable, tableOf } from "./calls.ts";

test("a table is found where it is made, however its name is written", () => {
  const schema =
    'create type x as enum ();\nCREATE TABLE IF NOT EXISTS public."Seats" (\n);\ncreate table seats_old ()';
  expect(lineOfTable(schema, "seats")).toBe(2);
  expect(lineOfTable(schema, "public.Seats")).toBe(2);
  expect(lineOfTable(schema, "gone")).toBeNull();
  expect(tableOf({ text: 'select * from "a"."b" where 1 = 1' })).toBe("a.b");
  expect(tableOf({ text: "begin" })).toBeNull();
});

test("bars stay within the whole, and one without length is still seen", () => {
  const at = "2030-01-01T00:00:00.000Z";
  const hop = { request: "r", component: "gw", kind: "gateway", at, millis: 0, status: 200, dropped: 0 } as const;
  const late = { at: "2030-01-01T00:00:00.010Z", millis: 0, text: "begin", values: [], isInTransaction: true };
  const bars = barsOf([{ ...hop, statements: [late] }]);
  expect(bars.map(({ from }) => from)).toEqual([0, 1]);
  for (const { share } of bars) expect(share).toBeGreaterThan(0);
});

test("an address names a line of a document or nothing", () => {
  expect(placeOfHash("#api:31")).toEqual({ document: "api", line: 31, column: 1 });
  for (const odd of ["", "#api", "#api:x", "#other:3", "#api:3:4"]) expect(placeOfHash(odd)).toBeNull();
});

test("who was asked is drawn within the time of who asked, unless it was given up on", () => {
  const at = (millis: number) => new Date(Date.UTC(2030, 0, 1) + millis).toISOString();
  const hop = (component: string, kind: "gateway" | "service", from: number, millis: number) => {
    const statements = [{ at: at(from + 1), millis: 1, text: "begin", values: [], isInTransaction: true }];
    return { request: "r", component, kind, at: at(from), millis, status: 200, dropped: 0, statements };
  };
  const barsIn = (from: number, millis: number) => {
    const bars = barsOf([hop("api-3", "service", from, millis), { ...hop("gw", "gateway", 0, 100), statements: [] }]);
    const named = (who: string) => bars.find((bar) => bar.who === who) ?? { from: 0, share: 0 };
    return { gw: named("gw"), api: named("api-3"), statement: named("database") };
  };
  for (const from of [-5, 30]) {
    const { gw, api, statement } = barsIn(from, 80);
    expect([gw.from, gw.share]).toEqual([0, 1]);
    expect(api.from).toBeGreaterThanOrEqual(gw.from);
    expect(api.from + api.share).toBeLessThanOrEqual(1);
    expect(statement.from).toBeGreaterThan(api.from);
  }
  expect(barsIn(30, 400).gw.share).toBeLessThan(0.5);
});

test("a statement does not seem to end after the answer that waited for it: clocks tell whole milliseconds", () => {
  const at = "2030-01-01T00:00:00.000Z";
  const insert = { at: "2030-01-01T00:00:00.005Z", millis: 0.9, text: "insert", values: [], isInTransaction: false };
  const hop = { request: "r", component: "api", kind: "service", at, millis: 5.5, status: 201, dropped: 0 } as const;
  const [answer, statement] = barsOf([{ ...hop, statements: [insert] }]);
  expect(answer).toMatchObject({ from: 0, share: 1 });
  expect((statement?.from ?? 0) + (statement?.share ?? 1)).toBeCloseTo(1);
});
