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
