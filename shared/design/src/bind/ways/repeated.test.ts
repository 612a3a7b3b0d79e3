import { expect, test } from "vitest";
import { repeatedIn } from "./repeated.ts";

test.each([
  "A hold has one booking: calling it again returns 200 and the booking that is there already.",
  "repeated hold_id -> 200, the same booking",
  "confirm is idempotent, hold_id is unique in bookings",
  "1. Look for a booking with this hold_id, return it if there.",
  "`hold.with_lock`: if it has a booking, render that",
  "No row: if `confirmed_at` is set it's a retry, answer 200 with it",
  "Wiederholt er die Anfrage mit derselben, bekommt er dieselbe Buchung",
  "si se repite la petición, devolvemos la misma compra",
])("a repeated request is answered with what is there: %s", (text) => {
  expect(repeatedIn(`Something else. ${text}`)).not.toBeNull();
});

test.each([
  "After the sale nobody can hold the seat again.",
  "Authorise the card with the key passed to the PSP, so a repeated call authorises once.",
  "A retry gets the same intent, since Stripe is idempotent.",
  "If the client doesn't get an answer it sends the request again.",
  "Booking is not idempotent yet.",
])("nothing is told of what a repeated request is answered: %s", (text) => {
  expect(repeatedIn(text)).toBeNull();
});
