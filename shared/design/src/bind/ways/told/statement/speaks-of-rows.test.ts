import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { played } from "../../cast/played.ts";
import type { Stage } from "../../stage.ts";
import { sentencesOf, speaksOfRows } from "./speaks-of-rows.ts";

const { hold } = loadPublicProblem(problemsDir, "ticket-booking").capabilities;
const column = (name: string) => ({ name, type: "bigint", nullable: false, generated: false, line: 1 });
const bookings: Table = {
  name: "bookings",
  columns: [column("id"), column("seat_id")],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  checks: [],
  indexes: [],
  line: 1,
};
const endpoint: Endpoint = {
  opId: "POST /seats/{seat}/hold",
  method: "POST",
  path: "/seats/{seat}/hold",
  line: 1,
  bodyRequired: false,
  parameters: [],
  responses: [],
};

function stage(): Stage {
  const role = hold?.ways?.roles["booking"];
  if (hold === undefined || role === undefined) throw new Error("the problem has no such role");
  const nothing = () => undefined;
  return {
    endpoint,
    capability: hold,
    cast: new Map([["booking", played(role, bookings)]]),
    tables: [bookings],
    inputs: {},
    senses: [],
    keepsWho: nothing,
    endlessIn: nothing,
    keyMade: nothing,
    lasts: null,
  };
}

test.each([
  "409 where the seat has a booking.",
  "A seat that is sold is refused.",
  "Verkaufte Plätze bekommt niemand.",
])("a sentence speaks of what is sold: %s", (told) => {
  expect(speaksOfRows(told, bookings, "sold", stage())).toBe(true);
});

test.each([
  "409 seat_taken",
  "# Booking seats",
  "We used this at work.",
  "Two people at once: one is refused.",
  "See POST /seats/{seat}/hold and /bookings/{id}.",
])("a refusal of any kind, a title, a path and other words do not: %s", (told) => {
  expect(speaksOfRows(told, bookings, "sold", stage())).toBe(false);
});

test("how rows come to be there says nothing of a look at them", () => {
  const told = "Then it inserts a booking.";
  expect(sentencesOf(told, bookings, "sold", stage())).toEqual([told]);
  expect(speaksOfRows(told, bookings, "sold", stage())).toBe(false);
});

test("of rows with several meanings only the words of this one count", () => {
  const told = "A seat has one order. It is sold.";
  expect(sentencesOf(told, bookings, "sold", stage())).toHaveLength(2);
  expect(sentencesOf(told, bookings, "sold", stage(), { isOfSeveral: true })).toEqual(["It is sold."]);
});
