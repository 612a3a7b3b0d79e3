import { expect, test } from "vitest";
import { letGoAtSale } from "./let-go-at-sale.ts";

const flow = {
  steps: [
    { get: "holds", by: { id: "$path.holdId" }, else: 410 },
    { insert: "bookings", values: { seat_id: "$holds.seat_id" } },
  ],
  idempotency: { header: "Idempotency-Key", column: "bookings.idempotency_key" },
};
const found = (told: string, toldOfAll = "") => letGoAtSale(flow, { told, handler: "", code: "", toldOfAll });

test.each([
  [
    "Find the hold, 410 if it is gone, insert the booking with its Idempotency-Key, delete the hold.",
    "delete the hold",
  ],
  ["404 without a hold. Insert the booking; the hold row is then deleted.", "the hold row is then deleted"],
  ["Kein Halt: 410. Buchung einfügen, der Halt wird gelöscht.", "Halt wird gelöscht"],
  ["Sin retención, 410. Se inserta la venta y se elimina la retención.", "elimina la retención"],
])("a hold that is gone once it is sold is not there for what comes again: %s", (told, said) => {
  expect(found(told)).toBe(said);
});

test.each([
  "Look for the key first. Find the hold, 410 if it is gone, insert the booking, delete the hold.",
  "Find the hold, 410 if it is gone, insert the booking, delete the hold. The same key gets the same booking.",
  "Find the hold, 410 if it is gone, insert the booking, delete the hold. A retry is answered from bookings.",
  "Find the hold, 410 if it is gone, insert the booking. The hold stays.",
  "Find the hold, insert the booking, delete the hold.",
])("where anything speaks of what comes again, or nobody is refused, it may be answered: %s", (told) => {
  expect(found(told)).toBeNull();
});

test("what is told of all requests that come again is told of this one", () => {
  const told = "Find the hold, 410 if it is gone, insert the booking, delete the hold.";
  expect(found(told, "Idempotent requests are answered from the table of bookings.")).toBeNull();
});
