import { expect, test } from "vitest";
import { describedFields } from "./described-fields.ts";

const names = (description: string) => Object.keys(describedFields(description)?.["properties"] ?? {});

test("a description that is nothing but names of fields says what is answered", () => {
  expect(names("hold_id, expires_at")).toEqual(["hold_id", "expires_at"]);
  expect(names("{ code, shortUrl }")).toEqual(["code", "shortUrl"]);
  expect(names("hold_id, seat_id, state confirmed, confirmed_at")).toEqual([
    "hold_id",
    "seat_id",
    "state",
    "confirmed_at",
  ]);
});

test.each([
  "Booked",
  "ok, booked",
  "held, or sold",
  "the hold, with hold_id and expires_at",
  "list of id, label, status",
])("a sentence says nothing of fields: %s", (description) => expect(describedFields(description)).toBeUndefined());
