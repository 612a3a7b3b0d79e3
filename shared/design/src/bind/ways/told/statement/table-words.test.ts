import { expect, test } from "vitest";
import { tableWords } from "./table-words.ts";

const named = (...names: string[]) => {
  const tables = names.map((name) => ({
    name,
    columns: [],
    primaryKey: [],
    uniques: [],
    foreignKeys: [],
    indexes: [],
    line: 1,
  }));
  return tables.map(tableWords(tables));
};

test("what all tables begin with says nothing of any of them", () => {
  expect(named("booking_seats", "booking_holds")).toEqual([["seat"], ["hold"]]);
  expect(named("t_seat", "t_seat_hold")).toEqual([["seat"], ["seat", "hold"]]);
  expect(named("seat", "seat_holds")).toEqual([["seat"], ["seat", "hold"]]);
  expect(named("seat_holds")).toEqual([["seat", "hold"]]);
});
