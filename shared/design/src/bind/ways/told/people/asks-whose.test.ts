import { expect, test } from "vitest";
import { asksWhose } from "./asks-whose.ts";

test.each([
  "404 unknown, or another customer's",
  "hold held by someone else -> 403",
  "if (seat.held_by !== user) return res.status(409)",
  "if seat.held_by != user: raise Conflict()",
  "SELECT 1 FROM seats WHERE id = $1 AND held_by = $2",
  "held_by has to be the caller",
  "unbekannt oder fremd: 404",
  "Het is van een ander: 404",
])("what is told asks whose a row is: %s", (told) => {
  expect(asksWhose(told, "held_by")).toBe(true);
});

test.each([
  "UPDATE seats SET status = 'BOOKED', held_by = $2, held_until = NULL WHERE id = $1 AND status = 'HELD'",
  "UPDATE seats\n   SET status = 'BOOKED', held_by = $2\n WHERE id = $1\n   AND status = 'HELD';\nseat BOOKED -> 409, else -> 410",
  "INSERT INTO bookings (seat_id, held_by) VALUES ($1, $2)",
  "POST /seats/{id}/confirm {held_by, card} -> 200 {held_by, booking_id}",
  "properties: { held_by: { type: string } }",
  "seat.status = 'BOOKED'\nseat.held_by = user",
  "409: seat was booked by somebody",
  "Only somebody who went through hold ever gets to the payment screen.",
  "We do not compare held_by with the caller.",
  "Whether it is the caller's own is not checked.",
  "Wem der Platz gehört, prüfen wir nicht, auch keinen anderen.",
  "No miramos si es de otro.",
  "belegt: 409, andernfalls 410",
  "verkocht: 409, anders 410",
])("nothing that is told asks whose a row is: %s", (told) => {
  expect(asksWhose(told, "held_by")).toBe(false);
});
