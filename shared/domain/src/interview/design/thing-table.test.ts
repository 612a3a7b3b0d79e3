import { expect, test } from "vitest";
import type { Table } from "../../design/model.ts";
import type { Reading } from "../reading.ts";
import { viewOf } from "./design-view.ts";
import { isGiven, isOthers, thingTable } from "./thing-table.ts";

const subject = {
  things: ["seat", "seat inventory", "butaca"],
  given: ["show", "user"],
  makes: "confirm",
  rates: { reads: "looks", writes: "holds" },
  hasMadeKeys: false,
  isLasting: false,
};

const table = (name: string): Table => ({
  name,
  line: 1,
  columns: [{ name: "id", type: "bigint", nullable: false, generated: true, line: 1 }],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  indexes: [],
});

const readingOf = (...names: string[]): Reading => ({
  texts: { schema: "", api: "", design: "" },
  versions: { schema: "0.0", api: "0.0", design: "0.0" },
  model: { components: [], edges: [], tables: names.map(table), operations: [], unbound: [], findings: [] },
  subject,
});

test.each([
  [["shows", "tickets_seat", "seat_holds"], "tickets_seat"],
  [["Event", "EventSeats"], "EventSeats"],
  [["shows", "seat_inventory"], "seat_inventory"],
  [["funciones", "butacas"], "butacas"],
])("of %s the seats are in %s", (names, wanted) => {
  expect(thingTable(viewOf(readingOf(...names)))?.name).toBe(wanted);
});

test("a design whose tables are called otherwise keeps them where the first known endpoint writes", () => {
  const reading = readingOf("shows", "bookings");
  const insert = { insert: "bookings", values: {} };
  const operation = {
    opId: "hold",
    capability: "hold",
    method: "POST" as const,
    path: "/bookings",
    line: 1,
    parameters: [],
    bodyRequired: false,
    responses: [],
    words: [],
    confidence: 1,
    inputs: {},
    outputs: {},
    steps: [insert],
  };
  const written = { ...reading, model: { ...reading.model, operations: [operation] } };
  expect(thingTable(viewOf(reading))).toBeNull();
  expect(thingTable(viewOf(written))?.name).toBe("bookings");
});

test("shows, seats and people are filled by others; what a hold or a booking is kept in is the service's own", () => {
  const view = viewOf(readingOf("tickets_show", "EventSeats", "users", "seat_holds", "bookings"));
  expect([...view.tables.values()].filter((one) => isGiven(view, one)).map(({ name }) => name)).toEqual([
    "tickets_show",
    "EventSeats",
    "users",
  ]);
  expect([...view.tables.values()].filter((one) => isOthers(view, one)).map(({ name }) => name)).toEqual([
    "tickets_show",
    "users",
  ]);
});
